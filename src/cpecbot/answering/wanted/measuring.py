"""Which values of a sentence are the property asked for: its magnitude, its depth, the share that has it."""

from __future__ import annotations

from cpecbot.disagreement.reading.quantities.properties import properties
from cpecbot.language.values.units import SCALES
from cpecbot.models import Measured, Value
from cpecbot.store.entries import Entry

# "How long" is said by how long a road is, as well as by how long a visit is.
_SAID_BY = {Measured.EXTENT: frozenset({Measured.LENGTH, Measured.DURATION})}


def measuring(measured: Measured, entry: Entry) -> list[Value]:
    """The values of ``entry`` that are ``measured``.

    A word for a property names the nearest value that may be it ("at a depth of 22 km"). Where no word names one, every
    value of its units is meant that no word names as something else ("140 km away").
    """
    values, scale, named = entry.analysis.values, SCALES[measured], properties(entry)
    wanted = {measured, *_SAID_BY.get(measured, ())}
    if measured is Measured.SHARE:
        return [value for value in values if scale.fits(value, cued=False) and named.get(value.span, wanted) & wanted]
    meant = [value for value in values if not wanted.isdisjoint(named.get(value.span, ()))]
    return meant or [value for value in values if value.span not in named and scale.fits(value, cued=False)]
