"""What a reader sees, by the Unicode Bidirectional Algorithm (python-bidi)."""

from __future__ import annotations

import pytest
from bidi import get_display
from msgspec.structs import replace

from cpecbot.i18n import localise_digits
from cpecbot.i18n.direction import first_strong, is_right_to_left
from cpecbot.languages import Language
from cpecbot.models import Quote, Span
from cpecbot.rendering.surfaces.telegram import render_answer
from fakes.languages import AR, EN, FA, LANGUAGES, UR
from rendering.samples import ARTICLES, answered, label

every_language = pytest.mark.parametrize("language", list(LANGUAGES))
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


def seen(line: str, language: Language) -> str:
    display = get_display(line, base_dir="R" if is_right_to_left(language) else "L")
    assert isinstance(display, str)
    return display.translate(ISOLATES)


def lines(language: Language, *quotes: Quote) -> list[str]:
    answer = answered(language)
    if quotes:
        answer = replace(answer, quotes=quotes, disagreements=())
    return [line for text in render_answer(answer, ARTICLES, label) for line in text.text.split("\n")]


@every_language
def test_every_quote_is_read_as_in_its_own_article(language: Language) -> None:
    """In a message of either direction each quote looks as it does alone, to its last full stop, on a line of its own.

    Clients take the direction of each line from its first strong character.
    """
    shown = [seen(line, AR if first_strong(line) else EN) for line in lines(language)]
    for found in answered(language).quotes:
        assert seen(found.text, found.language) in shown


@every_language
def test_every_line_of_the_bot_goes_the_way_of_its_language(language: Language) -> None:
    """Whether or not a client passes over isolates when it looks for the first strong character."""
    own_script = {found.text for found in answered(language).quotes}
    for line in lines(language):
        if line and line not in own_script:
            assert first_strong(line) is is_right_to_left(language), line
            naive = first_strong(line.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))))
            assert naive is is_right_to_left(language), line


def test_the_source_line_of_an_english_quote_reads_from_right_to_left_in_arabic() -> None:
    head = seen(next(line for line in lines(AR) if "APP" in line), AR)
    assert head.endswith("2026 رياني 5 · Islamabad · APP .3")


def test_an_arabic_quote_inside_an_english_note_keeps_its_marks_around_it() -> None:
    line = next(line for line in lines(EN) if line.startswith("The round"))
    assert "000 says …“يكيرمألا ينيصلا" in seen(line, EN)
    assert "ةلوجلا”…; 001, 002, 003 and 004 say …“the Seventh Round" in seen(line, EN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (AR, "CPEC 2.0 يركز على الصناعة (والتعدين)."),
        (FA, "CPEC وارد فاز دوم (صنعت) شده است."),
        (UR, "CPEC کا دوسرا مرحلہ (صنعت) شروع ہو گیا۔"),
    ],
)
def test_a_quote_that_begins_with_a_foreign_word_still_reads_its_own_way(language: Language, text: str) -> None:
    """A client that goes by the first letter would turn the line round: «CPEC» would stand at its far end."""
    name = next(iter(ARTICLES))
    line = next(line for line in lines(language, Quote(name, Span(0, len(text)), text, language)) if "CPEC" in line)
    shown = seen(line, language)
    assert shown.startswith((".", "۔"))
    assert shown.index("(") < shown.index("CPEC") < shown.index(localise_digits("000", language))


@pytest.mark.parametrize("control", ["\u2067", "\u2066", "\u2069", "\u2069\u2069", "\u202e", "\u2068\u202b"])
def test_controls_in_a_quote_do_not_leak_out_of_it(control: str) -> None:
    text = f"الممر agreed {control} on it (2.0)."
    name = next(iter(ARTICLES))
    odd = Quote(name, Span(0, len(text)), text, EN, gloss=("الممر",))
    calm = replace(odd, text="الممر agreed on it (2.0).", span=Span(0, 25))
    (with_controls, without) = (lines(AR, one)[0] for one in (odd, calm))
    assert seen(with_controls, AR).split()[-4:] == seen(without, AR).split()[-4:]
    assert seen(with_controls, AR).split()[0] == seen(without, AR).split()[0]
