"""Reading the place of something in a series: an ordinal word, 第七, 7th, الجولة رقم 7, Phase-II."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numerals import plain_value, read_number
from cpecbot.language.values.ordinal_words import ROMAN
from cpecbot.language.values.vocabulary import Vocabulary

_MOST = 10_000
_ZH_PLANS = {"十三五": 13, "十四五": 14, "十五五": 15, "十二五": 12, "十六五": 16}


def read_ordinal(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The place and the token after it; None for what only looks like an ordinal."""
    if is_no_ordinal(tokens, at, words):
        return None
    return (
        _by_ending(tokens, at, words)
        or _chinese(tokens, at, words)
        or _in_words(tokens, at, words)
        or _after_noun(tokens, at, words)
        or _roman(tokens, at, words)
    )


def is_no_ordinal(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether token ``at`` belongs to a phrase such as "third party", which may begin up to two tokens earlier."""
    for start in (at, at - 1, at - 2):
        found = words.not_ordinal.match(tokens, start)
        if found is not None and found[1] > at:
            return True
    return False


def _by_ending(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    value = plain_value(tokens[at])
    if value is None or not value.is_integer() or at + 1 >= len(tokens):
        return None
    ending = tokens[at + 1].text
    # Urdu and Persian write some endings apart; م alone would be any abbreviation.
    if ending in words.ordinal_endings and (glued(tokens, at + 1) or len(ending) > 2):
        return int(value), at + 2
    return None


def _chinese(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    if tokens[at].kind == "han":
        plan = _ZH_PLANS.get("".join(token.text for token in tokens[at : at + 3]))
        if plan is not None:
            return plan, at + 3
    if tokens[at].text == "第":
        number = read_number(tokens, at + 1, words.numbers) if at + 1 < len(tokens) else None
        if number is None or number.value >= _MOST or _text(tokens, number.end) in {"号", "號"}:
            return None
        return int(number.value), number.end
    number = read_number(tokens, at, words.numbers)
    if number is None or not number.value.is_integer() or number.more:
        return None
    following = _text(tokens, number.end) + _text(tokens, number.end + 1)
    anniversary = following in {"周年", "週年"}
    phase = following[:1] == "期" and following[1:] not in {"间", "間"} and number.value <= 20
    if anniversary:
        return int(number.value), number.end + 2
    return (int(number.value), number.end) if phase else None


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _in_words(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    number = read_number(tokens, at, words.numbers)
    if number is not None and number.final:
        return int(number.value), number.end
    found = words.ordinals.match(tokens, at)
    if found is None or (tokens[at - 1].text in {"one", "per"} and at > 0):
        return None
    return found


def _after_noun(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    named = at > 0 and (
        words.series.match_before(tokens, at)
        or (tokens[at - 1].text == "-" and words.series.match_before(tokens, at - 1))
        or (tokens[at - 1].text == "ال" and glued(tokens, at))
    )
    if not named:
        return None
    if tokens[at - 1].text in {"no", "number"} and tokens[at].kind != "number":
        return None
    number = read_number(tokens, at, words.numbers)
    if number is None or (number.weak and tokens[at].text != "one") or number.more or not number.value.is_integer():
        return None
    if number.value >= _MOST or words.measures.match(tokens, number.end) is not None:
        return None
    return int(number.value), number.end


def _roman(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    value = ROMAN.get(tokens[at].text)
    if value is None or at == 0:
        return None
    noun_end = at - 1 if tokens[at - 1].text == "-" else at
    if words.series.match_before(tokens, noun_end) or words.roman_nouns.match_before(tokens, noun_end):
        return value, at + 1
    return None
