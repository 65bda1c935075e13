"""Reading a number, in digits or words, out of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.words.numbers import NumberWord, NumberWords, Role

_MOST_WORDS = 24  # no real number is longer; bounds the work at every token
_UNITS = range(1, 10)
_TENS = range(20, 100, 10)
_HUNDREDS = range(100, 1000, 100)


@dataclass(frozen=True, slots=True)
class Number:
    """``end`` is the token after it; ``more`` leaves it open above ("millions", 30多亿).

    ``weak`` says that its only word has other meanings, and ``after_noun`` that what it counts may stand before it;
    ``final`` that an ordinal word ended it.
    """

    value: float
    end: int
    more: bool = False
    weak: bool = False
    after_noun: bool = False
    final: bool = False


class _Sum:
    """A number under way: ``pending`` < 100 not yet multiplied, ``group`` under the next scale, ``total`` above it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.pending = 0.0
        self.scale = 0.0
        self.started = False
        self.digits = False

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
        elif magnitude or not self.scale:
            self.total += (magnitude or 1) * scale
        else:
            return False
        self.group = self.pending = 0.0
        self.scale, self.started, self.digits = scale, True, False
        return True


def plain_value(token: Token) -> float | None:
    """The value of a token in digits; None for a chain such as 1.2.3."""
    if token.kind != "number" or token.text.count(".") > 1 or len(token.text) > 40:
        return None
    return float(token.text.replace(",", ""))


