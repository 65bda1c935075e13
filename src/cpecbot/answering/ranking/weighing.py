"""What each unit of a question weighs: how rare it is in these articles, and what its kind says about a topic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import DEEDS, YEAR, is_value, meanings
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Unit
from cpecbot.store.bm25 import inverse_document_frequency
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# A place or a policy (1.0) is what a question is about; "agreed" or "sector" is how it is put.
_SALIENCE = {
    ConceptKind.EVENT: 0.6,
    ConceptKind.TITLE: 0.7,
    ConceptKind.MODIFIER: 0.35,
    ConceptKind.STANCE: 0.35,
    ConceptKind.GENERIC: 0.4,
    ConceptKind.UNIT: 0.3,
}
_SUBJECT_SALIENCE = 0.5
# That the articles never name a thing which the glossary knows tells more than a word that nobody knows.
_ABSENT_CONCEPT = 1.3
# A date belongs to what happened: asked when, an event weighs as much as the thing it happened to.
_WHEN_IT_HAPPENED = 1.6
# Reports of a year need not say it, and that it is said tells little of what happened.
_YEAR = 0.4
_LIGHT_WORD = 0.05
_PLAIN_WORD = 0.4
# A plain word cannot be recognised in another language: its absence there proves less.
_PLAIN_WORD_ABROAD = 0.3
# A name can, and so can a word that the vocabulary knows.
_NAME_ABROAD = 0.4
_SENSE_ABROAD = 0.4
# Where no article says it in any language, that tells: more so of a thing, which has few other names, than of what is
# done or what a thing is like, which is put in many ways.
_ABSENT_SENSE = 0.25
_ABSENT_THING = 0.4
_THINGS = frozenset({ConceptKind.THING, ConceptKind.ROLE, ConceptKind.EVENT})
# A word that stands in no article may be the very thing that is missing, or just another way to put it.
_UNKNOWN_WORD = 0.3
# All unknown plain words together weigh at most as much as this many of them.
_UNKNOWN_WORDS = 1.0
# Two words beside each other are one phrase when this share of the sentences with the rarer one hold both, but no fewer
# than two: they weigh as much as one word.
_TOGETHER = 0.7
_TOGETHER_AT_LEAST = 2


class Weights(Struct, frozen=True):
    """What each unit of a query weighs in this corpus, in nats; ``unknown`` units stand in no sentence.

    ``abroad`` are the weights for sentences in another language than the question's.
    """

    at_home: Mapping[Unit, float]
    abroad: Mapping[Unit, float]
    unknown: tuple[Unit, ...]

    def of(self, entry: Entry, language: Language) -> Mapping[Unit, float]:
        return self.at_home if entry.sentence.language == language else self.abroad


def weigh(query: Query, store: Store, glossary: Glossary) -> Weights:
    """The weight of each unit: its inverse document frequency times what its kind says about a topic.

    People talk around what they ask, so words that stand in no article are weighed together, not one by one.
    """
    foreign = query.language not in store.languages
    counts = store.frequencies(unit.keys for unit in query.units)
    holders = dict(zip(query.units, counts, strict=True))
    at_home, abroad = {}, {}
    for unit, count in holders.items():
        frequency = inverse_document_frequency(count, len(store))
        rarity = frequency * _stress(unit, count, query, glossary)
        most = math.inf if count else frequency * _most_of_absent(unit, query.kind, glossary)
        here, there = _as_word(unit, count, glossary, foreign=foreign)
        at_home[unit] = min(most, rarity * _salience(unit, glossary, here))
        abroad[unit] = min(most, rarity * _salience(unit, glossary, there))
    for words in _phrases(query, store):
        for unit in words:
            at_home[unit] /= len(words)
            abroad[unit] /= len(words)
    unknown = tuple(unit for unit, count in holders.items() if not count)
    chatter = [unit for unit in unknown if not unit.concept and not unit.light and not general_kinds(unit, glossary)]
    for unit in chatter:
        share = min(1.0, _UNKNOWN_WORDS / len(chatter))
        at_home[unit] *= share
        abroad[unit] *= share
    return Weights(at_home, abroad, unknown)


def _most_of_absent(unit: Unit, asked: QuestionKind, glossary: Glossary) -> float:
    """What a concept of the field weighs at most that no article names: a deed no more than any other word for one.

    Asked who, what was done is what tells one person from another.
    """
    kind = glossary.kind(unit.concept) if unit.concept else None
    if kind not in DEEDS or asked is QuestionKind.WHO:
        return math.inf
    return _ABSENT_THING if kind in _THINGS else _ABSENT_SENSE


def _phrases(query: Query, store: Store) -> Iterator[Sequence[Unit]]:
    """Words side by side in ``query`` of which the articles hardly hold one without the other: Rio and Grande."""
    run: list[Unit] = []
    for unit in query.units:
        if run and not _make_one_phrase(run[-1], unit, store):
            yield run
            run = []
        run.append(unit)
    yield run


def _make_one_phrase(first: Unit, second: Unit, store: Store) -> bool:
    beside = 0 <= second.span.start - first.span.end <= 1
    if not beside or any(unit.concept or unit.light for unit in (first, second)):
        return False
    rarer = min(store.frequency(first.keys), store.frequency(second.keys))
    both = store.together(first.keys, second.keys)
    return both >= max(_TOGETHER_AT_LEAST, _TOGETHER * rarer)


def _as_word(unit: Unit, count: int, glossary: Glossary, *, foreign: bool) -> tuple[float, float]:
    """What a word that is no concept of the field counts for, at home and abroad; ``count`` sentences hold it.

    ``foreign`` is a question in a language that no article is in.
    """
    senses = general_kinds(unit, glossary)
    if senses and not count:
        absent = _ABSENT_SENSE if senses.isdisjoint(_THINGS) else _ABSENT_THING
        return absent, absent
    plain = _PLAIN_WORD if count else _UNKNOWN_WORD
    at_home = _PLAIN_WORD_ABROAD if foreign else plain
    if senses:
        return at_home, _SENSE_ABROAD
    if unit.named:
        return at_home, _NAME_ABROAD
    return at_home, _PLAIN_WORD_ABROAD if count else at_home


def general_kinds(unit: Unit, glossary: Glossary) -> frozenset[ConceptKind]:
    """The kinds of what ``unit`` may mean by the general vocabulary."""
    return frozenset(glossary.vocabulary.kind(key) for key in meanings(unit) if key in glossary.vocabulary)


def is_subject(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` is something to ask about: a thing, a policy or a value, not a word of a general kind."""
    if unit.concept:
        return _SALIENCE.get(glossary.concepts[unit.concept].kind, 1.0) > _SUBJECT_SALIENCE
    return not unit.light


def _stress(unit: Unit, count: int, query: Query, glossary: Glossary) -> float:
    if unit.concept is None:
        return 1.0
    absent = 1.0 if count else _ABSENT_CONCEPT
    event = glossary.concepts[unit.concept].kind is ConceptKind.EVENT
    return absent * (_WHEN_IT_HAPPENED if event and query.kind is QuestionKind.WHEN else 1.0)


def _salience(unit: Unit, glossary: Glossary, plain: float) -> float:
    if unit.light:
        return _LIGHT_WORD
    if unit.concept:
        return _SALIENCE.get(glossary.concepts[unit.concept].kind, 1.0)
    if is_value(unit):
        return _YEAR if all(key.startswith(YEAR) for key in unit.keys) else 1.0
    return plain
