"""Whether two findings of one thing may both be true, also by the hour, the place and the names of what is told."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import may_both_hold
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.telling import Hour
from cpecbot.language.text.cues.modality import planned
from cpecbot.models import Dimension, Value, ValueKind

_DAY = timedelta(days=1)
_ANY_YEAR = 2000


def both_hold(one: Finding, other: Finding) -> bool:
    if one.identity and other.identity and _is_to_come(one) is not _is_to_come(other):
        return True  # the round that was held, and that which will be
    if one.told is None or other.told is None:
        return may_both_hold(one.amount, other.amount)
    if one.told.who and other.told.who:
        return one.told.names_the_same(other.told) or _names_cannot_be_compared(one, other)
    if one.claim.dimension is Dimension.PLACE:
        return bool(one.values & other.told.wider or other.values & one.told.wider)
    left, right = one.amount, other.amount
    if left is None or right is None:
        return may_both_hold(left, right)
    if one.told.gregorian and other.told.gregorian and not (left.year_known and right.year_known):
        left, right = _in_one_year(left), _in_one_year(right)
    return may_both_hold(left, right) or _of_one_night(one, other) or (_is_todays(one) and _is_todays(other))


def _names_cannot_be_compared(one: Finding, other: Finding) -> bool:
    """Whether one name is in characters and the other spelt: who is 黄仁勋 in Chinese calls himself Jensen Huang."""
    unlike = one.reading.grammar.characters_are_words is not other.reading.grammar.characters_are_words
    return unlike and any(not item.concepts for each in (one, other) if each.told for item in each.told.who)


def _in_one_year(value: Value) -> Value:
    if not value.first or not value.last or value.first.year != value.last.year:
        return value
    first, last = value.first.replace(year=_ANY_YEAR), value.last.replace(year=_ANY_YEAR)
    return replace(value, first=first, last=last, year_known=True)


def _is_to_come(finding: Finding) -> bool:
    sentence = finding.reading.sentence
    values = [amount.value.span for amount in finding.reading.amounts]
    return bool(planned(sentence.reading, sentence.language, values))


def _is_todays(finding: Finding) -> bool:
    """Whether it tells what was on the day of its report: what another tells of another day may be news again."""
    day, published = finding.amount.first if finding.amount else None, finding.reading.published
    return bool(day and published and (day.month, day.day) == (published.month, published.day))


def _of_one_night(one: Finding, other: Finding) -> bool:
    """The night of Sunday is that before Monday."""
    weekdays = [_weekday(finding.amount) for finding in (one, other)]
    if weekdays[0] and weekdays[1] and (weekdays[1] - weekdays[0]) % 7 in (1, 6):
        before, after = (one, other) if (weekdays[1] - weekdays[0]) % 7 == 1 else (other, one)
        return _was(before, Hour.LATE) or _was(after, Hour.EARLY)
    days = [finding.amount.first if finding.amount else None for finding in (one, other)]
    if days[0] is None or days[1] is None:
        return False
    before, after = (one, other) if days[0] < days[1] else (other, one)
    one_night = abs(days[0].replace(year=_ANY_YEAR) - days[1].replace(year=_ANY_YEAR)) == _DAY
    return one_night and (_was(before, Hour.LATE) or _was(after, Hour.EARLY))


def _weekday(value: Value | None) -> int | None:
    """The day of the week, of a weekday or of a date whose year is known."""
    if value is None:
        return None
    if value.kind is ValueKind.WEEKDAY and value.unit:
        return int(value.unit)
    return value.first.isoweekday() if value.first and value.year_known and value.first == value.last else None


def _was(finding: Finding, hour: Hour) -> bool:
    return finding.told is not None and finding.told.hour is hour
