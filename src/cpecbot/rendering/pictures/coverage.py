"""Which source speaks of what, as a picture: a row for each topic, a column for each source."""

from __future__ import annotations

from cpecbot.i18n import Message, language_name
from cpecbot.models import Coverage, CoverageRow
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.coverage import cell, row_text, signs
from cpecbot.rendering.pictures.canvas import INK, MUTED, PAPER, RULE, Area, Canvas, Pen, Picture, wrapped
from cpecbot.rendering.pictures.typefaces import PictureError, typefaces

_WIDTH = 1080
_MARGIN = 40.0
_TITLE_HEIGHT = 72
_TOPIC_WIDTH = 370
_TOPIC_SIZE, _LONG_TOPIC_SIZE = 28, 21
_ROW_HEIGHT = 58
_HEAD_HEIGHT = 96
_NAME_SIZE, _LANGUAGE_SIZE = 28, 20
# Of names that have no room beside each other, standing upright.
_UPRIGHT_SIZE, _TALLEST_HEAD = 24, 260
_NARROWEST_CELL = 56
_LEGEND_SIZE, _LEGEND_HEIGHT, _SWATCH = 22, 48, 56
# What a phone shows; a photo on Telegram may measure 10,000 pixels in width and height together.
_MOST_TOPICS, _MOST_SOURCES = 24, 100
# From one statement to as many as any source makes on a topic.
_FAINT, _STRONG = (214, 230, 246), (28, 100, 176)
_SILENT, _SILENT_INK = "#fbe4d8", "#a3431a"
_UNPROVEN = "#c3ccd6"


def draw_coverage(coverage: Coverage, context: Context) -> Picture:
    """The topics against the sources, 1080 pixels wide or more; of very many only the first are drawn.

    Raises PictureError when there is nothing to show, or a font is missing.
    """
    if not coverage.sources or not coverage.rows:
        raise PictureError(context.words.text(Message.COVERAGE_EMPTY))
    return _Chart(_first(coverage), context).picture()


