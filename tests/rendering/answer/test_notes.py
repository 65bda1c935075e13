from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Dimension, Level, Measured, Quote, SaidBy, Side, Span
from cpecbot.rendering.answer.context import make_context, unnamed_speaker
from cpecbot.rendering.answer.excerpt import begins_within, ends_within, excerpt
from cpecbot.rendering.answer.notes import note_text
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from rendering.samples import (
    ARTICLES,
    CONDITION_NOTE,
    FIFTH_AR,
    HELD_EN,
    INSIDE_NOTE,
    ROUND_NOTE,
    SEVENTH_AR,
    label,
    quote,
)
from rendering.strategies import quotes


def said(note: object, language: Language = EN) -> str:
    assert isinstance(note, type(ROUND_NOTE))
    return note_text(note, ARTICLES, label, language).translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


def test_each_side_speaks_in_its_own_words_and_the_speaker_is_named() -> None:
    assert said(ROUND_NOTE) == (
        "Sources differ on the round: "
        "000 says …“الجولة الخامسة من الحوار الاستراتيجي الصيني الأمريكي”…; "
        "001, 002, 003 and 004 say "
        "…“the Seventh Round of the China-Pakistan Foreign Ministers’ Strategic Dialogue”… (003). "
        "Source 000 reports round 5, undated; it may describe a different meeting."
    )


def test_the_words_of_a_side_are_those_in_the_askers_language() -> None:
    assert "جاء في المصادر 001 و002 و003 و004: …«الجولة السابعة من الحوار الاستراتيجي»… (001)" in said(ROUND_NOTE, AR)
    assert "می‌گویند: «هفتمین دور" in said(ROUND_NOTE, FA)


def test_a_note_whose_end_is_left_off_has_no_full_stop_after_the_dots() -> None:
    long = quote("004", "The two sides agreed to focus", "sustainable development.")
    text = said(replace(ROUND_NOTE, sides=(ROUND_NOTE.sides[0], Side(("7",), (long,))), other_event=()))
    assert text.endswith("”…")


def test_a_source_at_odds_with_itself_is_told_apart() -> None:
    assert said(INSIDE_NOTE).startswith("Source 000 is at odds with itself on the parties (strategic dialogue): …“")
    assert "متصادم" not in said(INSIDE_NOTE, UR)


@pytest.mark.parametrize("name", ["{0}", "{source}", "{quote}", "{", "}", "{{x}}", "%s"])
@pytest.mark.parametrize("language", list(LANGUAGES), ids=str)
def test_a_name_with_braces_is_shown_as_it_is(name: str, language: Language) -> None:
    """It is filled in, and nothing is filled into it."""
    spoken = replace(quote("003", "Pakistan and China", "cooperation"), source=name)
    sides = (Side(("7",), (spoken, replace(spoken, source="003"))), Side(("5",), (replace(spoken, source=name + "b"),)))
    article = next(iter(ARTICLES.values()))
    articles = {**ARTICLES, name: article, name + "b": article}
    text = note_text(replace(ROUND_NOTE, sides=sides, other_event=(name,)), articles, label, language)
    assert text.count(name) > 3


@pytest.mark.parametrize(
    ("level", "opening"),
    [
        (Level.CONTRADICTION, "Sources contradict each other on the date"),
        (Level.DIFFERING, "Sources differ on the date"),
        (Level.WORDING, "Same point in different words – the date"),
        (Level.DETAIL, "Some give more detail on the date"),
    ],
)
def test_the_opening_says_how_far_the_sides_are_apart(level: Level, opening: str) -> None:
    note = replace(CONDITION_NOTE, level=level, dimension=Dimension.DATE)
    assert said(note).startswith(opening)


def test_a_development_is_told_with_its_days() -> None:
    first, last = (replace(side, quotes=side.quotes[:1]) for side in ROUND_NOTE.sides)
    days = (
        replace(first, values=("610",), as_of=date(2021, 3, 9)),
        replace(last, values=(">=1400",), as_of=date(2021, 3, 10)),
    )
    note = replace(ROUND_NOTE, level=Level.DEVELOPMENT, dimension=Dimension.COUNT, other_event=(), sides=days)
    assert "610 (9 March 2021) → 1,400 or more (10 March 2021). " in said(note)
    assert "۶۱۰ (۹ مارس ۲۰۲۱) ← ۱,۴۰۰ یا بیشتر" in said(note, FA)
    undated = replace(note, sides=tuple(replace(side, as_of=None) for side in days))
    assert said(undated).startswith("Sources differ on")


