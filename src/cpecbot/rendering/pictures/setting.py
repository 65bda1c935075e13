"""Setting a text in lines: where it is broken, and what of it has room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.i18n.direction import FSI, LRI, PDI, RLI
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.rendering.pictures.typefaces import typefaces

_LEFT_OFF = "…"
# Where a line may be broken: at spaces, and beside a character that is a word of its own, not before its comma.
_HAN = "\u2e80-\u9fff\uf900-\ufaff"
_MARKS_OF_HAN = "\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f\u2026,.;:!?"
_PIECES = expression(rf"\s+|[{_HAN}][{_MARKS_OF_HAN}]*|[^\s{_HAN}]+")


class Line(Struct, frozen=True):
    """One line of a text; ``marks`` are emphasised, in code points of it."""

    text: str
    marks: tuple[Span, ...] = ()


def broken(text: str, language: Language, room: float, most: int, marks: Sequence[Span] = ()) -> list[Line]:
    """``text`` in at most ``most`` lines of ``room`` ems, the last with dots where there is more."""
    spans = list(_spans(text, language, room))
    lines = [_line(text[span.start : span.end], span, marks) for span in spans[:most]]
    if len(spans) > most:
        last = Span(spans[most - 1].start, spans[most].end)
        lines[-1] = _line(_shortened(last.slice(text), language, room), last, marks)
    return list(_with_isolates(lines))


def fitted(text: str, language: Language, room: float) -> str:
    """One line of at most ``room`` ems."""
    line = " ".join(text.split())
    return line if typefaces(language).width(line) <= room else _shortened(line, language, room)


def _with_isolates(lines: Iterable[Line]) -> Iterator[Line]:
    """``lines``, where an isolate that goes on in the next line ends with each and is opened anew (UAX #9, X5a-X6a)."""
    opened: list[str] = []
    for line in lines:
        before = "".join(opened)
        for char in line.text:
            if char in (LRI, RLI, FSI):
                opened.append(char)
            elif char == PDI and opened:
                opened.pop()
        marks = tuple(mark.shift(len(before)) for mark in line.marks)
        yield Line(before + line.text + PDI * len(opened), marks)


def _line(text: str, span: Span, marks: Iterable[Span]) -> Line:
    inside = (Span(max(mark.start, span.start), min(mark.end, span.start + len(text))) for mark in marks)
    return Line(text, tuple(each.shift(-span.start) for each in inside if each.start < each.end))


def _spans(text: str, language: Language, room: float) -> Iterator[Span]:
    """What each line holds, without the spaces around it."""
    width = typefaces(language).width
    start = end = 0
    used = 0.0
    for piece in _small(text, language, room):
        if text[piece.start].isspace():
            if start == piece.start:
                start = end = piece.end
            continue
        alone = width(piece.slice(text))
        # How wide a space is goes by the font of what stands before it.
        together = width(text[start : piece.end]) if end < piece.start else used + alone
        if start < end and together > room:
            yield Span(start, end)
            start, together = piece.start, alone
        used, end = together, piece.end
    if start < end:
        yield Span(start, end)


def _small(text: str, language: Language, room: float) -> Iterator[Span]:
    """The pieces between which a line may be broken; one that is too long for any line by its letters."""
    for found in _PIECES.finditer(text):
        if typefaces(language).width(found[0]) <= room:
            yield Span(*found.span())
        else:
            yield from (Span(place, place + 1) for place in range(*found.span()))


def _shortened(text: str, language: Language, room: float) -> str:
    """As much of the beginning as has room before dots: whole words, where the first of them has."""
    room -= typefaces(language).width(_LEFT_OFF)
    ends = [found.end() for found in _PIECES.finditer(text) if not found[0].isspace()]
    shown = _longest(text, ends, language, room) or _longest(text, range(1, len(text)), language, room)
    return shown + _LEFT_OFF


def _longest(text: str, ends: Sequence[int], language: Language, room: float) -> str:
    fitting = bisect_right(ends, room, key=lambda end: typefaces(language).width(text[:end]))
    return text[: ends[fitting - 1]] if fitting else ""
