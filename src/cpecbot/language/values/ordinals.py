"""Reading the place of something in a series: an ordinal word, 第七, 7th, الجولة رقم 7, Phase-II."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.numbers.fractions import skip_hyphen
from cpecbot.language.values.numbers.number import plain_value
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.vocabulary import ROMAN, Vocabulary

# A longer series has no places that a newspaper would number: 第 before more is a licence or a telephone number.
_MOST = 10_000
# The second period of a work is one (二期), 200期 is an issue of a magazine.
_MOST_AFTER = 20
# With extra time and what is added to it.
_LAST_MINUTE = 130
MINUTE = "minute"


def read_ordinal(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The place and the token after it; None for what only looks like an ordinal."""
    if is_no_ordinal(tokens, at, words):
        return None
    return (
        _by_ending(tokens, at, words)
        or _by_prefix(tokens, at, words)
        or _by_noun_after(tokens, at, words)
        or _in_words(tokens, at, words)
        or _after_noun(tokens, at, words)
        or _roman(tokens, at, words)
    )


def read_minute(
    tokens: Sequence[Token], at: int, place: tuple[int, int] | None, words: Vocabulary
) -> tuple[int, int] | None:
    """The minute of a match: "67th minute", الدقيقة 73, 第67分钟; ``place`` is the ordinal that starts at ``at``.

    The span holds the word for it.
    """
    if place is None:
        noun = words.order.minutes.match(tokens, at)
        return _numbered(tokens, at, noun[1], words) if noun is not None and noun[1] < len(tokens) else None
    unit = words.units.measures.match(tokens, skip_hyphen(tokens, place[1]))
    return (place[0], unit[1]) if unit is not None and unit[0].unit == MINUTE else None


def _numbered(tokens: Sequence[Token], at: int, start: int, words: Vocabulary) -> tuple[int, int] | None:
    """The number at token ``start``, behind a noun at ``at`` that no other number counts."""
    if at > 0 and (tokens[at - 1].kind == "number" or words.numbers.cardinals.match_before(tokens, at)):
        return None
    place = read_ordinal(tokens, start, words)
    number = read_number(tokens, start, words.numbers) if place is None else None
    if number is not None and number.value.is_integer() and not words.units.measures.match(tokens, number.end):
        place = int(number.value), _with_added_time(tokens, number.end)
    return place if place is not None and place[0] <= _LAST_MINUTE else None


def _with_added_time(tokens: Sequence[Token], end: int) -> int:
    """The token after the minutes that were added: 90+3, where the mark may have been read as "or more"."""
    plus = end - (tokens[end - 1].text == "+")
    added = plus + 1 < len(tokens) and tokens[plus].text == "+" and tokens[plus + 1].kind == "number"
    return plus + 2 if added and glued(tokens, plus + 1) else end


def is_no_ordinal(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether token ``at`` belongs to a phrase such as "third party"."""
    return words.order.not_ordinal.covers(tokens, at)


def _by_ending(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    value = plain_value(tokens[at])
    if value is None or not value.is_integer():
        return None
    ending = words.order.endings.match(tokens, at + 1)
    # Urdu and Persian write some endings apart; one as short as م would be any abbreviation.
    if ending is not None and (glued(tokens, at + 1) or len(tokens[at + 1].text) > 2):
        return int(value), ending[1]
    return None


def _by_prefix(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """第七; 第3号 is a label."""
    prefix = words.order.before.match(tokens, at)
    number = read_number(tokens, prefix[1], words.numbers) if prefix is not None and prefix[1] < len(tokens) else None
    if number is None or number.value >= _MOST or words.order.not_before.match(tokens, number.end) is not None:
        return None
    return int(number.value), number.end


def _by_noun_after(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    """75周年, which the span holds whole; 二期 and 六号线, where the noun stays outside."""
    number = read_number(tokens, at, words.numbers)
    if number is None or not number.value.is_integer() or number.more:
        return None
    suffix = words.order.after.match(tokens, number.end)
    if suffix is not None:
        return int(number.value), suffix[1]
    if words.order.labels_after.match(tokens, number.end) is not None:
        return int(number.value), number.end
    noun = words.order.nouns_after.match(tokens, number.end)
    named = noun is not None and words.order.not_nouns_after.match(tokens, number.end) is None
    return (int(number.value), number.end) if named and number.value <= _MOST_AFTER else None


def _in_words(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    number = read_number(tokens, at, words.numbers)
    if number is not None and number.final:
        return int(number.value), number.end
    found = words.numbers.ordinals.match(tokens, at)
    if found is None or words.order.not_after.match_before(tokens, at):
        return None
    return int(found[0].value), found[1]


def _after_noun(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    if not _behind_noun(tokens, at, words):
        return None
    number = read_number(tokens, at, words.numbers)
    if number is None or number.more or not number.value.is_integer():
        return None
    if number.weak and words.order.weak_after_nouns.match(tokens, at) is None:
        return None
    if number.value >= _MOST or _is_measured(tokens, number.end, words):
        return None
    return int(number.value), number.end


def _is_measured(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether a unit stands at token ``at``, and not the day before a weekday: خط ۷ روز دوشنبه."""
    unit = words.units.measures.match(tokens, at)
    return unit is not None and words.dates.weekdays.match(tokens, unit[1]) is None


def _behind_noun(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    hyphen = at > 0 and tokens[at - 1].text == "-"
    nouns, figure = words.order.nouns, hyphen or tokens[at].kind == "number"
    return (
        nouns.match_before(tokens, at - hyphen)
        or (figure and words.order.nouns_before_figures.match_before(tokens, at - hyphen))
        or (glued(tokens, at) and words.order.onto_figures.match_before(tokens, at))
    )


def _roman(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, int] | None:
    value = ROMAN.get(tokens[at].text)
    if value is None or at == 0:
        return None
    noun_end = at - 1 if tokens[at - 1].text == "-" else at
    if words.order.nouns.match_before(tokens, noun_end) or words.order.nouns_before_roman.match_before(
        tokens, noun_end
    ):
        return value, at + 1
    return None
