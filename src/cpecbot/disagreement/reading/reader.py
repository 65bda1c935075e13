"""Makes readings of entries, and asks them what the tables know of countries, names, topics and roles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct

from cpecbot.disagreement.reading.contrasts import Contrasts, Role
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading, Word
from cpecbot.language.analysis import CONCEPT, NAME
from cpecbot.language.concepts.concept import DEEDS, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.matching import tokenise
from cpecbot.language.text.inflection.lemmas import lemma
from cpecbot.language.text.simplified import fold_simply
from cpecbot.models import Sentence, Span, TermKind, Value, ValueKind
from cpecbot.store.entries import Entry

NAME_KINDS = frozenset({ConceptKind.PERSON, ConceptKind.PLACE})
_CLAUSE_MARKS = frozenset(',;:()"«»“”،؛؟。，；：、')


class Reader(Struct, frozen=True):
    """Makes readings, and asks them what the tables know."""

    glossary: Glossary
    contrasts: Contrasts

    def read(self, entry: Entry, published: date | None = None) -> Reading:
        """The concepts and values of ``entry`` in place, with what comparing alone needs: words and terms.

        ``published`` is the day of its article.
        """
        sentence = entry.sentence
        words = _words(sentence)
        places = _Places(words, sentence.span.start)
        terms = self.contrasts.terms.match(sentence.reading, sentence.language)
        meant = tuple(_marked(entry, CONCEPT, places))
        return Reading(
            sentence,
            words,
            tuple(Mark(each.concept, *place) for each in entry.analysis.concepts if (place := places.of(each.span))),
            tuple(Mark(each.concept, *place) for each in terms if (place := places.of(each.span))),
            tuple(Amount(value, *place) for value in _comparable(entry) if (place := places.of(value.span))),
            filed[1] if (filed := places.of(Span(0, entry.body))) else 0,
            self.glossary.having(Trait.STATE).intersection(each.concept for each in entry.analysis.concepts),
            published=published,
            meant=meant,
            deeds=tuple(mark for mark in meant if self.kind_of(mark.key) in DEEDS),
            named=tuple(_marked(entry, NAME, places)),
            around=entry.surroundings,
            entry=entry,
        )

    def kind(self, key: str) -> ConceptKind | None:
        concept = self.glossary.concepts.get(key)
        return concept.kind if concept else None

    def kind_of(self, key: str) -> ConceptKind:
        """The kind of a concept of the field or of the general vocabulary."""
        return self.kind(key) or self.glossary.vocabulary.kind(key)

    def is_country(self, key: str) -> bool:
        return self.glossary.has(key, Trait.STATE)

    def countries(self, reading: Reading, first: int = 0, last: int | None = None) -> tuple[Mark, ...]:
        """Countries named, also by adjective; not a country that only stands behind the name of a city."""
        end = len(reading.words) if last is None else last
        named = self._named_by_city(reading)
        return tuple(
            mark
            for mark in reading.concepts
            if self.is_country(mark.key)
            and first <= mark.first
            and mark.last <= end
            and (mark.first, mark.last) not in named
        )

    def actors(self, reading: Reading) -> tuple[Mark, ...]:
        """Countries that act, also by their capital ("Beijing praised")."""
        metonyms = self.contrasts.metonyms
        return tuple(
            Mark(metonyms.get(mark.key, mark.key), mark.first, mark.last)
            for mark in reading.concepts
            if self.is_country(mark.key) or mark.key in metonyms
        )

    def topic(self, reading: Reading, first: int, last: int) -> frozenset[str]:
        """What the words ``[first, last)`` speak of: concepts, and terms that are more than grammar."""
        terms = {f"term:{mark.key}" for mark in reading.terms if first <= mark.first and mark.last <= last}
        concepts = frozenset(key for key in reading.keys(first, last) if self.kind(key) is not ConceptKind.UNIT)
        return (concepts - self.contrasts.general) | (terms - {f"term:{key}" for key in self.contrasts.functional})

    def names(self, reading: Reading, first: int, last: int) -> frozenset[str]:
        """Persons and places in the clauses of the words ``[first, last)``."""
        start, end = reading.clause_bounds(first)[0], reading.clause_bounds(last - 1)[1]
        return frozenset(key for key in reading.keys(start, end) if self.kind(key) in NAME_KINDS)

    def _named_by_city(self, reading: Reading) -> frozenset[tuple[int, int]]:
        return frozenset(
            (mark.first, mark.last)
            for mark in reading.concepts
            if not self.is_country(mark.key) and self.kind(mark.key) is ConceptKind.PLACE
        )

    def narrowest(self, concepts: Collection[str]) -> frozenset[str]:
        """``concepts`` without those that others of them are a kind of; two kinds of each other are one."""
        broader = {key: frozenset(self.glossary.broader(key)) for key in concepts}
        wider = {key for key in concepts if any(key in broader[each] and each not in broader[key] for each in concepts)}
        return frozenset(concepts) - wider

    def has(self, reading: Reading, role: Role, first: int, last: int) -> bool:
        """Whether a term of ``role`` lies in the words ``[first, last)``, not as part of a longer concept."""
        keys = self.contrasts.role(role)
        return any(
            mark.key in keys and first <= mark.first and mark.last <= last and not self._part_of_name(mark, reading)
            for mark in reading.terms
        )

    def _part_of_name(self, mark: Mark, reading: Reading) -> bool:
        """As "future", which is no time in "shared future"; not as "next", which in "next round" means the same."""
        longer = {
            each.key
            for each in reading.concepts
            if each.first <= mark.first and mark.last <= each.last and each.last - each.first > mark.last - mark.first
        }
        if not longer:
            return False
        alone = self.glossary.match(reading.text(mark.first, mark.last), reading.sentence.language)
        return not longer <= {each.concept for each in alone}


def _marked(entry: Entry, sort: str, places: _Places) -> Iterator[Mark]:
    """The terms of ``entry`` whose keys begin with ``sort``, without what words mean only outside of their phrase."""
    for term in entry.analysis.terms:
        if term.key.startswith(sort) and term.kind is not TermKind.CONSTITUENT:
            place = places.of(term.span)
            if place:
                yield Mark(term.key.removeprefix(sort), *place)


class _Places:
    """From code points of a sentence to its words."""

    def __init__(self, words: tuple[Word, ...], offset: int) -> None:
        self._starts = [word.span.start - offset for word in words]
        self._ends = [word.span.end - offset for word in words]

    def of(self, span: Span) -> tuple[int, int] | None:
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return (first, last) if first < last else None


def _comparable(entry: Entry) -> Iterator[Value]:
    """The values that may differ: whether "yesterday" is from where it was written or printed nobody tells."""
    return (value for value in entry.analysis.values if value.kind is not ValueKind.RELATIVE_DAY)


def _words(sentence: Sentence) -> tuple[Word, ...]:
    # One character may be written in two ways, and says the same.
    folded = fold_simply(sentence.reading, sentence.language)
    clause = 0
    end = 0
    words = []
    for token in tokenise(folded.text):
        clause += _breaks(folded.text[end : token.span.start])
        end = token.span.end
        span = folded.original(token.span)
        words.append(
            Word(
                token.text,
                lemma(token.text, sentence.language),
                span.shift(sentence.span.start),
                clause,
                sentence.reading[span.start].isupper(),
            )
        )
    return tuple(words)


def _breaks(gap: str) -> int:
    return int(any(mark in gap for mark in _CLAUSE_MARKS) or " - " in gap or "- " in gap)
