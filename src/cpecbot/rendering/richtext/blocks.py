"""Rich text as readers see it: a blockquote on lines of its own, lines in runs of one style.

Everything is in code points here; UTF-16 stays with the entities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.rendering.richtext.text import Entity, EntityKind, RichText

_QUOTES = (EntityKind.BLOCKQUOTE, EntityKind.EXPANDABLE_BLOCKQUOTE)
# A block is a paragraph apart, so that what joined it to its neighbours falls away: a line break, or an isolate.
_BEFORE_QUOTE = expression("(?:\n| [\u2066-\u2068]+)$")
_AFTER_QUOTE = expression("^\u2069*[ \n]?")


class Run(Struct, frozen=True):
    text: str
    bold: bool = False
    italic: bool = False
    url: str | None = None


class Block(Struct, frozen=True):
    """Lines of the bot's own, or of one blockquote whose kind is ``quote``."""

    quote: EntityKind | None
    lines: tuple[tuple[Run, ...], ...]

    @property
    def text(self) -> str:
        return "\n".join("".join(run.text for run in line) for line in self.lines)


class _Mark(Struct, frozen=True):
    """An entity with its ends in code points."""

    entity: Entity
    start: int
    end: int


def blocks(rich: RichText) -> tuple[Block, ...]:
    return tuple(_blocks(rich.text, _marks(rich)))


def _blocks(text: str, marks: Sequence[_Mark]) -> Iterator[Block]:
    at = 0
    for quote in (mark for mark in marks if mark.entity.kind in _QUOTES):
        yield from _own_words(text, at, quote.start, marks)
        yield Block(quote.entity.kind, tuple(_lines(text, quote.start, quote.end, marks)))
        at = quote.end
    yield from _own_words(text, at, len(text), marks)


def _own_words(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Block]:
    if start > 0 and (joint := _AFTER_QUOTE.match(text[start:end])):
        start += joint.end()
    if end < len(text) and (joint := _BEFORE_QUOTE.search(text[start:end])):
        end -= len(joint[0])
    if start < end:
        yield Block(None, tuple(_lines(text, start, end, marks)))


def _lines(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[tuple[Run, ...]]:
    for line in text[start:end].split("\n"):
        yield tuple(_runs(text, start, start + len(line), marks))
        start += len(line) + 1


def _runs(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Run]:
    within = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end, *(max(start, mark.start) for mark in within), *(min(end, mark.end) for mark in within)}
    for left, right in pairwise(sorted(edges)):
        here = [mark.entity for mark in within if mark.start <= left and mark.end >= right]
        kinds = {entity.kind for entity in here}
        url = next((entity.url for entity in here if entity.kind is EntityKind.TEXT_LINK), None)
        yield Run(text[left:right], EntityKind.BOLD in kinds, EntityKind.ITALIC in kinds, url)


def _marks(rich: RichText) -> list[_Mark]:
    points = {}
    units = 0
    for index, char in enumerate(rich.text):
        points[units] = index
        units += 2 if char > "\uffff" else 1
    points[units] = len(rich.text)
    return [_Mark(entity, points[entity.offset], points[entity.end]) for entity in rich.entities]
