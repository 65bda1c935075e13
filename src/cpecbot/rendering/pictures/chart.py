"""Which source speaks of what, as a picture.

Drawn with Pillow; letters are joined and ordered by its Raqm layout (HarfBuzz and FriBiDi), which its wheels contain.
A language names its font, a file in its folder or one of ``fonts/``, which are parts of Noto Sans and need not be
installed. Importing this module loads Pillow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from cpecbot.errors import CpecbotError
from cpecbot.i18n import Message, language_name
from cpecbot.i18n.direction import is_right_to_left
from cpecbot.languages import Language
from cpecbot.models import Article, Coverage, CoverageRow
from cpecbot.rendering.answer.context import Context, Label, make_context
from cpecbot.rendering.answer.coverage import cell, legend

_IN_NO_FONT = "\uffff"  # a noncharacter of Unicode
_WIDTH = 1080
_MARGIN = 40
_TOPIC_WIDTH = 400
_TOPIC_SIZE, _LONG_TOPIC_SIZE = 28, 21
_ROW_HEIGHT = 56
_HEAD_HEIGHT = 104
_NARROWEST_CELL = 72
# A photo on Telegram may measure 10,000 pixels in width and height together.
_MOST_TOPICS, _MOST_SOURCES = 80, 50
_INK = (24, 34, 48)
_MUTED = (110, 124, 140)
_PAPER = (255, 255, 255)
_EMPTY = (244, 246, 249)
_LINE = (226, 231, 237)
# From one statement to as many as any source makes on a topic.
_FAINT, _STRONG = (214, 230, 246), (28, 100, 176)


class ChartError(CpecbotError):
    """The picture cannot be drawn here; the same table is to be had as text."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where things go: x from the edge where the language begins a line, so that a page mirrors as a whole."""

    image: Image.Image
    draw: ImageDraw.ImageDraw
    context: Context
    cell: int
    fonts: tuple[Path, ...]

    @property
    def mirrored(self) -> bool:
        return is_right_to_left(self.context.language)

    @property
    def direction(self) -> str | None:
        """None without Raqm, which alone takes it; then only languages that need none are drawn."""
        if not features.check("raqm"):
            return None
        return "rtl" if self.mirrored else "ltr"

    @property
    def tag(self) -> str | None:
        return self.context.language.code if self.direction else None

    def box(self, start: int, top: int, width: int, height: int) -> tuple[int, int, int, int]:
        left = self.image.width - start - width if self.mirrored else start
        return left, top, left + width, top + height

    def column(self, number: int) -> int:
        return _MARGIN + _TOPIC_WIDTH + number * self.cell

    def text(self, start: int, middle: int, text: str, size: int, ink: tuple[int, int, int], room: int) -> None:
        """One line that begins at ``start``, shortened to ``room`` pixels."""
        text = self._fitted(text, size, room)
        at = self.image.width - start if self.mirrored else start
        anchor = "rm" if self.mirrored else "lm"
        font = self.font(text, size)
        self.draw.text((at, middle), text, ink, font, anchor, direction=self.direction, language=self.tag)

    def name(self, start: int, middle: int, text: str, room: int) -> None:
        """A topic; a long one in two lines of smaller letters."""
        if self.length(text, _TOPIC_SIZE) <= room:
            self.text(start, middle, text, _TOPIC_SIZE, _INK, room)
            return
        gaps = [at for at, char in enumerate(text) if char == " "] or [len(text) // 2]
        cut = min(gaps, key=lambda at: max(self.length(part, _LONG_TOPIC_SIZE) for part in (text[:at], text[at:])))
        for line, below in ((text[:cut], -13), (text[cut:].strip(), 13)):
            self.text(start, middle + below, line, _LONG_TOPIC_SIZE, _INK, room)

    def centred(self, box: tuple[int, int, int, int], text: str, size: int, ink: tuple[int, int, int]) -> None:
        text = self._fitted(text, size, box[2] - box[0] - 8)
        at = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        self.draw.text(at, text, ink, self.font(text, size), "mm", direction=self.direction, language=self.tag)

    def _fitted(self, text: str, size: int, room: int) -> str:
        shown, length = text, len(text)
        while length and self.length(shown, size) > room:
            length -= 1
            shown = text[:length].rstrip() + "…"
        return shown

    def length(self, text: str, size: int) -> float:
        return self.draw.textlength(text, self.font(text, size), direction=self.direction, language=self.tag)

    def font(self, text: str, size: int) -> ImageFont.FreeTypeFont:
        return _load_font(best_font(text, self.fonts), size)


def render_coverage(coverage: Coverage, articles: Mapping[str, Article], label: Label, language: Language) -> bytes:
    """A PNG of the topics against the sources, 1080 pixels wide or more; of very many only the first are drawn.

    Raises ChartError when there is nothing to show, or no font for the language's letters or nothing to join them with.
    """
    context = make_context(articles, label, language)
    fonts = fonts_for(language)
    _check(coverage, context, fonts)
    coverage = _first(coverage)
    columns = len(coverage.sources)
    cell = max(_NARROWEST_CELL, (_WIDTH - 2 * _MARGIN - _TOPIC_WIDTH) // columns)
    width = 2 * _MARGIN + _TOPIC_WIDTH + columns * cell
    height = 2 * _MARGIN + 64 + _HEAD_HEIGHT + len(coverage.rows) * _ROW_HEIGHT + 64
    image = Image.new("RGB", (width, height), _PAPER)
    sheet = _Sheet(image, ImageDraw.Draw(image), context, cell, fonts)
    _draw_head(sheet, coverage)
    most = max((count or 0 for row in coverage.rows for count in row.counts), default=1)
    for number, row in enumerate(coverage.rows):
        _draw_row(sheet, row, _MARGIN + 64 + _HEAD_HEIGHT + number * _ROW_HEIGHT, most)
    meaning = legend(context)
    sheet.text(_MARGIN, height - _MARGIN - 12, meaning, 24, _MUTED, width - 2 * _MARGIN)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _first(coverage: Coverage) -> Coverage:
    rows = tuple(CoverageRow(row.concept, row.counts[:_MOST_SOURCES]) for row in coverage.rows[:_MOST_TOPICS])
    return Coverage(coverage.sources[:_MOST_SOURCES], rows)


def _check(coverage: Coverage, context: Context, fonts: tuple[Path, ...]) -> None:
    words = context.words
    if not coverage.sources or not coverage.rows:
        raise ChartError(words.text(Message.COVERAGE_EMPTY))
    # Letters of these scripts are joined and run against the pixels, which only Raqm knows how to do.
    unset = is_right_to_left(context.language) and not features.check("raqm")
    title = words.text(Message.COVERAGE_TITLE)
    if unset or not _has_all(best_font(title, fonts), title):
        raise ChartError(words.text(Message.PICTURE_FAILED))


def _draw_head(sheet: _Sheet, coverage: Coverage) -> None:
    words, language = sheet.context.words, sheet.context.language
    room = sheet.image.width - 2 * _MARGIN
    sheet.text(_MARGIN, _MARGIN + 18, words.text(Message.COVERAGE_TITLE), 40, _INK, room)
    top = _MARGIN + 64
    sheet.text(_MARGIN, top + 62, words.text(Message.COVERAGE_TOPIC), 26, _MUTED, _TOPIC_WIDTH - 24)
    for number, source in enumerate(coverage.sources):
        article = sheet.context.articles.get(source)
        start = sheet.column(number)
        sheet.centred(sheet.box(start, top + 8, sheet.cell, 44), sheet.context.names.get(source, source), 30, _INK)
        below = language_name(article.language, language) if article else ""
        sheet.centred(sheet.box(start, top + 52, sheet.cell, 36), below, 20, _MUTED)
    line = sheet.box(_MARGIN, top + _HEAD_HEIGHT - 6, room, 2)
    sheet.draw.rectangle(line, _LINE)


def _draw_row(sheet: _Sheet, row: CoverageRow, top: int, most: int) -> None:
    context = sheet.context
    middle = top + _ROW_HEIGHT // 2
    sheet.name(_MARGIN, middle, context.label(row.concept, context.language), _TOPIC_WIDTH - 24)
    for number, count in enumerate(row.counts):
        box = sheet.box(sheet.column(number) + 4, top + 4, sheet.cell - 8, _ROW_HEIGHT - 8)
        fill = _shade(count, most)
        sheet.draw.rounded_rectangle(box, 10, fill)
        sheet.centred(box, cell(count, context.language), 28, _PAPER if sum(fill) < 420 else _INK)


def _shade(count: int | None, most: int) -> tuple[int, int, int]:
    if not count:
        return _EMPTY
    share = (count - 1) / max(1, most - 1)
    red, green, blue = (round(faint + (strong - faint) * share) for faint, strong in zip(_FAINT, _STRONG, strict=True))
    return red, green, blue


def fonts_for(language: Language) -> tuple[Path, ...]:
    """The files of the fonts that any language names, those of the fallback first: names may be of any language."""
    return tuple(dict.fromkeys(map(_font_file, language.peers)))


def best_font(text: str, fonts: tuple[Path, ...]) -> Path:
    """The first font that has all of the letters, else the one that has most."""
    whole = (font for font in fonts if _has_all(font, text))
    return next(whole, None) or max(fonts, key=lambda font: sum(_has(font, char) for char in text))


def _font_file(language: Language) -> Path:
    """Raises ChartError where the file is missing."""
    name = language.profile.font
    shipped = files("cpecbot.rendering.pictures") / "fonts"
    own, common = language.folder / name, Path(str(shipped)) / name
    if not own.is_file() and not common.is_file():
        known = ", ".join(sorted(path.name for path in shipped.iterdir() if path.name != "OFL.txt"))
        file = language.folder / language.profile.file
        raise ChartError(f"{file}: font: {name} is not in this folder, and none of those that come along: {known}.")
    return own if own.is_file() else common


def _has_all(font: Path, text: str) -> bool:
    return all(_has(font, char) for char in set(text))


@cache
def _has(font: Path, char: str) -> bool:
    """Whether the font draws something else for it than for what it lacks."""
    return _drawn(font, char) != _drawn(font, _IN_NO_FONT)


@cache
def _drawn(font: Path, char: str) -> bytes:
    return bytes(_load_font(font, _TOPIC_SIZE).getmask(char))


@cache
def _load_font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(file.read_bytes()), size)
