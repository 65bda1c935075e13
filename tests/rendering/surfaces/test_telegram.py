from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Answer, Article, Disagreement, Level, Quote, Span
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.answer.differences import report_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.richtext.text import EntityKind, RichText
from cpecbot.rendering.surfaces.telegram import (
    pack,
    render_answer,
    render_further,
    render_quote,
)
from fakes.languages import AR, EN, LANGUAGES, ZH
from rendering.samples import ARTICLES, HELD_EN, answered, label, quote, unanswered
from rendering.strategies import answers, articles, languages

QUOTES = (EntityKind.BLOCKQUOTE, EntityKind.EXPANDABLE_BLOCKQUOTE)
every_language = pytest.mark.parametrize("language", list(LANGUAGES))


def rendered(answer: Answer, language: Language | None = None) -> tuple[RichText, ...]:
    return render_answer(answer, ARTICLES, label, language)


def report(notes: Sequence[Disagreement], language: Language) -> tuple[RichText, ...]:
    return pack(report_blocks(notes, make_context(ARTICLES, label, language), Limits(4096, 100)))


def blockquotes(messages: tuple[RichText, ...]) -> list[str]:
    return [message.covered_by(entity) for message in messages for entity in message.entities if entity.kind in QUOTES]


def check_limits(message: RichText) -> None:
    units = message.text.encode("utf-16-le")
    assert message.text.strip()
    assert len(units) // 2 == message.units <= 4096
    assert len(message.entities) <= 100
    open_ends: list[int] = []
    previous = (-1, 0)
    for entity in message.entities:
        assert 0 <= entity.offset < entity.end <= message.units
        covered = units[2 * entity.offset : 2 * entity.end].decode("utf-16-le")  # raises on a split surrogate pair
        assert covered == covered.strip()
        assert previous <= (entity.offset, -entity.length)
        previous = (entity.offset, -entity.length)
        open_ends = [end for end in open_ends if end > entity.offset]
        assert all(entity.end <= end for end in open_ends), "entities overlap without nesting"
        open_ends.append(entity.end)
        assert (entity.kind is EntityKind.TEXT_LINK) == (entity.url is not None)


@given(answers, articles(), languages)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_answer_fits_telegrams_limits(answer: Answer, held: dict[str, Article], language: Language) -> None:
    messages = render_answer(answer, held, label, language)
    assert messages
    for message in messages:
        check_limits(message)


@given(answers, articles(), languages)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_words_of_any_quote_stay_together(answer: Answer, held: dict[str, Article], language: Language) -> None:
    """A quote that a message can hold stands in one, under one entity; only a longer one is cut, and says so."""
    messages = render_answer(answer, held, label, language)
    shown = blockquotes(messages)
    for found in answer.quotes:
        if len(found.text.encode("utf-16-le")) // 2 < 2000:
            assert found.text in shown
        else:
            assert found.text in "".join(shown) or any(found.text[:1000].strip() in text for text in shown)


@every_language
def test_each_blockquote_is_exactly_a_slice_of_its_article(language: Language) -> None:
    answer = answered(language)
    shown = blockquotes(rendered(answer))
    assert shown[: len(answer.quotes)] == [found.text for found in answer.quotes]
    for found in answer.quotes:
        assert found.text == ARTICLES[found.source].text[found.span.start : found.span.end]


def test_a_quote_is_shown_with_all_that_its_article_states() -> None:
    answer = replace(answered(), quotes=(HELD_EN,), disagreements=(), silent_sources=())
    (message,) = rendered(answer)
    assert message.text == f"1. APP · Islamabad · 5 January 2026 · English · source 004\n{HELD_EN.text}"
    link = next(entity for entity in message.entities if entity.kind is EntityKind.TEXT_LINK)
    assert (message.covered_by(link), link.url) == ("APP", "https://www.app.com.pk/cpec")
    bold = [message.covered_by(entity) for entity in message.entities if entity.kind is EntityKind.BOLD]
    assert bold == ["1. APP", "Seventh Round"]


def test_what_an_article_does_not_state_takes_no_room() -> None:
    (message,) = rendered(replace(answered(), quotes=answered().quotes[2:3], disagreements=(), silent_sources=()))
    assert message.text.startswith("1. source 001 · citing Xinhua · Arabic")


def test_a_foreign_quote_gets_its_key_terms_in_the_askers_language() -> None:
    message = "\n".join(text.text for text in rendered(answered(ZH)))
    assert message.count("关键词：第七轮 · 战略对话 · 北京") == 4


def test_differences_come_before_wording_and_wording_is_folded() -> None:
    (message,) = rendered(answered())
    assert message.text.index("The round: ") < message.text.index("Same point in different words")
    folded = [entity for entity in message.entities if entity.kind is EntityKind.EXPANDABLE_BLOCKQUOTE]
    assert [message.covered_by(entity).startswith("Same point") for entity in folded] == [True]


