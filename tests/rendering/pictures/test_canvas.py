"""What is common to pictures: that they are whole, and harmless."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from cpecbot.languages import Language
from cpecbot.rendering.pictures.canvas import Area, Canvas, Picture
from fakes.languages import AR, EN, LANGUAGES, UR
from rendering.pictures.drawn import pixels, places, written

INK = (24, 34, 48)


def one_line(text: str, language: Language, width: int = 400) -> Picture:
    canvas = Canvas(width, language)
    canvas.text(Area(20, 10, width - 40, 60), text, 28)
    return canvas.picture(80, "title", "description")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_picture_needs_nothing_but_itself(language: Language) -> None:
    """Its letters are in it, and a browser asks nobody for anything."""
    svg = one_line("Gwadar گوادر 瓜达尔", language).svg
    assert svg.count("data:font/woff;base64,") == 2
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_markup_and_what_xml_forbids_are_only_text() -> None:
    picture = one_line("<script>&\x00\x1b\ufffe", EN)
    assert written(picture) == ["<script>&\ufffd\ufffd\ufffd"]
    assert ElementTree.fromstring(picture.svg).tag.endswith("svg")  # noqa: S314
    assert pixels(picture).size == (400, 80)


def test_what_would_hide_or_turn_the_words_beside_it_is_a_mark() -> None:
    """resvg draws nothing of a line with a control character of C1 in it."""
    for hostile in "\x9b", "\x85", "\u202e", "\ue000":
        picture = one_line(f"Gwadar {hostile} Port", EN)
        assert list(places(pixels(picture), INK))
        assert hostile not in picture.svg


def test_a_text_of_another_direction_is_ordered_by_its_own() -> None:
    """Its first letter stands at the right in a picture that runs from the right, whatever comes first in it."""
    for language, text, right in ((AR, "5 يناير", True), (EN, "5 January", False), (UR, "2.0 گوادر", True)):
        columns = [x for x, _ in places(pixels(one_line(text, language)), INK)]
        assert columns
        assert (min(columns) > 200) is right


def test_a_letter_that_no_font_brings_may_be_had_from_the_computer() -> None:
    """And does no harm where it has none."""
    assert pixels(one_line("ግዋዳር", EN)).size == (400, 80)
