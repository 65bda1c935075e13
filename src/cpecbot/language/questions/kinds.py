"""What kind of thing a question asks for, told by its question words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from cpecbot.language.text.folding import fold, fold_text
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Span
from cpecbot.scripts import HAN, Script, run_of
from cpecbot.tables import Table

_GAP = "…"
_LONGEST_GAP = 4
_LETTERS = run_of(rf"[^\W_{HAN}]")
_WORD = re.compile(rf"[{HAN}]|{_LETTERS}(?:'[a-z]+)?")
_TOPICAL = re.compile(r"\(([^)]*)\)")
WrittenPattern = Annotated[str, StringConstraints(pattern=r"\w")]
Word = Annotated[str, StringConstraints(pattern=r"^\w+$")]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Pattern:
    """Question words in order; None in ``words`` stands for up to four words of any kind.

    ``topical`` are those of the words that have to be there, but belong to what is asked about. A text without one of
    the ``needed`` words cannot fit.
    """

    kind: QuestionKind
    words: tuple[str | None, ...]
    topical: frozenset[str] = frozenset()
    at_start: bool = False
    at_end: bool = False
    needed: frozenset[str | None] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needed", frozenset(self.words) - {None})

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
    """How one language asks: its patterns in order of precedence, and polite openings to look behind.

    ``joined`` are words that it writes onto the next one, which is then looked up without them.
    """

    language: Language
    patterns: tuple[Pattern, ...]
    openings: tuple[tuple[str, ...], ...]
    vocabulary: frozenset[str]
    joined: tuple[str, ...] = ()

    def kind(self, text: str) -> QuestionKind:
        """The kind that ``text`` asks for; TOPIC when no question word says otherwise."""
        words = self._words(text)
        found = self._best(words, self._opening(words))
        return found.pattern.kind if found else QuestionKind.TOPIC

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the polite opening and the words that decide the kind stand, in code points of ``text``.

        Those of a question about a topic are left out: they are stop words, or name the topic.
        """
        words = self._words(text)
        opening = self._opening(words)
        found = self._best(words, opening)
        asking = [words[opening + index] for index in found.indices] if found and not found.about_topic else []
        return tuple(
            word.span for word in (*words[:opening], *asking) if not found or word.text not in found.pattern.topical
        )

    def _words(self, text: str) -> tuple[_Word, ...]:
        words = _words(text, self.language)
        if not words or words[0].text in self.vocabulary:
            return words
        rests = (words[0].text.removeprefix(joined) for joined in self.joined)
        rest = next((rest for rest in rests if rest in self.vocabulary), words[0].text)
        return (_Word(rest, words[0].span), *words[1:])

    def _opening(self, words: Sequence[_Word]) -> int:
        """How many words of ``words`` are polite openings."""
        count = 0
        while True:
            rest = tuple(word.text for word in words[count:])
            longer = (len(each) for each in self.openings if rest[: len(each)] == each and len(rest) > len(each))
            step = max(longer, default=0)
            if not step:
                return count
            count += step

    def _best(self, words: Sequence[_Word], opening: int) -> _Found | None:
        rest = [word.text for word in words[opening:]]
        present = frozenset(rest)
        found = (
            _Found(pattern, indices)
            for pattern in self.patterns
            if pattern.needed <= present
            and not (opening and pattern.kind is QuestionKind.YES_NO)
            and (indices := pattern.find(rest)) is not None
        )
        return max(found, key=lambda each: each.rank, default=None)


class Contraction(Table):
    """A word that is written onto others, shortened: ``word`` stands as one of ``endings`` right after each of them."""

    word: Word
    endings: tuple[str, ...] = Field(min_length=1)
    after: tuple[Word, ...] = Field(min_length=1)


class QuestionsFile(Table):
    """``questions.toml``: polite openings, and patterns by the kind that they ask for, in order of precedence."""

    file: ClassVar[str] = "questions.toml"

    openings: tuple[str, ...] = ()
    joined: tuple[Word, ...] = ()
    contraction: Contraction | None = None
    when: tuple[WrittenPattern, ...] = ()
    where: tuple[WrittenPattern, ...] = ()
    who: tuple[WrittenPattern, ...] = ()
    how_much: tuple[WrittenPattern, ...] = ()
    how_many: tuple[WrittenPattern, ...] = ()
    yes_no: tuple[WrittenPattern, ...] = ()
    topic: tuple[WrittenPattern, ...] = ()


def question_words(language: Language) -> QuestionWords:
    """How ``language`` asks."""
    return language.once(_question_words)


def _question_words(language: Language) -> QuestionWords:
    file = language.read(QuestionsFile)
    patterns = tuple(_patterns(file, language))
    openings = tuple(_texts(each, language) for each in file.openings)
    words = {word for pattern in patterns for word in pattern.words if word}
    joined = tuple(fold_text(word) for word in file.joined)
    return QuestionWords(language, patterns, openings, frozenset(words.union(*openings)), joined)


def _patterns(file: QuestionsFile, language: Language) -> Iterator[Pattern]:
    for kind in (name for name in QuestionsFile.model_fields if name in frozenset(QuestionKind)):
        for written in getattr(file, kind):
            words: list[str | None] = []
            for part in written.split(_GAP):
                words += [*([None] if words else []), *_texts(part, language)]
            topical = frozenset(word for part in _TOPICAL.findall(written) for word in _texts(part, language))
            yield Pattern(QuestionKind(kind), tuple(words), topical, written.startswith("^"), written.endswith("$"))


def _texts(text: str, language: Language) -> tuple[str, ...]:
    return tuple(word.text for word in _words(text, language))


def _words(text: str, language: Language) -> tuple[_Word, ...]:
    folded = fold(text)
    plain = simplify(folded.text) if language.profile.script is Script.HAN else folded.text
    contracted = language.once(_contracted)
    return tuple(
        _Word(text, folded.original(span))
        for found in _WORD.finditer(plain)
        for text, span in _uncontracted(found, contracted)
    )


def _contracted(language: Language) -> Mapping[str, tuple[str, str]]:
    """The two words that each contraction stands for."""
    written = language.read(QuestionsFile).contraction
    if written is None:
        return {}
    pairs = ((first, ending) for first in written.after for ending in written.endings)
    return {fold_text(first + ending): (fold_text(first), fold_text(written.word)) for first, ending in pairs}


def _uncontracted(found: re.Match[str], contracted: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Span]]:
    """``who's`` and ``whos`` read as ``who`` and ``is``."""
    if found[0] in contracted:
        first, second = contracted[found[0]]
        split = found.start() + len(first)
        yield first, Span(found.start(), split)
        yield second, Span(split, found.end())
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
