"""Updates that Telegram posts."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from cpecbot.bot import Webhook
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.reception import UPDATES, Reception
from cpecbot.bot.receiving.webhook import LARGEST_BODY, Hook
from cpecbot.errors import SettingsError
from fakes import updates
from fakes.bot import Bot, Make, until
from fakes.receiving import ADDRESS, HOOK, SECRET, posting

PRIVATE = "what nobody else may read"


async def test_what_cannot_be_read_is_told_and_not_asked_for_again(
    bot: Bot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram repeats for a day what is not answered with 200."""
    async with posting(bot.application, HOOK, tmp_path) as client:
        raw = {"update_id": 77_777, "message": {"text": PRIVATE}}
        assert (await client.post(ADDRESS, json=raw, headers=SECRET)).status_code == 200
        assert (await client.post(ADDRESS, json=[PRIVATE], headers=SECRET)).status_code == 200
        assert (await client.post(ADDRESS, json=updates.said("Gaza"), headers=SECRET)).status_code == 200
        await until(lambda: any("Gaza" in message["text"] for message in bot.telegram.messages.values()))
    assert "77777 (message) cannot be read" in caplog.text
    assert PRIVATE not in caplog.text


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000])
async def test_what_is_no_json_is_turned_away(
    bot: Bot, tmp_path: Path, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is not Telegram's, and is not printed."""
    async with posting(bot.application, HOOK, tmp_path) as client:
        assert (await client.post(ADDRESS, content=body, headers=SECRET)).status_code == 400
    assert "[[[" not in caplog.text


@pytest.mark.parametrize(("length", "asked_for"), [(LARGEST_BODY, b""), (LARGEST_BODY + 1, b"400 Bad Request")])
async def test_a_body_larger_than_any_of_telegram_s_is_not_read(
    bot: Bot, tmp_path: Path, length: int, asked_for: bytes
) -> None:
    """It is turned away for what its head says."""
    async with posting(bot.application, HOOK, tmp_path):
        reader, writer = await asyncio.open_unix_connection(tmp_path / "hook.sock")
        writer.write(f"POST /telegram/hook HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n\r\n".encode())
        writer.write(b"x" * 10)
        writer.write_eof()
        assert asked_for in await reader.read()
        writer.close()


async def test_telegram_is_told_the_address_the_secret_and_what_the_handlers_take(bot: Bot, tmp_path: Path) -> None:
    """Without a secret of the person's own, one is made for this run."""
    hook = Webhook(HOOK.url, secret="")
    async with posting(bot.application, hook, tmp_path):
        await until(lambda: bot.telegram.made("setWebhook"))
    (told,) = bot.telegram.made("setWebhook")
    assert told["url"] == HOOK.url
    assert told["allowed_updates"] == list(UPDATES)
    assert len(told["secret_token"]) >= 32


async def test_a_port_in_use_is_told_with_what_to_do(bot: Bot) -> None:
    """Before Telegram is told to post there."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        hook = Webhook(HOOK.url, HOOK.secret, "127.0.0.1", taken.getsockname()[1])
        server = Hook(bot.application, Reception(bot.application), Connection(bot.application), hook)
        with pytest.raises(SettingsError, match="webhook_port"):
            await server.run()
    assert not bot.telegram.made("setWebhook")


async def test_a_token_that_stays_refused_ends_it(make_bot: Make) -> None:
    """Nothing would be posted any more."""
    bot = await make_bot(pauses=(0.001,), token_check=0.001, token_patience=0.0)
    free = Webhook(HOOK.url, HOOK.secret, "127.0.0.1", 0)
    task = asyncio.create_task(
        Hook(bot.application, Reception(bot.application), Connection(bot.application), free).run()
    )
    await until(lambda: len(bot.telegram.made("getMe")) > 1)
    for _ in range(2):
        bot.telegram.fail("getMe", 401, "Unauthorized")
    await asyncio.wait([task])
    assert isinstance(task.exception(), InvalidToken)


async def test_a_telegram_out_of_reach_is_not_taken_for_a_refused_token(bot: Bot, make_bot: Make) -> None:
    """Only 401 and 404 end it."""
    bot = await make_bot(pauses=(0.001,), token_check=0.001, token_patience=0.0)
    free = Webhook(HOOK.url, HOOK.secret, "127.0.0.1", 0)
    task = asyncio.create_task(
        Hook(bot.application, Reception(bot.application), Connection(bot.application), free).run()
    )
    for _ in range(5):
        bot.telegram.fail("getMe", 502, "Bad Gateway")
    await until(lambda: len(bot.telegram.made("getMe")) > 8)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
