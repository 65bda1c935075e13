"""What a word such as "it", "he" or "there" stands for: what the last question named, or what answered it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from cpecbot.answering.reading.following.carrying import Carrying
from cpecbot.answering.wanted.kinds import KINDLESS
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.questions.continuing import Anaphor, Stands, continuing
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.questions.words import texts
from cpecbot.language.text.words import function_words
from cpecbot.models import Query, QuestionKind, Unit

# The words that answered a question, each read as a query of its own.
Answered = Callable[[Query], Sequence[Query]]
_ANSWERED_BY = {Stands.PERSON: QuestionKind.WHO, Stands.PLACE: QuestionKind.WHERE, Stands.TIME: QuestionKind.WHEN}
_MOST = 3
_SUBJECT_AND_OBJECT = 2


class _Own(Struct, frozen=True):
    """What a question says itself around a word that stands for something: before it, and the ``noun`` behind it."""

    units: Sequence[Unit]
    topics: Sequence[Unit]
    before: Sequence[Unit]
    noun: Unit | None


class Antecedents(Struct, frozen=True):
    """Finds what the words of a question stand for in the last question, or in what ``answered`` it."""

    carrying: Carrying

    def open(self, query: Query, anaphora: Sequence[Anaphor]) -> list[Anaphor]:
        """Those of ``anaphora`` that nothing in the question itself tells the meaning of."""
        return [each for each in anaphora if self._is_open(query, each)]

    def words(
        self, query: Query, anaphora: Sequence[Anaphor], last: Query, answered: Answered, *, lean: bool = False
    ) -> list[str]:
        """What ``anaphora`` stand for, in the language of ``query``; empty where nothing fits.

        What happened is left out of a ``lean`` reading.
        """
        carry = self.carrying.things if lean else self.carrying.topics
        topics = self.carrying.words(carry(last, query.units), last, query.language)
        found: list[str] = []
        for each in anaphora:
            found += self._words(query, each, last, answered, topics)
        return list(dict.fromkeys(found))

    def _is_open(self, query: Query, anaphor: Anaphor) -> bool:
        sorts, own = self.carrying.sorts, self._own(query, anaphor)
        if own.before and self._in_relative_clause(query, anaphor, own.before[0]):
            return False
        if Stands.POINTING in anaphor.stands and (own.noun or Stands.THING not in anaphor.stands):
            return own.noun is not None or len(own.units) <= 1
        if Stands.PERSON in anaphor.stands:
            return not any(map(sorts.is_person, own.before))
        if Stands.PARTY in anaphor.stands:  # "how many goals did they score", but not "what did they say about Gaza"
            return set(own.topics) <= {query.counted}
        if Stands.PLACE in anaphor.stands or Stands.TIME in anaphor.stands:
            return len(own.topics) <= 1 and not any(map(sorts.is_place, own.topics))
        return self._is_open_thing(own)

    def _is_open_thing(self, own: _Own) -> bool:
        """Not in "how does China protect its citizens", nor in "did China say that it will help Pakistan"."""
        if own.noun is not None and not set(own.topics).isdisjoint(own.before):
            return False
        behind = set(own.topics).difference(own.before)
        apart = len(own.topics) == _SUBJECT_AND_OBJECT and any(map(self.carrying.sorts.names, behind))
        return len(own.topics) <= _SUBJECT_AND_OBJECT and not apart

    def _own(self, query: Query, anaphor: Anaphor) -> _Own:
        units = [unit for unit in query.units if not unit.light]
        topics = [unit for unit in units if not self.carrying.sorts.is_action(unit)]
        before = [unit for unit in units if unit.span.end <= anaphor.span.start]
        return _Own(units, topics, before, self._noun(query, anaphor))

    def _in_relative_clause(self, query: Query, anaphor: Anaphor, first: Unit) -> bool:
        """Whether it stands for the noun that a clause is about: القطاعات التي سيركز عليها."""
        between = texts(query.text[first.span.end : anaphor.span.start], query.language)
        relatives = texts(grammar(query.language).relatives, query.language)
        return query.language.profile.spaced and not set(relatives).isdisjoint(between)

    def _words(self, query: Query, anaphor: Anaphor, last: Query, answered: Answered, topics: list[str]) -> list[str]:
        sorts, carrying = self.carrying.sorts, self.carrying
        fits = {Stands.PERSON: sorts.is_person, Stands.PARTY: sorts.is_party, Stands.PLACE: sorts.is_place}
        fits[Stands.TIME] = sorts.is_value
        noun = self._noun(query, anaphor)
        if Stands.POINTING in anaphor.stands and noun is not None:
            return self._pointed_at(query, noun, last)
        stands = next((each for each in anaphor.stands if each in fits), None)
        if stands is None or Stands.THING in anaphor.stands:
            return topics
        found = [unit for unit in last.units if not unit.light and fits[stands](unit)]
        if found and (last.kind is not _ANSWERED_BY.get(stands) or self._is_asked_of(found[0], last)):
            return carrying.words(found, last, query.language)
        told = self._told(answered(last), fits[stands], query) if stands in _ANSWERED_BY else []
        if told:
            return told[: 1 if stands is Stands.PERSON else _MOST]
        if found:
            return carrying.words(found, last, query.language)
        # "What did they say?" may be of people in general.
        general = stands is Stands.TIME or (stands is Stands.PARTY and query.kind in KINDLESS)
        return [] if general else topics

    def _is_asked_of(self, unit: Unit, last: Query) -> bool:
        """Whether ``last`` asks what ``unit`` did, not who did it to them: "who did Ali meet?", but "who met Ali?"."""
        asking = question_words(last.language).spans(last.text)
        behind = texts(last.text[unit.span.end :], last.language)[:1]
        if not asking or not continuing(last.language).objects.isdisjoint(behind):
            return not asking
        done = (each for each in last.units if self.carrying.sorts.happens(each) or not self.carrying.sorts.kinds(each))
        return not any(asking[0].end <= each.span.start < unit.span.start for each in done)

    def _told(self, answers: Sequence[Query], fits: Callable[[Unit], bool], query: Query) -> list[str]:
        found = ((answer, [unit for unit in answer.units if fits(unit)]) for answer in answers)
        return [word for answer, units in found for word in self.carrying.words(units, answer, query.language)]

    def _pointed_at(self, query: Query, noun: Unit, last: Query) -> list[str]:
        """What of ``last`` narrows the ``noun`` of "this agreement" down; nothing where it speaks of none."""
        sorts = self.carrying.sorts
        same = [unit for unit in last.units if not unit.keys.isdisjoint(noun.keys) or self._is_a(unit, noun)]
        if sorts.names(noun) or noun.light or not same:
            return []
        units = [unit for unit in self.carrying.topics(last, query.units) if unit not in same] + same
        return self.carrying.words(units, last, query.language) if len(units) > len(same) else []

    def _is_a(self, unit: Unit, noun: Unit) -> bool:
        return not unit.broader.isdisjoint(noun.keys)

    def _noun(self, query: Query, anaphor: Anaphor) -> Unit | None:
        """The unit that stands right behind it: "this agreement", "its citizens"."""
        behind = (unit for unit in query.units if unit.span.start >= anaphor.span.end)
        grammar_words = function_words(query.language)
        for unit in behind:
            gap = query.text[anaphor.span.end : unit.span.start]
            if not gap.strip() and grammar_words.isdisjoint(texts(unit.text, query.language)[:1]):
                return unit
        return None
