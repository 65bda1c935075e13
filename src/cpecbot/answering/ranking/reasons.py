"""Causes for a question why: in the sentence on what happened, or in the one beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from cpecbot.answering.meanings import is_deed
from cpecbot.answering.wanted.causes import cause_told_of_another, causes, opening
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.causes import Tie
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.store import Store

# What a sentence that gives the cause of the one beside it counts for on what that one says.
EXPLAINING_CREDIT = 0.8
_CAME_OF_IT = frozenset({Tie.LEADS, Tie.THEREFORE})


class Beside(Struct, frozen=True):
    """``entry`` tells the cause of what stands in ``explained``, in the words at ``span``."""

    entry: Entry
    explained: Entry
    span: Span


class Told(Struct, frozen=True):
    """The words for a cause; ``sure`` unless what they tell may only have come first."""

    spans: tuple[Span, ...] = ()
    sure: bool = False


class Reasons(Struct, frozen=True):
    """Knows which sentences give causes, for one question; ``beside`` are those of the ones beside, by number.

    Where the question names ``deeds``, what leaves them all out tells the cause of something else.
    """

    beside: Mapping[int, Beside]
    deeds: frozenset[Unit]
    glossary: Glossary

    @classmethod
    def of(cls, query: Query, found: Iterable[Entry], store: Store, glossary: Glossary) -> Reasons | None:
        """For the sentences ``found``; None where ``query`` does not ask why."""
        if query.kind is not QuestionKind.WHY:
            return None
        beside: dict[int, Beside] = {}
        for entry in found:
            for each in _beside(entry, store):
                beside.setdefault(each.entry.number, each)
        deeds = frozenset(unit for unit in query.units if not unit.light and is_deed(unit, glossary))
        return cls(beside, deeds, glossary)

    def beyond(self, found: Iterable[int]) -> list[Entry]:
        """The sentences that tell the cause of the ones beside, without those of the numbers ``found``."""
        known = frozenset(found)
        return [each.entry for number, each in self.beside.items() if number not in known]

    def told(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> Told:
        """The causes that ``entry``, where the units ``matched`` stand, gives of what is asked about."""
        known = list(causes(entry, matched, self.glossary))
        sure = tuple(cause.span for cause in known if cause.sure)
        if sure and self._tells_what_was_done(matched):
            return Told(sure, sure=True)
        beside = self.beside.get(entry.number)
        if beside and self._tells_what_was_done(unit for unit in self.deeds if beside.explained.holding(unit.keys)):
            return Told((beside.span,), sure=True)
        return Told(tuple(cause.span for cause in known))

    def _tells_what_was_done(self, told: Iterable[Unit]) -> bool:
        return not self.deeds or not self.deeds.isdisjoint(told)

    def credit(self, unit: Unit, entry: Entry) -> float:
        """What ``entry`` counts for on ``unit`` because the sentence that it explains holds that; 0 for nothing."""
        beside = self.beside.get(entry.number)
        return EXPLAINING_CREDIT if beside and beside.explained.holding(unit.keys) else 0.0


def _beside(entry: Entry, store: Store) -> Iterable[Beside]:
    """The sentences right before and behind ``entry`` that tell its cause."""
    entries = store.entries(entry.sentence.source)
    place = entry.number - entries[0].number
    mark = opening(entry)
    if mark and mark.tie in _CAME_OF_IT and place and quotable(entries[place - 1]):
        before = entries[place - 1]
        yield Beside(before, entry, Span(before.body, len(before.sentence.reading)))
    if place + 1 < len(entries) and quotable(entries[place + 1]):
        behind = entries[place + 1]
        mark = opening(behind)
        if mark and mark.tie not in _CAME_OF_IT:
            yield Beside(behind, entry, cause_told_of_another(behind, mark))
