"""The bot with the real library: whatever is asked, Telegram refuses nothing, and every quote is a slice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Those of the bot, which is started for a test.
from bot.conftest import _announced_types, make_bot  # noqa: F401 - fixtures
from cpecbot.answering import Library
from cpecbot.bot.showing import answers
from cpecbot.corpus import Corpus
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language
from cpecbot.models import AskOptions
from cpecbot.rendering.answer.glance import LINES
from cpecbot.rendering.richtext.height import height
from fakes import updates
from fakes.bot import Bot, Make
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.rules import units

TERRORISM = {
    EN: "terrorism",
    AR: "الإرهاب",
    FA: "تروریسم",
    UR: "دہشت گردی",
    ZH: "恐怖主义",
}


@pytest.fixture
async def real(make_bot: Make, library: Library) -> Bot:  # noqa: F811 - the fixture
    return await make_bot(library=library)


def judged(root: Path) -> list[str]:
    lines = (root / "tests" / "judged" / "questions.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def quoted(sent: dict[str, Any]) -> list[str]:
    """The texts under the blockquotes of a message."""
    encoded = sent["text"].encode("utf-16-le")
    return [
        encoded[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in sent.get("entities", [])
        if entity["type"].endswith("blockquote")
    ]


@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_no_message_is_refused_over_the_judged_questions(real: Bot, language: Language, root: Path) -> None:
    """For people of each language; the fake Telegram checks lengths, entities and buttons of every call."""
    person = updates.ANNA | {"language_code": language.code}
    for question in judged(root):
        sent = await real.say(question, user=person)
        assert sent, question
    assert real.telegram.refused == []


async def test_quotes_are_exact_slices_of_the_articles(real: Bot, corpus: Corpus, root: Path) -> None:
    """What stands in an open blockquote, character by character."""
    texts = [article.text for article in corpus.articles.values()]
    quotes = 0
    for question in judged(root):
        found = real.services.library.ask(question)
        for sent in await real.say(question):
            for quote in found.quotes:
                quotes += quote.text in quoted(sent)
            for text in quoted(sent):
                assert any(text in article for article in texts) or found.disagreements
    assert quotes > 20


async def test_a_conversation_over_the_real_articles(real: Bot) -> None:
    """As in the README."""
    await real.verify_dialog(
        [
            ("When was the seventh round of the strategic dialogue?", "APP(.|\n)*January"),
            ("/sources", "IRIB"),
            ("hello", "Hello"),
            ("Who won the football world cup in 1998?", "I found no"),
            ("/source 2", "Full text of source 002"),
        ]
    )


@pytest.mark.parametrize("text", ["@{}", "/ask@{}", "@{} 👍🏽", "@{}\n\u200f\u2067", "@{} " + "؟" * 1500])
async def test_a_mention_with_nothing_to_ask_is_told_what_to_do(real: Bot, text: str) -> None:
    """In a few words, not with an error."""
    (sent,) = await real.say(text.format("cpec_quotes_bot"), chat=updates.GROUP)
    assert units(sent["text"]) < 300
    assert real.services.counts["failures"] == 0
    assert real.telegram.refused == []


@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_every_button_of_a_real_answer_works(real: Bot, language: Language) -> None:
    """Pressed one after another, as on a phone, until each view has been seen."""
    person = updates.ANNA | {"language_code": language.code}
    await real.say(TERRORISM[language], user=person)
    seen = set()
    back = say(Phrase.BUTTON_BACK, language)
    for label in ["🔍", say(Phrase.BUTTON_FULL_TEXT, language), back, "⚖️", back, "👍", "👍", "›"]:
        calls = await real.press(label, user=person)
        assert "answerCallbackQuery" in {call.method for call in calls}, label
        seen.add(real.last["text"])
    assert len(seen) >= 5
    assert real.services.counts["failures"] == 0
    assert real.telegram.refused == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(min_size=1, max_size=300).filter(str.strip))
async def test_any_text_gets_an_answer_that_telegram_takes(real: Bot, question: str) -> None:
    """Not empty, not too long, whatever was typed."""
    question = question.encode("utf-8", "replace").decode()
    if question.startswith("/"):
        question = "." + question
    sent = await real.say(question)
    assert all(1 <= units(each["text"]) <= 4096 for each in sent)
    assert sent
    assert real.telegram.refused == []


async def test_who_chose_a_language_is_answered_in_it_from_the_same_quotes(real: Bot) -> None:
    """The question is read as what it is; only what is around the quotes is Persian."""
    (before,) = await real.say("What is said about Gaza?")
    await real.say("/language")
    await real.press("فارسی")
    (sent,) = await real.say("What is said about Gaza?")
    assert quoted(sent)[0] == quoted(before)[0]
    assert "منبع" in sent["text"]


def test_the_judged_questions_are_answered_on_a_phone_without_scrolling(library: Library, root: Path) -> None:
    for question in judged(root):
        found = answers.fitting(library.ask(question, AskOptions(at_first=3)), library)
        assert sum(map(height, answers.answer(found, library).first)) <= LINES, question
