"""A day without its month: 8日, "on the 8th", يوم 8. It is of the month that the article appeared in."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.dates.partial import Partial
from cpecbot.language.values.dates.years import counts_something
from cpecbot.language.values.words.vocabulary import Vocabulary


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
        spelt = tokens[partial.start].kind != "number" and dates.marked_in_figures.match(tokens, mark)
        return None if counted or spelt else partial.end
    behind = dates.alone_before.match(tokens, partial.end)
    if behind is not None:
        return behind[1]
    return partial.end if announced and _stands_alone(tokens, partial, words) else None


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
