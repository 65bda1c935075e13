"""Cutting an article into statements that can be quoted: body sentences, list items and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpecbot.language.sentences.boundaries import sentence_spans
from cpecbot.language.sentences.headings import Line, heading_lines
from cpecbot.language.sentences.statements import statement_spans
from cpecbot.languages import Language
from cpecbot.models import SentenceKind, Span

# White space, and what shows nothing at the edge of a line: soft hyphen, joiners, direction marks, byte order mark.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "".join(
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
_LIST_MARK = re.compile(
    r"""[•●▪◦‣⁃∙·○■□◆◇►▶▸➤➢✓✔✦★☆*]++ | [-–—―]++(?=\s|[^\W\d_])
      | [(（]?\d{1,2}(?: [.)）\-–](?=\s) | [、．](?!\d) ) | [(（]?[一二三四五六七八九十]{1,3}[、）)]""",
    re.VERBOSE,
)
_WORD = re.compile(r"\w")


def _trimmed(text: str, span: Span) -> Span:
    """``span`` without blank edges; empty when there is nothing else."""
    piece = span.slice(text)
    lead = len(piece) - len(piece.lstrip(_BLANK))
    return Span(span.start + lead, span.start + max(lead, len(piece.rstrip(_BLANK))))


def _lines(text: str) -> Iterator[Span]:
    """The lines of ``text`` by any line break that Unicode knows, CRLF included."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield _trimmed(text, Span(start, start + len(line)))
        start += len(line)


def _without_mark(text: str, line: Span) -> Span:
    """``line`` after its list mark, if it opens with one and goes on with words."""
    mark = _LIST_MARK.match(text, line.start, line.end)
    if mark is None or _WORD.search(text, mark.end(), line.end) is None:
        return line
    return _trimmed(text, Span(mark.end(), line.end))


def _statements(text: str, line: Span, language: Language) -> Iterator[Span]:
    """The statements of one line, trimmed, in order."""
    for sentence in sentence_spans(line.slice(text), language):
        whole = _trimmed(text, sentence.shift(line.start))
        for statement in statement_spans(whole.slice(text), language):
            yield _trimmed(text, statement.shift(whole.start))


def segment(text: str, language: Language) -> tuple[tuple[Span, SentenceKind], ...]:
    """The sentences of an article or paragraph, in order, trimmed, not empty, not overlapping; linear in its length.

    Together they hold all of ``text`` but blanks and list marks: a quote of a list item reads without its bullet.
    A sentence never runs over a line break.
    """
    lines = tuple(_lines(text))
    items = tuple(_without_mark(text, line) for line in lines)
    bullets = tuple(item != line for item, line in zip(items, lines, strict=True))
    headings = heading_lines(
        tuple(Line(item.slice(text), bullet) for item, bullet in zip(items, bullets, strict=True)), language
    )
    found: list[tuple[Span, SentenceKind]] = []
    for index, (item, bullet) in enumerate(zip(items, bullets, strict=True)):
        if index in headings:
            found.append((item, SentenceKind.HEADING))
        elif len(item):
            kind = SentenceKind.BULLET if bullet else SentenceKind.BODY
            found += [(span, kind) for span in _statements(text, item, language) if len(span)]
    return tuple(found)
