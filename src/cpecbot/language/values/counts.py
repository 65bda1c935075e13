"""Telling a number that counts something from figures in names and words that only look like numbers."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.amount_words import COUNTED_BY_ONE
from cpecbot.language.values.numerals import plain_value, read_number
from cpecbot.language.values.vocabulary import Vocabulary

# "two-state" and "24/7" are words, not counts.
_JOINTS = frozenset({"-", "/"})


def part_of_a_name(tokens: Sequence[Token], at: int) -> bool:
    """G20, F-16, COVID-19: figures that belong to the Latin word before them."""
    if tokens[at].kind != "number" or at == 0 or not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return before.text.isascii() and before.text not in {"rs", "usd", "pkr", "rmb", "cny", "eur", "us"}
    hyphenated = before.text == "-" and at > 1 and glued(tokens, at - 1) and tokens[at - 2].kind == "word"
    return (hyphenated and tokens[at - 2].text.isascii()) or before.text in {"/", "#", "_", "@"}


def is_count(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether the number without unit at token ``at`` counts something, rather than being a part of a name."""
    number = read_number(tokens, at, words.numbers)
    if number is None or _in_idiom(tokens, at, words):
        return False
    first = tokens[at]
    following = tokens[number.end].text if number.end < len(tokens) else ""
    if (first.kind == "number" and plain_value(first) is None) or (following in _JOINTS and glued(tokens, number.end)):
        return False
    if not number.weak:
        return True
    counted = words.counted.match(tokens, number.end) is not None
    if first.text == "يك" or (first.kind == "han" and number.value == 1):
        return following in COUNTED_BY_ONE
    if first.kind == "han" or first.text.isascii():
        return counted
    return counted or words.counted.match(tokens, at - 1) is not None


def _in_idiom(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether token ``at`` is within a phrase such as "one China", which may begin up to two tokens earlier."""
    return any(
        (found := words.not_counted.match(tokens, start)) is not None and found[1] > at
        for start in (at, at - 1, at - 2)
    )
