"""Who holds an office is told where the office is named, who came along where that is: else somebody else is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cpecbot.answering.meanings import is_deed, kinds_of
from cpecbot.language.concepts.concept import OFFICES, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry


def offices(query: Query, glossary: Glossary) -> Iterator[Unit]:
    """The offices whose holder ``query`` asks for; where it asks who did something, only what two do together."""
    if query.kind is not QuestionKind.WHO:
        return
    said = [unit for unit in query.units if not unit.light]
    yield from (unit for unit in said if glossary.has(unit.concept, Trait.MUTUAL))
    if not any(is_deed(unit, glossary) for unit in said):
        yield from (unit for unit in said if kinds_of(unit, glossary) & OFFICES)


def names_no_office(entry: Entry, asked: tuple[Unit, ...], matched: Mapping[Unit, tuple[Span, ...]]) -> bool:
    """Whether the sentence names none of the offices ``asked`` for, nor what one of them is a kind of."""
    return bool(asked) and not any(unit in matched or not unit.broader.isdisjoint(entry.keys) for unit in asked)
