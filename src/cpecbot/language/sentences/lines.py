"""The lines of a text: where they begin and end, and the marks of lists that open them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpecbot.expressions import expression
from cpecbot.models import Span

# White space, and what shows nothing at the edge of a line: soft hyphen, joiners, direction marks, byte order mark.
BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "".join(
    map(
        chr,
        (
            0xAD,
            0x61C,
            0x180E,
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2065),
            *range(0x2066, 0x2070),
            0xFEFF,
        ),
    )
)
_LIST_MARK = expression(
    r"""[•●▪◦‣⁃∙·○■□◆◇►▶▸➤➢✓✔✦★☆*]++ | [-–—―]++(?=\s|[^\W\d_])
      | [(（]?\d{1,2}(?: [.)）\-–](?=\s) | [、．](?!\d) ) | [(（]?[一二三四五六七八九十]{1,3}[、）)]""",
    re.VERBOSE,
)
_WORD = expression(r"\w")


def lines_of(text: str) -> Iterator[Span]:
    """The lines of ``text`` by any line break that Unicode knows, CRLF included, trimmed; a blank one is empty."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield trimmed(text, Span(start, start + len(line)))
        start += len(line)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without blank edges; empty when there is nothing else."""
    piece = span.slice(text)
    lead = len(piece) - len(piece.lstrip(BLANK))
    return Span(span.start + lead, span.start + max(lead, len(piece.rstrip(BLANK))))


def without_mark(text: str, line: Span) -> Span:
    """``line`` after its list mark, if it opens with one and goes on with words."""
    mark = _LIST_MARK.match(text, line.start, line.end)
    if mark is None or _WORD.search(text, mark.end(), line.end) is None:
        return line
    return trimmed(text, Span(mark.end(), line.end))