def test_of_many_differences_two_stand_open_whatever_their_level() -> None:
    differing = replace(answered().disagreements[0], level=Level.DIFFERING)
    for level in (Level.DIFFERING, Level.CONTRADICTION):
        notes = tuple(replace(differing, level=level, subject=f"s{number}") for number in range(7))
        text = "\n".join(message.text for message in rendered(replace(answered(), disagreements=notes)))
        before, _, folded = text.partition("Further differences")
        assert (before.count("003 says"), folded.count("003 says")) == (2, 5)


def test_that_the_sources_differ_is_said_once() -> None:
    """By the title; the notes under it name what they differ on."""
    text = rendered(answered())[0].text
    assert "⚖️ Where the sources differ\nThe round: 000 says" in text
    assert "Sources differ" not in text


def test_a_source_on_another_event_is_marked_once_under_its_quote_and_does_not_contradict() -> None:
    remark = "يتحدث المصدر 000 عن الجولة رقم 5 ولا يذكر تاريخًا، وقد يصف اجتماعًا آخر."
    (message,) = rendered(answered(AR))
    lines = message.text.split("\n")
    assert message.text.count(remark) == 1
    assert lines[lines.index(remark) - 1].startswith("جاء ذلك في بيان مشترك أصدر عقب الجولة الخامسة")
    assert "تتعارض المصادر" not in message.text


def test_a_source_on_another_event_is_marked_after_its_note_when_it_is_not_quoted() -> None:
    (message,) = rendered(answered())
    paragraphs = message.text.split("\n\n")
    at = paragraphs.index("Source 000 reports round 5, undated; it may describe a different meeting.")
    assert "The round: 000 says" in paragraphs[at - 1]


def test_silent_sources_are_named() -> None:
    (message,) = rendered(answered())
    assert message.text.endswith("Source 000 says nothing on this.")


def test_an_unanswered_question_says_why_and_shows_the_nearest_passage_as_such() -> None:
    answer = unanswered()
    (message,) = rendered(answer)
    assert answer.nearest is not None
    assert message.text.startswith("I found no date for this in my sources.\n\nI did not find “Karachi–Peshawar”")
    assert "Did you mean: When was Gwadar Port built?" in message.text
    heading = message.text.index("The nearest passage that I found; it may not answer your question:")
    assert heading < message.text.index(answer.nearest.text)


def test_a_quote_longer_than_a_message_is_cut_at_white_space_and_says_so() -> None:
    name = next(name for name in ARTICLES if name.startswith("004"))
    text = ARTICLES[name].text.strip()
    whole = Quote(name, Span(0, len(text)), text, EN)
    messages = render_quote(whole, ARTICLES, label, EN, "Full text of source 004")
    assert len(messages) == 3
    assert messages[0].text.startswith("Full text of source 004\n\nAPP · ")
    assert all("a long quote, in 3 parts" in message.text for message in messages)
    for message in messages:
        check_limits(message)
    parts = blockquotes(messages)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_long_quote_that_fits_can_be_unfolded() -> None:
    long = quote("004", "The two sides also agreed to further", "in Beijing.")
    (message,) = rendered(replace(answered(), quotes=(long,), disagreements=(), silent_sources=()))
    assert [entity.kind for entity in message.entities if entity.kind in QUOTES] == [EntityKind.EXPANDABLE_BLOCKQUOTE]


def test_over_long_answers_are_split_between_quotes() -> None:
    long = quote("004", "The two sides also agreed to further", "in Beijing.")
    answer = replace(answered(), quotes=(long,) * 7, disagreements=())
    messages = rendered(answer)
    assert len(messages) > 1
    assert blockquotes(messages) == [long.text] * 7
    assert [message.text.partition(".")[0] for message in messages] == ["1", "6"]


def test_further_pages_go_on_with_the_numbers() -> None:
    more = replace(answered(), more=answered().quotes)
    (message,) = render_further(more, range(4, 6), (), ARTICLES, label)
    assert [line[:2] for line in message.text.splitlines() if line[:1].isdecimal()] == ["5.", "6."]


@every_language
def test_no_disagreement_is_said_in_so_many_words(language: Language) -> None:
    (message,) = report((), language)
    assert message.text


def test_a_report_counts_its_notes_and_goes_level_by_level() -> None:
    (message,) = report(answered().disagreements, EN)
    lines = message.text.split("\n")
    assert lines[0] == "3 points on which the sources differ"
    assert [line for line in lines if line in ("Contradiction", "Difference", "Wording", "Detail")] == [
        "Contradiction",
        "Wording",
    ]


def test_messages_are_packed_as_full_as_they_may_be() -> None:
    assert [message.units for message in pack([RichText("a" * 2000)] * 3)] == [4002, 2000]
    assert pack([]) == ()
