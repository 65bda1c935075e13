"""Claims of what a list holds: the concepts that follow "focus on" or "cooperation in", and if it is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.disagreement.grouping.findings import CLOSED_LIST, OPEN_LIST, Compare, Finding, claim, hull
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, Level, ValueKind

_MEMBER_GAP = 3
_FIRST_GAP = 7
_MEMBERS = frozenset({ConceptKind.ECONOMY, ConceptKind.POLICY, ConceptKind.GENERIC})


def list_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    frames = reading.terms_of(reader.contrasts.role(Role.LIST_FRAME))
    for frame, following in zip(frames, (*frames[1:], None), strict=False):
        end = following.first if following else len(reading.words)
        start = max((mark.last for mark in frames if mark.last <= frame.first), default=reading.dateline)
        members = _members(frame, end, reading, reader) or _members_before(frame, start, reading, reader)
        keys = frozenset(mark.key for mark in members)
        if len(keys) < 2:
            continue
        first, last = hull([(frame.first, frame.last), *((mark.first, mark.last) for mark in members)])
        yield Finding(
            rule="list",
            head="list",
            claim=claim(
                reading,
                reading.span(first, last),
                Dimension.LIST,
                {frame.key},
                keys,
                _closure(frame, last, reading, reader),
            ),
            reading=reading,
            subject=frame.key,
            compare=Compare.SET,
            level=Level.DIFFERING,
            context=keys,
            by_topic=True,
            least_shared=2,
            highlights=tuple(reading.span(mark.first, mark.last) for mark in members),
        )


def _members(frame: Mark, end: int, reading: Reading, reader: Reader) -> list[Mark]:
    found: list[Mark] = []
    edge, gap = frame.last, _FIRST_GAP
    for mark in _widest(reading.concepts, reader):
        if mark.first < frame.last or mark.last > end:
            continue
        if mark.first - edge > gap:
            break
        if mark.first >= edge:
            found.append(mark)
            edge, gap = mark.last, _MEMBER_GAP
    return found


def _members_before(frame: Mark, start: int, reading: Reading, reader: Reader) -> list[Mark]:
    """What stands before the frame where the verb comes last: "on the sectors of industry and mining they focus"."""
    if not reading.grammar.list_before_verb:
        return []
    found: list[Mark] = []
    edge, gap = frame.first, _FIRST_GAP
    for mark in sorted(_widest(reading.concepts, reader), key=lambda each: -each.last):
        if mark.last > edge or mark.first < start:
            continue
        if edge - mark.last > gap:
            break
        found.append(mark)
        edge, gap = mark.first, _MEMBER_GAP
    return found[::-1]


def _widest(marks: Sequence[Mark], reader: Reader) -> list[Mark]:
    """Of the marks on the same words the first, which is the narrowest concept."""
    chosen: dict[tuple[int, int], Mark] = {}
    for mark in marks:
        if reader.kind(mark.key) in _MEMBERS and mark.key not in reader.contrasts.general:
            chosen.setdefault((mark.first, mark.last), mark)
    return list(chosen.values())


def _closure(frame: Mark, last: int, reading: Reading, reader: Reader) -> tuple[str, ...]:
    """A number before the frame closes the list ("the three key sectors of"); "such as" leaves it open."""
    if reader.has(reading, Role.OPEN_LIST, frame.first, last):
        return (OPEN_LIST,)
    counted = any(
        amount.value.kind is ValueKind.NUMBER and frame.first - 3 <= amount.first < frame.last + 3
        for amount in reading.amounts
    )
    return (CLOSED_LIST,) if counted else ()
