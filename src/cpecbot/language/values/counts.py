"""Telling a number that counts something from figures in names, from version numbers and from idioms."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.expressions import expression
from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numbers.number import Number, plain_value
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.units import PERCENT_SIGNS
from cpecbot.language.values.words.vocabulary import Vocabulary

# "two-state" and "24/7" are words, not counts.
_VERSION = expression(r"(?!\d{1,3}(?:\.\d{3}){2,}$)[\d.]{1,12}")  # 1.234.567 is a number
_JOINTS = frozenset({"-", "/"})
_PARTS_SCORES = frozenset({"-", "/", ":"})
# Tokens of a score in words: "twenty-one".
_LONGEST_SCORE = 4
# More points than these no side of a match has; and years are no score.
_MOST_SCORED = 200


def part_of_a_name(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """G20, F-16, لونا-25: figures that belong to the word before them, across a hyphen in any script."""
    if tokens[at].kind != "number" or at == 0 or not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return before.text.isascii() and not words.units.currencies_before.match_before(tokens, at)
    hyphenated = before.text == "-" and at > 1 and glued(tokens, at - 1) and tokens[at - 2].kind in {"word", "han"}
    return hyphenated or before.text in {"/", "#", "_", "@"}


def is_count(tokens: Sequence[Token], at: int, words: Vocabulary, *, bare: bool = False) -> bool:
    """Whether the number without unit at token ``at`` counts something, rather than being a part of a name."""
    number = read_number(tokens, at, words.numbers, bare=bare)
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


def begins_with_and(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether the number word at token ``at`` has "and" written onto it: وألفين."""
    found = words.numbers.cardinals.match(tokens, at)
    return found is not None and found[0].conjoined


def read_version(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[str, int] | None:
    """A version as written: after a word for version, before 版, or a figure such as 2.0 without a unit."""
    text = tokens[at].text
    if tokens[at].kind != "number" or not _VERSION.fullmatch(text):
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


def read_score(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[str, int] | None:
    """What two sides scored, as "3-1", and the token after it; 1-3 may as well be a range, unless a word says "to"."""
    if not _may_score(tokens, at, words) or part_of_a_name(tokens, at, words):
        return None
    first = read_number(tokens, at, words.numbers)
    joined = _between_scores(tokens, first.end, words) if first is not None else None
    second = read_number(tokens, joined[1], words.numbers) if joined is not None else None
    if first is None or joined is None or second is None or not (_is_score(first) and _is_score(second)):
        return None
    chained = (
        second.end < len(tokens)
        and glued(tokens, second.end)
        and tokens[second.end].text in _PARTS_SCORES | PERCENT_SIGNS
    )
    if chained or (joined[0] and first.value < second.value):
        return None
    measured = words.units.measures.match(tokens, second.end) is not None
    return None if measured else (f"{first.value:g}-{second.value:g}", second.end)


def _may_score(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether something that parts scores follows within a few words, and no such chain goes on here."""
    chained = at > 0 and tokens[at - 1].text in _PARTS_SCORES
    near = range(at + 1, min(at + _LONGEST_SCORE, len(tokens)))
    return not chained and any(
        tokens[place].text in _PARTS_SCORES or words.amounts.scores.match(tokens, place) for place in near
    )


def _between_scores(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[bool, int] | None:
    """Whether a hyphen stands between two scores, else a colon or a word; and the token after it."""
    word = words.amounts.scores.match(tokens, at)
    if word is not None:
        return False, word[1]
    mark = at + 1 < len(tokens) and tokens[at].text in {"-", ":"} and tokens[at + 1].kind == "number"
    alike = mark and glued(tokens, at) == glued(tokens, at + 1)
    return (tokens[at].text == "-", at + 1) if alike and (glued(tokens, at) or tokens[at].text == "-") else None


def _is_score(number: Number) -> bool:
    return number.value < _MOST_SCORED and number.value.is_integer() and not number.more and not number.final
