"""Parts of a whole: "two thirds", ثلثا, 1/3, ½."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numbers.decimals import counts
from cpecbot.language.values.words.fractions import FractionWords, Portion
from cpecbot.language.values.words.numbers import NumberWords, Role

_SLASH = "\u2044"
# "9/11" and "24/7" are none; nobody prints smaller parts with a stroke.
_PRINTED = frozenset({2, 3, 4, 5, 6, 8, 10})
_MOST_PARTS = 99


class Fraction(Struct, frozen=True):
    """``value`` is below one; ``end`` is the token after it.

    A ``dependent`` one is nothing without the unit or the scale that follows it; ``conjoined`` ones begin with "and".
    What is not ``worded`` looks like a part whatever stands around it.
    """

    value: float
    end: int
    dependent: bool = False
    conjoined: bool = False
    worded: bool = True


def read_fraction(tokens: Sequence[Token], at: int, numbers: NumberWords, *, alone: bool) -> Fraction | None:
    """The part that starts at token ``at``; what stands ``alone`` has to look like one by the words around it."""
    words = numbers.fractions
    found = (
        _printed(tokens, at, numbers, alone=alone)
        or _in_words(tokens, at, words, alone=alone)
        or _parts(tokens, at, numbers, alone=alone)
    )
    if found is None or not alone:
        return found
    odd = words.not_after.match_before(tokens, at) or words.not_before.match(tokens, found.end) is not None
    return None if odd else found


def skip_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The token after a hyphen that joins what is before and behind it."""
    joined = at < len(tokens) and tokens[at].text == "-" and glued(tokens, at) and glued(tokens, at + 1)
    return at + joined


def _printed(tokens: Sequence[Token], at: int, numbers: NumberWords, *, alone: bool) -> Fraction | None:
    """½ and 1/3, but no date, no part of a longer chain, and no decimal where a stroke marks those (۳/۵ میلیارد)."""
    if at >= len(tokens):
        return None
    if _SLASH in tokens[at].text:
        part, whole = map(int, tokens[at].text.split(_SLASH))
        return Fraction(part / whole, at + 1) if 0 < part < whole else None
    if at + 2 >= len(tokens) or tokens[at + 1].text != "/" or not (glued(tokens, at + 1) and glued(tokens, at + 2)):
        return None
    part_text, whole_text = tokens[at].text, tokens[at + 2].text
    chained = (at > 0 and tokens[at - 1].text == "/") or (glued(tokens, at + 3) and tokens[at + 3].text in {"/", "-"})
    if chained or not (part_text.isdecimal() and whole_text.isdecimal() and len(part_text + whole_text) < 5):
        return None
    follows = tokens[at + 3].kind in {"word", "han"} if at + 3 < len(tokens) else False
    decimal = "/" in numbers.decimal_marks and (
        numbers.cardinals.match(tokens, at + 3) or numbers.before_decimals.match(tokens, at + 3)
    )
    if decimal or (alone and not follows):
        return None
    part, whole = int(part_text), int(whole_text)
    return Fraction(part / whole, at + 3) if whole in _PRINTED and 0 < part < whole else None


def _in_words(tokens: Sequence[Token], at: int, words: FractionWords, *, alone: bool) -> Fraction | None:
    found = words.words.match(tokens, at)
    if found is None or (alone and not _fits(tokens, found[1], found[0], words)):
        return None
    portion, end = found
    return Fraction(portion.size, end, portion.dependent, portion.conjoined)


def _parts(tokens: Sequence[Token], at: int, numbers: NumberWords, *, alone: bool) -> Fraction | None:
    """So many of so many: "two thirds", "one-third", "a quarter", سه چهارم."""
    words = numbers.fractions
    count, end = _count(tokens, at, numbers, words)
    hyphened = skip_hyphen(tokens, end)
    part = words.parts.match(tokens, hyphened) if count else None
    if part is None or count * part[0].size >= 1 or (part[0].weak and count > 1):
        return None
    sure = count > 1 or hyphened > end or _fits(tokens, part[1], part[0], words)
    sure = sure or (not alone and counts(tokens, part[1], numbers))  # "two and a quarter million"
    return Fraction(count * part[0].size, part[1]) if sure else None


def _count(tokens: Sequence[Token], at: int, numbers: NumberWords, words: FractionWords) -> tuple[int, int]:
    """How many parts; 0 where no number stands."""
    article = words.whole.match(tokens, at)
    if article is not None:
        return 1, article[1]
    if at < len(tokens) and tokens[at].kind == "number" and tokens[at].text.isdecimal() and len(tokens[at].text) < 3:
        return int(tokens[at].text), at + 1
    found = numbers.cardinals.match(tokens, at)
    number = found is not None and found[0].role is Role.ADD and found[0].value.is_integer()
    return (int(found[0].value), found[1]) if found is not None and number and found[0].value < _MOST_PARTS else (0, at)


def _fits(tokens: Sequence[Token], end: int, portion: Portion, words: FractionWords) -> bool:
    """Whether what follows a weak part leaves it one: a mark, the end, or one of the words for that."""
    if not portion.weak or end >= len(tokens) or tokens[end].kind == "mark":
        return True
    return words.followers.match(tokens, end) is not None
