"""Places that no glossary lists, as far as the words around a name show that something is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.language.names.finding import SYLLABLES, is_common
from cpecbot.language.text.folding import fold
from cpecbot.language.text.places import is_somewhere, of_a_kind
from cpecbot.language.text.tokens import Token, is_han
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
    spaced = entry.sentence.language.profile.spaced
    for name, place in _by_words(entry) if spaced else _by_characters(entry):
        if name.start >= entry.body and not name.overlaps_any(known):
            yield place


def _by_words(entry: Entry) -> Iterator[tuple[Span, Span]]:
    """Names in words, and the places that they name: strange ones, or any whose kind is told."""
    text, language = fold(entry.sentence.reading), entry.sentence.language
    words = [token for token in entry.analysis.tokens if not is_han(token.text)]
    meant = [term.span for term in entry.analysis.terms if term.kind in _TOLD]
    end = 0
    for at, word in enumerate(words):
        if word.span.start < end:
            continue
        run = _run(words[at : at + _MOST_WORDS], entry, meant)
        for name in _parts(run):
            told = [_is_strange(each, entry, meant) for each in run if name.contains(each.span)]
            strange = any(told) if _has_capitals(language) else all(told)
            if of_a_kind(text, name, language) or (strange and is_somewhere(text, name, language)):
                end = name.end
                yield name, name
                break


def _parts(run: Sequence[Token]) -> list[Span]:
    """What of ``run`` may be a name: the end of it, with or without the words before, else its beginning."""
    ends = [Span(word.span.start, run[-1].span.end) for word in run[::-1]]
    return ends + [Span(run[0].span.start, word.span.end) for word in run[:-1][::-1]]


def _run(words: Sequence[Token], entry: Entry, meant: Sequence[Span]) -> list[Token]:
    """The first of ``words`` that may make one name: with capitals; where there are none, a word and strange ones."""
    text, language = entry.sentence.reading, entry.sentence.language
    run: list[Token] = []
    for word in words:
        written = word.span.slice(text)
        first = not run and word.text not in function_words(language)
        named = written[:1].isupper() if _has_capitals(language) else first or _is_strange(word, entry, meant)
        apart = run and text[run[-1].span.end : word.span.start] not in _WITHIN
        owner = run and len(run[-1].text) < len(run[-1].span)  # "Melby's"
        if not named or apart or owner or not written[:1].isalpha():
            break
        run.append(word)
    return run


def _is_strange(word: Token, entry: Entry, meant: Sequence[Span]) -> bool:
    """Whether no dictionary lists it; where no capitals show a name, whether it means nothing (``meant`` are others).

    Dictionaries of these languages list towns too.
    """
    language = entry.sentence.language
    if _has_capitals(language):
        return not is_common(word, entry.sentence.reading, language)
    grammar = function_words(language) | light_words(language)
    return word.text not in grammar and not word.span.overlaps_any(meant)


def _has_capitals(language: Language) -> bool:
    return any(map(str.isupper, language.profile.script.letters))


def _by_characters(entry: Entry) -> Iterator[tuple[Span, Span]]:
    """Names in characters that are part of no known word, and the places that they name, with their kind."""
    text, language, terms = fold(entry.sentence.reading), entry.sentence.language, entry.analysis.terms
    told = [term.span for term in terms if term.kind in _TOLD and len(term.span) > 1]
    foreign = {term.span for term in terms if term.kind is TermKind.NAME and SYLLABLES not in term.key}
    end = 0
    for name in _runs(entry):
        if name.start < end:
            continue
        place = of_a_kind(text, name, language)
        if place is None and name in foreign and is_somewhere(text, name, language):
            place = name
        if place and not any(span.overlaps(place) and not place.contains(span) for span in told):
            end = place.end
            yield name, place


def _runs(entry: Entry) -> Iterator[Span]:
    """What may make one name, at each place the longest first."""
    text, grammar = entry.sentence.reading, function_words(entry.sentence.language)
    for start in range(entry.body, len(text)):
        for end in range(min(start + _MOST_CHARACTERS, len(text)), start, -1):
            written = text[start:end]
            if all(map(is_han, written)) and grammar.isdisjoint(written):
                yield Span(start, end)
