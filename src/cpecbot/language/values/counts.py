"""Telling a number that counts something from figures in names, from version numbers and from idioms."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numerals import plain_value, read_number
from cpecbot.language.values.words.vocabulary import Vocabulary

# "two-state" and "24/7" are words, not counts.
_JOINTS = frozenset({"-", "/"})


def part_of_a_name(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """G20, F-16, COVID-19: figures that belong to the Latin word before them."""
    if tokens[at].kind != "number" or at == 0 or not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return before.text.isascii() and not words.units.currencies_before.match_before(tokens, at)
    hyphenated = before.text == "-" and at > 1 and glued(tokens, at - 1) and tokens[at - 2].kind == "word"
    return (hyphenated and tokens[at - 2].text.isascii()) or before.text in {"/", "#", "_", "@"}


def is_count(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether the number without unit at token ``at`` counts something, rather than being a part of a name."""
    number = read_number(tokens, at, words.numbers)
    if number is None or words.counting.not_counted.covers(tokens, at):  # "one China"
        return False
    first = tokens[at]
    following = tokens[number.end].text if number.end < len(tokens) else ""
    if (first.kind == "number" and plain_value(first) is None) or (following in _JOINTS and glued(tokens, number.end)):
        return False
    if not number.weak:
        return True
    if number.value == 1 and words.counting.also_article.match(tokens, at) is not None:
        return words.counting.counted_by_article.match(tokens, number.end) is not None
    counted = words.counting.counted
    if number.after_noun and counted.match(tokens, at - 1) is not None:
        return True
    return counted.match(tokens, number.end) is not None


def after_between(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether "between" stands right before, or before a word for what follows: بين عامي 2025 و2029."""
    return words.amounts.between.match_before(tokens, at) or words.amounts.between.match_before(tokens, at - 1)


def read_version(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[str, int] | None:
    """A version as written: after a word for version, before 版, or a figure such as 2.0 without a unit."""
    text = tokens[at].text
    if tokens[at].kind != "number" or "," in text or len(text) > 12:
        return None
    named = words.counting.versions.match_before(tokens, at)
    if not named and part_of_a_name(tokens, at, words):
        return None
    suffix = words.counting.versions_after.match(tokens, at + 1)
    if suffix is not None and ("." in text or len(text) <= 2):  # 2026版 is the edition of a year
        return text, suffix[1]
    dots = text.count(".")
    measured = words.units.measures.match(tokens, at + 1) is not None
    unnamed = dots > 1 or (dots == 1 and text.endswith(".0") and not _measured(tokens, at, words))
    return (text, at + 1) if unnamed or (named and (dots or not measured)) else None


def _measured(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    position = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "-" else at + 1
    return (
        words.units.measures.match(tokens, position) is not None
        or words.numbers.cardinals.match(tokens, position) is not None
        or words.units.currencies_before.match_before(tokens, at)
        or words.amounts.bounds_before.match_before(tokens, at)
        or words.amounts.ranges.match(tokens, at + 1) is not None
        or words.amounts.ranges.match_before(tokens, at)
    )
