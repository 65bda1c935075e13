"""Conversations in the console, as dialogues."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.console.conversation import COMMANDS, Conversation
from cpecbot.console.showing import Table
from cpecbot.corpus.loading import build_corpus, load_corpus
from cpecbot.languages import Language
from cpecbot.models import AskOptions
from cpecbot.rendering.richtext.text import EntityKind, RichText
from fakes.languages import EN, FA, LANGUAGES


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talk(library: Library, clock: Clock) -> Conversation:
    return Conversation(library, AskOptions(limit=3), EN, clock)


def said(conversation: Conversation, typed: str) -> str:
    """Everything that is shown to a line, as plain text."""
    return "\n".join(_text(block) for block in conversation.reply(typed))


def _text(block: RichText | Table) -> str:
    if isinstance(block, RichText):
        return block.text
    return "\n".join([block.title, " ".join(block.header), *map(" ".join, block.rows), block.caption])


def test_a_question_is_answered_with_quotes_their_source_and_the_answering_words(talk: Conversation) -> None:
    first, *_ = talk.reply("When was the seventh round of the strategic dialogue held?")
    assert isinstance(first, RichText)
    assert first.text.startswith("1. APP · Islamabad · 5 January 2026 · English · source 004")
    bold = [first.covered_by(entity) for entity in first.entities if entity.kind is EntityKind.BOLD]
    assert "January 4, 2026" in bold


def test_the_silent_sources_are_named(talk: Conversation) -> None:
    assert "say nothing on this." in said(talk, "Was Gwadar Port discussed?")


def test_a_follow_up_continues_the_last_question(talk: Conversation) -> None:
    talk.reply("What did they say about Gaza?")
    follow_up = said(talk, "and Afghanistan?")
    assert "Understood as" in follow_up
    assert "Afghan" in follow_up


def test_a_follow_up_after_an_hour_stands_alone(talk: Conversation, clock: Clock) -> None:
    talk.reply("What did they say about Gaza?")
    clock.now += 3600
    assert "Understood as" not in said(talk, "and Afghanistan?")


def test_thanks_do_not_end_the_subject(talk: Conversation) -> None:
    talk.reply("What did they say about Gaza?")
    assert "welcome" in said(talk, "thanks!")
    assert "Understood as" in said(talk, "and Afghanistan?")


def test_a_greeting_gets_examples_to_try(talk: Conversation) -> None:
    assert "For example:\nWhen was the strategic dialogue held?" in said(talk, "hello")


def test_the_console_goes_on_in_the_language_of_the_question(talk: Conversation) -> None:
    assert "المصدر" in said(talk, "متى عُقدت الجولة السابعة من الحوار الاستراتيجي؟")
    assert "الأوامر" in said(talk, "/help")


def test_more_shows_the_next_quotes_until_there_are_none(library: Library) -> None:
    talk = Conversation(library, AskOptions(limit=1, per_source=1), EN)
    assert said(talk, "What is said about Taiwan?").startswith("1. ")
    assert said(talk, "/more").startswith("2. ")
    for _ in range(50):
        shown = said(talk, "/more")
    assert shown == "There is nothing more to show."


def test_a_glance_leaves_quotes_and_differences_for_later_and_says_how_many(library: Library) -> None:
    talk = Conversation(library, AskOptions(at_first=3), EN)
    first, more = said(talk, "What is said about terrorism?"), said(talk, "/more")
    told = re.search(r"^(\d+) more quotes · (\d+) more differences?: /more$", first, re.MULTILINE)
    assert told is not None
    assert "\n3. " in first
    assert "\n4. " not in first
    assert more.startswith("4. ")
    assert f"{int(told[1]) - 3} more quotes: /more" in more
    assert "⚖️ Where the sources differ" in more
    assert "⚖️" not in said(talk, "/more")


def test_a_passage_that_only_speaks_of_it_does_not_pose_as_an_answer(library: Library) -> None:
    talk = Conversation(library, AskOptions(at_first=3), EN)
    first = said(talk, "When was the seventh round of the strategic dialogue held?")
    assert "Source 003 speaks of it but gives no date." in first
    assert said(talk, "/more").endswith("Mentions “seventh”, “round” and “strategic dialogue”.")


def test_limits_are_told_with_an_answer_and_without_one(talk: Conversation) -> None:
    assert "Limited as you asked: source 001" in said(talk, "source:001 What is said about Gaza?")
    shown = said(talk, "source:000 source:002 from:2026-01-01 lang:fa What is said about Gaza?")
    assert "Limited as you asked: source 000 and source 002 · Persian · from 1 January 2026" in shown


def test_more_without_a_question_has_nothing_to_show(talk: Conversation) -> None:
    assert said(talk, "/more") == "There is nothing more to show."


def test_the_sources_are_a_table_of_what_they_state(talk: Conversation) -> None:
    (table,) = talk.reply("/sources")
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["000", "001", "002", "003", "004"]
    assert table.rows[0][1:4] == ("outlet not stated", "", "date not stated")
    assert table.rows[4] == ("004", "APP", "Islamabad", "5 January 2026", "English", "36 statements")


def test_outlets_and_places_are_called_in_that_table_as_they_are_over_a_quote(library: Library, clock: Clock) -> None:
    talk = Conversation(library, AskOptions(limit=3), FA, clock)
    quoted = said(talk, "درباره آتش‌بس غزه چه گفته شد؟")
    (table,) = talk.reply("/sources")
    assert isinstance(table, Table)
    assert all(name in quoted and name not in ("APP", "Islamabad") for name in table.rows[4][1:3])


@pytest.mark.parametrize("name", ["4", "004", "٤", "004_84e34df9c8cd6787"])
def test_a_source_is_shown_in_full(talk: Conversation, library: Library, name: str) -> None:
    assert library.corpus.articles["004_84e34df9c8cd6787"].text in said(talk, f"/source {name}")


def test_a_source_that_is_not_there_lists_those_that_are(talk: Conversation) -> None:
    for typed in ("/source 9", "/sources 9"):
        assert "There is no source 9. I hold: 000, 001, 002, 003 and 004." in said(talk, typed)
    assert "For example: /source 4" in said(talk, "/source")


def test_a_topic_is_compared_across_the_sources(talk: Conversation) -> None:
    """One source after the other, under what they are compared on."""
    assert "For example: /compare" in said(talk, "/compare")
    shown = said(talk, "/compare terrorism")
    assert shown.startswith("What each source says on terrorism\n1. ")
    sources = re.findall(r"^\d+\. .*source (\d+)", shown, re.MULTILINE)
    assert sources == sorted(sources)
    assert len(set(sources)) > 2
    assert "⚖️ Where the sources differ" in shown
    assert said(talk, "/compare penguins") == "No source speaks of penguins."


def test_what_was_asked_last_is_compared_without_being_typed_again(talk: Conversation) -> None:
    said(talk, "What is said about Gaza?")
    said(talk, "and Kashmir?")
    assert said(talk, "/compare").startswith("⚖️ Compare: What is said about Kashmir?\n1. ")
    said(talk, "Who won the World Cup?")
    assert "For example: /compare" in said(talk, "/compare")


def test_the_list_of_sources_is_narrowed_to_those_named(talk: Conversation) -> None:
    for name in ("002", "2", "IRIB News", "صداوسیما"):
        (table,) = talk.reply(f"/sources {name}")
        assert isinstance(table, Table)
        assert [row[0] for row in table.rows] == ["002"]


def test_a_language_that_is_chosen_stays_whatever_is_asked(talk: Conversation) -> None:
    assert said(talk, "/lang fa") == "از این پس به زبان فارسی پاسخ می‌دهم."
    assert "منبع" in said(talk, "What is said about Gaza?")
    assert said(talk, "/lang English") == "From now on I speak English."
    assert "source 004" in said(talk, "ماذا قيل عن غزة؟")
    assert said(talk, "/lang auto") == "From now on I speak the language of each question."
    assert "المصدر" in said(talk, "ماذا قيل عن غزة؟")


@pytest.mark.parametrize("typed", ["/lang", "/lang xx"])
def test_the_languages_that_there_are_can_be_chosen_from(talk: Conversation, typed: str) -> None:
    (table,) = talk.reply(typed)
    assert isinstance(table, Table)
    commands = [row[0] for row in table.rows]
    assert commands == [*(f"/lang {language.code}" for language in LANGUAGES), "/lang auto"]


def test_a_person_who_chose_a_language_is_spoken_to_in_it_from_the_first_word(library: Library) -> None:
    talk = Conversation(library, AskOptions(limit=1), FA, chosen=True)
    assert "منبع" in said(talk, "What is said about Gaza?")


def test_without_a_primary_text_it_is_said_how_to_mark_one(talk: Conversation) -> None:
    assert 'role = "primary"' in said(talk, "/omissions Gwadar")


def test_disagreements_are_shown_with_both_sides(talk: Conversation) -> None:
    shown = said(talk, "/disagreements")
    assert "الخامسة" in shown
    assert "Seventh" in shown


def test_disagreements_on_a_topic_are_shown_alone(talk: Conversation) -> None:
    assert "Seventh" not in said(talk, "/disagreements Gaza")
    for topic in ("غزة", "加沙"):
        assert "Gaza" in said(talk, f"/disagreements {topic}")


def test_coverage_is_a_table_of_topics_and_sources(talk: Conversation) -> None:
    (table,) = talk.reply("/coverage")
    assert isinstance(table, Table)
    assert table.header == ("Topic", "000", "001", "002", "003", "004")
    assert table.rows
    assert all(len(row) == 6 for row in table.rows)


def test_the_dates_of_the_sources_are_told_in_order(talk: Conversation) -> None:
    shown = said(talk, "/timeline")
    assert shown.index("2025 – 2029") < shown.index("3 January 2026 – 5 January 2026") < shown.index("4 January 2026 ⚖️")
    assert said(talk, "/timeline zebra") == "No source gives a date for zebra."


def test_help_names_every_command(talk: Conversation) -> None:
    shown = said(talk, "/help")
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("/hlep", "There is no command /hlep. Did you mean /help?"),
        ("/SOURCES", "Sources"),
        ("/xyzzy", "There is no command /xyzzy. /help lists what I can do."),
        ("/", "There is no command /. /help lists what I can do."),
    ],
)
def test_an_unknown_command_is_met_with_the_nearest(talk: Conversation, typed: str, reply: str) -> None:
    assert said(talk, typed).startswith(reply)


def test_a_filter_that_cannot_be_understood_is_explained(talk: Conversation) -> None:
    assert "Known sources" in said(talk, "Gwadar source:99")


def test_what_else_is_more_of_the_last_answer_in_the_language_it_is_asked_in(library: Library) -> None:
    talk = Conversation(library, AskOptions(limit=1), EN)
    said(talk, "What is said about Gaza?")
    assert said(talk, "what else?").startswith("2. ")
    said(talk, "关于加沙说了什么？")
    assert "来源" in said(talk, "还有吗？")


def test_a_question_that_found_nothing_is_forgotten_but_may_be_taken_back(talk: Conversation) -> None:
    said(talk, "What is said about Gaza?")
    said(talk, "What is said about Zanzibar?")
    assert "What is said about Kashmir?" in said(talk, "and Kashmir?")
    said(talk, "Who visited Zanzibar?")
    assert "Who visited China?" in said(talk, "no, I meant China")


@pytest.mark.parametrize(
    ("typed", "reply"), [("exit", "Goodbye"), ("thanks, bye", "Goodbye"), ("خداحافظ", "خدانگهدار"), ("再见", "再见")]
)
def test_a_goodbye_ends(talk: Conversation, typed: str, reply: str) -> None:
    assert said(talk, typed).startswith(reply)
    assert talk.finished


def test_quit_says_goodbye_and_ends(talk: Conversation) -> None:
    assert not talk.finished
    assert said(talk, "/quit") == "Goodbye."
    assert talk.finished


def test_without_articles_every_command_still_answers(root: Path) -> None:
    empty = build_library(build_corpus([]), LANGUAGES, root / "config")
    talk = Conversation(empty, AskOptions(), EN)
    for typed in ("When?", "Gwadar Port", *(command for command in COMMANDS if command != "/quit")):
        assert said(talk, typed)


@pytest.fixture
def reprinted(tmp_path: Path, root: Path) -> Library:
    """A story of an agency and two prints of it."""
    wire = (
        "A ferry left Gwadar for Muscat on Saturday, the first on the route in ten years. "
        "It carried 84 passengers and a crew of 19, the harbour master said. "
        "Passengers paid Rs18,500 for a seat and Rs31,000 for a berth in a cabin."
    )
    path = tmp_path / "reprinted.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": wire}) for name in ("0", "1", "2")), "utf-8")
    return build_library(load_corpus(path, LANGUAGES), LANGUAGES, root / "config")


def test_copies_are_counted_at_a_glance_and_named_on_request(reprinted: Library) -> None:
    talk = Conversation(reprinted, AskOptions(at_first=1), EN)
    shown = said(talk, "How many passengers did the ferry carry?")
    assert shown.startswith("1. source 0 and 2 copies · ")
    assert "2 copies: /more" in shown
    assert said(talk, "/more") == "1. Also printed by sources 1 and 2."
    assert said(talk, "/more") == "There is nothing more to show."


def test_the_sources_say_which_is_a_copy_of_which(reprinted: Library) -> None:
    (table,) = Conversation(reprinted, AskOptions(), EN).reply("/sources")
    assert isinstance(table, Table)
    assert [row[-1] for row in table.rows] == ["", "copy of 0", "copy of 0"]


GOODBYES = [
    *("exit", "quit", "/exit", "/quit", "/Exit", "/ exit", "Exit!", "/bye"),
    *("خروج", "/خروج", "خداحافظ", "/خداحافظ", "إنهاء", "/إنهاء", "بند کریں", "/بند کریں", "退出", "/退出", "/再见"),
]


@pytest.mark.parametrize("typed", GOODBYES)
@pytest.mark.parametrize("language", list(LANGUAGES), ids=lambda language: language.code)
def test_every_way_of_leaving_ends_it_with_a_goodbye(
    library: Library, clock: Clock, typed: str, language: Language
) -> None:
    """With or without a slash, whatever language the person speaks."""
    conversation = Conversation(library, AskOptions(limit=3), language, clock)
    assert said(conversation, typed)
    assert conversation.finished


@pytest.mark.parametrize("typed", ["/exits", "/exit the corridor", "/sourcs", "/"])
def test_what_only_looks_like_leaving_ends_nothing(talk: Conversation, typed: str) -> None:
    assert said(talk, typed)
    assert not talk.finished
