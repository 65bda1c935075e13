"""Which noun a value belongs to: the nearest, on the side that the language favours."""

from __future__ import annotations

from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading
from cpecbot.models import ValueKind

_RIGHT = 3
_LEFT = 2
# Where the verb comes last, what stands before a number is rarely what it counts.
_VERB_LAST_LEFT = 3


def bound(amount: Amount, reading: Reading, keys: frozenset[str]) -> Mark | None:
    """The noun of ``keys`` that the number stands at; ties go to the side that the language favours."""
    behind = _VERB_LAST_LEFT if reading.grammar.verb_last else 0
    return nearest(amount, reading, keys, _RIGHT, _LEFT, behind)


def phrase(reading: Reading, first: int, last: int, more: int = 8) -> tuple[int, int]:
    """``[first, last)`` and the rest of its clause to the right, at most ``more`` words and whole values."""
    end = min(reading.clause_bounds(last - 1)[1], last + more * reading.scale)
    return first, max((amount.last for amount in reading.amounts if amount.first < end < amount.last), default=end)


def nearest(
    at: Amount | Mark, reading: Reading, keys: frozenset[str], right: int, left: int, cost_left: int = 0
) -> Mark | None:
    """The nearest mark; one that the value itself holds is at it. ``cost_left`` counts against those before it."""
    clause = reading.words[at.first].clause
    before = reading.grammar.date_after_noun if _is_date(at) else reading.grammar.number_after_noun
    best: tuple[tuple[int, bool], Mark] | None = None
    for mark in reading.terms:
        if mark.key not in keys:
            continue
        ahead = mark.first - at.last
        behind = at.first - mark.last
        is_right = ahead >= 0
        gap = ahead if is_right else behind
        if at.first < mark.first < at.last == mark.last:
            gap = 0
        if gap < 0 or gap > (right if is_right else left):
            continue
        across = abs(reading.words[mark.first].clause - clause)
        rank = (gap + 6 * across + (0 if is_right else cost_left), is_right if before else not is_right)
        if best is None or rank < best[0]:
            best = (rank, mark)
    return best[1] if best else None


def _is_date(at: Amount | Mark) -> bool:
    return isinstance(at, Amount) and at.value.kind in (ValueKind.DATE, ValueKind.WEEKDAY)
