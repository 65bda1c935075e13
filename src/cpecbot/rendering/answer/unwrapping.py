"""Quotes of a wrapped text on one line: the line breaks are the text's, not the statement's."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from msgspec.structs import replace

from cpecbot.language.sentences.wrapping import joint, line_wraps
from cpecbot.models import Article, Quote, Span


def on_one_line(quote: Quote, article: Article | None) -> Quote:
    """``quote`` as it is shown: where its article was wrapped, a space or nothing stands for each line break.

    Its span begins where it did, and counts what is shown.
    """
    if article is None or len(quote.text.splitlines()) < 2:
        return quote
    wraps = [wrap for wrap in line_wraps(article.text, article.language) if quote.span.contains(wrap)]
    if not wraps:
        return quote
    joints = [joint(article.text, wrap, article.language) for wrap in wraps]
    starts = [quote.span.start, *(wrap.end for wrap in wraps)]
    ends = [*(wrap.start for wrap in wraps), quote.span.end]
    pieces = [article.text[start:end] for start, end in zip(starts, ends, strict=True)]
    text = "".join(piece + between for piece, between in zip(pieces, [*joints, ""], strict=True))
    lost = [0, *accumulate(len(wrap) - len(between) for wrap, between in zip(wraps, joints, strict=True))]

    def moved(place: int) -> int:
        """An end within a wrap falls to the end of the words before it."""
        piece = bisect_right(starts, place) - 1
        return min(place, ends[piece]) - lost[piece]

    marks = tuple(Span(moved(mark.start), moved(mark.end)) for mark in quote.highlights)
    return replace(quote, span=Span(quote.span.start, quote.span.start + len(text)), text=text, highlights=marks)
