"""Names that a text ties with words: "known as", 又称, "کے نام سے مشہور"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cpecbot.language.names.aliases.extents import (
    around,
    capitalised,
    is_latin,
    quoted_before,
    quoted_behind,
    run_before,
    run_behind,
    without_grammar,
    words_before,
    words_behind,
)
from cpecbot.language.names.aliases.given import Given, Mentions
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.text.folding import fold, fold_text
from cpecbot.language.text.patterns import NOTHING, any_of, either, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import is_han
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span

# What parts a name from the words that tie another to it.
_LOOSE = " \u00a0,，،、-–—(（"
_MOST_WORDS = 4
# A surname and a given name of two characters.
_FULL_NAME = 3


class Phrases:
    """The phrases of one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(NamesFile)
        self._language = language
        self._between, self._behind = (_compiled(each, language) for each in (file.called, file.called_behind))
        self._led = re.compile(rf"(?:{self._between.pattern})\W*", self._between.flags)
        words = () if language.profile.spaced else longest_first(function_words(language))
        self._grammar = re.compile(any_of(words) if words else NOTHING)
        self._surnames = frozenset(file.surnames.replace("\n", "").replace(" ", ""))

    def without(self, name: str) -> tuple[str, bool]:
        """``name`` without the words that lead to it (也称, also), and whether there were any."""
        found = self._led.match(simplify(fold(name).text))
        return (name[fold(name).offsets[found.end()] :], True) if found and found.end() else (name, False)

    def end_of_grammar(self, run: str, least: int) -> int:
        """Where the last word of grammar in ``run`` ends that leaves ``least`` characters; 0 when none does."""
        ends = (match.end() for match in self._grammar.finditer(simplify(run)))
        return max((end for end in ends if end <= len(run) - least), default=0)

    def given(self, text: str, mentions: Mentions) -> Iterator[Given]:
        folded = fold(text)
        plain = simplify(folded.text)
        for match in self._between.finditer(plain):
            place = folded.original(Span(*match.span()))
            one, other = self._name_before(text, place.start, mentions), self._name_after(text, place.end, mentions)
            if one and other:
                yield Given(one.slice(text), other.slice(text))
        for match in self._behind.finditer(plain):
            place = folded.original(Span(*match.span()))
            yield from self._both_before(text, place.start, mentions)

    def _both_before(self, text: str, end: int, mentions: Mentions) -> Iterator[Given]:
        """Both names before the phrase, a word of grammar between them: "X, who Y by the name is known"."""
        other = quoted_before(text, end)
        if other is None:
            words = without_grammar(text, words_before(text, end), self._language, last=True)
            other = around(words) if 0 < len(words) <= _MOST_WORDS else None
        if other is None:
            return
        start = other.start
        for word in reversed(words_before(text, start, 2)):
            if fold_text(word.slice(text)) not in function_words(self._language):
                break
            start = word.start
        one = self._name_before(text, start, mentions) if start < other.start else None
        if one:
            yield Given(one.slice(text), other.slice(text))

    def _name_before(self, text: str, end: int, mentions: Mentions) -> Span | None:
        end = len(text[:end].rstrip(_LOOSE))
        quoted, run = quoted_before(text, end), run_before(text, end)
        if quoted or run:
            return quoted or self._in_run(text, run, mentions)
        words = words_before(text, end)
        if words and is_latin(text[words[-1].start]):
            named = capitalised(text, words, last=True)
            return around(named) if named else None
        named = without_grammar(text, words, self._language, last=True)
        return _mentioned([around(named[-count:]) for count in range(len(named), 0, -1)], text, mentions, _most(named))

    def _in_run(self, text: str, run: Span | None, mentions: Mentions) -> Span | None:
        if run is None:
            return None
        parts = [Span(start, run.end) for start in range(run.start, run.end - 1)]
        named = Span(max(run.start, run.end - _FULL_NAME), run.end)
        own = named if text[named.start] in self._surnames else None
        return _mentioned(
            parts, text, mentions, own or Span(run.start + self.end_of_grammar(run.slice(text), _FULL_NAME), run.end)
        )

    def _name_after(self, text: str, start: int, mentions: Mentions) -> Span | None:
        quoted = quoted_behind(text, start)
        if quoted:
            return quoted
        start += len(text[start:]) - len(text[start:].lstrip())
        if is_han(text[start : start + 1]):
            return run_behind(text, start)
        words = words_behind(text, start)
        while words and fold_text(words[0].slice(text)) in function_words(self._language):
            words = words[1:]
        if words and is_latin(text[words[0].start]):
            named = capitalised(text, words, last=False)
            return around(named) if named else None
        named = without_grammar(text, words, self._language, last=False)[:_MOST_WORDS]
        alone = named and named == words and not text[named[-1].end : named[-1].end + 1].isspace()
        whole = around(named) if alone else None
        return _mentioned([around(named[:count]) for count in range(len(named), 0, -1)], text, mentions, whole)


def _most(words: Sequence[Span]) -> Span | None:
    return around(words) if 0 < len(words) <= _MOST_WORDS else None


def _mentioned(parts: Sequence[Span], text: str, mentions: Mentions, whole: Span | None) -> Span | None:
    """The longest of ``parts`` that is mentioned elsewhere too, or else the ``whole``."""
    return next((part for part in parts if mentions.often(part.slice(text))), whole)


def _compiled(phrases: Sequence[str], language: Language) -> re.Pattern[str]:
    return re.compile(either(_expression(fold_text(phrase).split(), language) for phrase in longest_first(phrases)))


def _expression(words: Sequence[str], language: Language) -> str:
    """One for a phrase of ``words``; a single letter at its end is written onto the name."""
    phrase = r"\s+".join(map(re.escape, words))
    if not language.profile.spaced:
        return phrase
    return rf"(?<!\w){phrase}" + ("" if len(words[-1]) == 1 else r"(?!\w)")
