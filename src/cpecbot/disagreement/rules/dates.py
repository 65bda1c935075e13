"""Claims of when something was: a date bound to the occasion that it dates, or not used."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding, hull
from cpecbot.disagreement.reading.binding import nearest
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading
from cpecbot.disagreement.rules.figures import Kind, alone, figure, of_its_thing
from cpecbot.models import Dimension, Level, ValueKind

_OCCASION = 12
_BESIDE = 2
_STEP_SHARED = 2


def date_findings(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    """A date and the occasion it dates; the days of one meeting's proceedings also among themselves."""
    open_day = amount.value.kind is ValueKind.DATE and amount.value.first is None
    occasion = None if open_day else _occasion(amount, reading, reader)
    if occasion is None or not (alone(amount, reading) or _claimed_once(amount, occasion, reading, reader)):
        return
    first, last = hull([(amount.first, amount.last), (occasion.first, occasion.last)])
    if reader.has(reading, Role.OTHER_TIME, max(0, first - 2), last):
        return
    if reading.coming:
        return
    kind = Kind("date", occasion.key, Dimension.DATE, occasion.key)
    dated = figure(amount, reading, reader, kind, (first, last))
    if occasion.key in reader.contrasts.role(Role.STEP):
        dated = replace(of_its_thing(dated), least_shared=_STEP_SHARED)
    if occasion.key in reader.contrasts.role(Role.PROCEEDINGS) and amount.value.first == amount.value.last:
        yield replace(
            dated,
            rule="timing",
            head="timing",
            level=Level.DIFFERING,
            by_topic=False,
            context=frozenset(),
            identity=True,
        )


def _occasion(amount: Amount, reading: Reading, reader: Reader) -> Mark | None:
    """What the date dates; of "the attack took place" the attack."""
    keys = reader.contrasts.role(Role.OCCASION)
    held = reader.contrasts.role(Role.HELD)
    found = nearest(amount, reading, keys, _OCCASION, _OCCASION)
    if found is None or found.key not in held:
        return found
    return nearest(found, reading, keys - held - reader.contrasts.role(Role.PROCEEDINGS), _BESIDE, _BESIDE) or found


def _claimed_once(amount: Amount, occasion: Mark, reading: Reading, reader: Reader) -> bool:
    """Whether no other date dates the same occasion."""
    dates = (each for each in reading.amounts if each is not amount and each.value.kind is ValueKind.DATE)
    return all(_occasion(each, reading, reader) not in (None, occasion) for each in dates)
