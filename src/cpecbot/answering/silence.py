"""What can be said of the sources that an answer does not quote: who also speaks of it, and who is silent.

Silence is a claim about a whole article, its title and headings too, and needs proof: words of the question that the
program would know in the language of the article, and that stand nowhere in it. A name is missed for sure; what is done
is put in many ways, and a plain word is not known in another language at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice

from msgspec import Struct

from cpecbot.answering.meanings import is_value
from cpecbot.answering.ranking.inheriting import BROADER_CREDIT
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.answering.ranking.weighing import Weights, general_kinds, is_subject, weigh
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import MOMENTS, Article, Query, QuestionKind, Span, TermKind, Unit, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

# An article that holds more than this share of what the question is about cannot be called silent; of one that reports
# something else altogether, more may be there by chance.
_SHARED = 0.2
_SHARED_BY_CHANCE = 0.3
# What is missing has to prove this much: one name, or two things of which few words can speak.
_PROOF = 0.9
_PROOF_ELSEWHERE = 0.3
# What a missing unit proves, by what it is: a name has one form in a language, a thing has few.
_PROOF_OF_A_NAME = 1.0
_PROOF_OF_A_THING = 0.5
# What only sounds like a name of the articles may be none.
_PROOF_OF_A_GUESS = 0.4
_PROOF_OF_A_CONCEPT = 0.3
_PROOF_OF_A_SENSE = 0.25
_PROOF_OF_A_WORD = 0.15
# A title is told by the name of who bears it, a unit by a number.
_TOLD_OTHERWISE = frozenset({ConceptKind.UNIT, ConceptKind.QUESTION})
_THINGS = frozenset(
    {
        ConceptKind.PLACE,
        ConceptKind.PERSON,
        ConceptKind.PROJECT,
        ConceptKind.INSTITUTION,
        ConceptKind.ECONOMY,
        ConceptKind.POLICY,
    }
)
# Two articles are on the same event where the one holds so many of the things that the other opens with. An opening of
# fewer things than this tells no event.
_KIN = 0.2
_KIN_THINGS = 2
_OPENING_THINGS = 4
# How much of the question the best sentence of a source has to come near to be said to speak of it.
_ALSO = 0.5
_MOST_ALSO = 10
# Of more sources than this those alone are looked at for silence that may report what the one quoted reports.
_MOST_BEYOND = 200
# What is kept for the next question.
_KEPT = 32
_KEPT_TITLES = 4096

_MEANINGS = frozenset({TermKind.CONCEPT, TermKind.SENSE, TermKind.NAME, TermKind.VALUE})
_NUMBERS = frozenset(ValueKind) - {*MOMENTS, ValueKind.VERSION}
_VALUES: Mapping[QuestionKind, frozenset[ValueKind]] = {
    QuestionKind.WHEN: MOMENTS | {ValueKind.DURATION},
    QuestionKind.HOW_MANY: _NUMBERS,
    QuestionKind.HOW_MUCH: _NUMBERS,
}


class Unquoted(Struct, frozen=True):
    """What is said of the sources that are not quoted; of those in none of the lists nothing is known.

    ``also`` are the best sentences of sources that speak of what was asked, one of each. ``without_value`` are those of
    these sources that give no date for it, or no number, where that was asked for.
    """

    also: tuple[Candidate, ...] = ()
    without_value: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class Silence:
    """Tells the silent sources of one corpus from the others."""

    def __init__(self, store: Store, articles: Mapping[str, Article], analyzer: Analyzer) -> None:
        self._store = store
        self._articles = articles
        self._analyzer = analyzer
        self._kin = lru_cache(maxsize=_KEPT)(self._kin_of)
        self._title = lru_cache(maxsize=_KEPT_TITLES)(self._read_title)

    def unquoted(
        self, query: Query, weights: Weights, found: Sequence[Candidate], quoted: str, beyond: Sequence[str]
    ) -> Unquoted:
        """What to say of the sources ``beyond`` those shown; ``quoted`` is the source of the first quote."""
        kin = self._kin(quoted)
        looked_at = beyond if len(beyond) <= _MOST_BEYOND else [*islice(filter(kin.__contains__, beyond), _MOST_BEYOND)]
        near = frozenset(each.entry.sentence.source for each in found).intersection(beyond)
        holders = self._holders(query, near.union(looked_at, (quoted,)))
        judge = self._judge(_Topic(query, weights, holders, self._analyzer.glossary, quoted), kin)
        silent = tuple(source for source in looked_at if judge(source).silent)
        speaking = frozenset(source for source in near if judge(source).speaks)
        also = tuple(_best(found, speaking, self._analyzer.glossary))
        return Unquoted(also, tuple(self._without_value(query, also)), silent)

    def on(self, unit: Unit, language: Language, speaking: Collection[str]) -> frozenset[str]:
        """The sources of which an answer to a question for ``unit`` alone says that they are silent.

        Whichever of those ``speaking`` is quoted, of which there is one.
        """
        query = Query(unit.text, language, QuestionKind.TOPIC, (unit,))
        weights = weigh(query, self._store, self._analyzer.glossary)
        holders = self._holders(query, self._articles)
        topic = _Topic(query, weights, holders, self._analyzer.glossary, next(iter(speaking)))
        judge = self._judge(topic, frozenset().union(*map(self._kin, speaking)))
        return frozenset(source for source in self._articles if source not in speaking and judge(source).silent)

    def _judge(self, topic: _Topic, kin: Collection[str]) -> Callable[[str], _Judged]:
        """Tells of a source whether it is silent on ``topic``; those that hold the same of it are alike."""

        @cache
        def judged(held: tuple[float, ...], at_home: bool, of_the_kind: bool) -> _Judged:
            proof, shared = (_PROOF, _SHARED) if of_the_kind else (_PROOF_ELSEWHERE, _SHARED_BY_CHANCE)
            missing = topic.proof(held, at_home=at_home)
            silent = missing >= proof and topic.shared(held, at_home=at_home) <= shared
            return _Judged(silent, speaks=missing < _PROOF and not silent)

        def judge(source: str) -> _Judged:
            at_home = self._articles[source].language == topic.query.language
            return judged(topic.held(source), at_home, source in kin)

        return judge

    def _holders(self, query: Query, sources: Iterable[str]) -> Mapping[Unit, _Holders]:
        """Who holds the units of ``query``, if only in a title that is told beside the text of one of ``sources``."""
        units = [unit for unit in query.units if not unit.light]
        titles = {source: held for source in sources if (held := self._title(source))}

        def holding(keys: Collection[str]) -> frozenset[str]:
            titled = (source for source, held in titles.items() if not held.isdisjoint(keys))
            return self._store.sources_holding(keys).union(titled)

        return {unit: _Holders(holding(unit.keys), holding(unit.broader)) for unit in units}

    def _read_title(self, source: str) -> frozenset[str]:
        article = self._articles[source]
        if not article.title:
            return frozenset()
        return frozenset(term.key for term in self._analyzer.analyze(article.title, article.language).terms)

    def _kin_of(self, source: str) -> frozenset[str]:
        """The sources that may report what ``source`` reports; all of them where it opens with too little to tell."""
        opening = self._opening(source)
        if len(opening) < _OPENING_THINGS:
            return frozenset(self._articles)
        shared = Counter(holder for thing in opening for holder in self._store.sources_holding(thing))
        return frozenset(each for each, held in shared.items() if held >= max(_KIN_THINGS, _KIN * len(opening)))

    def _opening(self, source: str) -> list[frozenset[str]]:
        """What the first statement of ``source`` and the headings above it speak of, each thing as its keys."""
        entries = self._store.entries(source)
        first = next((number for number, entry in enumerate(entries, 1) if entry.leads), 0)
        return list(dict.fromkeys(thing for entry in entries[:first] for thing in _things(entry)))

    def _without_value(self, query: Query, also: Iterable[Candidate]) -> Iterator[str]:
        """The sources of ``also`` where no value of the kind asked for stands in or beside what speaks of it."""
        kinds = _VALUES.get(query.kind, frozenset())
        keys = frozenset(key for unit in query.units if not unit.light for key in unit.keys)
        for candidate in also if kinds else ():
            source = candidate.entry.sentence.source
            entries = self._store.entries(source)
            speaking = {number for number, entry in enumerate(entries) if not entry.keys.isdisjoint(keys)}
            beside = (entries[number - 1 : number + 2] if number else entries[:2] for number in speaking)
            if not any(value.kind in kinds for near in beside for entry in near for value in entry.analysis.values):
                yield source


class _Judged(Struct, frozen=True):
    """Whether a source is silent; or ``speaks``, as far as nothing proves that it does not."""

    silent: bool
    speaks: bool


class _Holders(Struct, frozen=True):
    """The sources that hold a unit, and those that hold what it is a kind or a part of."""

    named: frozenset[str]
    wider: frozenset[str]


class _Topic(Struct, frozen=True):
    """What a question is about, unit by unit: who holds it, and what it proves when it is missing.

    That a source lacks what the one ``quoted`` lacks as well proves nothing of it.
    """

    query: Query
    weights: Weights
    holders: Mapping[Unit, _Holders]
    glossary: Glossary
    quoted: str

    def held(self, source: str) -> tuple[float, ...]:
        """How much ``source`` holds of each unit: 1 of one that it names, less of what that is a kind or a part of."""
        return tuple(
            1.0 if source in each.named else BROADER_CREDIT if source in each.wider else 0.0
            for each in self.holders.values()
        )

    def shared(self, held: Sequence[float], *, at_home: bool) -> float:
        """The share (0 to 1) of what the question is about that is ``held`` somewhere; 1 where that is unknown."""
        weights = self.weights.at_home if at_home else self.weights.abroad
        known = [
            (weights[unit], share)
            for unit, share in zip(self.holders, held, strict=True)
            if is_subject(unit, self.glossary) and self._is_known(unit, at_home)
        ]
        total = sum(weight for weight, _ in known)
        return sum(weight * share for weight, share in known) / total if total else 1.0

    def proof(self, held: Sequence[float], *, at_home: bool) -> float:
        """How much it proves that a source does not hold what is not ``held``."""
        shares = zip(self.holders, self.held(self.quoted), held, strict=True)
        return sum(self._proof(unit, at_home) for unit, quoted, share in shares if quoted and not share)

    def _is_known(self, unit: Unit, at_home: bool) -> bool:
        """Whether an article in the question's language, or in another, would be seen to hold ``unit``."""
        return at_home or unit.named or unit.concept is not None or is_value(unit) or bool(self._meanings(unit))

    def _proof(self, unit: Unit, at_home: bool) -> float:
        if unit.concept:
            return self._proof_of_concept(unit.concept)
        if is_value(unit):
            return _PROOF_OF_A_NAME
        if self._meanings(unit):
            return _PROOF_OF_A_SENSE
        if unit.named:
            return _PROOF_OF_A_GUESS
        return _PROOF_OF_A_WORD if at_home else 0.0

    def _proof_of_concept(self, concept: str) -> float:
        known = self.glossary.concepts[concept]
        if known.kind in _THINGS:
            return _PROOF_OF_A_NAME if known.is_name else _PROOF_OF_A_THING
        return 0.0 if known.kind in _TOLD_OTHERWISE else _PROOF_OF_A_CONCEPT

    def _meanings(self, unit: Unit) -> frozenset[ConceptKind]:
        return general_kinds(unit, self.glossary)


def _best(found: Iterable[Candidate], sources: Collection[str], glossary: Glossary) -> Iterator[Candidate]:
    """The sentence of each of ``sources`` that comes nearest, if it is near and shares a subject of the question."""
    best: dict[str, Candidate] = {}
    for each in found:
        source = each.entry.sentence.source
        if source in sources and each.closeness > (best[source].closeness if source in best else 0.0):
            best[source] = each
    near = sorted(best.values(), key=lambda each: (-each.closeness, each.entry.number))
    speaking = (each for each in near if each.coverage >= _ALSO and _shares_a_subject(each, glossary))
    yield from islice(speaking, _MOST_ALSO)


def _shares_a_subject(candidate: Candidate, glossary: Glossary) -> bool:
    return not candidate.differs and any(is_subject(unit, glossary) for unit in candidate.matched)


def _things(entry: Entry) -> Iterator[frozenset[str]]:
    """What ``entry`` names, each thing as the keys of all that its words may mean."""
    keys: dict[Span, set[str]] = {}
    for term in entry.analysis.terms:
        if term.kind in _MEANINGS:
            keys.setdefault(term.span, set()).add(term.key)
    yield from map(frozenset, keys.values())
