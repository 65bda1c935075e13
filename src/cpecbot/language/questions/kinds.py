"""What kind of thing a question asks for, told by its question words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cpecbot.errors import GlossaryError
from cpecbot.language.tables import read_table
from cpecbot.language.text.folding import fold
from cpecbot.language.text.simplified import simplify
from cpecbot.models import Language, QuestionKind, Span

_OPENINGS = "openings"
_GAP = "…"
_LONGEST_GAP = 4
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:'[a-z]+)?")
_CONTRACTED = re.compile("(what|when|where|who|how)'?s")
_TOPICAL = re.compile(r"\(([^)]*)\)")
_AND = ("و", "ف")  # Arabic writes its conjunctions onto the next word


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Pattern:
    """Question words in order; None in ``words`` stands for up to four words of any kind.

    ``topical`` are those of the words that have to be there, but belong to what is asked about.
    """

    kind: QuestionKind
    words: tuple[str | None, ...]
    topical: frozenset[str] = frozenset()
    at_start: bool = False
    at_end: bool = False

    def find(self, tokens: Sequence[str]) -> tuple[int, ...] | None:
        """The indices of the tokens that the words stand at, at the earliest place."""
        for start in range(min(1, len(tokens))) if self.at_start else range(len(tokens)):
            for indices in _indices(self.words, tokens, start):
                if not self.at_end or indices[-1] == len(tokens) - 1:
                    return indices
        return None


@dataclass(frozen=True, slots=True)
class _Found:
    pattern: Pattern
    indices: tuple[int, ...]

    @property
    def about_topic(self) -> bool:
        return self.pattern.kind is QuestionKind.TOPIC

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.indices[0] == 0 or self.pattern.at_end, len(self.indices), -self.indices[0]


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The patterns of every language in order of precedence, and polite openings to look behind."""

    patterns: Mapping[Language, tuple[Pattern, ...]]
    openings: Mapping[Language, tuple[tuple[str, ...], ...]]

    def kind(self, text: str, language: Language) -> QuestionKind:
        """The kind that ``text`` asks for; TOPIC when no question word says otherwise."""
        words = self._words(text, language)
        found = self._best(words, self._opening(words, language), language)
        return found.pattern.kind if found else QuestionKind.TOPIC

    def spans(self, text: str, language: Language) -> tuple[Span, ...]:
        """Where the polite opening and the words that decide the kind stand, in code points of ``text``.

        Those of a question about a topic are left out: they are stop words, or name the topic.
        """
        words = self._words(text, language)
        opening = self._opening(words, language)
        found = self._best(words, opening, language)
        asking = [words[opening + index] for index in found.indices] if found and not found.about_topic else []
        return tuple(
            word.span for word in (*words[:opening], *asking) if not found or word.text not in found.pattern.topical
        )

    def vocabulary(self, language: Language) -> frozenset[str]:
        """Every folded word of the patterns and openings of ``language``."""
        words = {word for pattern in self.patterns[language] for word in pattern.words if word}
        return frozenset(words.union(*self.openings[language]))

    def _words(self, text: str, language: Language) -> tuple[_Word, ...]:
        words = _words(text, language)
        if language is not Language.AR or not words or not words[0].text.startswith(_AND):
            return words
        first = _Word(words[0].text[1:], words[0].span)
        known = words[0].text in self.vocabulary(language) or first.text not in self.vocabulary(language)
        return words if known else (first, *words[1:])

    def _opening(self, words: Sequence[_Word], language: Language) -> int:
        """How many words of ``words`` are polite openings."""
        count = 0
        openings = self.openings[language]
        while True:
            rest = tuple(word.text for word in words[count:])
            longer = (len(each) for each in openings if rest[: len(each)] == each and len(rest) > len(each))
            step = max(longer, default=0)
            if not step:
                return count
            count += step

    def _best(self, words: Sequence[_Word], opening: int, language: Language) -> _Found | None:
        rest = [word.text for word in words[opening:]]
        found = (
            _Found(pattern, indices)
            for pattern in self.patterns[language]
            if not (opening and pattern.kind is QuestionKind.YES_NO) and (indices := pattern.find(rest)) is not None
        )
        return max(found, key=lambda each: each.rank, default=None)


def load_question_words(path: Path) -> QuestionWords:
    """Read the patterns.

    Raises GlossaryError when the file cannot be read, is no TOML, or names an unknown kind or language.
    """
    tables = read_table(path)
    for name, table in tables.items():
        _check(name, table, path)
    openings = tables.pop(_OPENINGS, {})
    return QuestionWords(
        {language: tuple(_patterns(tables, language)) for language in Language},
        {language: tuple(_texts(each, language) for each in openings.get(language, ())) for language in Language},
    )


def _check(name: str, table: object, path: Path) -> None:
    kinds = (*QuestionKind, _OPENINGS)
    if name not in kinds:
        raise GlossaryError(f"{path}: unknown table [{name}]; use one of {', '.join(kinds)}.")
    if not isinstance(table, dict):
        raise GlossaryError(f"{path}: {name} must be a table; write [{name}] above its languages.")
    for language, patterns in table.items():
        if language not in set(Language):
            raise GlossaryError(f"{path}: [{name}] has an unknown language {language!r}; use {', '.join(Language)}.")
        if not isinstance(patterns, list) or not all(isinstance(each, str) for each in patterns):
            raise GlossaryError(f"{path}: {language} of [{name}] must be a list of strings.")
        for each in patterns:
            if not _texts(each, Language(language)):
                raise GlossaryError(f"{path}: {language} of [{name}] has a pattern without words: {each!r}.")


def _patterns(tables: Mapping[str, Mapping[str, list[str]]], language: Language) -> Iterator[Pattern]:
    for kind, table in tables.items():
        for written in table.get(language, ()):
            words: list[str | None] = []
            for part in written.split(_GAP):
                words += [*([None] if words else []), *_texts(part, language)]
            topical = frozenset(word for part in _TOPICAL.findall(written) for word in _texts(part, language))
            yield Pattern(QuestionKind(kind), tuple(words), topical, written.startswith("^"), written.endswith("$"))


def _texts(text: str, language: Language) -> tuple[str, ...]:
    return tuple(word.text for word in _words(text, language))


def _words(text: str, language: Language) -> tuple[_Word, ...]:
    folded = fold(text)
    plain = simplify(folded.text) if language is Language.ZH else folded.text
    return tuple(
        _Word(text, folded.original(span)) for found in _WORD.finditer(plain) for text, span in _uncontracted(found)
    )


def _uncontracted(found: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """``who's`` and ``whos`` read as ``who`` and ``is``."""
    parts = _CONTRACTED.fullmatch(found[0])
    if parts:
        split = found.start() + len(parts[1])
        yield parts[1], Span(found.start(), split)
        yield "is", Span(split, found.end())
    else:
        yield found[0], Span(*found.span())


def _indices(words: Sequence[str | None], tokens: Sequence[str], start: int) -> Iterator[tuple[int, ...]]:
    if not words:
        yield ()
    elif words[0] is None:
        for skipped in range(_LONGEST_GAP + 1):
            yield from _indices(words[1:], tokens, start + skipped)
    elif start < len(tokens) and tokens[start] == words[0]:
        yield from ((start, *rest) for rest in _indices(words[1:], tokens, start + 1))
