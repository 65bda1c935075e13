"""Reading a number, in digits or words, out of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpecbot.language.text.phrases import PhraseTable, Token, glued
from cpecbot.language.values.number_words import NumberWord, Role
from cpecbot.languages import Language

_MOST_WORDS = 24  # no real number is longer; bounds the work at every token
_HAN_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
# Persian prints decimals with a slash (۳/۵ میلیارد), Arabic at times with a comma.
_DECIMAL_MARKS = {"ar": ",", "fa": "/,", "ur": ","}
_CONNECTORS = frozenset({"and", "و", "零"})


@dataclass(frozen=True, slots=True)
class Number:
    """``end`` is the token after it; ``more`` leaves it open above ("millions", 30多亿).

    ``weak`` says that its only word has other meanings; ``final`` that an ordinal word ended it.
    """

    value: float
    end: int
    more: bool = False
    weak: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that :func:`read_number` knows; ``openers`` count only before a scale ("half a", "several")."""

    language: Language
    numbers: PhraseTable[NumberWord]
    ordinals: PhraseTable[int]
    openers: PhraseTable[tuple[float, bool]]
    extenders: PhraseTable[bool]
    quarters: PhraseTable[float]


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

    def add(self, value: float, *, arabic: bool, conjoined: bool) -> bool:
        if self.started and (self.digits or (arabic and not conjoined)):
            return False
        if self.scale and value >= self.scale:
            return False
        if (self.pending == 0 and (self.group == 0 or (value < 100 and self.group % 100 == 0))) or (
            self.group and self.pending == 0 and value < 10 and self.group % 10 == 0
        ):
            self.pending = value
        elif (self.pending in range(20, 100, 10) and value < 10) or (
            arabic and conjoined and 0 < self.pending < 10 and value in range(20, 100, 10)
        ):
            self.pending += value
        elif (arabic and conjoined and self.pending in range(100, 1000, 100) and value < 100) or (
            self.pending in range(100, 1000, 100) and value < 100 and not arabic
        ):
            self.group, self.pending = self.pending, value
        else:
            return False
        self.started = True
        return True

    def times(self, value: float, *, bare: bool) -> bool:
        if (
            self.group % (value * 10)
            or (self.pending == 0 and not bare)
            or (self.started and self.pending == 0 and value > 10)
        ):
            return False
        if self.pending >= 10 and (value != 100 or self.group):
            return False
        self.group += (self.pending or 1) * value
        self.pending, self.started, self.digits = 0.0, True, False
        return True

    def multiply(self, scale: float, *, bare: bool) -> bool:
        magnitude = self.group + self.pending
        if magnitude == 0 and not (bare or self.scale):
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
    return _han_digits(tokens, at) or _Reader(tokens, words).read(at)


def _han_digits(tokens: Sequence[Token], at: int) -> Number | None:
    """Figures one by one: 二〇二六, 一九九一; two figures alone (三四) may be "three or four"."""
    end = at
    while end < len(tokens) and end - at < _MOST_WORDS and tokens[end].text in _HAN_DIGITS:
        end += 1
    if end - at < 3 and not (end - at == 2 and tokens[end - 1].text in "〇○"):
        return None
    return Number(float("".join(_HAN_DIGITS[token.text] for token in tokens[at:end])), end)


