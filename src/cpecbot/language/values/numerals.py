"""Reading a number, in digits or words, out of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numbers.decimals import (
    MOST_WORDS,
    counts,
    decimal_figures,
    figures,
    is_scale,
    printed_decimal,
    zero_point,
)
from cpecbot.language.values.numbers.fractions import Fraction, read_fraction, skip_hyphen
from cpecbot.language.values.numbers.number import Number, plain_value
from cpecbot.language.values.numbers.sums import Sum
from cpecbot.language.values.words.numbers import NumberWord, NumberWords, Role

_FIGURES = frozenset({"number", "part"})


class ReadOnce(list[Token]):
    """Tokens that many readings look for a number at; each is read once. The words live longer than they."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.numbers: dict[tuple[int, int, bool, bool], Number | None] = {}


def read_number(
    tokens: Sequence[Token], at: int, words: NumberWords, *, bare: bool = False, announced: bool = False
) -> Number | None:
    """The longest number, cardinal or ending in an ordinal word, that starts at token ``at``.

    Where a ``bare`` scale may stand, as after "over", it is one of it: 超百人. What is ``announced`` is no time of day.
    """
    if at >= len(tokens) or (tokens[at].kind not in _FIGURES and tokens[at].text not in words.first_words):
        return None
    if not isinstance(tokens, ReadOnce):
        return _read(tokens, at, words, bare=bare, announced=announced)
    key = (at, id(words), bare, announced)
    if key not in tokens.numbers:
        tokens.numbers[key] = _read(tokens, at, words, bare=bare, announced=announced)
    return tokens.numbers[key]


def _read(tokens: Sequence[Token], at: int, words: NumberWords, *, bare: bool, announced: bool) -> Number | None:
    return _in_figures(tokens, at, words) or _Reader(tokens, words, bare=bare, announced=announced).read(at)


