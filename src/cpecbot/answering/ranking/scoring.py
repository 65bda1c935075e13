"""How much of a question a sentence answers: the share of the question's information that it covers.

Each unit weighs its inverse document frequency, so a rare name weighs more than "China". Coverage, not a raw BM25
score, decides whether there is an answer; BM25 orders sentences that cover alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import mul

from msgspec import Struct

from cpecbot.answering.binding.doers import described
from cpecbot.answering.binding.sequence import is_of_another_moment
from cpecbot.answering.binding.together import is_of_several_places
from cpecbot.answering.meanings import is_deed, is_value
from cpecbot.answering.mismatches import Asked, did_the_same
from cpecbot.answering.ranking.inheriting import BROADER_CREDIT, CONTEXT_CREDIT, REFERENCE_CREDIT, Inheriting
from cpecbot.answering.ranking.nearness import Named
from cpecbot.answering.ranking.reasons import Reasons, Told
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.answering.wanted.ages import leaves_the_noun_out, nouns_of_the_extreme
from cpecbot.answering.wanted.counting import is_unit_of_measure, people_counted
from cpecbot.answering.wanted.kinds import DEMANDED, KINDLESS, Finder, finder
from cpecbot.answering.wanted.often import tells_how_often
from cpecbot.language.analysis import CONCEPT, concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.words import function_words
from cpecbot.models import Measured, Query, QuestionKind, Span, TermKind, Unit, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.store import Ranked

# A quote has to cover this share of the question. At .38 one more of 136 questions about 24 events that it was not
# tuned on found its passage, 17 more quotes were off it, and 4 fewer of the 32 without an answer were told so.
MIN_COVERAGE = 0.45
# What holding the kind of thing asked for adds to the coverage of the topic.
KIND_BONUS = 0.15
# What telling the cause adds where it is asked for, and what telling what may only have come first does.
CAUSE_BONUS = 0.5
MAYBE_CAUSE_BONUS = 0.1
# The same for who is told by what they are: a name comes first.
DESCRIBED_BONUS = 0.05
# BM25 decides between sentences whose coverage differs by less than this.
TIE_BREAK = 0.1
# A report begins with what it is about: "when was the attack?" is about that one, not about an earlier one it recalls.
LEAD = 0.03
# What speaking of the next meeting takes from a sentence when just the meeting is asked for.
OTHER_TIME = 0.15
# What the property asked for weighs, in nats: how deep, how heavy. Who asks a weight is told it by few sentences.
PROPERTY = 1.0
# What telling of another thing takes from a sentence in a list of those that come near.
DIFFERENT = 0.15
# What saying that it is not so takes from a sentence, where the question takes it for so, and the other way round.
CONTRARY = 0.2
# What a word counts for that stands away from the one which it has to stand beside, as gold does of the Golden Lion.
PARTED_CREDIT = 0.25
# What telling of it as planned takes from a sentence, where it is asked as done, and the other way round.
PLANNED = 0.15
# What going on about things named before adds to a sentence: the one that names them may say nothing that was asked.
FOCUS = 0.05
# What saying that whoever was asked about did it adds: others speak of him and of what was done.
DONE_BY = 0.06
# What counting for another place as well takes from a sentence: the number of one alone comes before it.
OF_SEVERAL = 0.05
# What giving the day of something before or after it takes from a sentence, where it is asked when it was.
OTHER_MOMENT = 0.2
# What naming what happened adds to a sentence with a day: the one that names but the thing may date anything of it.
OF_THE_DEED = 0.06
# What saying nothing but the words of the question takes from it.
BARE = 0.3

# One of these is told of where another of its kind is: rivers where it is water, floods where it is rain.
_THEMES = frozenset({ConceptKind.ECONOMY, ConceptKind.POLICY})


class Candidate(Struct, frozen=True):
    """A sentence with what it covers. ``score`` orders candidates, ``coverage`` (0 to 1) decides if they answer.

    ``closeness`` (0 to 1) also counts wider concepts where a fact is asked, which one of them alone does not tell.

    ``relative`` is its share of the best BM25 score, 0 for a sentence on a wider concept only. One that ``differs``
    tells of another thing than the one asked about; it may come near, but answers nothing. One that ``explains`` surely
    tells the cause that was asked for.
    """

    entry: Entry
    coverage: float
    closeness: float
    score: float
    relative: float
    matched: Mapping[Unit, tuple[Span, ...]]
    credit: Mapping[Unit, float]
    answering: tuple[Span, ...]
    differs: bool = False
    explains: bool = False


class Scorer(Struct, frozen=True):
    """Scores sentences for one ``query``; what is the same for all of them is made ready once.

    ``at_home`` and ``abroad`` are the weights of its units in their order, for sentences in its language and in others;
    ``named`` are the sources that name each unit, ``measures`` the units of measure, ``sums`` what a sum tells of,
    ``counted`` what an ordinal tells of, ``extreme`` who is the youngest;
    ``phrases`` are the words that only together name something;
    ``other_times`` are the keys of another time than the one asked about, ``inheriting`` knows what goes unsaid.
    """

    query: Query
    at_home: tuple[float, ...]
    abroad: tuple[float, ...]
    named: Named
    glossary: Glossary
    asked: Asked
    find: Finder
    measures: tuple[Unit, ...]
    sums: tuple[Unit, ...]
    counted: tuple[Unit, ...]
    extreme: tuple[Unit, ...]
    other_times: frozenset[str]
    inheriting: Inheriting
    phrases: Mapping[Unit, frozenset[str]]
    reasons: Reasons | None

    @classmethod
    def of(cls, query: Query, weights: Weights, named: Named, glossary: Glossary, reasons: Reasons | None) -> Scorer:
        concepts = {unit.concept for unit in query.units}
        return cls(
            query,
            tuple(weights.at_home[unit] for unit in dict.fromkeys(query.units)),
            tuple(weights.abroad[unit] for unit in dict.fromkeys(query.units)),
            named,
            glossary,
            Asked.of(query, glossary),
            finder(query, glossary),
            tuple(unit for unit in query.units if is_unit_of_measure(unit, glossary)),
            tuple(unit for unit in query.units if glossary.has(unit.concept, Trait.TOLD_BY_A_SUM)),
            tuple(unit for unit in query.units if glossary.has(unit.concept, Trait.TOLD_BY_AN_ORDINAL)),
            nouns_of_the_extreme(query),
            frozenset(map(concept_key, glossary.having(Trait.OTHER_TIME) - concepts)),
            Inheriting.of(query, glossary),
            dict(_phrases(query)),
            reasons,
        )

    def candidate(self, hit: Ranked) -> Candidate:
        query, entry, glossary = self.query, hit.entry, self.glossary
        matched = self._matched(entry)
        told_why = self.reasons.told(entry, matched) if self.reasons else Told()
        answering = told_why.spans or tuple(sorted(set(self.find(query, entry, matched, glossary))))
        credit = self._credits(entry, matched, answered=bool(answering))
        weights = self.at_home if entry.sentence.language == query.language else self.abroad
        proven = [_proven(unit, share, entry, query, glossary) for unit, share in credit.items()]
        property_ = self._property(entry, answering)
        often = query.measured is Measured.FREQUENCY
        told = property_ if answering and (not often or tells_how_often(entry, answering)) else 0.0
        closeness, coverage = (_share(weights, shares, told, property_) for shares in (credit.values(), proven))
        differs = coverage >= MIN_COVERAGE and self.asked.differs(entry, matched, self.named)
        answering = () if differs else answering
        bonus = self._bonus_of_kind(entry, matched, answering, told_why)
        bonus += LEAD if answering and entry.leads else 0.0
        bonus += self._bonus_of_what_is_told(entry, matched, coverage)
        bonus -= DIFFERENT if differs else 0.0
        bonus += FOCUS if self.inheriting.goes_on(credit, matched) else 0.0
        counts = answering and query.kind is QuestionKind.HOW_MANY
        bonus -= OF_SEVERAL if counts and is_of_several_places(query, entry, matched, glossary) else 0.0
        dated = answering and query.kind is QuestionKind.WHEN
        bonus -= OTHER_MOMENT if dated and is_of_another_moment(entry, answering, matched) else 0.0
        bonus += OF_THE_DEED if dated and any(is_deed(unit, glossary) and not unit.light for unit in matched) else 0.0
        bonus -= BARE if self._is_bare(entry, matched) else 0.0
        score = closeness + bonus + TIE_BREAK * hit.relative
        return Candidate(
            entry,
            coverage,
            closeness,
            score,
            hit.relative,
            matched,
            credit,
            answering,
            differs,
            told_why.sure and not differs,
        )

    def _bonus_of_what_is_told(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], coverage: float) -> float:
        """What a sentence gains by who did it, and loses by its time or by saying that it is not so, or not yet."""
        # It speaks of the next or the last of something when the question does not.
        bonus = 0.0 if self.other_times.isdisjoint(entry.keys) else -OTHER_TIME
        # That a sentence on something else denies something tells nothing; that the denial asked for is missing does.
        if coverage >= MIN_COVERAGE or self.asked.denied is not None:
            bonus -= CONTRARY if self.asked.is_contrary(entry, matched) else 0.0
        if coverage >= MIN_COVERAGE:
            bonus -= PLANNED if self.asked.is_otherwise(entry, matched) else 0.0
            bonus += DONE_BY if self.asked.is_done_by_whom_asked(entry, matched) else 0.0
        return bonus

    def _matched(self, entry: Entry) -> dict[Unit, tuple[Span, ...]]:
        """The units that the sentence holds; people who are counted, by any word for people."""
        query, glossary = self.query, self.glossary
        matched = {unit: spans for unit in query.units if (spans := entry.holding(unit.keys))}
        counted = query.counted
        if counted and counted not in matched and glossary.has(counted.concept, Trait.PEOPLE):
            people = tuple(people_counted(entry, glossary))
            matched |= {counted: people} if people else {}
        return matched

    def _credits(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], *, answered: bool) -> dict[Unit, float]:
        """What the sentence counts for on each unit; it is ``answered`` when it holds the kind of thing asked for."""
        inherit = self.inheriting.credit
        credit = {
            unit: 1.0 if unit in matched else inherit(unit, entry, matched, self.named[unit])
            for unit in self.query.units
        }
        if answered:  # "how many years": the years are said by saying how many
            credit |= dict.fromkeys(self.measures, 1.0)
            if self.extreme and leaves_the_noun_out(entry, self.glossary):
                credit |= dict.fromkeys(self.extreme, 1.0)
            # A sum tells what a thing cost, whatever the verb: "built with a grant of $230 million".
            told = [unit for unit in self.sums if unit.broader <= entry.keys]
            credit |= {unit: max(credit[unit], REFERENCE_CREDIT) for unit in told}
        if self.counted and _says_which(entry, matched):
            credit |= dict.fromkeys(self.counted, 1.0)
        if self.reasons:
            credit |= {unit: max(share, self.reasons.credit(unit, entry)) for unit, share in credit.items()}
        deed = self.asked.deed
        if deed and did_the_same(entry, deed, matched, self.glossary):
            credit[deed.doing] = REFERENCE_CREDIT
        lone = (unit for unit, phrase in self.phrases.items() if unit in matched and not entry.holding(phrase))
        parted = (*self.asked.parted(entry, matched), *lone)
        return credit | {unit: min(credit[unit], PARTED_CREDIT) for unit in parted}

    def _bonus_of_kind(
        self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], answering: tuple[Span, ...], why: Told
    ) -> float:
        if not answering:
            return 0.0
        if why.spans:
            return CAUSE_BONUS if why.sure else MAYBE_CAUSE_BONUS
        return DESCRIBED_BONUS if described(self.query, entry, matched, self.glossary) == answering else KIND_BONUS

    def _property(self, entry: Entry, answering: Sequence[Span]) -> float:
        """What the amount asked for weighs; nothing where a bare number answers, which may be one of anything."""
        if self.query.measured:
            return PROPERTY
        bare = {value.span for value in entry.analysis.values if value.kind is ValueKind.NUMBER}
        asked = self.query.kind is QuestionKind.HOW_MUCH
        return PROPERTY if asked and (not answering or not bare.issuperset(answering)) else 0.0

    def _is_bare(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether the sentence says nothing but the words of the question."""
        if self.query.kind is QuestionKind.YES_NO:
            return False
        places = [span for spans in matched.values() for span in spans]
        grammar = function_words(entry.sentence.language)
        return bool(places) and all(t.text in grammar or t.span.overlaps_any(places) for t in entry.analysis.tokens)


