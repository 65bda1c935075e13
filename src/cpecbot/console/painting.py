"""Tables as a terminal shows them: in columns, or a line for each row where columns would cut words in two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.align import Align
from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.table import Table as Painted
from rich.text import Text

from cpecbot.console.showing import Table
from cpecbot.i18n.direction import RLM, first_strong
from cpecbot.rendering.surfaces.console import as_seen, link_style
from cpecbot.terminal import harmless

# Wider than any line: a pipe has no width to fit a table into.
PIPE_WIDTH = 1_000_000
_BETWEEN = " · "


def paint_table(table: Table, console: Console, reorders: bool) -> Iterator[RenderableType]:
    """Its title, its rows and its caption; where it ``reorders``, columns run from right to left as their words do."""
    right_to_left = bool(first_strong(table.title))
    yield as_seen(Text(harmless(table.title), style="bold"), reorders)
    columns = _fitting_columns(table, console, reorders, right_to_left)
    if columns is None:
        yield from (as_seen(line, reorders, indent=1) for line in _lines(table, right_to_left))
        return
    yield Align.right(columns) if reorders and right_to_left else columns
    if table.caption:
        yield as_seen(Text(harmless(table.caption), style="dim"), reorders)


def _fitting_columns(table: Table, console: Console, reorders: bool, right_to_left: bool) -> Painted | None:
    """None where a word would be cut in two, or the terminal would reorder the cells of a line as one sentence."""
    wide, narrow = (_in_columns(table, reorders, right_to_left and reorders, apart=apart) for apart in (2, 1))
    if not console.is_terminal:
        return wide
    if right_to_left and not reorders:
        return None
    return next((columns for columns in (wide, narrow) if _fits(columns, console)), None)


def _fits(columns: Painted, console: Console) -> bool:
    return Measurement.get(console, console.options.update_width(PIPE_WIDTH), columns).minimum <= console.width


def _are_figures(table: Table, column: int) -> bool:
    """Figures, or signs that stand for them."""
    cells = "".join(row[column] for row in table.rows)
    return column > 0 and cells != "" and not any(map(str.isalpha, cells))


def _lines(table: Table, right_to_left: bool) -> Iterator[Text]:
    """What a row says, one after the other."""
    mark = RLM if right_to_left else ""
    if table.told:
        yield from (Text(mark + harmless(told)) for told in table.told)
        return
    for number, row in enumerate(table.rows):
        line = Text(mark).append_text(_cell(table, number, 0))
        yield line.append("".join(_BETWEEN + harmless(cell) for cell in row[1:] if cell))


def _in_columns(table: Table, reorders: bool, mirrored: bool, apart: int) -> Painted:
    """Words begin where one begins to read, figures stand to the right; columns are so far ``apart``.

    No lines stand between them, which right-to-left cells would bend.
    """
    painted = Painted(box=None, show_header=any(table.header), collapse_padding=apart == 1)
    columns = range(len(table.header))[:: -1 if mirrored else 1]
    for column in columns:
        heading = as_seen(Text(harmless(table.header[column])), reorders)
        to_the_right = mirrored or _are_figures(table, column)
        painted.add_column(heading, justify="right" if to_the_right else "left", overflow="fold")
    for number in range(len(table.rows)):
        painted.add_row(*(as_seen(_cell(table, number, column), reorders) for column in columns))
    return painted


def _cell(table: Table, number: int, column: int) -> Text:
    url = table.links[number] if table.links and column == 0 else None
    return Text.assemble((harmless(table.rows[number][column]), link_style(url) if url else ""))
