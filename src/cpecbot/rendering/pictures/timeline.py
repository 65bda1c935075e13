"""The days that articles state, as a picture: down a line, what each source says of them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cpecbot.i18n import Plural, language_name
from cpecbot.languages import Language
from cpecbot.models import Disagreement, Moment, Quote
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.excerpt import excerpt
from cpecbot.rendering.answer.notes import note
from cpecbot.rendering.answer.timeline import days_text, moment_blocks, none_text, title, voice
from cpecbot.rendering.answer.unwrapping import on_one_line
from cpecbot.rendering.pictures.canvas import INK, MUTED, RULE, Area, Canvas, Pen, Picture, wrapped
from cpecbot.rendering.pictures.setting import Line
from cpecbot.rendering.pictures.typefaces import PictureError

_WIDTH = 1080
_MARGIN = 40.0
_TITLE_SIZE, _TITLE_HEIGHT = 36, 88
_LINE, _DOT = _MARGIN + 10, 9
_DAYS, _DAYS_WIDTH, _DAYS_SIZE = _MARGIN + 40, 210, 26
_TOLD = _DAYS + _DAYS_WIDTH + 20
_TOLD_WIDTH = _WIDTH - _MARGIN - _TOLD
_BESIDE, _GAP = 2, 28
_NAME_SIZE, _QUOTE_SIZE = 19, 22
_MOST_LINES, _MOST_LINES_OF_A_NOTE = 6, 8
# What is drawn of one day: the rest is counted.
_MOST_QUOTES, _MOST_NOTES = 8, 2
# Code points around the words for the day; a script without spaces says as much in half of them.
_LONGEST_QUOTE = 170
_BETWEEN = 26
# What a phone shows without end; a photo on Telegram may measure 10,000 pixels in width and height together.
_TALLEST = 6_000
_DIFFERS = "#a3431a"


class _Block(Struct, frozen=True):
    """Lines in one hand."""

    lines: Sequence[Line]
    pen: Pen

    @property
    def height(self) -> float:
        return len(self.lines) * self.pen.height


def draw_timeline(moments: Sequence[Moment], context: Context, topic: str = "") -> Picture:
    """The days in order, as many as have room. Raises PictureError where none is stated or a font is missing."""
    if not moments:
        raise PictureError(none_text(context, topic))
    sheet = _Sheet(context)
    named = title(context, topic)
    sheet.canvas.text(Area(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, _TITLE_HEIGHT - 30), named, _TITLE_SIZE)
    top = _MARGIN + _TITLE_HEIGHT
    for number, moment in enumerate(moments):
        if top > _TALLEST:
            top = sheet.rest(len(moments) - number, top)
            break
        top = sheet.moment(moment, top)
    told = "\n".join(block.text for block in moment_blocks(moments, context))
    return sheet.canvas.picture(top + _MARGIN - _BETWEEN, named, told)


class _Sheet:
    def __init__(self, context: Context) -> None:
        self.canvas = Canvas(_WIDTH, context.language)
        self._context = context
        self._noted: list[Disagreement] = []

    def moment(self, moment: Moment, top: float) -> float:
        """Draw one, and return where the next begins."""
        ink = _DIFFERS if moment.differing else INK
        pen = Pen(_DAYS_SIZE, ink, self._language)
        block = _Block(wrapped(days_text(moment, self._context), pen, _DAYS_WIDTH, 3), pen)
        bottom = self._quotes(moment.quotes[:_MOST_QUOTES], top)
        fresh = [each for each in moment.differing if each not in self._noted]
        self._noted += fresh
        for each in fresh[:_MOST_NOTES]:
            bottom = self._note(each, bottom)
        if more := len(moment.quotes[_MOST_QUOTES:]) + len(fresh[_MOST_NOTES:]):
            bottom = self._count(more, _TOLD, bottom + _BETWEEN / 2)
        bottom = max(bottom, top + block.height)
        self.canvas.box(Area(_LINE - 1, top, 2, bottom + _BETWEEN - top), RULE)
        self.canvas.disc(_LINE, top + pen.height / 2, _DOT, ink)
        self._draw(block, Area(_DAYS, top, _DAYS_WIDTH, block.height))
        return bottom + _BETWEEN

    def rest(self, number: int, top: float) -> float:
        """Say how many days there is no room for."""
        return self._count(number, _DAYS, top) + _BETWEEN

    def _count(self, number: int, start: float, top: float) -> float:
        """How many there are besides; where that ends."""
        height = Pen(_DAYS_SIZE, MUTED, self._language).height
        told = self._context.words.plural(Plural.OTHERS, number)
        self.canvas.text(Area(start, top, _TOLD_WIDTH, height), f"… {told}", _DAYS_SIZE, MUTED)
        return top + height

    @property
    def _language(self) -> Language:
        return self._context.language

    def _quotes(self, quotes: Sequence[Quote], top: float) -> float:
        """Those of a row side by side; where they end."""
        beside = min(_BESIDE, len(quotes))
        room = (_TOLD_WIDTH - (beside - 1) * _GAP) / beside
        for first in range(0, len(quotes), beside):
            bottom = top
            for column, quote in enumerate(quotes[first : first + beside]):
                bottom = max(bottom, self._quote(quote, Area(_TOLD + column * (room + _GAP), top, room, 0)))
            top = bottom + (_BETWEEN / 2 if first + beside < len(quotes) else 0)
        return top

    def _quote(self, quote: Quote, area: Area) -> float:
        context = self._context
        named = f"{voice(quote, context)} · {language_name(quote.language, self._language)}"
        height = Pen(_NAME_SIZE, MUTED, self._language).height
        self.canvas.text(Area(area.start, area.top, area.width, height), named, _NAME_SIZE, MUTED)
        words = self._words(quote, area.width)
        self._draw(words, Area(area.start, area.top + height, area.width, words.height))
        return area.top + height + words.height

    def _words(self, quote: Quote, room: float) -> _Block:
        """What the article says around the words for the day, which are marked."""
        most = _LONGEST_QUOTE if quote.language.profile.spaced else _LONGEST_QUOTE // 2
        part = excerpt(on_one_line(quote, self._context.articles.get(quote.source)), most)
        before, after = ("…" if cut else "" for cut in (part.cut_before, part.cut_after))
        marks = [mark.shift(len(before) - part.quote.span.start) for mark in part.quote.highlights]
        text = f"{before}{part.quote.text}{after}"
        pen = Pen(_QUOTE_SIZE, INK, quote.language)
        return _Block(wrapped(text, pen, room, _MOST_LINES, marks), pen)

    def _note(self, each: Disagreement, top: float) -> float:
        """In what the sources differ; where it ends."""
        pen = Pen(_NAME_SIZE, _DIFFERS, self._language)
        block = _Block(wrapped(note(each, self._context).text, pen, _TOLD_WIDTH, _MOST_LINES_OF_A_NOTE), pen)
        self._draw(block, Area(_TOLD, top + 8, _TOLD_WIDTH, block.height))
        return top + 8 + block.height

    def _draw(self, block: _Block, area: Area) -> None:
        self.canvas.lines(area, block.lines, block.pen)
