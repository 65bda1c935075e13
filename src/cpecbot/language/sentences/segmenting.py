"""Cutting an article into statements that can be quoted: body sentences, list items and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.language.sentences.boundaries import sentence_spans
from cpecbot.language.sentences.headings import Line, heading_lines
from cpecbot.language.sentences.lines import trimmed, without_mark
from cpecbot.language.sentences.numbering import inline_items
from cpecbot.language.sentences.statements import statement_spans
from cpecbot.language.sentences.wrapping import paragraphs
from cpecbot.languages import Language
from cpecbot.models import SentenceKind, Span


def _statements(text: str, line: Span, language: Language) -> Iterator[Span]:
    """The statements of one line, trimmed, in order."""
    for sentence in sentence_spans(line.slice(text), language):
        whole = trimmed(text, sentence.shift(line.start))
        for statement in statement_spans(whole.slice(text), language):
            yield trimmed(text, statement.shift(whole.start))


def _listed(text: str, line: Span, items: Sequence[Span], language: Language) -> Iterator[tuple[Span, SentenceKind]]:
    """What leads to a list inside a line, and the items of it."""
    for kind, pieces in ((SentenceKind.BODY, items[:1]), (SentenceKind.BULLET, items[1:])):
        for piece in pieces:
            whole = trimmed(text, piece.shift(line.start))
            yield from ((span, kind) for span in _statements(text, whole, language) if len(span))


def segment(text: str, language: Language) -> tuple[tuple[Span, SentenceKind], ...]:
    """The sentences of an article or paragraph, in order, trimmed, not empty, not overlapping; linear in its length.

    Together they hold all of ``text`` but blanks and list marks: a quote of a list item reads without its bullet.
    A sentence never runs over a line break, unless the text was wrapped.
    """
    lines = paragraphs(text, language)
    items = tuple(without_mark(text, line) for line in lines)
    bullets = tuple(item != line for item, line in zip(items, lines, strict=True))
    headings = heading_lines(
        tuple(Line(item.slice(text), bullet) for item, bullet in zip(items, bullets, strict=True)), language
    )
    found: list[tuple[Span, SentenceKind]] = []
    for index, (item, bullet) in enumerate(zip(items, bullets, strict=True)):
        listed = inline_items(lines[index].slice(text), language)
        if listed:
            found += _listed(text, lines[index], listed, language)
        elif index in headings:
            found.append((item, SentenceKind.HEADING))
        elif len(item):
            kind = SentenceKind.BULLET if bullet else SentenceKind.BODY
            found += [(span, kind) for span in _statements(text, item, language) if len(span)]
    return tuple(found)
