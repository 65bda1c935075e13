"""What is planned has not happened: who will sign a treaty is no answer to who signed it, nor the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_deed, is_value, kinds_of, may_be_name
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.concepts.concept import ACTS, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.modality import Tense, planned, tense_asked
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry

# Who, where and how many are asked of a deed; what was said of it, or whether it was done, may be told without it.
_OF_A_DEED = frozenset(
    {QuestionKind.WHO, QuestionKind.WHERE, QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.HOW_MUCH}
)
# These may ask of what is still to come as well.
_OPEN = frozenset({QuestionKind.TOPIC, QuestionKind.WHY})
_NO_ACTS = frozenset({ConceptKind.THING, ConceptKind.ROLE, ConceptKind.TITLE, ConceptKind.PLACE, ConceptKind.PERSON})


class Happening(Struct, frozen=True):
    """The ``deeds`` that a question asks about, and in which ``tense``; a sentence has to tell all of ``acts``."""

    deeds: tuple[Unit, ...]
    tense: Tense
    acts: tuple[Unit, ...]

    @classmethod
    def of(cls, query: Query, glossary: Glossary) -> Happening | None:
        """What ``query`` asks about; None where it does not show whether that has happened."""
        tense = tense_asked(query.text, query.language, plainly=query.kind not in _OPEN)
        if tense is None or (tense is Tense.PLANNED and query.kind not in _OF_A_DEED):
            return None
        deeds = tuple(unit for unit in query.units if not is_value(unit) and is_deed(unit, glossary))
        said = query.units if query.kind in _OF_A_DEED else ()
        return cls(deeds, tense, tuple(unit for unit in said if _is_act(unit, glossary)))

    def is_otherwise(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether the sentence tells it only as planned where it is asked as done, or the other way round."""
        deeds = [place for unit in self.deeds for place in matched.get(unit, ())]
        return _all_planned(entry, deeds or _told(matched)) is (self.tense is Tense.DONE)

    def is_still_to_come(self, entry: Entry, matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
        """Whether the sentence leaves out a deed that is asked as done, and all that it tells is to come."""
        if self.tense is not Tense.DONE or all(unit in matched for unit in self.acts):
            return False
        return _all_planned(entry, _told(matched))


def _is_act(unit: Unit, glossary: Glossary) -> bool:
    """An election is no act, and may be told without the deed that is asked of it: who won it."""
    kinds = kinds_of(unit, glossary)
    return bool(kinds & ACTS) and kinds.isdisjoint(_NO_ACTS)


def _told(matched: Mapping[Unit, tuple[Span, ...]]) -> list[Span]:
    said = [unit for unit in matched if not unit.light and not may_be_name(unit)] or list(matched)
    return [place for unit in said for place in matched[unit]]


def _all_planned(entry: Entry, places: Sequence[Span]) -> bool:
    """Whether each of ``places`` stands in a clause that tells what has not happened."""
    text, language = entry.sentence.reading, entry.sentence.language
    marks = planned(text, language, (value.span for value in entry.analysis.values))
    if not marks or not places:
        return False
    clauses = segments(text, language)
    to_come = {clauses.clause(mark) for mark in marks}
    return all(clauses.clause(place) in to_come for place in places)
