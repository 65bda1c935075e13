"""How many lines a message takes on a phone, about: letters of one width, those of East Asia of two."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from cpecbot.rendering.richtext.blocks import Block, blocks
from cpecbot.rendering.richtext.text import EntityKind, RichText

WIDTH = 38
"""Letters in a line, on a phone held upright."""

_QUOTE_INDENT = 3
_COLLAPSED = 3
"""Lines of an expandable quote that nobody opened yet."""

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def height(rich: RichText, width: int = WIDTH) -> int:
    return sum(_height(block, width) for block in blocks(rich))


def _height(block: Block, width: int) -> int:
    room = width - _QUOTE_INDENT if block.quote else width
    lines = sum(_wrapped(line, room) for line in block.text.split("\n"))
    return min(lines, _COLLAPSED) if block.quote is EntityKind.EXPANDABLE_BLOCKQUOTE else lines


def _wrapped(line: str, room: int) -> int:
    """The lines that words take, of which one that is longer than a line, or of a script without spaces, is broken."""
    lines, filled = 1, 0
    for word in line.split(" "):
        wide = _width(word)
        if filled and filled + 1 + wide > room and wide <= room:
            lines, filled = lines + 1, wide
        else:
            filled += wide + bool(filled)
            lines, filled = lines + max(0, filled - 1) // room, (filled - 1) % room + 1 if filled else 0
    return lines


def _width(letters: Iterable[str]) -> int:
    return sum(
        1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in letters
        if unicodedata.category(letter) not in _NO_WIDTH
    )
