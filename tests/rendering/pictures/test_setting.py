"""Where lines of text are broken."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.rendering.pictures.setting import broken, fitted
from cpecbot.rendering.pictures.typefaces import typefaces
from fakes.languages import AR, EN, LANGUAGES, UR, ZH

TEXT = "The two sides agreed to focus on three key sectors, and to go on."


@pytest.mark.parametrize(
    ("language", "text", "room", "lines"),
    [
        (EN, TEXT, 12, ["The two sides agreed to", "focus on three key", "sectors, and to go on."]),
        (AR, "الحوار الاستراتيجي في بكين", 6, ["الحوار", "الاستراتيجي", "في بكين"]),
        (ZH, "双方同意，聚焦三个领域。", 4.5, ["双方同", "意，聚焦", "三个领", "域。"]),
        (EN, "Rawalpindi", 3, ["Rawal", "pindi"]),
        (EN, "  ", 3, []),
    ],
)
def test_a_line_ends_between_words(language: Language, text: str, room: float, lines: list[str]) -> None:
    """Chinese between characters, not before a comma; a word that has room in no line between letters."""
    assert [line.text for line in broken(text, language, room, 9)] == lines


def test_the_last_line_says_that_there_is_more() -> None:
    assert [line.text for line in broken(TEXT, EN, 12, 2)] == ["The two sides agreed to", "focus on three key…"]
    assert fitted("Gwadar  Port\nand town", EN, 8) == "Gwadar Port…"
    assert fitted("Gwadar", EN, 3) == "Gwa…"
    assert fitted("Gwadar", EN, 8) == "Gwadar"


def test_a_name_of_any_length_is_shortened_without_measuring_each_beginning_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []
    width = typefaces(EN).width

    def counting(text: str) -> float:
        measured.append(text)
        return width(text)

    monkeypatch.setattr(typefaces(EN), "width", counting)
    assert fitted("W" * 2_000, EN, 8) == "WWWWWWW…"
    assert len(measured) < 50


def test_emphasis_goes_on_in_the_next_line() -> None:
    start = TEXT.index("to focus")
    lines = broken(TEXT, EN, 12, 9, [Span(start, start + len("to focus"))])
    assert [[mark.slice(line.text) for mark in line.marks] for line in lines] == [["to"], ["focus"], []]


def test_an_isolate_that_goes_on_is_opened_anew() -> None:
    """Else what is left of it would run the other way."""
    text = "کہتا ہے \u2066Pakistan and China agreed\u2069 آج"
    lines = [line.text for line in broken(text, UR, 7, 9)]
    assert len(lines) > 2
    assert all(line.count("\u2066") == line.count("\u2069") for line in lines)
    assert lines[-2].startswith("\u2066")
    marked = broken(text, UR, 7, 9, [Span(text.index("agreed"), text.index("agreed") + 6)])
    assert [mark.slice(line.text) for line in marked for mark in line.marks] == ["agreed"]


@example("aaa      。  aa", "ur", 5)
@given(st.text(alphabet="ab گ瓜،。\u2067\u2069", max_size=60), st.sampled_from(["en", "ur", "zh"]), st.integers(2, 9))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, code: str, room: int) -> None:
    language = LANGUAGES[code]
    lines = broken(text, language, room, 100)
    letters = "".join(char for line in lines for char in line.text if not char.isspace() and char not in "\u2067\u2069")
    assert letters == "".join(char for char in text if not char.isspace() and char not in "\u2067\u2069")
    assert all(typefaces(language).width(line.text) <= room + 0.01 for line in lines)