def _in_figures(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """Figures one by one: 二〇二六, 一九九一; two figures alone (三四) may be "three or four"."""
    found, end = figures(tokens, at, words)
    enough = len(found) > 2 or (len(found) == 2 and words.ends_a_pair.match_before(tokens, end))
    return Number(float(found), end) if enough else None


class _Reader:
    def __init__(
        self,
        tokens: Sequence[Token],
        words: NumberWords,
        *,
        bare: bool = False,
        announced: bool = False,
        commas: bool = True,
    ) -> None:
        self._tokens = tokens
        self._words = words
        self._bare = bare
        self._announced = announced
        self._commas = commas
        self._sum = Sum()
        self._more = False
        self._vague = False
        self._final = False

    def read(self, at: int) -> Number | None:
        start = position = self._open(at)
        only = NumberWord(0)
        for count in range(MOST_WORDS):
            step = self._step(position) or (self._step_connected(position) if count else None)
            if step is None:
                break
            position, word = step
            only = word if count == 0 and start == at else NumberWord(0)
            if self._final:
                break
            position, whole = self._decimal(position), position
            position = self._part_added(position)
            only = only if position == whole else NumberWord(0)
            extended = self._extended(position, word)
            if extended is not None:
                self._more, position = True, extended
        if (position == start and not self._sum.digits) or not self._may_begin(at):
            return None
        if self._words.shortened:
            self._sum.shorten()
        return Number(self._sum.value, position, self._more, only.weak, only.after_noun, self._final, self._vague)

    def _may_begin(self, at: int) -> bool:
        """Whether the words after the first one let it be a number: scores are many only where it is "scores of"."""
        needed = self._words.only_before.match(self._tokens, at)
        return needed is None or needed[0].match(self._tokens, needed[1]) is not None

    def _part_added(self, at: int) -> int:
        """The token after a part of one more: "four and a half", ستة مليارات ونصف المليار, 2½."""
        if not self._sum.started or self._more:
            return at
        joined = self._words.fractions.joiners.match(self._tokens, skip_hyphen(self._tokens, at))
        start = skip_hyphen(self._tokens, joined[1]) if joined else at
        part = read_fraction(self._tokens, start, self._words, alone=False)
        if part is None or not (joined or part.conjoined or self._beside_figures(at, part)):
            return at
        of_scale = not (self._sum.group or self._sum.pending)
        self._sum.add_part(part.value)
        again = self._words.cardinals.match(self._tokens, part.end) if of_scale else None
        return again[1] if again and again[0].value == self._sum.scale else part.end

    def _beside_figures(self, at: int, part: Fraction) -> bool:
        """Whether a printed part stands right behind whole figures: 2½, 2 1/2."""
        whole = self._sum.digits and self._sum.pending and self._tokens[at - 1].text.isdecimal()
        return bool(whole) and self._tokens[part.end - 1].text[-1].isdecimal()

    def _extended(self, at: int, last: NumberWord) -> int | None:
        """The token after words that leave the number open above.

        多 and 余 do so in figures (3多) and after tens (三十多), and else only before a scale (三多亿).
        """
        found = self._words.extenders.match(self._tokens, skip_hyphen(self._tokens, at))
        if found is None:
            unit = last.role is Role.ADD and last.value < 10 and not self._sum.digits
            found = self._words.extenders_not_after_units.match(self._tokens, at)
            found = found if found is not None and (not unit or self._is_scale(found[1])) else None
        return found[1] if found else None

    def _open(self, at: int) -> int:
        """The token after what may stand before the first number word: "zero point five", "several", "half a"."""
        decimal = zero_point(self._tokens, at, self._words)
        if decimal is not None:
            self._sum.pending, self._sum.started, self._sum.digits = decimal[0], True, True
            return decimal[1]
        opener = self._words.openers.match(self._tokens, at)
        if opener is not None and self._is_scale(opener[1]):
            (value, self._more), position = opener
            self._vague = self._more
            self._sum.pending, self._sum.started = value, True
            return position
        part = read_fraction(self._tokens, at, self._words, alone=False)
        if part is not None:
            link = self._words.fractions.links.match(self._tokens, part.end)
            for end in (part.end, link[1] if link else part.end):
                if self._is_scale(end):
                    self._sum.pending, self._sum.started = part.value, True
                    return end
        return at

    def _is_scale(self, at: int) -> bool:
        return is_scale(self._tokens, at, self._words)

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
        conjoined = joined is not None
        if joined is None and self._sum.pending == 0:
            joined = words.joiners_after_hundreds.match(tokens, at) or self._comma(at)
        if joined is None:
            return None
        self._sum.place = 0.0
        if conjoined and joined[1] < len(tokens) and tokens[joined[1]].kind == "number":
            return self._take_digits(joined[1], conjoined=True)
        return self._step(joined[1], conjoined=True)

    def _comma(self, at: int) -> tuple[bool, int] | None:
        """A comma behind a scale, where hundreds or a smaller scale follow: "two thousand, three hundred"."""
        found = self._words.joiners_after_scales.match(self._tokens, at)
        if found is None or self._sum.group or not (self._sum.scale and self._commas):
            return None
        rest = _Reader(self._tokens, self._words, commas=False).read(found[1])
        return found if rest is not None and 100 <= rest.value < self._sum.scale else None

    def _take_digits(self, at: int, *, conjoined: bool = False) -> tuple[int, NumberWord] | None:
        value, end = plain_value(self._tokens[at]), at + 1
        if value is None or self._sum.pending:
            return None
        if self._sum.started and not self._joins(value, at, conjoined=conjoined):
            return None
        fraction = printed_decimal(self._tokens, at, self._words)
        if fraction is not None:
            value, end = fraction, at + 3
        self._sum.pending, self._sum.started, self._sum.digits = value, True, True
        return end, NumberWord(value)

    def _joins(self, value: float, at: int, *, conjoined: bool) -> bool:
        """Whether figures continue a number: 3万5000, "1 ارب 20 کروڑ"; otherwise a new number begins."""
        if not self._sum.scale or value >= self._sum.scale:
            return False
        found = self._words.cardinals.match(self._tokens, at + 1)
        if found is not None and found[0].role is Role.SCALE:
            return found[0].value < self._sum.scale
        if conjoined or self._words.figures_follow_scales:
            return self._sum.scale <= 1000 or value >= self._sum.scale / 1000
        return glued(self._tokens, at) and self._tokens[at - 1].kind == "han"

    def _decimal(self, at: int) -> int:
        """The token after the decimal figures in words that stand at ``at``: 三点五."""
        point, whole = self._words.points.match(self._tokens, at), self._sum.group + self._sum.pending
        if point is None or not 0 < whole < 100 or whole % 1:
            return at
        found, end = decimal_figures(self._tokens, point[1], self._words)
        sure = self._sum.pending or self._announced or counts(self._tokens, end, self._words)
        if not found or not sure:  # 十点五 alone may be five past ten
            return at
        self._sum.pending += float(f"0.{found}")
        self._sum.digits = True
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
            taken = not self._sum.started and self._sum.add(word.count, linked=word.linked, conjoined=False)
            taken = taken and self._sum.multiply(word.value, alone=False)
        elif word.role is Role.TIMES:
            taken = self._sum.times(word.value, alone=word.alone or self._stands_bare(end))
        else:
            first = not self._sum.started
            alone = word.alone and (not self._sum.started or conjoined or word.conjoined)
            taken = self._sum.multiply(word.value, alone=alone or self._stands_bare(end))
            self._vague = self._vague or (taken and first and word.many)
            self._more = self._more or self._vague
        return (end, word) if taken else None

    def _stands_bare(self, end: int) -> bool:
        """Whether a scale without a number is one of it: after a bound (超百人), or where more is said (百余人)."""
        if self._sum.started:
            return False
        return self._bare or self._words.extenders_not_after_units.match(self._tokens, end) is not None