class _Reader:
    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words
        self._sum = _Sum()
        self._more = False
        self._final = False

    def read(self, at: int) -> Number | None:
        start = position = self._open(at)
        weak = False
        for count in range(_MOST_WORDS):
            step = self._step(position) or (self._step_connected(position) if count else None)
            if step is None:
                break
            position, word = step
            weak = word.weak and count == 0 and start == at
            if self._final:
                break
            position = self._han_fraction(position)
            extender = self._words.extenders.match(self._tokens, position)
            if extender is not None and self._counts(at, position, extender[1]):
                self._more, position = True, extender[1]
        if position == start:
            return None
        return Number(self._sum.value, position, self._more, weak, self._final)

    def _counts(self, at: int, position: int, after: int) -> bool:
        """多 and 余 belong to a number in digits, to tens (三十多) or stand before a scale."""
        del at
        return self._tokens[position - 1].text not in "一二三四五六七八九两" or self._is_scale(after)

    def _open(self, at: int) -> int:
        opener = self._words.openers.match(self._tokens, at)
        if opener is not None and self._is_scale(opener[1]):
            (value, self._more), position = opener
            self._sum.pending, self._sum.started = value, True
            return position
        quarter = self._words.quarters.match(self._tokens, at)
        if quarter is not None:
            found = self._words.numbers.match(self._tokens, quarter[1])
            if found is not None and found[0].role is Role.ADD:
                self._sum.pending, self._sum.started = found[0].value + quarter[0], True
                return found[1]
        return at

    def _is_scale(self, at: int) -> bool:
        found = self._words.numbers.match(self._tokens, at)
        return found is not None and (found[0].role is not Role.ADD or found[0].value in {100, 1000})

    def _step(self, at: int, *, conjoined: bool = False) -> tuple[int, NumberWord] | None:
        if at >= len(self._tokens):
            return None
        if self._tokens[at].kind == "number":
            return self._take_digits(at)
        return self._take_ordinal(at) or self._take_word(at, conjoined=conjoined)

    def _step_connected(self, at: int) -> tuple[int, NumberWord] | None:
        if at >= len(self._tokens):
            return None
        text = self._tokens[at].text
        if text == "-" and glued(self._tokens, at) and glued(self._tokens, at + 1):
            following = self._words.numbers.match(self._tokens, at + 1) or self._words.ordinals.match(
                self._tokens, at + 1
            )
            return self._step(at + 1) if following is not None else None
        if text == "of" and self._more:
            found = self._words.numbers.match(self._tokens, at + 1)
            return self._step(at + 1) if found is not None and found[0].many else None
        if text in _CONNECTORS and (text != "and" or self._sum.pending == 0):
            return self._step(at + 1, conjoined=True)
        return None

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
        found = self._words.numbers.match(self._tokens, at + 1)
        smaller = found is not None and found[0].role is Role.SCALE and found[0].value < self._sum.scale
        return smaller or (glued(self._tokens, at) and self._tokens[at - 1].kind == "han")

    def _printed_fraction(self, at: int) -> float | None:
        """A decimal with a slash or a comma, believed before a scale only."""
        tokens = self._tokens
        marks = _DECIMAL_MARKS.get(self._words.language.code, "")
        if at + 3 >= len(tokens) or tokens[at + 1].text not in marks or not glued(tokens, at + 2):
            return None
        whole, fraction = tokens[at].text, tokens[at + 2].text
        if not (whole.isdecimal() and fraction.isdecimal() and self._is_scale(at + 3) and len(whole + fraction) < 40):
            return None
        return float(f"{whole}.{fraction}")

    def _han_fraction(self, at: int) -> int:
        """三点五: the figures after 点; 三点五十 is a time of day."""
        tokens = self._tokens
        if at >= len(tokens) or tokens[at].text not in "点點" or not 0 < self._sum.pending < 100:
            return at
        end = at + 1
        while end < len(tokens) and end - at < _MOST_WORDS and tokens[end].text in _HAN_DIGITS:
            end += 1
        if end == at + 1 or (end < len(tokens) and tokens[end].text in "十分"):
            return at
        self._sum.pending += float("0." + "".join(_HAN_DIGITS[token.text] for token in tokens[at + 1 : end]))
        return end

    def _take_ordinal(self, at: int) -> tuple[int, NumberWord] | None:
        found = self._words.ordinals.match(self._tokens, at)
        if found is None or not self._sum.started or self._more:
            return None
        value, end = found
        arabic = self._words.language.code == "ar" and not self._tokens[at].text.isascii()
        if value in {100, 1000} and self._sum.pending and not self._sum.digits:
            self._sum.times(100, bare=False) if value == 100 else self._sum.multiply(1000, bare=False)
        elif not self._sum.add(value, arabic=arabic, conjoined=False):
            return None
        self._final = True
        return end, NumberWord(value)

    def _take_word(self, at: int, *, conjoined: bool) -> tuple[int, NumberWord] | None:
        found = self._words.numbers.match(self._tokens, at)
        if found is None:
            return None
        word, end = found
        token = self._tokens[at]
        arabic = self._words.language.code == "ar" and not token.text.isascii()
        bare = not (token.text.isascii() or token.kind == "han")
        if word.role is Role.ADD and word.value >= 1000:  # an Arabic dual: ألفان, مليارين
            taken = not self._sum.started and self._sum.add(2, arabic=arabic, conjoined=False)
            taken = taken and self._sum.multiply(word.value / 2, bare=False)
        elif word.role is Role.ADD:
            taken = self._sum.add(word.value, arabic=arabic, conjoined=conjoined or word.conjoined)
        elif word.role is Role.TIMES:
            taken = self._sum.times(word.value, bare=bare or word.value == 10)
        else:
            first = not self._sum.started
            taken = self._sum.multiply(word.value, bare=bare or word.many)
            self._more = self._more or (taken and first and word.many)
        return (end, word) if taken else None
