"""Figures in groups of three that white space parts: 2 618, 1\u202f482\u202f000."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.words.vocabulary import Vocabulary

_GROUP = 3


def with_groups(tokens: list[Token], words: Vocabulary) -> list[Token]:
    """``tokens`` with such groups as one number each, written without the spaces."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _groups_end(tokens, at, words) if tokens[at].kind == "number" else at + 1
        group = tokens[at:end]
        text = "".join(token.text for token in group)
        joined.append(tokens[at] if len(group) == 1 else Token(text, group[0].start, group[-1].end, "number"))
        at = end
    return joined


def _groups_end(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    """The token after the groups that begin at token ``at``; that after it where it begins none."""
    end = at + 1
    if not (tokens[at].text.isdecimal() and len(tokens[at].text) <= _GROUP and tokens[at].text[0] != "0"):
        return end
    while end < len(tokens) and tokens[end - 1].end + 1 == tokens[end].start and _is_group(tokens[end]):
        end += 1
        if not tokens[end - 1].text.isdecimal():
            break
    chained = end < len(tokens) and tokens[end].kind in {"number", "date"}
    return at + 1 if end > at + 1 and (chained or _is_of_what_precedes(tokens, at, words)) else end


def _is_group(token: Token) -> bool:
    whole, _, fraction = token.text.partition(".")
    digits = whole.isdecimal() and (fraction.isdecimal() or token.text == whole)
    return token.kind == "number" and len(whole) == _GROUP and digits


def _is_of_what_precedes(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether the first figure belongs to the word before it: "on May 12 300 people", "in round 7 200 firms"."""
    return any(
        table.match_before(tokens, at)
        for table in (
            words.dates.months, words.order.nouns, words.order.nouns_before_figures, words.counting.labels,
            words.counting.versions, words.order.minutes,
        )
    )  # fmt: skip