def test_another_event_differs_but_never_contradicts() -> None:
    note = replace(CONDITION_NOTE, level=Level.CONTRADICTION, other_event=(HELD_EN.source,))
    assert said(note).startswith("Sources differ on")
    assert said(note).endswith("Source 004 may describe a different meeting.")


def test_a_round_is_named_only_where_the_note_is_about_it() -> None:
    note = replace(CONDITION_NOTE, other_event=(FIFTH_AR.source,))
    assert said(note).endswith("Source 000 is undated and may describe a different meeting.")


def test_words_that_differ_are_not_called_wording_twice() -> None:
    note = replace(CONDITION_NOTE, dimension=Dimension.WORDING)
    assert said(note).startswith("Same point in different words – third-party participation: 003 says")
    assert said(replace(note, subject="")).startswith("Same point in different words: 003 says")


def test_a_name_borrowed_from_english_is_left_out_of_other_languages() -> None:
    note = replace(CONDITION_NOTE, subject="new_concept")
    for language, named in ((EN, True), (ZH, False)):
        words = note_text(note, ARTICLES, lambda concept, _: concept.replace("_", " "), language)
        assert ("new concept" in words) is named


def test_the_short_heading_of_a_source_does_not_stand_for_its_statement() -> None:
    heading = quote("003", "Pakistan-China dialogue", "CPEC 2.0")
    statement = quote("003", "the Seventh Round", "Strategic Dialogue")
    note = replace(ROUND_NOTE, sides=(ROUND_NOTE.sides[0], Side(("7",), (heading, statement))))
    assert "003 says …“the Seventh Round" in said(note)


def test_a_side_without_a_quote_is_not_spoken_for() -> None:
    note = replace(ROUND_NOTE, sides=(Side(("6",), ()), *ROUND_NOTE.sides))
    assert said(note) == said(ROUND_NOTE)


def test_a_concept_without_a_name_is_left_out() -> None:
    assert said(replace(CONDITION_NOTE, subject="no_such_concept")).startswith(
        "Same point in different words – the condition: 003 says"
    )


@pytest.mark.parametrize(
    ("language", "topic"),
    [
        (EN, "the number (votes):"),
        (AR, "العدد:"),  # no quote is Arabic
        (FA, "رای (تعداد)"),
        (UR, "تعداد (ووٹ)"),
        (ZH, "票的数量"),
    ],
)
def test_without_a_subject_it_has_the_word_of_a_quote_in_the_readers_language(language: Language, topic: str) -> None:
    words = ((EN, "votes"), (FA, "رای"), (UR, "ووٹ"), (ZH, "票"))
    assert topic in said(replace(CONDITION_NOTE, subject="", dimension=Dimension.COUNT, words=words), language)


@pytest.mark.parametrize(
    ("language", "topic"), [(EN, "the depth:"), (AR, "العمق:"), (FA, "عمق:"), (UR, "گہرائی"), (ZH, "深度")]
)
def test_what_is_measured_is_named_once(language: Language, topic: str) -> None:
    note = replace(CONDITION_NOTE, subject="depth", dimension=Dimension.COUNT, measured=Measured.DEPTH)
    assert topic in said(note, language)
    assert "depth)" not in said(note, language)


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("measured", list(Measured))
def test_every_property_has_a_name(measured: Measured, language: Language) -> None:
    note = replace(CONDITION_NOTE, subject="", dimension=Dimension.COUNT, measured=measured)
    assert said(note, language) != said(replace(note, measured=None), language)


