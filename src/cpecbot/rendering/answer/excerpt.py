"""The part of a long quote that holds its answering words, for a note where the whole would drown the point.

Where a quote begins or ends within a statement, that something is left off there is shown.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.models import Quote, Span

_BREAK = expression(r"[\s،؛,;，；。、]")
# It ends at a mark rather than at a space where that leaves so much of it: a clause cut in two says something else.
_MOST_OF_IT = 0.6
# What may stand between a quote and the mark that ends its statement.
_AROUND = "\"'“”‘’«»()[]（）「」『』• \t\u200c\u200e\u200f"
# What a statement begins behind, or one of its clauses; and what a statement ends with.
_BEGINS = frozenset("\n\r.!?؟。！？…؛;；:：،,，、-–—۔")
_ENDS = frozenset("\n\r.!?؟。！？؛;；۔")


class Excerpt(Struct, frozen=True):
    """``quote`` is still a contiguous slice of the article; the flags say whether words were left off around it."""

    quote: Quote
    cut_before: bool = False
    cut_after: bool = False


def begins_within(article: str, span: Span) -> bool:
    """Whether the words of ``article`` right before ``span`` belong to what it tells."""
    before = article[: span.start].rstrip(_AROUND)
    return bool(before) and before[-1] not in _BEGINS


def ends_within(article: str, span: Span) -> bool:
    """Whether the statement of ``article`` goes on behind ``span``."""
    behind = article[span.end :].lstrip(_AROUND)
    return bool(behind) and behind[0] not in _ENDS and not article[: span.end].endswith(tuple(_ENDS))


def excerpt(quote: Quote, most: int) -> Excerpt:
    """At most ``most`` code points around the first highlight, cut at word boundaries where the script has them."""
    if len(quote.text) <= most:
        return Excerpt(quote)
    centre = quote.highlights[0].shift(-quote.span.start) if quote.highlights else Span(0, 0)
    start = max(0, min(centre.start - max(0, most - len(centre)) // 3, len(quote.text) - most))
    start, end = _to_words(quote.text, Span(start, start + most), centre)
    text = quote.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    span = Span(quote.span.start + start, quote.span.start + start + len(text))
    highlights = tuple(
        Span(max(mark.start, span.start), min(mark.end, span.end)) for mark in quote.highlights if mark.overlaps(span)
    )
    part = replace(quote, span=span, text=text, highlights=highlights)
    return Excerpt(part, start > 0, span.end < quote.span.end)


def _to_words(text: str, window: Span, centre: Span) -> tuple[int, int]:
    """Moves the edges of the window inwards to breaks, without crossing the centre."""
    start, end = window.start, window.end
    if start > 0 and (found := _BREAK.search(text, start - 1, max(start, min(centre.start, end)))):
        start = found.end()
    if end < len(text):
        breaks = [match.start() for match in _BREAK.finditer(text, max(start + 1, centre.end), end + 1)]
        marks = [place for place in breaks if not text[place].isspace() and place - start >= _MOST_OF_IT * len(window)]
        end = (marks or breaks or [end])[-1]
    return start, end
