"""What a number of a sentence counts, what happened to that, where: "killed 17 people", "destroyed 60 houses".

Each deed belongs to the number nearest to it, as where a question asks for one; no table says what can be counted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.quantities.partly import Parts
from cpecbot.disagreement.reading.quantities.phrases import SLIGHT, Phrase, phrases
from cpecbot.disagreement.reading.quantities.properties import properties
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.analysis import CONCEPT, NAME, concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.places import is_somewhere, of_a_kind
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Measured, Span, Value, ValueKind
from cpecbot.store.entries import Entry

# How far behind its number what it counts may stand, in words: "17 young men".
_REACH = 2.5
# How far a deed may stand from the number that it belongs to, in words.
_DEED = 14.0
# What stands right behind it comes before what stands right before it: 造成17人死亡.
_FIRST = -1.0
# Where the verb comes last, what is named before a number is rarely what it counts.
_VERB_LAST_LEFT = 3.0
_MARKS = ".:/؛;"
# A state and the noun that it tells of.
_WITH_NOUN = 2
# What a number without a unit may measure: an age, how strong a quake was.
_COUNTLESS = frozenset({Measured.AGE, Measured.MAGNITUDE})
# A field of policy or of the economy is nothing that can be counted.
_FIELDS = frozenset({ConceptKind.POLICY, ConceptKind.ECONOMY})
# What is no person; so is a word that no table knows.
_THINGS = frozenset({ConceptKind.THING, ConceptKind.ECONOMY, ConceptKind.PROJECT, ConceptKind.UNIT})


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted ``value``: ``nouns`` are the keys of what it counts, ``deeds`` those of what happened, nearest first.

    Where it says only that it counts ``people``, there are no nouns; ``things`` surely are none. ``people_of`` are the
    states whose people alone it counts. ``span`` covers the number with what it counts and the nearest deed, which
    stand at ``noun`` and ``deed``. ``aside`` tells a part of what another number counts. ``places`` are those that its
    clause names, or else its sentence, ``events`` what else happens in that, ``content`` the keys of its other
    phrases; ``nearby`` are the keys of what stands before it and opens its article, ``around`` the places last named
    and ``region`` all places among them. ``families`` are the wider concepts of each deed.
    """

    value: Value
    span: Span
    language: Language
    nouns: frozenset[str]
    people: bool
    things: bool
    people_of: frozenset[str]
    deeds: tuple[frozenset[str], ...]
    aside: bool = False
    places: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    content: tuple[frozenset[str], ...] = field(default=(), repr=False)
    nearby: frozenset[str] = field(default=frozenset(), repr=False)
    around: frozenset[str] = frozenset()
    region: frozenset[str] = frozenset()
    families: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    noun: Span | None = None
    deed: Span | None = None

    @property
    def nearest(self) -> frozenset[str]:
        return self.deeds[0] if self.deeds else frozenset()

    @property
    def done(self) -> frozenset[str]:
        """The keys of all that happened to it."""
        return frozenset().union(*self.deeds)


