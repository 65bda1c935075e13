"""Figures one by one, and the decimals that are written with them or with another mark than the point."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.words.numbers import NumberWords, Role

MOST_WORDS = 24
"""No real number has more words; it bounds the work at every token."""
_MOST_FIGURES = 40


def figures(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[str, int]:
    """The figures written as words from token ``at`` on, and the token after them."""
    found = ""
    while len(found) < MOST_WORDS and (figure := words.figures.match(tokens, at)) is not None:
        found += str(figure[0])
        at = figure[1]
    return found, at


def decimal_figures(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[str, int]:
    """The figures behind a decimal point in words, in words one by one or printed, and the token after them.

    None are found before what makes it a time of day (三点五十).
    """
    found, end = figures(tokens, at, words)
    if not found and at < len(tokens) and tokens[at].text.isdecimal():
        found, end = tokens[at].text, at + 1
    elif not found:
        found, end = _units(tokens, at, words)
    return ("", at) if words.no_decimal_before.match(tokens, end) is not None else (found, end)


def zero_point(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[float, int] | None:
    """A decimal below one in words, and the token after it: "zero point five"."""
    zero = words.figures.match(tokens, at)
    point = words.points.match(tokens, zero[1]) if zero is not None and zero[0] == 0 else None
    found, end = decimal_figures(tokens, point[1], words) if point is not None else ("", at)
    return (float(f"0.{found}"), end) if found else None


def printed_decimal(tokens: Sequence[Token], at: int, words: NumberWords) -> float | None:
    """The decimal at tokens ``[at, at + 3)`` with a slash or a comma, believed where something is counted in it."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in words.decimal_marks:
        return None
    whole, part = tokens[at].text, tokens[at + 2].text
    written = glued(tokens, at + 1) and glued(tokens, at + 2) and whole.isdecimal() and part.isdecimal()
    if not written or len(whole + part) >= _MOST_FIGURES or not counts(tokens, at + 3, words):
        return None
    return float(f"{whole}.{part}")


def counts(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether a scale, a unit or percent stands at token ``at``."""
    return is_scale(tokens, at, words) or words.before_decimals.match(tokens, at) is not None


def is_scale(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether a word stands at token ``at`` that multiplies what precedes."""
    found = words.cardinals.match(tokens, at)
    if found is None:
        return False
    return found[0].role in {Role.TIMES, Role.SCALE} or found[0].value in {100, 1000}


def _units(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[str, int]:
    found = ""
    while len(found) < MOST_WORDS and (unit := words.cardinals.match(tokens, at)) is not None:
        if unit[0].role is not Role.ADD or unit[0].value not in range(1, 10):
            break
        found, at = found + str(int(unit[0].value)), unit[1]
    return found, at
