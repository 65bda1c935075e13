"""A number that was read, and what a token in digits is worth."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.text.phrases import Token

# 1.234.567 is so many, while 1.2.3 is a version.
_GROUPED = expression(r"\d{1,3}(?:\.\d{3}){2,}")


class Number(Struct, frozen=True):
    """``end`` is the token after it; ``more`` leaves it open above ("millions", 30多亿).

    ``weak`` says that its only word has other meanings, and ``after_noun`` that what it counts may stand before it;
    ``final`` that an ordinal word ended it, ``vague`` that no number counts its scale ("millions", but not 30多亿).
    """

    value: float
    end: int
    more: bool = False
    weak: bool = False
    after_noun: bool = False
    final: bool = False
    vague: bool = False


def plain_value(token: Token) -> float | None:
    """The value of a token in digits, whatever parts its groups; None for a chain such as 1.2.3."""
    if token.kind != "number" or len(token.text) > 40:
        return None
    text = token.text.replace(".", "") if _GROUPED.fullmatch(token.text) else token.text
    return None if text.count(".") > 1 else float(text.replace(",", "").replace("'", ""))
