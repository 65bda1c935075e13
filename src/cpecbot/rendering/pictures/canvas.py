"""A picture as SVG, and from that as PNG: boxes and lines of text, mirrored where the language runs from the right.

Every line is an isolate of its own direction, so that browsers and resvg, which draws the PNG, order its letters alike.
Who cannot see the picture is told by its title and its description.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import pairwise
from xml.etree import ElementTree

from msgspec import Struct

from cpecbot.i18n.direction import LRI, PDI, RLI, is_right_to_left
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.rendering.pictures.setting import Line, broken, fitted
from cpecbot.rendering.pictures.typefaces import Run, embedded, typefaces
from cpecbot.terminal import harmless

INK, MUTED, PAPER, RULE = "#182230", "#5f6d7d", "#ffffff", "#e2e7ed"
_MARKED = "#1c64b0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}"


class Area(Struct, frozen=True):
    """Pixels; ``start`` is counted from the edge where the language begins a line."""

    start: float
    top: float
    width: float
    height: float


class Pen(Struct, frozen=True):
    """How a text is written: the size of its letters in pixels, their colour, and its language."""

    size: float
    ink: str
    language: Language

    @property
    def height(self) -> float:
        """Of a line."""
        return self.size * typefaces(self.language).fonts[0].height


class Picture:
    """What was drawn, with its title and its description."""

    def __init__(self, root: ElementTree.Element, texts: Sequence[tuple[str, Language]]) -> None:
        self._root, self._texts = root, frozenset(texts)

    @cached_property
    def svg(self) -> str:
        """With the parts of the fonts that it needs, so that it looks alike wherever it is opened."""
        root = copy(self._root)
        style = ElementTree.Element("style")
        style.text = embedded(self._texts)
        root.insert(0, style)
        return ElementTree.tostring(root, encoding="unicode") + "\n"

    @cached_property
    def png(self) -> bytes:
        import resvg_py  # noqa: PLC0415 - who wants SVG needs none of it

        fonts = {str(run.font.file) for text, language in self._texts for run in typefaces(language).runs(text)}
        # A letter that no font at hand has may be in one of the computer's.
        whole = all(typefaces(language).have(text) for text, language in self._texts)
        drawn = ElementTree.tostring(self._root, encoding="unicode")
        return bytes(resvg_py.svg_to_bytes(drawn, skip_system_fonts=whole, font_files=sorted(fonts)))


class Canvas:
    """Draws from top to bottom; ``width`` and all lengths are pixels."""

    def __init__(self, width: float, language: Language) -> None:
        self.width = width
        self._language = language
        self._mirrored = is_right_to_left(language)
        self._texts: list[tuple[str, Language]] = []
        self._root = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._root.set(f"{_SPACE}lang", language.code)
        self._drawn = ElementTree.SubElement(self._root, "g")

    def picture(self, height: float, title: str, description: str) -> Picture:
        """All that was drawn so far, on paper of this height."""
        paper = ElementTree.Element("rect", {"width": "100%", "height": "100%", "fill": PAPER})
        told = [ElementTree.Element("title"), ElementTree.Element("desc")]
        told[0].text, told[1].text = harmless(title), harmless(description)
        size = {"width": _number(self.width), "height": _number(height)}
        self._root.attrib.update(size, viewBox=f"0 0 {size['width']} {size['height']}")
        self._root[:] = [*told, paper, self._drawn]
        return Picture(self._root, self._texts)

    def box(self, area: Area, fill: str, radius: float = 0, border: str = "") -> None:
        lines = {"stroke": border, "stroke-dasharray": "4 4"} if border else {}
        place = {"x": self._left(area), "y": area.top, "width": area.width, "height": area.height, "rx": radius}
        ElementTree.SubElement(self._drawn, "rect", {**_numbers(place), "fill": fill, **lines})

    def disc(self, start: float, top: float, radius: float, fill: str) -> None:
        x = self.width - start if self._mirrored else start
        ElementTree.SubElement(self._drawn, "circle", {**_numbers({"cx": x, "cy": top, "r": radius}), "fill": fill})

    def text(self, area: Area, text: str, size: float, ink: str = INK, *, centred: bool = False) -> None:
        """One line in the middle of ``area``, in the language of the picture, shortened to its width."""
        pen = Pen(size, ink, self._language)
        line = Line(fitted(text, self._language, area.width / size))
        middle = area.top + area.height / 2
        if centred:
            self._line(line, self._left(area) + area.width / 2, middle, "middle", pen)
        else:
            self._begin(line, area, middle, pen)

    def upright(self, area: Area, text: str, size: float, ink: str = INK) -> None:
        """One line that runs upwards from the bottom of ``area``, as many columns have to be headed."""
        line = Line(fitted(text, self._language, area.height / size))
        x, y = self._left(area) + area.width / 2, area.top + area.height
        written = self._line(line, x, y, "start", Pen(size, ink, self._language))
        written.set("transform", f"rotate(-90 {_number(x)} {_number(y)})")

    def lines(self, area: Area, lines: Sequence[Line], pen: Pen) -> None:
        """Lines that were ``wrapped``, from the top of ``area``, each at the side where its language begins."""
        for number, line in enumerate(lines):
            self._begin(line, area, area.top + (number + 0.5) * pen.height, pen)

    def _begin(self, line: Line, area: Area, middle: float, pen: Pen) -> None:
        left = self._left(area)
        at, anchor = (left + area.width, "end") if is_right_to_left(pen.language) else (left, "start")
        self._line(line, at, middle, anchor, pen)

    def _line(self, line: Line, x: float, middle: float, anchor: str, pen: Pen) -> ElementTree.Element:
        text, language = harmless(line.text), pen.language
        self._texts.append((text, language))
        baseline = middle + pen.size * typefaces(language).main(text).middle(text)
        place = {**_numbers({"x": x, "y": baseline, "font-size": pen.size}), "text-anchor": anchor, "fill": pen.ink}
        written = ElementTree.SubElement(self._drawn, "text", {**place, f"{_SPACE}space": "preserve"})
        written.set(f"{_SPACE}lang", language.code)
        parts = list(_parts(Line(text, line.marks), language))
        for number, (run, marked) in enumerate(parts):
            attributes = {"font-family": f"'{run.font.family}'", **({"fill": _MARKED} if marked else {})}
            span = ElementTree.SubElement(written, "tspan", attributes)
            opening = (RLI if is_right_to_left(language) else LRI) if number == 0 else ""
            span.text = opening + run.text + (PDI if number == len(parts) - 1 else "")
        return written

    def _left(self, area: Area) -> float:
        return self.width - area.start - area.width if self._mirrored else area.start


def wrapped(text: str, pen: Pen, width: float, most: int, marks: Sequence[Span] = ()) -> list[Line]:
    """``text`` in at most ``most`` lines as wide as this; ``marks`` are emphasised."""
    return broken(text, pen.language, width / pen.size, most, marks)


def _parts(line: Line, language: Language) -> Iterator[tuple[Run, bool]]:
    """The text cut where its font changes and where its emphasis begins or ends."""
    edges = sorted({0, len(line.text), *(edge for mark in line.marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        marked = any(mark.start <= start < mark.end for mark in line.marks)
        yield from ((run, marked) for run in typefaces(language).runs(line.text[start:end]))


def _numbers(lengths: dict[str, float]) -> dict[str, str]:
    return {name: _number(length) for name, length in lengths.items()}


def _number(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
