"""What an amount is counted in: the unit, the currency or the percent sign beside its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numbers.fractions import read_fraction
from cpecbot.language.values.numbers.number import Number
from cpecbot.language.values.units import PERCENT_SIGNS, Measure
from cpecbot.language.values.words.vocabulary import Vocabulary
from cpecbot.models import ValueKind

# How many words may stand between a letter that scales and what is counted: "2.3m newly displaced people".
_DESCRIBING = 2


class Measured(Struct, frozen=True):
    """The measure of a number and the token after it; ``part`` of one more unit is added ("a year and a half")."""

    measure: Measure | None
    end: int
    part: float = 0.0


def read_measure(
    tokens: Sequence[Token], at: int, words: Vocabulary, currency: tuple[str, int] | None, *, percent: bool
) -> Measured:
    """What the number that ends before token ``at`` is counted in; ``currency`` stands before it."""
    if percent:
        return Measured(Measure(ValueKind.PERCENT, None), at)
    link = words.units.links.match(tokens, at)
    hyphen = at < len(tokens) and tokens[at].text == "-"
    for start in (at, link[1] if link else at + hyphen):
        found = _unit(tokens, start, words)
        if found is not None and (currency is None or _is_money(found)):
            return found
    return Measured(Measure(ValueKind.MONEY, currency[0]), at) if currency is not None else Measured(None, at)


def read_dual(tokens: Sequence[Token], at: int, words: Vocabulary) -> Measured | None:
    """Two of a unit in one word, and a half more: يومان, ساعتين ونصف الساعة."""
    found = words.units.duals.match(tokens, at)
    return None if found is None else _with_part(tokens, found[0], found[1], words)


def scaled(tokens: Sequence[Token], number: Number, words: Vocabulary, *, money: bool) -> Number:
    """The number times what the letter behind it stands for: $62m, "Rs 2.5 cr", "13.4m people"; "134 m" are metres."""
    letter = words.units.scale_letters.match(tokens, number.end)
    if letter is None or not (money or _scales_a_count(tokens, number.end, letter[1], words)):
        return number
    return replace(number, value=number.value * letter[0], end=letter[1])


def percent_sign_before(tokens: Sequence[Token], at: int) -> bool:
    """Right-to-left texts may hold the sign before the figures: ٪10."""
    signed = at > 0 and tokens[at - 1].text in PERCENT_SIGNS and glued(tokens, at)
    return signed and not (at > 1 and tokens[at - 2].kind == "number")


def _is_money(found: Measured) -> bool:
    return found.measure is not None and found.measure.kind is ValueKind.MONEY


def _unit(tokens: Sequence[Token], at: int, words: Vocabulary) -> Measured | None:
    inside = words.numbers.fractions.inside.match(tokens, at + 1)
    if inside is not None:  # 两个半小时
        found = words.units.measures.match([tokens[at], *tokens[inside[1] : inside[1] + 3]], 0)
        if found is not None:
            return Measured(found[0], inside[1] + found[1] - 1, 0.5)
    found = words.units.measures.match(tokens, at)
    if found is None or _is_no_unit(tokens, at, words):
        return None
    return _with_part(tokens, found[0], found[1], words)


def _with_part(tokens: Sequence[Token], measure: Measure, end: int, words: Vocabulary) -> Measured:
    """The unit with a part of one more behind it: "a year and a half", ساعتان ونصف الساعة, 三年半."""
    fractions = words.numbers.fractions
    joined = fractions.joiners.match(tokens, end)
    inside = fractions.inside.match(tokens, end)
    if inside is not None and glued(tokens, end):
        return Measured(measure, inside[1], 0.5)
    part = read_fraction(tokens, joined[1] if joined else end, words.numbers, alone=False)
    if part is None or not (joined or part.conjoined):
        return Measured(measure, end)
    again = _named_again(tokens, part.end, words)
    if again is None:
        return Measured(measure, part.end, part.value)
    same = again[0].unit == measure.unit
    return Measured(measure, again[1], part.value) if same else Measured(measure, end)


def _named_again(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[Measure, int] | None:
    """The unit at token ``at``, also with what the language writes onto it: نصف السنة."""
    found = words.units.measures.match(tokens, at)
    if found is not None or at >= len(tokens):
        return found
    token = tokens[at]
    bare = (token._replace(text=token.text.removeprefix(each)) for each in words.numbers.prefixes)
    matches = (words.units.measures.match([each], 0) for each in bare if each.text)
    return next(((match[0], at + 1) for match in matches if match is not None), None)


def _is_no_unit(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether what looks like a unit is something else before the word that follows it: تن is a tonne or a person."""
    alone = at > 0 and tokens[at - 1].kind == "han" and not words.numbers.cardinals.match_before(tokens, at - 1)
    worded = alone and not words.amounts.minus.match_before(tokens, at - 1)
    if worded and words.units.behind_figures.match(tokens, at) is not None:
        return True
    found = words.units.not_units.match(tokens, at)
    return found is not None and found[0].match(tokens, found[1]) is not None


def _scales_a_count(tokens: Sequence[Token], at: int, end: int, words: Vocabulary) -> bool:
    """Whether something that is counted follows, and the letter is no unit: "13.4m people", "5m tonnes"."""
    measure = words.units.measures.match(tokens, end)
    if measure is not None and measure[0].kind is ValueKind.MONEY:
        return True
    if not glued(tokens, at):
        return words.units.scaled.match(tokens, end) is not None
    joined = words.amounts.ranges.match(tokens, end)
    if joined is not None:  # "from 1.2m to 1.5m people"
        letter = words.units.scale_letters.match(tokens, joined[1] + 1)
        end = letter[1] if letter is not None else len(tokens)
    return any(_is_counted(tokens, place, words) for place in _describing(tokens, end, words))


def _describing(tokens: Sequence[Token], at: int, words: Vocabulary) -> Iterator[int]:
    """The next words, as far as none says that the number before them is a measure."""
    for place in range(at, min(at + _DESCRIBING + 1, len(tokens))):
        if tokens[place].kind != "word" or words.units.not_scaled.match(tokens, place) is not None:
            return
        yield place


def _is_counted(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    known = words.units.measures.match(tokens, at) or words.units.scaled.match(tokens, at)
    return known is not None or tokens[at].text.endswith(words.units.scaled_endings)
