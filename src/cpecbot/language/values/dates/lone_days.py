"""A day without its month: 8日, "on the 8th", يوم 8. It is of the month that the article appeared in."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token, glued
from cpecbot.language.values.dates.partial import Partial
from cpecbot.language.values.dates.years import counts_something
from cpecbot.language.values.words.vocabulary import Vocabulary

_CLOSING = frozenset("」』》\"'")


def day_alone(tokens: Sequence[Token], partial: Partial, words: Vocabulary, *, announced: bool) -> int | None:
    """The token after the day ``partial`` and what says that it is one; None when it may be another number.

    One that is ``announced`` has such words before it, or before the first day of its range.
    """
    dates = words.dates
    if partial.marked:
        mark = partial.end - 1
        counted = dates.not_marked_before.match(tokens, mark) or dates.not_marked_after.match_before(
            tokens, partial.start
        )
        in_figures = dates.marked_in_figures.match(tokens, mark)
        spelt = tokens[partial.start].kind != "number"
        return None if counted or (in_figures and (spelt or _ends_a_title(tokens, partial))) else partial.end
    behind = dates.alone_before.match(tokens, partial.end)
    if behind is not None:
        return behind[1]
    return partial.end if announced and _stands_alone(tokens, partial, words) else None


def _ends_a_title(tokens: Sequence[Token], partial: Partial) -> bool:
    """Whether the day is the end of a name in quotation marks, the curly ones folded: “月船3号” is a craft."""
    named = partial.start > 0 and glued(tokens, partial.start) and tokens[partial.start - 1].kind == "han"
    return named and partial.end < len(tokens) and tokens[partial.end].text in _CLOSING


def _stands_alone(tokens: Sequence[Token], partial: Partial, words: Vocabulary) -> bool:
    """Whether no noun follows that the number could count or put in order: on the 8th floor."""
    if tokens[partial.start].kind != "number" and (
        not words.dates.alone_words_from or (partial.day or 0) < words.dates.alone_words_from
    ):
        return False
    if counts_something(tokens, partial.end, words):
        return False
    after = tokens[partial.end] if partial.end < len(tokens) else None
    return after is None or after.kind == "mark" or words.dates.alone_then.match(tokens, partial.end) is not None
