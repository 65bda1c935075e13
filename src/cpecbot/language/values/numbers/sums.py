"""A number under way, word by word."""

from __future__ import annotations

_UNITS = range(1, 10)
_TENS = range(20, 100, 10)
_HUNDREDS = range(100, 1000, 100)


class Sum:
    """A number under way: ``pending`` < 100 not yet multiplied, ``group`` under the next scale, ``total`` above it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.pending = 0.0
        self.scale = 0.0
        self.started = False
        self.digits = False
        self.place = 0.0

    @property
    def value(self) -> float:
        return self.total + self.group + self.pending

    def add(self, value: float, *, linked: bool, conjoined: bool) -> bool:
        if self.started and (self.digits or (linked and not conjoined)):
            return False
        if self.scale and value >= self.scale:
            return False
        if self._has_room(value):
            self.pending = value
        elif self._makes_a_ten(value, linked=linked):
            self.pending += value
        elif self.pending in _HUNDREDS and value < 100:
            self.group, self.pending = self.pending, value
        else:
            return False
        self.started = True
        return True

    def _has_room(self, value: float) -> bool:
        """Whether nothing is pending, and the group has nothing yet in the places of ``value``."""
        free = not self.group or (value < 100 and self.group % 100 == 0) or (value in _UNITS and self.group % 10 == 0)
        return self.pending == 0 and free

    def _makes_a_ten(self, value: float, *, linked: bool) -> bool:
        """Whether ``value`` and what is pending are a ten and a unit; where words are linked, also unit before ten."""
        if self.pending in _TENS:
            return value in _UNITS
        return linked and self.pending in _UNITS and value in _TENS

    def times(self, value: float, *, alone: bool) -> bool:
        if (
            self.group % (value * 10)
            or (self.pending == 0 and not alone)
            or (self.started and self.pending == 0 and value > 10)
        ):
            return False
        if self.pending >= 10 and (value != 100 or self.group):
            return False
        self.place = value
        self.group += (self.pending or 1) * value
        self.pending, self.started, self.digits = 0.0, True, False
        return True

    def multiply(self, scale: float, *, alone: bool) -> bool:
        magnitude = self.group + self.pending
        if magnitude == 0 and not (alone or self.scale):
            return False
        if self.scale and scale == self.scale:
            return False
        if self.scale and scale > self.scale:
            self.total = (self.total + magnitude) * scale
            self.scale *= scale  # of "four thousand billion" a part is below a thousand billions
        elif magnitude or not self.scale or alone:
            self.total += (magnitude or 1) * scale
            self.scale = scale
        else:
            return False
        self.group = self.pending = 0.0
        self.started, self.digits, self.place = True, False, scale
        return True

    def add_part(self, part: float) -> None:
        """``part`` of one more: of the number under way, or of the scale that it ends with."""
        if self.group or self.pending or not self.scale:
            self.pending += part
        else:
            self.total += part * self.scale
        self.digits = True

    def shorten(self) -> None:
        """The unit that ends the number stands for the next lower place: 两万三 is 23,000."""
        if self.place > 10 and self.pending in _UNITS and not self.digits:
            self.pending *= self.place / 10
