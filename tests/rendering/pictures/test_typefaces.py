"""Fonts: which is taken for which letters, and how much of them goes along."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ImageFont

from cpecbot.languages import Language, load_languages
from cpecbot.rendering.pictures.typefaces import PictureError, embedded, typefaces
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH, folder_of

OF_ALL = "latin-arabic.ttf"


@pytest.mark.parametrize(
    ("language", "text", "files"),
    [
        (EN, "Gwadar", [OF_ALL]),
        (FA, "بندر گوادر", [OF_ALL]),
        (UR, "گوادر بندرگاہ 2.0 (CPEC)", ["nastaliq.ttf"]),
        (EN, "گوادر بندرگاہ", [OF_ALL]),
        (ZH, "瓜达尔港 CPEC 2.0", ["chinese.otf"]),
        (ZH, "瓜达尔 گوادر", ["chinese.otf", OF_ALL]),
        (UR, "瓜达尔 گوادر", ["chinese.otf", "nastaliq.ttf"]),
        (EN, " ", [OF_ALL]),
    ],
)
def test_letters_are_set_in_the_font_of_the_language_where_it_has_them(
    language: Language, text: str, files: list[str]
) -> None:
    found = typefaces(language).runs(text)
    assert [run.font.file.name for run in found] == files
    assert "".join(run.text for run in found) == text


def test_the_font_of_a_text_is_that_of_most_of_it() -> None:
    assert typefaces(UR).main("瓜达尔港口在 گو").file.name == "chinese.otf"
    assert typefaces(UR).main("").file.name == "nastaliq.ttf"


def test_letters_are_joined() -> None:
    for language in (AR, UR):
        assert typefaces(language).width("گفتگو") < sum(typefaces(language).width(char) for char in "گفتگو") * 0.95


def test_a_letter_that_no_font_has_is_noticed() -> None:
    assert typefaces(EN).have("Gwadar \u2067گوادر\u2069 瓜达尔")
    assert not typefaces(EN).have("ግዋዳር")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_figures_stand_in_the_middle_of_a_line_and_words_that_slope_down_end_below_it(language: Language) -> None:
    font = typefaces(language).fonts[0]
    assert 0.3 < font.middle("4") < 0.4
    assert (font.middle("گوادر") > 0.6) is (language == UR)


def test_what_goes_along_are_the_letters_that_are_needed() -> None:
    """Each font by itself, in a form that browsers and Pillow read."""
    style = embedded([("Gwadar", EN), ("瓜达尔", ZH), ("gwa", ZH)])
    assert re.findall(r'font-family:"([^"]+)"', style) == ["cpecbot Latin Arabic", "Noto Sans CJK SC"]
    files = [b64decode(data) for data in re.findall(r"data:font/woff;base64,([^\"]+)", style)]
    assert [len(file) < 8_000 for file in files] == [True, True]
    for file, text in zip(files, ("Gwadar", "瓜达尔gwa"), strict=True):
        font = ImageFont.truetype(BytesIO(file), 28)
        missing = bytes(font.getmask("\uffff"))
        assert all(bytes(font.getmask(char)) != missing for char in text)


def test_a_language_may_bring_its_font(tmp_path: Path, root: Path) -> None:
    """A file in its folder goes before one of the same name that comes along."""
    shipped = root / "src/cpecbot/rendering/pictures/fonts/chinese.otf"
    folders = []
    for name in ("without", "with"):
        (tmp_path / name).mkdir()
        folders.append(folder_of(tmp_path / name, xx='fallback = true\nfont = "chinese.otf"'))
    shutil.copy(shipped.with_name(OF_ALL), folders[1] / "xx" / "chinese.otf")
    found = [typefaces(load_languages(folder)["xx"]).fonts[0].file for folder in folders]
    assert found == [shipped, folders[1] / "xx" / "chinese.otf"]


def test_a_font_that_is_missing_is_named_with_those_that_come_along(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx='fallback = true\nfont = "none.ttf"')
    expected = r"language\.toml: font: none\.ttf .*chinese\.otf, latin-arabic\.ttf, nastaliq\.ttf"
    with pytest.raises(PictureError, match=expected):
        typefaces(load_languages(folder)["xx"])
