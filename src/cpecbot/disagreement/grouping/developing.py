"""How far two figures of one thing are apart, where what they count may have changed from report to report."""

from __future__ import annotations

from collections.abc import Iterable
from math import isclose

from cpecbot.disagreement.grouping.agreement import is_exact
from cpecbot.disagreement.grouping.counting import likeness
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.quantities.moments import Manner
from cpecbot.models import Level

# What is told roughly may be so much off: nearly 4,000 for 3,640.
_ROUGH = 0.1
# A later figure that is lower than this part of an earlier one counts something else, as the dead of one district.
_LEAST_LEFT = 0.4
# Two figures of one day contradict; more of them tell how a count went on from hour to hour.
_HOURS = 3
# So little beside another figure is of a part of it: the dead of one village.
_LEAST_PART = 0.1


def level_apart(one: Finding, other: Finding) -> Level | None:
    """The level of two figures that cannot both hold; None where they are meant differently.

    Where one report tells its day and the other none, nothing shows that they are of one day. "More than 8,000" is an
    estimate, which differs from a count; so does what was counted "so far", at some hour of the day.
    """
    if not _of_one_thing(one, other) or _roughly(one, other):
        return None
    days = one.moment.as_of(), other.moment.as_of()
    sure = one.moment.surely_with(other.moment)
    if not (one.grows or other.grows):
        changed = None not in days and days[0] != days[1] and not (one.lasting and other.lasting)
        return Level.DIFFERING if changed or not sure else max(one.level, other.level, key=tuple(Level).index)
    if days[0] == days[1]:
        final = all(is_exact(each.amount) and Manner.SO_FAR not in each.moment.manners for each in (one, other))
        return one.level if final and sure else Level.DIFFERING
    return Level.DIFFERING if None in days else _developed(*sorted((one, other), key=_day))


def _developed(earlier: Finding, later: Finding) -> Level | None:
    if least(earlier) < most(later):
        return Level.DEVELOPMENT
    return Level.DIFFERING if least(later) >= _LEAST_LEFT * least(earlier) else None


def _of_one_thing(one: Finding, other: Finding) -> bool:
    if not one.moment.comparable(other.moment):
        return False
    if not (one.figure and other.figure):
        return True
    return likeness(one.figure, other.figure, of_one=of_one_event(one, other)) > 0 and not _is_part(one, other)


def of_one_event(one: Finding, other: Finding) -> bool:
    """Whether their articles report one event, of which neither also tells what the other does."""
    here, there = one.reading.occasion, other.reading.occasion
    if not here.same(there) or one.amount is None or other.amount is None:
        return here.same(there)
    return not (here.tells(other.amount) or there.tells(one.amount))


def _is_part(one: Finding, other: Finding) -> bool:
    """Whether one is so much less that, without a place that both name, it is hardly of the same."""
    if not (one.figure and other.figure):
        return False
    some, whole = (one, other) if other.figure.people else (other, one)
    if some.figure and some.figure.nouns and whole.figure and whole.figure.people and most(some) < least(whole):
        return True  # five women are among twelve people
    if one.figure.places & other.figure.places:
        return False
    low, high = sorted((least(one), least(other)))
    return low < _LEAST_PART * high


def _roughly(one: Finding, other: Finding) -> bool:
    """Whether one is told only roughly, and the other is near it."""
    if all(Manner.ROUGHLY not in each.moment.beside for each in (one, other)):
        return False
    return isclose(least(one), least(other), rel_tol=_ROUGH)


def still_growing(one: Finding, other: Finding, others: Iterable[Finding]) -> bool:
    """Whether two figures of one day are steps of what ``others`` tell: no less than before, and no more than later."""
    day = one.moment.as_of()
    if day is None or not one.grows or day != other.moment.as_of():
        return False
    low, high = sorted(map(least, (one, other)))
    before = [least(each) for each in others if _day(each) < day.isoformat()]
    after = [most(each) for each in others if _day(each) > day.isoformat()]
    return bool(before or after) and all(each <= low for each in before) and all(high <= each for each in after)


def is_counting(one: Finding, others: Iterable[Finding]) -> bool:
    """Whether ``others`` tell so many figures of the day of ``one`` that they are of several hours of it."""
    if not one.grows:
        return False
    day = one.moment.as_of()
    told = {least(each) for each in others if each.moment.as_of() == day and is_exact(each.amount)}
    return len(told) >= _HOURS


def _day(finding: Finding) -> str:
    day = finding.moment.as_of()
    return day.isoformat() if day else ""


def least(finding: Finding) -> float:
    value = finding.amount
    return 0.0 if value is None else value.low if value.low is not None else 0.0


def most(finding: Finding) -> float:
    value = finding.amount
    return float("inf") if value is None or value.high is None else value.high