def counted(entry: Entry, glossary: Glossary, without: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The numbers of ``entry`` that count something, in their order; not those at ``without``."""
    values = (each for each in entry.analysis.values if each.span.start >= entry.body)
    numbers = [each for each in values if _is_count(each) and not each.span.overlaps_any(without)]
    measured = properties(entry) if numbers else {}
    numbers = [each for each in numbers if _COUNTLESS.isdisjoint(measured.get(each.span, ()))]
    if not numbers:
        return ()
    return _Sentence(entry, glossary, numbers).figures()


def _is_count(value: Value) -> bool:
    return value.kind is ValueKind.NUMBER and value.unit is None


class _Sentence:
    """One sentence with numbers, cut and read."""

    def __init__(self, entry: Entry, glossary: Glossary, numbers: Sequence[Value]) -> None:
        self.entry, self.glossary, self.numbers = entry, glossary, numbers
        language = entry.sentence.language
        self.text, self.rules = entry.sentence.reading, grammar(language)
        self.parts: Segments = segments(self.text, language)
        body = Span(0, entry.body)
        self.phrases = phrases(entry, glossary, [*(each.span for each in entry.analysis.values), body])
        self.folded = fold_simply(self.text, language)
        self.grammar = function_words(language)
        around = entry.surroundings
        self.nearby = around.opening | around.before
        self.region = self._listed(self.nearby)
        self.around = self._listed(around.before) or self._listed(around.opening)

    def figures(self) -> tuple[Figure, ...]:
        nouns = {value.span: self._noun(value) for value in self.numbers}
        owned = self._owned(nouns)
        if self._is_fragment(nouns, owned):
            return ()
        nearest = {deeds[0].span for deeds in owned.values() if deeds}
        events = [each for each in self.phrases if ConceptKind.EVENT in each.kinds and each.span not in nearest]
        named = frozenset().union(*(each.meanings for each in events))
        found: list[Figure] = []
        before: tuple[Phrase, ...] = ()
        for value in self.numbers:
            noun = nouns[value.span]
            deeds = owned[value.span] or (before if noun is None else ())
            before = owned[value.span] or before
            if (noun is not None or deeds) and not self._is_label(value, noun):
                found.append(self._figure(value, noun, deeds, named))
        return tuple(found)

    def _figure(self, value: Value, noun: Phrase | None, deeds: tuple[Phrase, ...], events: frozenset[str]) -> Figure:
        spans = [value.span, *([noun.span] if noun else []), *(each.span for each in deeds[:1])]
        done = frozenset().union(*(each.meanings for each in deeds))
        return Figure(
            value,
            Span(min(each.start for each in spans), max(each.end for each in spans)),
            self.entry.sentence.language,
            noun.keys if noun and not _is_people(noun) else frozenset(),
            noun is not None and _is_people(noun),
            noun is not None and noun.kinds <= _THINGS,
            frozenset().union(*(each.meanings for each in self._nations(value, noun))),
            tuple(each.keys for each in deeds),
            self._is_part(value),
            self._places(value, noun),
            events,
            tuple(each.keys for each in self.phrases if each is not noun and each not in deeds[:1]),
            self.nearby,
            self.around,
            self.region,
            {key: frozenset(self.glossary.broader(key.removeprefix(CONCEPT))) for key in done},
            self._whole(noun) if noun else None,
            deeds[0].span if deeds else None,
        )

    def _is_part(self, value: Value) -> bool:
        """Whether ``value`` is told as a part of what another number counts."""
        if any(aside.contains(value.span) for aside in self.parts.asides):
            return True
        says, place = Parts.of(self.entry.sentence.language), self.numbers.index(value)
        before = Span(self.numbers[place - 1].span.end, value.span.start) if place else None
        behind = self.numbers[place + 1] if place + 1 < len(self.numbers) else None
        if before and (says.points_back(self.text, before, value.span) or says.within_whole(self.text, before)):
            return True
        return behind is not None and says.of_whole(self.text, Span(value.span.end, behind.span.start))

    def _noun(self, value: Value) -> Phrase | None:
        """What ``value`` counts: the first phrase behind it that names something, with only its qualities between."""
        for phrase in self.phrases:
            if phrase.span.start < value.span.end or not phrase.kinds.isdisjoint({ConceptKind.PLACE}):
                continue
            distance = self.parts.distance(value.span, phrase.span)
            if distance.apart or distance.words > _REACH or not self._adjoin(value.span, phrase.span):
                return None
            if not phrase.kinds or not phrase.kinds <= SLIGHT:
                return phrase
        return None

    def _whole(self, noun: Phrase) -> Span:
        """The place of ``noun``; of what names but a field, as "medical", with the noun behind it: "medical camps"."""
        behind = next((each for each in self.phrases if each.span.start >= noun.span.end), None)
        if behind is None or behind.is_deed or not (self.rules.noun_last and noun.kinds <= _FIELDS):
            return noun.span
        gap = self.text[noun.span.end : behind.span.start]
        return Span(noun.span.start, behind.span.end) if gap.isspace() else noun.span

    def _adjoin(self, value: Span, noun: Span) -> bool:
        """Whether no mark stands between, nor, where words are set apart, any grammar."""
        between = self.text[value.end : noun.start]
        if any(character in between for character in _MARKS):
            return False
        spaced = self.entry.sentence.language.profile.spaced
        return not spaced or all(token.text not in self.grammar for token in tokenize(between))

    def _owned(self, nouns: dict[Span, Phrase | None]) -> dict[Span, tuple[Phrase, ...]]:
        """The deeds of each number, nearest first: a deed belongs to the nearest number of its part."""
        found: dict[Span, list[tuple[float, Phrase]]] = {value.span: [] for value in self.numbers}
        for phrase in self.phrases:
            if not phrase.is_deed:
                continue
            ranks = {
                value.span: rank for value in self.numbers if (rank := self._rank(value, phrase, nouns)) is not None
            }
            nearest = min(ranks, key=lambda place: ranks[place], default=None)
            if nearest is not None:
                found[nearest].append((ranks[nearest], phrase))
        return {place: tuple(each for _, each in sorted(held, key=_by_rank)) for place, held in found.items()}

    def _rank(self, value: Value, phrase: Phrase, nouns: dict[Span, Phrase | None]) -> float | None:
        noun = nouns[value.span]
        if noun is not None and noun.span == phrase.span:
            return 0.0
        distance = self.parts.distance(value.span, phrase.span)
        if distance.apart:
            return None
        if phrase.span == self._right_behind(noun.span if noun else value.span):
            return _FIRST
        words = distance.words + (_VERB_LAST_LEFT if self.rules.verb_last and phrase.span < value.span else 0.0)
        if noun is not None:
            words = min(words, self.parts.distance(noun.span, phrase.span).words)
        return words if words <= _DEED else None

    def _nations(self, value: Value, noun: Phrase | None) -> list[Phrase]:
        """The states that say whose people are counted: "two Chinese workers", ثلاثة مواطنين صينيين, 中国游客64人."""
        end = noun.span.end if noun else value.span.end
        behind = [
            phrase
            for phrase in self.phrases
            if self._is_state(phrase)
            and value.span.end <= phrase.span.start
            and (phrase.span.start < end or not self.text[end : phrase.span.start].strip())
        ]
        return behind or self._nations_before(value)

    def _nations_before(self, value: Value) -> list[Phrase]:
        """Those that stand with another noun right before the number, with nothing between: not where it was."""
        start, found = value.span.start, list[Phrase]()
        for phrase in reversed([each for each in self.phrases if each.span.end <= value.span.start]):
            if self.text[phrase.span.end : start].strip() or phrase.is_deed or len(found) == _WITH_NOUN:
                break
            found.append(phrase)
            start = phrase.span.start
        states = [phrase for phrase in found if self._is_state(phrase)]
        return states if len(found) > len(states) else []

    def _is_state(self, phrase: Phrase) -> bool:
        states = self.glossary.having(Trait.STATE)
        return not states.isdisjoint(key.removeprefix(CONCEPT) for key in phrase.keys)

    def _is_fragment(self, nouns: Mapping[Span, Phrase | None], owned: Mapping[Span, tuple[Phrase, ...]]) -> bool:
        """Whether it holds nothing but its figures, so that nobody can tell what they are of: "17 dead, 3 missing"."""
        own = {each for deeds in owned.values() for each in deeds[:1]} | set(nouns.values())
        return all(phrase in own for phrase in self.phrases)

    def _is_label(self, value: Value, noun: Phrase | None) -> bool:
        """Whether a number that counts nothing is a part of the name before it: "Rescue 1122"."""
        if noun is not None or not self.rules.names_have_capitals:
            return False
        before = self.text[: value.span.start].rstrip().rsplit(None, 1)[1:]
        return bool(before) and before[0][:1].isupper() and before[0][-1:].isalpha()

    def _right_behind(self, place: Span) -> Span | None:
        """The phrase that stands behind ``place`` with nothing between them: 17人死亡."""
        behind = next((each.span for each in self.phrases if each.span.start >= place.end), None)
        return behind if behind and not self.text[place.end : behind.start].strip() else None

    def _places(self, value: Value, noun: Phrase | None) -> frozenset[str]:
        """The narrowest places that the clause names, or the sentence, or what stands before."""
        nations = self._nations(value, noun)
        named = [phrase for phrase in self.phrases if self._is_place(phrase) and phrase not in nations]
        here = self.parts.clause(value.span)
        clause = [phrase for phrase in named if self.parts.clause(phrase.span) == here]
        return self._narrowest({key for phrase in clause or named for key in phrase.meanings})

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether it is known as a place, or a name that is said to be where something is: "in Toba district"."""
        if ConceptKind.PLACE in phrase.kinds:
            return True
        language = self.entry.sentence.language
        return phrase.is_name and (
            is_somewhere(self.folded, phrase.span, language)
            or of_a_kind(self.folded, phrase.span, language) is not None
        )

    def _listed(self, keys: Collection[str]) -> frozenset[str]:
        return self._narrowest([key for key in keys if key.startswith(CONCEPT)])

    def _narrowest(self, keys: Collection[str]) -> frozenset[str]:
        names = {key for key in keys if key.startswith(NAME)}
        places = {key.removeprefix(CONCEPT) for key in keys if key.startswith(CONCEPT)}
        places = {key for key in places if self.glossary.kind(key) is ConceptKind.PLACE}
        wider = {each for place in places for each in self.glossary.broader(place)}
        return frozenset({*names, *map(concept_key, places - wider)})


def _is_people(noun: Phrase) -> bool:
    return ConceptKind.GENERIC in noun.kinds


def _by_rank(ranked: tuple[float, Phrase]) -> tuple[float, Span]:
    return ranked[0], ranked[1].span
