"""Who prints the words of a quote besides its source: how many at a glance, by name on request."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.i18n import Message, Plural, format_number
from cpecbot.models import Quote
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.layout import line
from cpecbot.rendering.richtext.text import RichText, join


def copies_text(quotes: Sequence[Quote], context: Context) -> str:
    """``2 copies``; nothing where there are none."""
    number = sum(len(quote.copies) for quote in quotes)
    return context.words.plural(Plural.COPIES, number) if number else ""


def and_copies(quote: Quote, context: Context) -> str:
    """What follows the name of the source: `` and 2 copies``."""
    copies = copies_text((quote,), context)
    return f" {context.words.text(Message.AND_COPIES, copies=copies)}" if copies else ""


def printed_too(quote: Quote, context: Context) -> str:
    """The sources of the copies by name."""
    return context.words.plural(Plural.PRINTED_TOO, len(quote.copies), sources=context.list_names(quote.copies))


def copied_blocks(quotes: Sequence[Quote], context: Context) -> list[RichText]:
    """The sources of the copies of all ``quotes``, which are numbered from 1, a line for each quote that has any."""
    lines = [
        line(f"{format_number(number, context.language)}. {printed_too(quote, context)}", context)
        for number, quote in enumerate(quotes, 1)
        if quote.copies
    ]
    return [join(lines, "\n")] if lines else []
