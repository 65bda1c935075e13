"""Places that no glossary lists, as far as the words around a name show that something is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cpecbot.language.names.finding import SYLLABLES, is_common
from cpecbot.language.text.cues.places import is_somewhere, of_a_kind
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.text.tokens import Token, is_han, tokenize
from cpecbot.language.text.words import function_words, light_words
from cpecbot.languages import Language
from cpecbot.models import Query, Span, TermKind
from cpecbot.store.entries import Entry

# Words of one name, or characters where no space parts words.
_MOST_WORDS = 3
_MOST_CHARACTERS = 4
_TOLD = frozenset({TermKind.CONCEPT, TermKind.SENSE})
_WITHIN = frozenset({" ", "-", "‌"})


def unlisted_places(query: Query, entry: Entry) -> Iterator[Span]:
    """Where ``entry`` names a place that ``query`` does not name and no glossary knows."""
    asked = {key for unit in query.units for key in unit.keys}
    analysis = entry.analysis
    known = [*(match.span for match in analysis.concepts), *(value.span for value in analysis.values)]
    known += [term.span for term in analysis.terms if term.key in asked]
    for name, place in entry.sentence.language.once(_Places).of(_Told.of(entry)):
        if name.start >= entry.body and not name.overlaps_any(known):
            yield place


class _Told(Struct, frozen=True):
    """All of a sentence that its places hang on: where words stand that mean something, and where foreign names do."""

    text: str
    language: Language
    meant: tuple[Span, ...]
    foreign: frozenset[Span]
    body: int

    @classmethod
    def of(cls, entry: Entry) -> _Told:
        terms = entry.analysis.terms
        return cls(
            entry.sentence.reading,
            entry.sentence.language,
            tuple(term.span for term in terms if term.kind in _TOLD),
            frozenset(term.span for term in terms if term.kind is TermKind.NAME and SYLLABLES not in term.key),
            entry.body,
        )


class _Places:
    """The places in the sentences of one language; those of the sentences asked of last are kept."""

    def __init__(self, language: Language) -> None:
        self._find = _by_words if language.profile.spaced else _by_characters
        self.of = lru_cache(maxsize=2048)(self._found)

    def _found(self, told: _Told) -> tuple[tuple[Span, Span], ...]:
        return tuple(self._find(told))


def _by_words(told: _Told) -> Iterator[tuple[Span, Span]]:
    """Names in words, and the places that they name: strange ones, or any whose kind is told."""
    language = told.language
    text = fold_simply(told.text, language)
    words = [token for token in tokenize(told.text) if not is_han(token.text)]
    end = 0
    for at, word in enumerate(words):
        if word.span.start < end:
            continue
        run = _run(words[at : at + _MOST_WORDS], told)
        for name in _parts(run):
            strangers = [_is_strange(each, told) for each in run if name.contains(each.span)]
            strange = any(strangers) if _has_capitals(language) else all(strangers)
            if of_a_kind(text, name, language) or (strange and is_somewhere(text, name, language)):
                end = name.end
                yield name, name
                break


def _parts(run: Sequence[Token]) -> list[Span]:
    """What of ``run`` may be a name: the end of it, with or without the words before, else its beginning."""
    ends = [Span(word.span.start, run[-1].span.end) for word in run[::-1]]
    return ends + [Span(run[0].span.start, word.span.end) for word in run[:-1][::-1]]


def _run(words: Sequence[Token], told: _Told) -> list[Token]:
    """The first of ``words`` that may make one name: with capitals; where there are none, a word and strange ones."""
    text, language = told.text, told.language
    run: list[Token] = []
    for word in words:
        written = word.span.slice(text)
        first = not run and word.text not in function_words(language)
        named = written[:1].isupper() if _has_capitals(language) else first or _is_strange(word, told)
        apart = run and text[run[-1].span.end : word.span.start] not in _WITHIN
        owner = run and len(run[-1].text) < len(run[-1].span)  # "Melby's"
        if not named or apart or owner or not written[:1].isalpha():
            break
        run.append(word)
    return run


def _is_strange(word: Token, told: _Told) -> bool:
    """Whether no dictionary lists it; where no capitals show a name, whether it means nothing.

    Dictionaries of these languages list towns too.
    """
    language = told.language
    if _has_capitals(language):
        return not is_common(word, told.text, language)
    grammar = function_words(language) | light_words(language)
    return word.text not in grammar and not word.span.overlaps_any(told.meant)


def _has_capitals(language: Language) -> bool:
    return any(map(str.isupper, language.profile.script.letters))


def _by_characters(told: _Told) -> Iterator[tuple[Span, Span]]:
    """Names in characters that are part of no known word, and the places that they name, with their kind."""
    language = told.language
    text = fold_simply(told.text, language)
    words = [span for span in told.meant if len(span) > 1]
    end = 0
    for name in _runs(told):
        if name.start < end:
            continue
        place = of_a_kind(text, name, language)
        if place is None and name in told.foreign and is_somewhere(text, name, language):
            place = name
        if place and not any(span.overlaps(place) and not place.contains(span) for span in words):
            end = place.end
            yield name, place


def _runs(told: _Told) -> Iterator[Span]:
    """What may make one name, at each place the longest first."""
    text, grammar = told.text, function_words(told.language)
    for start in range(told.body, len(text)):
        for end in range(min(start + _MOST_CHARACTERS, len(text)), start, -1):
            written = text[start:end]
            if all(map(is_han, written)) and grammar.isdisjoint(written):
                yield Span(start, end)
