"""An answer as a phone shows it without scrolling: the best quote, who disagrees, and what else there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.models import Answer
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.differences import MOST_NOTES
from cpecbot.rendering.answer.document import answer_blocks
from cpecbot.rendering.answer.layout import BETWEEN_BLOCKS, Limits
from cpecbot.rendering.richtext.height import height
from cpecbot.rendering.richtext.text import RichText, join

LINES = 25
"""What a phone shows of a message at once, with its buttons and what is typed below."""


def fitted(answer: Answer, context: Context, limits: Limits) -> Answer:
    """With as many of its quotes shown at first as fit beside the gravest difference, the best in any case."""
    first = _showing(answer, 1)
    folded = not _fits(answer_blocks(first, context, limits, most_notes=1))
    shown = 1
    while shown < len(answer.quotes):
        blocks = answer_blocks(_showing(answer, shown + 1), context, limits, most_notes=1, folded=folded)
        if not _fits(blocks):
            break
        shown += 1
    return _showing(answer, shown) if answer.quotes else answer


def glance_blocks(answer: Answer, context: Context, limits: Limits) -> tuple[list[RichText], int]:
    """The blocks, with all quotes that it shows at first, and how many differences are among them.

    As many of these stand in the open as fit; where none does, they are folded away. What is asked of the articles
    themselves is told as it is.
    """
    for number in range(min(MOST_NOTES, len(answer.disagreements)), 0, -1):
        blocks = answer_blocks(answer, context, limits, most_notes=number)
        if answer.about or _fits(blocks):
            return blocks, number
    number = min(MOST_NOTES, len(answer.disagreements))
    return answer_blocks(answer, context, limits, most_notes=number, folded=True), number


def _showing(answer: Answer, number: int) -> Answer:
    """With so many of its quotes at first, and the others behind them."""
    return replace(answer, quotes=answer.quotes[:number], more=answer.quotes[number:] + answer.more)


def _fits(blocks: Sequence[RichText]) -> bool:
    return height(join(blocks, BETWEEN_BLOCKS)) <= LINES
