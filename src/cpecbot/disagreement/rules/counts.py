"""Claims of how many: of whatever a number counts, and of whatever happened to that."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, Compare, Finding, Named, claim
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.quantities.figures import Figure, counted
from cpecbot.disagreement.reading.quantities.moments import moment
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.rules.numbers import names_the_sides
from cpecbot.language.analysis import CONCEPT
from cpecbot.models import Dimension, Level, SentenceKind

# So many words behind the deed may tell that it was another one: "were killed in a similar attack".
_BEHIND = 4


def count_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    if reading.entry is None or reading.sentence.kind is SentenceKind.HEADING:
        return  # a heading is told again, with what it is about, in the text
    sides = [amount.value.span for amount in reading.amounts if names_the_sides(amount, reading, reader)]
    for figure in counted(reading.entry, reader.glossary, sides):
        first, last = reading.words_in(figure.span.shift(reading.sentence.span.start))
        end = min(reading.clause_bounds(last - 1)[1], last + _BEHIND * reading.scale)
        if not reader.has(reading, Role.OTHER_THING, first, end):
            yield _count(figure, (first, last), reading)


def _count(figure: Figure, place: tuple[int, int], reading: Reading) -> Finding:
    value, start = figure.value, reading.sentence.span.start
    concepts = _concepts(figure.nearest) or _concepts(figure.nouns)
    return Finding(
        rule="count",
        head="count",
        claim=claim(
            reading,
            reading.span(*place),
            Dimension.COUNT,
            _concepts(figure.nearest | figure.nouns),
            {shown(value)},
            () if is_exact(value) else (BOUND,),
        ),
        reading=reading,
        subject=min(concepts, default=""),
        compare=Compare.SINGLE,
        level=Level.CONTRADICTION,
        context=figure.nouns | figure.done | figure.places | figure.events,
        by_topic=True,
        amount=value,
        moment=moment(reading, value.span),
        grows=bool(figure.deeds),
        figure=figure,
        of=tuple(named_by(figure, start)),
        highlights=(value.span.shift(start),),
    )


def named_by(figure: Figure, start: int) -> Iterator[Named]:
    """What it counts, and what happened to that, in an article whose sentence begins at ``start``."""
    if figure.noun is not None:
        yield Named(figure.noun.shift(start), frozenset(_meanings(figure.nouns)), is_thing=not figure.people)
    if figure.deed is not None:
        yield Named(figure.deed.shift(start), frozenset(_meanings(figure.nearest)), is_thing=False)


def _meanings(keys: frozenset[str]) -> Iterator[str]:
    return (key.removeprefix(CONCEPT) for key in keys)


def _concepts(keys: frozenset[str]) -> list[str]:
    return sorted(key.removeprefix(CONCEPT) for key in keys if key.startswith(CONCEPT))
