from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont, features

from cpecbot.i18n import Message, Plural, format_number, language_name, translator
from cpecbot.languages import Language, load_languages
from cpecbot.models import Coverage, CoverageRow
from cpecbot.rendering.pictures import chart
from cpecbot.rendering.pictures.chart import ChartError, best_font, fonts_for, render_coverage
from fakes.languages import AR, EN, LANGUAGES, UR, folder_of
from rendering.samples import ARTICLES, label

COVERAGE = Coverage(
    tuple(ARTICLES),
    (CoverageRow("strategic_dialogue", (2, 3, 5, 2, 4)), CoverageRow("gwadar_port", (0, 0, 0, 1, 1))),
)
every_language = pytest.mark.parametrize("language", list(LANGUAGES))


def picture(language: Language, coverage: Coverage = COVERAGE) -> Image.Image:
    return Image.open(BytesIO(render_coverage(coverage, ARTICLES, label, language))).convert("RGB")


@every_language
def test_the_picture_is_a_png_of_a_size_that_telegram_takes(language: Language) -> None:
    image = picture(language)
    assert image.width == 1080
    assert 300 < image.height < 600


def test_very_many_topics_and_sources_still_fit_a_photo() -> None:
    many = Coverage(tuple(map(str, range(300))), tuple(CoverageRow("x", (1,) * 300) for _ in range(900)))
    image = picture(EN, many)
    assert image.width + image.height <= 10_000
    assert image.height / image.width < 20


def test_a_right_to_left_picture_is_mirrored() -> None:
    """The busiest cell, source 002's, is right of the middle in English and left of it in Arabic."""
    strong = (28, 100, 176)
    for language, right in ((EN, True), (AR, False)):
        image = picture(language)
        columns = [x for x in range(image.width) for y in (220,) if image.getpixel((x, y)) == strong]
        assert columns
        assert (min(columns) > image.width / 2) is right


@every_language
def test_the_fonts_have_every_character_that_is_drawn(language: Language) -> None:
    said = [translator(language).text(message) for message in (Message.COVERAGE_TITLE, Message.COVERAGE_TOPIC)]
    said += [translator(language).text(Message.COVERAGE_UNPROVEN), translator(language).plural(Plural.SOURCES_COUNT, 7)]
    said += [label(concept, language) for concept in ("gwadar_port", "third_party")]
    said += [language_name(other, language) for other in LANGUAGES]
    said += [format_number(1234567890, language)]
    for text in said:
        font = chart._load_font(best_font(text, fonts_for(language)), 28)
        missing = font.getmask("\uffff").getbbox()
        assert missing is not None
        for char in text:
            if not char.isspace() and char not in "\u200c\u200e\u200f":
                assert bytes(font.getmask(char)) != bytes(font.getmask("\uffff")), f"{char!r} of {text!r}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gwadar", "latin-arabic.ttf"),
        ("گوادر", "latin-arabic.ttf"),
        ("瓜达尔", "chinese.otf"),
        ("Gwadar 瓜达尔港", "chinese.otf"),
        ("瓜 Gwadar گوادر بندرگاه", "latin-arabic.ttf"),
    ],
)
@every_language
def test_a_text_is_drawn_with_the_font_that_has_most_of_its_letters(language: Language, text: str, name: str) -> None:
    """Whatever the language around it."""
    assert best_font(text, fonts_for(language)).name == name


def test_a_language_may_bring_its_font(tmp_path: Path, root: Path) -> None:
    """A file in its folder goes before one of the same name that comes along."""
    shipped = root / "src/cpecbot/rendering/pictures/fonts/chinese.otf"
    folder = folder_of(tmp_path, xx='fallback = true\nfont = "chinese.otf"')
    assert best_font("a", fonts_for(load_languages(folder)["xx"])).read_bytes() == shipped.read_bytes()
    shutil.copy(shipped.with_name("latin-arabic.ttf"), folder / "xx" / "chinese.otf")
    assert best_font("a", fonts_for(load_languages(folder)["xx"])) == folder / "xx" / "chinese.otf"


def test_a_font_that_is_missing_is_named_with_those_that_come_along(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx='fallback = true\nfont = "none.ttf"')
    with pytest.raises(ChartError, match=r"language\.toml: font: none\.ttf .*chinese\.otf, latin-arabic\.ttf"):
        best_font("a", fonts_for(load_languages(folder)["xx"]))


def test_a_language_whose_letters_no_font_has_is_not_drawn_as_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram shows the table as text then."""
    monkeypatch.setattr(chart, "_has", lambda *_: False)
    with pytest.raises(ChartError):
        picture(EN)


def test_letters_are_joined() -> None:
    """Raqm shapes Arabic: joined letters take less room than each alone."""
    assert features.check("raqm")
    font = chart._load_font(best_font("الحوار", fonts_for(AR)), 28)
    assert isinstance(font, ImageFont.FreeTypeFont)
    assert font.getlength("گفتگو", direction="rtl") < sum(font.getlength(char) for char in "گفتگو") * 0.95


def test_nothing_to_show_is_said() -> None:
    with pytest.raises(ChartError, match="nothing to show"):
        render_coverage(Coverage((), ()), ARTICLES, label, EN)


def test_without_shaping_arabic_is_refused_and_english_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _: False)
    assert picture(EN).width == 1080
    with pytest.raises(ChartError):
        picture(UR)