def test_a_long_quote_is_shown_around_its_answering_words() -> None:
    """What is left off is marked outside the quotation marks, so that what stands between them is a slice."""
    long = replace(SEVENTH_AR, text=SEVENTH_AR.text)
    text = ARTICLES[HELD_EN.source].text
    start, end = text.index("Pakistan spoke highly"), text.index("Five-Year Plan.") + len("Five-Year Plan.")
    at = text.index("14th")
    whole = Quote(HELD_EN.source, Span(start, end), text[start:end], EN, highlights=(Span(at, at + 4),))
    wide = replace(whole, span=Span(start - 300, end + 200), text=text[start - 300 : end + 200])
    words = said(replace(CONDITION_NOTE, sides=(Side((), (wide,)), Side((), (long,)))))
    shown = words[words.index("“") + 1 : words.index("”")]
    assert "14th" in shown
    assert shown in text
    assert "says …“" in words
    assert "”…" in words


@pytest.mark.parametrize(
    ("article", "words", "within"),
    [
        ("The ferry sank. All were saved.", "All were saved", (False, False)),
        ("The ferry sank. All were saved.", "The ferry sank.", (False, False)),
        ("It was set by Oslo and Bergen.", "It was set by Oslo", (False, True)),
        ("Late in May, the ferry sank off Oslo.", "the ferry sank", (False, True)),
        ("The ferry sank off Oslo, and burnt.", "sank off Oslo", (True, True)),
        ("“The ferry sank,” he said", "The ferry sank,", (False, True)),
        ("• غرقت العبّارة\n• نجا الجميع", "غرقت العبّارة", (False, False)),
        ("渡轮在奥斯陆沉没。", "在奥斯陆沉没", (True, False)),
        ("渡轮沉没，无人死亡。", "渡轮沉没", (False, True)),
    ],
)
def test_it_is_known_where_a_statement_is_cut(article: str, words: str, within: tuple[bool, bool]) -> None:
    place = Span(article.index(words), article.index(words) + len(words))
    assert (begins_within(article, place), ends_within(article, place)) == within


def test_an_excerpt_ends_at_a_mark_rather_than_at_a_space() -> None:
    text = "Oslo and Bergen agreed on the tariffs, the tolls and the fares"
    assert excerpt(Quote("a", Span(0, len(text)), text, EN), 50).quote.text == "Oslo and Bergen agreed on the tariffs"
    assert excerpt(Quote("a", Span(0, len(text)), text, EN), 61).quote.text.endswith("tariffs")
    early = "Oslo, and Bergen agreed on the tariffs"
    assert excerpt(Quote("a", Span(0, len(early)), early, EN), 30).quote.text == "Oslo, and Bergen agreed on the"


@given(quotes(), st.integers(1, 300))
def test_an_excerpt_is_always_a_slice_of_its_quote(quote: Quote, most: int) -> None:
    part = excerpt(quote, most)
    inner = part.quote.span.shift(-quote.span.start)
    assert part.quote.text == quote.text[inner.start : inner.end]
    assert len(part.quote.text) <= max(most, 0) or part.quote == quote
    assert part.cut_before == (inner.start > 0)
    assert part.cut_after == (inner.end < len(quote.text))
    assert all(part.quote.span.contains(mark) for mark in part.quote.highlights)


def test_who_says_it_is_told_where_the_words_do_not_name_him() -> None:
    spoken = replace(SEVENTH_AR, speaker=SaidBy("Lena Quist", person=True))
    sides = (ROUND_NOTE.sides[0], Side(("7",), (spoken,)))
    assert "(Lena Quist)" in said(replace(ROUND_NOTE, sides=sides, other_event=()))
    named = replace(spoken, speaker=SaidBy(SEVENTH_AR.text.split()[0]))
    sides = (ROUND_NOTE.sides[0], Side(("7",), (named,)))
    assert "” (" not in said(replace(ROUND_NOTE, sides=sides, other_event=()))


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (SaidBy("الجانبان", "both_sides"), "(both_sides/en)"),
        (SaidBy("البيان الختامي"), None),
        (SaidBy("Lena Quist", person=True), "(Lena Quist)"),
    ],
)
def test_who_speaks_in_another_language_is_told_in_the_readers_or_not_at_all(
    speaker: SaidBy, expected: str | None
) -> None:
    context = make_context(ARTICLES, lambda concept, language: f"{concept}/{language.code}", EN)
    told = unnamed_speaker(replace(SEVENTH_AR, speaker=speaker), context)
    assert (f"({told})" if told else None) == expected