def _phrases(query: Query) -> Iterator[tuple[Unit, frozenset[str]]]:
    """The words that together with one beside them name something, each with the keys of that."""
    for before, unit, behind in zip([None, *query.units], query.units, [*query.units[1:], None], strict=False):
        beside = frozenset(key for each in (before, behind) if each for key in each.keys)
        together = frozenset(key for key in unit.keys & beside if key.startswith(CONCEPT))
        if together and together != unit.keys:
            yield unit, together


def _says_which(entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
    """Whether an ordinal of the sentence is a number of the question."""
    ordinals = {value.span for value in entry.analysis.values if value.kind is ValueKind.ORDINAL}
    return any(is_value(unit) and not ordinals.isdisjoint(spans) for unit, spans in matched.items())


def _proven(unit: Unit, share: float, entry: Entry, query: Query, glossary: Glossary) -> float:
    """What of its ``share`` counts for an answer: of wider concepts, not that another one of its kind is named.

    A topic is told of by what is wider, and a theme by what is near; who led one thing, or when it was, is not, and
    what is counted in a town is not what is counted in its country.
    """
    if share == BROADER_CREDIT:
        return share if query.kind in KINDLESS and _is_told_by_wider(unit, entry, glossary) else 0.0
    if share == REFERENCE_CREDIT and not unit.broader.isdisjoint(entry.keys):
        place = unit.concept is not None and glossary.concepts[unit.concept].kind is ConceptKind.PLACE
        counted_there = place and query.kind in DEMANDED
        return share if not counted_there and _is_told_by_wider(unit, entry, glossary) else CONTEXT_CREDIT
    return share


def _is_told_by_wider(unit: Unit, entry: Entry, glossary: Glossary) -> bool:
    theme = unit.concept is not None and glossary.concepts[unit.concept].kind in _THEMES
    return theme or _names_wider(unit, entry)


def _names_wider(unit: Unit, entry: Entry) -> bool:
    """Whether the sentence names what ``unit`` is a kind or a part of by itself."""
    narrowest: dict[Span, str] = {}
    for term in entry.analysis.terms:
        if term.kind is TermKind.CONCEPT:
            narrowest.setdefault(term.span, term.key)
    return not unit.broader.isdisjoint(narrowest.values())


def _share(weights: Sequence[float], shares: Iterable[float], told: float, asked: float) -> float:
    """Of the units, and of a property that weighs ``asked`` beside them, which alone tells nothing."""
    covered: float = sum(map(mul, weights, shares))
    return (covered + told if covered else 0.0) / (sum(weights) + asked or 1.0)
