"""While the articles are out of reach, a message waits for them and a press is told to come back."""

from __future__ import annotations

import pytest

from cpecbot.bot.receiving.reception import Reception
from cpecbot.errors import StoreError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from fakes import updates
from fakes.bot import ADMIN, PATIENCE, Bot, Make, until
from fakes.languages import EN, LANGUAGES, UR

AWAY = "The cluster cannot be asked; check that it runs."
KEPT = say(Phrase.ARTICLES_AWAY_KEPT, EN)


class Outage:
    """Lasts for so many questions."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, _: str) -> None:
        if self.left:
            self.left -= 1
            raise StoreError(AWAY)


@pytest.fixture
async def patient(make_bot: Make) -> Bot:
    return await make_bot(pauses=(0.001,))


def texts(bot: Bot, chat: int) -> list[str]:
    return [message["text"] for (where, _), message in bot.telegram.messages.items() if where == chat]


async def test_a_question_waits_and_is_answered_when_they_are_back(patient: Bot) -> None:
    patient.library.trouble = Outage(4)
    await patient.say("Gaza")
    told, answered = texts(patient, updates.ANNA["id"])
    assert told == KEPT
    assert "Gaza" in answered


async def test_what_is_over_in_a_moment_is_not_worth_a_word(patient: Bot) -> None:
    patient.library.trouble = Outage(1)
    await patient.say("Gaza")
    (answered,) = texts(patient, updates.ANNA["id"])
    assert answered != KEPT


async def test_it_is_told_in_the_person_s_language(patient: Bot) -> None:
    patient.library.trouble = Outage(2)
    await patient.say("Gaza", user=updates.BILAL)
    told, _ = texts(patient, updates.BILAL["id"])
    assert told == say(Phrase.ARTICLES_AWAY_KEPT, UR)
    assert len({say(Phrase.ARTICLES_AWAY_KEPT, each) for each in LANGUAGES}) == len(LANGUAGES)


async def test_one_person_s_questions_are_answered_in_their_order(patient: Bot) -> None:
    patient.library.trouble = Outage(5)
    reception = Reception(patient.application)
    await reception.take([updates.said(question) for question in ("Gaza", "Kashmir")])
    await reception.close(PATIENCE)
    answered = [question for question, _ in patient.library.asked]
    assert answered == [*["Gaza"] * 6, "Kashmir"]
    assert texts(patient, updates.ANNA["id"]).count(KEPT) == 1


async def test_a_press_is_told_to_come_back(patient: Bot) -> None:
    await patient.say("Gaza")
    patient.library.trouble = Outage(1)
    calls = await patient.press("Compare")
    (told,) = [call.parameters["text"] for call in calls if call.method == "answerCallbackQuery"]
    assert told == say(Phrase.ARTICLES_AWAY, EN)


async def test_the_admins_are_told_once_what_to_look_at(patient: Bot, caplog: pytest.LogCaptureFixture) -> None:
    patient.library.trouble = Outage(9)
    await patient.say("Gaza")
    await until(lambda: texts(patient, ADMIN))
    assert [AWAY in text for text in texts(patient, ADMIN)] == [True]
    assert caplog.text.count(AWAY) == 1
