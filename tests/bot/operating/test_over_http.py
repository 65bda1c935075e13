"""The whole bot against a Bot API server over real HTTP: polling, webhook, buttons, edits, inline, and bad weather."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from cpecbot.bot import build_application
from cpecbot.bot.secrecy import protected
from cpecbot.bot.services.context import BotApplication
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import CONFIG, Clock, until
from fakes.library import FakeLibrary
from fakes.receiving import ADDRESS, HOOK, SECRET, polling, posting
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram


@pytest.fixture
async def telegram() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
async def application(telegram: FakeTelegram, corpus: Corpus) -> AsyncIterator[BotApplication]:
    """A bot that is connected but fetches no updates yet."""
    async with serve(telegram) as address:
        config = replace(CONFIG, api_root=address, poll=1, pauses=(0.01,))
        request = HTTPXRequest(read_timeout=1, connect_timeout=1, http_version="1.1", httpx_kwargs={"trust_env": False})
        application = build_application(
            config, FakeLibrary(corpus), Storage(), request=request, clocks=(Clock(), Clock())
        )
        async with application:
            await application.start()
            yield application
            await application.stop()


async def test_a_conversation_by_polling(telegram: FakeTelegram, application: BotApplication) -> None:
    """Question, edit, button and inline query, through the same door as in life."""
    telegram.updates.append(updates.said("Gaza", message_id=60))  # came while the bot was away
    async with polling(application):
        await until(lambda: telegram.messages)
        (first,) = telegram.messages.values()
        assert "Gaza" in first["text"]
        telegram.updates.append(updates.edited("strategic dialogue", 60))
        await until(lambda: telegram.made("editMessageText"))
        (shown,) = telegram.messages.values()
        more = shown["reply_markup"]["inline_keyboard"][-2][0]["callback_data"]
        telegram.updates.append(updates.pressed(more, shown))
        await until(lambda: telegram.made("answerCallbackQuery"))
        telegram.updates.append(updates.typed_inline("Gaza"))
        await until(lambda: telegram.made("answerInlineQuery"))
    assert "dialogue" in telegram.made("editMessageText")[0]["text"].casefold()
    assert len(telegram.made("editMessageText")) == 2


async def test_the_picture_of_the_coverage_is_sent_as_a_photo(
    telegram: FakeTelegram, application: BotApplication
) -> None:
    """As multipart form data, with a caption."""
    async with polling(application):
        telegram.updates.append(updates.said("/coverage"))
        await until(lambda: telegram.made("sendPhoto"))
    assert telegram.made("sendPhoto")[0]["caption"]


@pytest.mark.parametrize("fault", ["drop", "half", "hang"])
async def test_polling_outlives_bad_connections(
    telegram: FakeTelegram, application: BotApplication, fault: str
) -> None:
    """A body cut in two, a closed connection, no answer at all: the next poll brings the update."""
    telegram.break_off("getUpdates", fault)
    async with polling(application):
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: telegram.messages)


async def test_a_second_program_with_the_same_token_is_named(
    telegram: FakeTelegram, application: BotApplication, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram answers 409; the log says what to do, and the bot goes on."""
    telegram.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    async with polling(application):
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: telegram.messages)
    assert "another program" in caplog.text


async def test_the_token_is_in_no_log_line_of_any_library(
    telegram: FakeTelegram, application: BotApplication, caplog: pytest.LogCaptureFixture
) -> None:
    """Even at DEBUG, even for what fails."""
    with protected(TOKEN), caplog.at_level(logging.DEBUG):
        telegram.break_off("sendMessage", "hang")
        telegram.break_off("getUpdates", "half")
        async with polling(application):
            telegram.updates.extend([updates.said("Gaza"), updates.said("Kashmir")])
            await until(lambda: telegram.messages)
    assert caplog.records
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_a_conversation_by_webhook(telegram: FakeTelegram, application: BotApplication, tmp_path: Path) -> None:
    """Telegram posts; whoever does not know the secret is turned away."""
    async with posting(application, HOOK, tmp_path) as client:
        await until(lambda: ("webhook", "|null") in telegram.settings)
        assert telegram.settings["webhook", "|null"]["url"] == HOOK.url
        assert telegram.settings["webhook", "|null"]["secret_token"] == HOOK.secret
        body = updates.said("Gaza")
        assert (await client.post(ADDRESS, json=body)).status_code == 403
        wrong = dict.fromkeys(SECRET, "guessed")
        assert (await client.post(ADDRESS, json=body, headers=wrong)).status_code == 403
        assert (await client.post(ADDRESS, json=body, headers=SECRET)).status_code == 200
        assert (await client.post("http://bot/elsewhere", json=body, headers=SECRET)).status_code == 404
        await until(lambda: telegram.messages)
    assert len(telegram.messages) == 1


async def test_a_token_that_telegram_refuses_is_noticed_at_once(telegram: FakeTelegram, corpus: Corpus) -> None:
    """No retry helps."""
    async with serve(telegram) as address:
        config = replace(CONFIG, api_root=address, token="1:wrong")  # noqa: S106
        request = HTTPXRequest(httpx_kwargs={"trust_env": False})
        application = build_application(config, FakeLibrary(corpus), Storage(), request=request)
        with pytest.raises(InvalidToken):
            await application.initialize()
        await request.shutdown()