class _Chart:
    def __init__(self, coverage: Coverage, context: Context) -> None:
        self._coverage, self._context = coverage, context
        columns = len(coverage.sources)
        self._cell = max(_NARROWEST_CELL, (_WIDTH - 2 * _MARGIN - _TOPIC_WIDTH) // columns)
        self._canvas = Canvas(2 * _MARGIN + _TOPIC_WIDTH + columns * self._cell, context.language)
        self._room = self._canvas.width - 2 * _MARGIN
        self._names = [context.names.get(source, source) for source in coverage.sources]
        longest = max(map(typefaces(context.language).width, self._names))
        self._upright = longest * _NAME_SIZE > self._cell - 8
        self._head: float = min(_TALLEST_HEAD, longest * _UPRIGHT_SIZE + 24) if self._upright else _HEAD_HEIGHT
        self._row_height = max(_ROW_HEIGHT, Pen(_TOPIC_SIZE, INK, context.language).height + 4)

    def picture(self) -> Picture:
        coverage, words = self._coverage, self._context.words
        title = words.text(Message.COVERAGE_TITLE)
        self._canvas.text(Area(_MARGIN, _MARGIN, self._room, _TITLE_HEIGHT - 16), title, 40)
        top = _MARGIN + _TITLE_HEIGHT
        self._draw_head(top)
        top += self._head
        most = max(count or 0 for row in coverage.rows for count in row.counts)
        for row in coverage.rows:
            self._draw_row(row, top, most)
            top += self._row_height
        top = self._draw_legend(top + 16, most)
        told = "\n".join(row_text(row, coverage, self._context) for row in coverage.rows)
        return self._canvas.picture(top + _MARGIN / 2, title, told)

    def _draw_head(self, top: float) -> None:
        context, language = self._context, self._context.language
        below = Area(_MARGIN, top + self._head - 56, _TOPIC_WIDTH - 24, 40)
        self._canvas.text(below, context.words.text(Message.COVERAGE_TOPIC), 26, MUTED)
        for number, (source, name) in enumerate(zip(self._coverage.sources, self._names, strict=True)):
            start = self._column(number)
            if self._upright:
                self._canvas.upright(Area(start, top, self._cell, self._head - 14), name, _UPRIGHT_SIZE)
                continue
            self._canvas.text(Area(start + 4, top, self._cell - 8, 44), name, _NAME_SIZE, centred=True)
            article = context.articles.get(source)
            spoken = language_name(article.language, language) if article else ""
            told = Area(start + 4, top + 44, self._cell - 8, 38)
            self._canvas.text(told, spoken, _LANGUAGE_SIZE, MUTED, centred=True)
        self._canvas.box(Area(_MARGIN, top + self._head - 8, self._room, 2), RULE)

    def _draw_row(self, row: CoverageRow, top: float, most: int) -> None:
        context = self._context
        self._draw_topic(context.label(row.concept, context.language), top)
        for number, count in enumerate(row.counts):
            area = Area(self._column(number) + 4, top + 4, self._cell - 8, self._row_height - 8)
            self._draw_cell(area, count, cell(count, context.language), most)

    def _draw_topic(self, name: str, top: float) -> None:
        """A long one in two lines of smaller letters."""
        language, room = self._context.language, _TOPIC_WIDTH - 24
        if typefaces(language).width(name) * _TOPIC_SIZE <= room:
            self._canvas.text(Area(_MARGIN, top, room, self._row_height), name, _TOPIC_SIZE)
            return
        pen = Pen(_LONG_TOPIC_SIZE, INK, language)
        lines = wrapped(name, pen, room, 2)
        height = len(lines) * pen.height
        self._canvas.lines(Area(_MARGIN, top + (self._row_height - height) / 2, room, height), lines, pen)

    def _draw_cell(self, area: Area, count: int | None, sign: str, most: int) -> None:
        fill, ink = _colours(count, most)
        self._canvas.box(area, fill, 10, _UNPROVEN if count is None else "")
        self._canvas.text(area, sign, 28, ink, centred=True)

    def _draw_legend(self, top: float, most: int) -> float:
        """What the signs mean, one beside the other as long as there is room; where it ends."""
        start = _MARGIN
        for count, (sign, meaning) in zip((1, 0, None), signs(self._context), strict=True):
            long = typefaces(self._context.language).width(meaning) * _LEGEND_SIZE + 4
            if start > _MARGIN and start + _SWATCH + 16 + long > self._canvas.width - _MARGIN:
                start, top = _MARGIN, top + _LEGEND_HEIGHT
            self._draw_cell(Area(start, top + 4, _SWATCH, _LEGEND_HEIGHT - 8), count, sign, max(most, 2))
            room = min(long, self._room - _SWATCH - 16)
            told = Area(start + _SWATCH + 12, top, room, _LEGEND_HEIGHT)
            self._canvas.text(told, meaning, _LEGEND_SIZE, MUTED)
            start += _SWATCH + 12 + long + 32
        return top + _LEGEND_HEIGHT

    def _column(self, number: int) -> float:
        return _MARGIN + _TOPIC_WIDTH + number * self._cell


def _first(coverage: Coverage) -> Coverage:
    rows = tuple(CoverageRow(row.concept, row.counts[:_MOST_SOURCES]) for row in coverage.rows[:_MOST_TOPICS])
    return Coverage(coverage.sources[:_MOST_SOURCES], rows)


def _colours(count: int | None, most: int) -> tuple[str, str]:
    """Of a cell and of the sign in it."""
    if count is None:
        return PAPER, MUTED
    if count == 0:
        return _SILENT, _SILENT_INK
    share = (count - 1) / max(1, most - 1)
    fill = [round(faint + (strong - faint) * share) for faint, strong in zip(_FAINT, _STRONG, strict=True)]
    return "#" + bytes(fill).hex(), PAPER if sum(fill) < 420 else INK
