"""Paragraphs for rich in the order in which they are seen.

A line is reordered when it has been wrapped, because what is wrapped in the order of sight is not read from line to
line. What runs from right to left begins at the right edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from cpecbot.i18n.direction import first_strong
from cpecbot.rendering.surfaces.visual_order import in_sight, left_open


class Seen:
    """A paragraph, each line of it in the order of sight, and so many columns in from where one begins to read."""

    def __init__(self, paragraph: Text, indent: int = 0) -> None:
        self._paragraph = paragraph
        self._indent = indent
        self._right_to_left = bool(first_strong(paragraph.plain))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        opened = ""
        width = options.max_width - self._indent
        # Spaces that rich sets before a line would be put into order with it.
        options = options.update(width=width, justify="left" if self._right_to_left else options.justify)
        for line in console.render_lines(self._paragraph, options, pad=False):
            styles = [segment.style for segment in line for _ in segment.text]
            text = "".join(segment.text for segment in line).rstrip(" ")
            seen = [(styles[place], letter) for place, letter in in_sight(text, self._right_to_left, opened)]
            yield from self._segments(seen, width)
            yield Segment.line()
            opened = left_open(opened + text)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._paragraph)

    def _segments(self, seen: Sequence[tuple[Style | None, str]], width: int) -> Iterator[Segment]:
        taken = sum(cell_len(letter) for _, letter in seen)
        yield Segment(" " * (width - taken if self._right_to_left else self._indent))
        for style, letters in groupby(seen, key=lambda each: each[0]):
            yield Segment("".join(letter for _, letter in letters), style)
