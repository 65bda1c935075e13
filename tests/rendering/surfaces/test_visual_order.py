"""Lines as they are seen, where the terminal shows them as they are stored."""

from __future__ import annotations

import io

import pytest
from bidi import get_display
from bidi.mirror import MIRRORED
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.text import Text

from cpecbot.i18n.direction import FSI, LRI, PDI, RLI, RLM
from cpecbot.rendering.surfaces.console import as_seen
from cpecbot.rendering.surfaces.visual_order import visual_order


def seen(text: str, *, right_to_left: bool) -> str:
    order = visual_order(text, right_to_left)
    return "".join(MIRRORED.get(text[place], text[place]) if turned else text[place] for place, turned in order)


@pytest.mark.parametrize(
    ("text", "right_to_left", "expected"),
    [
        ("Gwadar (2026)", False, "Gwadar (2026)"),
        ("اب", True, "با"),
        ("he said «اب» to", False, "he said «با» to"),
        ("اب 25 جد", True, "دج 25 با"),
        ("اب (جد)", True, "(دج) با"),
        ("اب (Gwadar) جد", True, "دج (Gwadar) با"),
        ("(Gwadar Port)", True, "(Gwadar Port)"),
        ("اب [جد] <ه>", True, "<ه> [دج] با"),
        (f"004: {RLI}اب 3{PDI}; 001", False, f"004: {RLI}3 با{PDI}; 001"),
        (f"اب: {LRI}a, b{PDI}؛ ج", True, f"ج ؛{PDI}a, b{LRI} :با"),
        ("1,000 اب", True, "با 1,000"),
    ],
)
def test_a_line_stands_as_a_terminal_that_knows_how_to_would_show_it(
    text: str, right_to_left: bool, expected: str
) -> None:
    assert seen(text, right_to_left=right_to_left) == expected


@given(st.text("ab اب12۳.,:-()[]{}«»<>%$中" + LRI + RLI + FSI + PDI + RLM, max_size=60), st.booleans())
@example("((a)", True)
@example(f"{FSI}(ا{PDI})", False)
def test_the_places_are_those_of_the_algorithm_each_of_them_once(text: str, right_to_left: bool) -> None:
    """Brackets are turned round here; the library leaves them as they are."""
    order = visual_order(text, right_to_left)
    assert sorted(place for place, _ in order) == list(range(len(text)))
    expected = get_display(text, base_dir="R" if right_to_left else "L")
    assert "".join(text[place] for place, _ in order) == expected


def shown(text: Text, width: int, indent: int = 0) -> list[str]:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system=None, width=width)
    console.print(as_seen(text, reorders=True, indent=indent))
    return file.getvalue().splitlines()


def test_a_paragraph_is_wrapped_before_it_is_put_into_order_and_begins_at_the_right_edge() -> None:
    assert shown(Text("ابا هوه زرز"), 8) == [" ﻩﻮﻫ ﺎﺑﺍ", "     ﺯﺭﺯ"]


def test_an_indent_stands_where_the_reading_begins() -> None:
    assert shown(Text("ابا"), 12, indent=4) == ["ﺎﺑﺍ".rjust(8)]
    assert shown(Text("Gwadar"), 12, indent=4) == ["    Gwadar"]


def test_what_is_isolated_goes_on_so_in_the_next_line() -> None:
    """A closing mark of another line still closes it; an indent is no part of it."""
    assert shown(Text(f"ابا «{LRI}a b{PDI}»"), 9, indent=2) == ["a» ﺎﺑﺍ".rjust(7), "«b".rjust(7)]
    lines = shown(Text(f"said «{RLI}ابا 12 ابا 13{PDI}» and"), 14)
    assert lines == ["said «12 ﺎﺑﺍ", "13 ﺎﺑﺍ» and"]


def test_styles_go_where_their_letters_go() -> None:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system="truecolor", width=20)
    console.print(as_seen(Text.assemble("a ", ("ر", Style(bold=True)), "ز b"), reorders=True))
    assert "ز\x1b[1mر\x1b[0m".translate({0x0631: "ﺭ", 0x0632: "ﺯ"}) in file.getvalue()


def test_letters_join_and_keep_their_marks() -> None:
    (line,) = shown(Text("مُحَمَّد"), 10)
    assert line.strip() == "ﺪﻤَّﺤَﻣُ"


def test_nothing_invisible_is_left() -> None:
    (line,) = shown(Text(f"{RLM}می\u200cگوید {LRI}Gwadar{PDI}"), 20)
    assert line.strip() == "Gwadar ﺪﯾﻮﮔ" + "ﯽﻣ"