def read_number(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """The longest number, cardinal or ending in an ordinal word, that starts at token ``at``."""
    return _in_figures(tokens, at, words) or _Reader(tokens, words).read(at)


def _in_figures(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """Figures one by one: 二〇二六, 一九九一; two figures alone (三四) may be "three or four"."""
    figures, end = _figures(tokens, at, words)
    enough = len(figures) > 2 or (len(figures) == 2 and words.ends_a_pair.match_before(tokens, end))
    return Number(float(figures), end) if enough else None


def _figures(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[str, int]:
    """The figures written as words from token ``at`` on, and the token after them."""
    figures = ""
    while len(figures) < _MOST_WORDS and (found := words.figures.match(tokens, at)) is not None:
        figures += str(found[0])
        at = found[1]
    return figures, at


class _Reader:
    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words
        self._sum = _Sum()
        self._more = False
        self._final = False

    def read(self, at: int) -> Number | None:
        start = position = self._open(at)
        only = NumberWord(0)
        for count in range(_MOST_WORDS):
            step = self._step(position) or (self._step_connected(position) if count else None)
            if step is None:
                break
            position, word = step
            only = word if count == 0 and start == at else NumberWord(0)
            if self._final:
                break
            position = self._decimal(position)
            extended = self._extended(position, word)
            if extended is not None:
                self._more, position = True, extended
        if position == start:
            return None
        return Number(self._sum.value, position, self._more, only.weak, only.after_noun, self._final)

    def _extended(self, at: int, last: NumberWord) -> int | None:
        """The token after words that leave the number open above.

        多 and 余 do so in figures (3多) and after tens (三十多), and else only before a scale (三多亿).
        """
        found = self._words.extenders.match(self._tokens, at)
        if found is None:
            unit = last.role is Role.ADD and last.value < 10 and not self._sum.digits
            found = self._words.extenders_not_after_units.match(self._tokens, at)
            found = found if found is not None and (not unit or self._is_scale(found[1])) else None
        return found[1] if found else None

    def _open(self, at: int) -> int:
        opener = self._words.openers.match(self._tokens, at)
        if opener is not None and self._is_scale(opener[1]):
            (value, self._more), position = opener
            self._sum.pending, self._sum.started = value, True
            return position
        return at

    def _is_scale(self, at: int) -> bool:
        found = self._words.cardinals.match(self._tokens, at)
        if found is None:
            return False
        return found[0].role in {Role.TIMES, Role.SCALE} or found[0].value in {100, 1000}

    def _step(self, at: int, *, conjoined: bool = False) -> tuple[int, NumberWord] | None:
        if at >= len(self._tokens):
            return None
        if self._tokens[at].kind == "number":
            return self._take_digits(at)
        return self._take_quarter(at) or self._take_ordinal(at) or self._take_word(at, conjoined=conjoined)

    def _take_quarter(self, at: int) -> tuple[int, NumberWord] | None:
        """ساڑھے تین: the number of the next word, and so much more or less."""
        quarter = self._words.quarters.match(self._tokens, at)
        found = self._words.cardinals.match(self._tokens, quarter[1]) if quarter and not self._sum.started else None
        if quarter is None or found is None or found[0].role is not Role.ADD:
            return None
        self._sum.pending, self._sum.started = found[0].value + quarter[0], True
        return found[1], NumberWord(self._sum.pending)

    def _step_connected(self, at: int) -> tuple[int, NumberWord] | None:
        if at >= len(self._tokens):
            return None
        words, tokens = self._words, self._tokens
        if tokens[at].text == "-" and glued(tokens, at) and glued(tokens, at + 1):
            following = words.cardinals.match(tokens, at + 1) or words.ordinals.match(tokens, at + 1)
            return self._step(at + 1) if following is not None else None
        linking = words.between_many.match(tokens, at) if self._more else None
        if linking is not None:
            found = words.cardinals.match(tokens, linking[1])
            return self._step(linking[1]) if found is not None and found[0].many else None
        joined = words.joiners.match(tokens, at)
        if joined is None and self._sum.pending == 0:
            joined = words.joiners_after_hundreds.match(tokens, at)
        return self._step(joined[1], conjoined=True) if joined is not None else None

    def _take_digits(self, at: int) -> tuple[int, NumberWord] | None:
        value, end = plain_value(self._tokens[at]), at + 1
        if value is None or self._sum.pending or (self._sum.started and not self._joins(value, at)):
            return None
        fraction = self._printed_fraction(at)
        if fraction is not None:
            value, end = fraction, at + 3
        self._sum.pending, self._sum.started, self._sum.digits = value, True, True
        return end, NumberWord(value)

    def _joins(self, value: float, at: int) -> bool:
        """Whether figures continue a number: 3万5000, "1 ارب 20 کروڑ"; otherwise a new number begins."""
        if not self._sum.scale or value >= self._sum.scale:
            return False
        found = self._words.cardinals.match(self._tokens, at + 1)
        smaller = found is not None and found[0].role is Role.SCALE and found[0].value < self._sum.scale
        return smaller or (glued(self._tokens, at) and self._tokens[at - 1].kind == "han")

    def _printed_fraction(self, at: int) -> float | None:
        """A decimal with a slash or a comma, believed before a scale only."""
        tokens = self._tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text not in self._words.decimal_marks or not glued(tokens, at + 2):
            return None
        whole, fraction = tokens[at].text, tokens[at + 2].text
        if not (whole.isdecimal() and fraction.isdecimal() and self._is_scale(at + 3) and len(whole + fraction) < 40):
            return None
        return float(f"{whole}.{fraction}")

    def _decimal(self, at: int) -> int:
        """The token after the decimal figures in words that stand at ``at``: 三点五; 三点五十 is a time of day."""
        point = self._words.points.match(self._tokens, at)
        if point is None or not 0 < self._sum.pending < 100:
            return at
        figures, end = _figures(self._tokens, point[1], self._words)
        if not figures or self._words.no_decimal_before.match(self._tokens, end) is not None:
            return at
        self._sum.pending += float(f"0.{figures}")
        return end

    def _take_ordinal(self, at: int) -> tuple[int, NumberWord] | None:
        found = self._words.ordinals.match(self._tokens, at)
        if found is None or not self._sum.started or self._more:
            return None
        word, end = found
        if word.value in {100, 1000} and self._sum.pending and not self._sum.digits:
            self._sum.times(100, alone=False) if word.value == 100 else self._sum.multiply(1000, alone=False)
        elif not self._sum.add(word.value, linked=word.linked, conjoined=False):
            return None
        self._final = True
        return end, word

    def _take_word(self, at: int, *, conjoined: bool) -> tuple[int, NumberWord] | None:
        found = self._words.cardinals.match(self._tokens, at)
        if found is None:
            return None
        word, end = found
        if word.role is Role.ADD:
            taken = self._sum.add(word.value, linked=word.linked, conjoined=conjoined or word.conjoined)
        elif word.role is Role.PAIR:
            taken = not self._sum.started and self._sum.add(2, linked=word.linked, conjoined=False)
            taken = taken and self._sum.multiply(word.value / 2, alone=False)
        elif word.role is Role.TIMES:
            taken = self._sum.times(word.value, alone=word.alone)
        else:
            first = not self._sum.started
            taken = self._sum.multiply(word.value, alone=word.alone)
            self._more = self._more or (taken and first and word.many)
        return (end, word) if taken else None
