"""When something breaks: an apology, a trace, a digest."""

from __future__ import annotations

import logging
import re

import pytest
from telegram.error import Conflict, NetworkError, TimedOut

from fakes import updates
from fakes.bot import ADMIN, Bot, Make, until


def breaks(bot: Bot) -> None:
    def fail(question: str) -> None:
        raise RuntimeError(f"cannot read {len(question)} letters")

    bot.library.trouble = fail


async def test_the_person_gets_an_apology_whose_id_finds_the_trace(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """The same id in the chat and in the log."""
    breaks(bot)
    (sent,) = await bot.say("Gaza")
    found = re.search(r"mention ([0-9a-f]{6})", sent["text"])
    assert found is not None
    (record,) = [record for record in caplog.records if found[1] in record.getMessage()]
    assert record.exc_info is not None
    assert "Gaza" not in caplog.text


async def test_the_apology_is_in_the_person_s_language(bot: Bot) -> None:
    """From their Telegram, when nothing else is known."""
    breaks(bot)
    (sent,) = await bot.say("Gaza", user=updates.BILAL)
    assert re.search("[\u0600-\u06ff]", sent["text"])


async def test_a_press_that_fails_is_answered_with_the_apology(bot: Bot) -> None:
    """In the button's own notice."""
    await bot.say("Gaza")
    breaks(bot)
    (call,) = await bot.press("Compare")
    assert call.method == "answerCallbackQuery"
    assert "went wrong" in call.parameters["text"]


async def test_a_digest_comes_by_itself(make_bot: Make) -> None:
    """A while after the first failure."""
    bot = await make_bot(digest_delay=0.01)
    breaks(bot)
    await bot.say("Gaza")
    await until(lambda: int(bot.telegram.made("sendMessage")[-1]["chat_id"]) == ADMIN)


async def test_admins_get_one_digest_of_many_failures(make_bot: Make) -> None:
    """Not a flood."""
    bot = await make_bot(digest_delay=3600)
    breaks(bot)
    for _ in range(7):
        await bot.say("Gaza")
    await bot.services.failures.close(bot.application.bot)
    told = [call for call in bot.telegram.made("sendMessage") if int(call["chat_id"]) == ADMIN]
    assert len(told) == 1
    assert "7 errors" in told[0]["text"]
    assert "7 × RuntimeError" in told[0]["text"]


async def test_what_was_not_told_yet_is_told_at_the_end(make_bot: Make) -> None:
    """A stop right after a failure loses no report."""
    bot = await make_bot(digest_delay=3600)
    breaks(bot)
    await bot.say("Gaza")
    await bot.services.failures.close(bot.application.bot)
    assert int(bot.telegram.made("sendMessage")[-1]["chat_id"]) == ADMIN


async def test_an_admin_who_blocked_the_bot_does_not_stop_the_digest(make_bot: Make) -> None:
    """The other admins are still told."""
    bot = await make_bot(admin_ids=frozenset({ADMIN, ADMIN + 1}))
    bot.telegram.blocked.add(ADMIN)
    breaks(bot)
    await bot.say("Gaza")
    await bot.services.failures.close(bot.application.bot)
    assert ADMIN + 1 in {int(call["chat_id"]) for call in bot.telegram.made("sendMessage")}


@pytest.mark.parametrize(
    ("error", "level", "words"),
    [
        (Conflict("terminated by other getUpdates request"), logging.ERROR, "another program"),
        (NetworkError("httpx.ConnectError"), logging.WARNING, "network failed"),
        (TimedOut(), logging.WARNING, "network failed"),
    ],
)
async def test_polling_errors_are_one_log_line_each(
    bot: Bot, caplog: pytest.LogCaptureFixture, error: Exception, level: int, words: str
) -> None:
    """They come without an update, and are nothing that admins could mend by a trace."""
    await bot.application.process_error(update=None, error=error)
    (record,) = [record for record in caplog.records if record.name.startswith("cpecbot")]
    assert (record.levelno, record.exc_info) == (level, None)
    assert words in record.getMessage()
    assert bot.services.counts["failures"] == 0


async def test_no_question_text_is_in_the_log(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """At any level."""
    with caplog.at_level(logging.DEBUG, logger="cpecbot"):
        await bot.say("Gaza secret-word")
    assert "secret-word" not in "".join(record.getMessage() for record in caplog.records if "cpecbot" in record.name)
