"""How far two figures of one thing are apart, where what they count may have changed from report to report."""

from __future__ import annotations

from collections.abc import Iterable

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.models import Level


def level_apart(one: Finding, other: Finding) -> Level | None:
    """The level of two figures that cannot both hold; None where they are meant differently.

    Where one report tells its day and the other none, nothing shows that they are of one day.
    """
    if not one.moment.comparable(other.moment):
        return None
    if not (one.grows and other.grows):
        return max(one.level, other.level, key=tuple(Level).index)
    days = one.moment.as_of(), other.moment.as_of()
    if days[0] == days[1]:
        return one.level
    if None in days:
        return Level.DIFFERING
    earlier, later = sorted((one, other), key=_day)
    return Level.DEVELOPMENT if least(earlier) < most(later) else Level.DIFFERING


def still_growing(one: Finding, other: Finding, others: Iterable[Finding]) -> bool:
    """Whether two figures of one day are steps of what ``others`` tell: more than before, and no more than later."""
    day = one.moment.as_of()
    if day is None or not one.grows or day != other.moment.as_of():
        return False
    low, high = sorted(map(least, (one, other)))
    before = [least(each) for each in others if _day(each) < day.isoformat()]
    after = [most(each) for each in others if _day(each) > day.isoformat()]
    return bool(before) and max(before) <= low and all(high <= each for each in after)


def _day(finding: Finding) -> str:
    day = finding.moment.as_of()
    return day.isoformat() if day else ""


def least(finding: Finding) -> float:
    value = finding.amount
    return 0.0 if value is None else value.low if value.low is not None else 0.0


def most(finding: Finding) -> float:
    value = finding.amount
    return float("inf") if value is None or value.high is None else value.high
