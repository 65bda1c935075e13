"""Updates that Telegram posts."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from telegram.error import InvalidToken

from cpecbot.bot import Webhook
from cpecbot.bot.receiving import http_server
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.http_server import LARGEST_BODY, PASSED_OVER
from cpecbot.bot.receiving.reception import UPDATES, Reception
from cpecbot.bot.receiving.webhook import SECRET_HEADER, Hook
from cpecbot.errors import SettingsError
from fakes import updates
from fakes.bot import Bot, Make, until
from fakes.receiving import ADDRESS, HOOK, SECRET, posting

Address = tuple[str, int]
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


async def test_more_stay_with_telegram_than_may_wait(make_bot: Make, tmp_path: Path) -> None:
    """A post is answered once there is room, and not taken in after Telegram gave it up: it comes again."""
    bot, gate = await make_bot(waiting=2), threading.Event()
    bot.library.trouble = lambda _: gate.wait(60) and None
    asked = [updates.said("Gaza", user=updates.ANNA | {"id": 1000 + number}) for number in range(4)]
    try:
        async with posting(bot.application, HOOK, tmp_path) as client:
            for raw in asked[:2]:
                assert (await client.post(ADDRESS, json=raw, headers=SECRET)).status_code == 200
            with pytest.raises(httpx.ReadTimeout):
                await client.post(ADDRESS, json=asked[2], headers=SECRET, timeout=0.1)
            later = asyncio.create_task(client.post(ADDRESS, json=asked[3], headers=SECRET, timeout=60))
            await asyncio.sleep(0.1)
            assert not later.done()
            gate.set()
            assert (await later).status_code == 200
            await until(lambda: len(bot.telegram.messages) == 3)
            assert (await client.post(ADDRESS, json=asked[2], headers=SECRET)).status_code == 200
            await until(lambda: len(bot.telegram.messages) == 4)
    finally:
        gate.set()


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000])
async def test_what_is_no_json_is_turned_away(
    bot: Bot, tmp_path: Path, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is not Telegram's, and is not printed."""
    async with posting(bot.application, HOOK, tmp_path) as client:
        assert (await client.post(ADDRESS, content=body, headers=SECRET)).status_code == 400
    assert "[[[" not in caplog.text


@pytest.mark.parametrize("depth", [1_000, 100_000])
async def test_what_is_nested_too_deep_is_told_and_counted(
    bot: Bot, tmp_path: Path, depth: int, caplog: pytest.LogCaptureFixture
) -> None:
    """By its number; Telegram need not post it again."""
    deep = json.dumps({"update_id": 77_777, "message": updates.message("Gaza", more="DEEP")})
    body = deep.replace('"DEEP"', "[" * depth + "]" * depth)
    async with posting(bot.application, HOOK, tmp_path) as client:
        assert (await client.post(ADDRESS, content=body, headers=SECRET)).status_code == 200
        assert (await client.post(ADDRESS, content="[" * depth + "]" * depth, headers=SECRET)).status_code == 200
    assert "77777 (message) cannot be read: NestedTooDeepError" in caplog.text
    assert bot.services.counts["failures"] == 2
    assert "RecursionError" not in caplog.text


async def exchange(folder: Path, request: bytes) -> bytes:
    """All that the server says until it closes."""
    reader, writer = await asyncio.open_unix_connection(folder / "hook.sock")
    writer.write(request)
    try:
        return await reader.read()
    finally:
        writer.close()


def posted(length: object, secret: str = HOOK.secret, more: str = "") -> bytes:
    """The head of a post."""
    head = f"POST /telegram/hook HTTP/1.1\r\nHost: bot\r\n{SECRET_HEADER}: {secret}\r\nConnection: close\r\n"
    return f"{head}{more}Content-Length: {length}\r\n\r\n".encode()


async def test_a_body_larger_than_any_of_telegram_s_is_not_kept(bot: Bot, tmp_path: Path) -> None:
    """Its sender is told so, also where the length is not said beforehand; what is as large is read."""
    async with posting(bot.application, HOOK, tmp_path) as client:
        for length, status in ((LARGEST_BODY, 400), (LARGEST_BODY + 1, 413)):
            assert (await client.post(ADDRESS, content=b"x" * length, headers=SECRET)).status_code == status

            async def pieces(left: int = length) -> AsyncIterator[bytes]:
                while left:
                    size = min(left, 100_000)
                    yield b"x" * size
                    left -= size

            assert (await client.post(ADDRESS, content=pieces(), headers=SECRET)).status_code == status


@pytest.mark.parametrize("length", [PASSED_OVER + 1, 10**12, 10**30])
async def test_a_body_that_is_said_to_be_too_large_is_not_waited_for(bot: Bot, tmp_path: Path, length: int) -> None:
    async with posting(bot.application, HOOK, tmp_path):
        reader, writer = await asyncio.open_unix_connection(tmp_path / "hook.sock")
        writer.write(posted(length) + b"x" * 10)
        assert b"413" in await reader.readline()
        writer.close()


@pytest.mark.parametrize("length", ["-1", "1, 2", "ten", "9" * 5000])
async def test_a_length_that_is_none_is_turned_away(bot: Bot, tmp_path: Path, length: str) -> None:
    async with posting(bot.application, HOOK, tmp_path):
        assert re.match(rb"HTTP/1.1 4(00|13) ", await exchange(tmp_path, posted(length)))


@pytest.mark.parametrize("secret", ["", "guessed", HOOK.secret[:-1], HOOK.secret + "x", "pässwörd"])
async def test_without_the_secret_nothing_is_taken(bot: Bot, tmp_path: Path, secret: str) -> None:
    """The answer comes once the body has: closed before, the connection would lose it."""
    body = json.dumps(updates.said("Gaza")).encode()
    async with posting(bot.application, HOOK, tmp_path):
        reader, writer = await asyncio.open_unix_connection(tmp_path / "hook.sock")
        writer.write(posted(len(body), secret))
        await writer.drain()
        for piece in (body[:10], body[10:]):
            await asyncio.sleep(0.01)
            writer.write(piece)
            await writer.drain()
        assert b"403" in await reader.readline()
        writer.close()
    assert not bot.library.asked


async def test_who_asks_first_is_refused_before_sending_the_body(bot: Bot, tmp_path: Path) -> None:
    async with posting(bot.application, HOOK, tmp_path):
        assert b" 403 " in await exchange(tmp_path, posted(100, "guessed", "Expect: 100-continue\r\n"))
        assert b" 413 " in await exchange(tmp_path, posted(LARGEST_BODY + 1, more="Expect: 100-continue\r\n"))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("HEAD", ""),
        ("PUT", ""),
        ("DELETE", ""),
        ("POST", "x"),
        ("POST", "/../.."),
        ("GET", "//"),
        ("GET", "?"),
    ],
)
async def test_there_is_nothing_else_and_nothing_is_said_about_what_runs_here(
    bot: Bot, tmp_path: Path, method: str, path: str
) -> None:
    async with posting(bot.application, HOOK, tmp_path) as client:
        response = await client.request(method, ADDRESS + path, headers=SECRET)
    assert (response.status_code, response.content) == (404, b"")
    assert "server" not in response.headers


@pytest.mark.parametrize("begun", [b"POST /tel", posted(100) + b"{"])
async def test_who_sends_drop_by_drop_is_let_go_of(
    bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    """Head and body have their time."""
    monkeypatch.setattr(http_server, "HEAD_PATIENCE", 0.05)
    monkeypatch.setattr(http_server, "BODY_PATIENCE", 0.05)
    async with posting(bot.application, HOOK, tmp_path):
        assert await exchange(tmp_path, begun) == b""


@pytest.mark.parametrize("said", [b"", b"POST /tel", posted(10**6, "guessed") + b"x"])
async def test_nobody_is_shut_out_by_connections_that_say_nothing(
    bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    """Nor by heads, or bodies of who does not know the secret, that come drop by drop; who was silent longest goes."""
    monkeypatch.setattr(http_server, "MOST_CONNECTIONS", 5)
    async with posting(bot.application, HOOK, tmp_path) as client:
        held = []
        for _ in range(12):
            held.append(await asyncio.open_unix_connection(tmp_path / "hook.sock"))
            held[-1][1].write(said)
            await asyncio.sleep(0.01)
        async with asyncio.timeout(http_server.HEAD_PATIENCE / 2):
            response = await client.post(ADDRESS, json=updates.said("Gaza"), headers=SECRET)
            assert await held[0][0].read() == b""
        assert response.status_code == 200
        assert not held[-1][0].at_eof()
        for _, writer in held:
            writer.close()


@pytest.fixture
async def few_places(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Address]:
    """Where a webhook listens that holds four connections."""
    monkeypatch.setattr(http_server, "MOST_CONNECTIONS", 4)
    listener = http_server.listen_on("webhook", "127.0.0.1", 0)
    server = Hook(bot.application, Reception(bot.application), Connection(bot.application), HOOK, listener)
    task = asyncio.create_task(server.run())
    await until(lambda: bot.telegram.made("setWebhook"))
    yield listener.getsockname()[:2]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a computer has one address of its own")
async def test_of_connections_that_say_nothing_those_of_whoever_holds_most_go_first(few_places: Address) -> None:
    """Though another's was silent for longer."""
    lonely, *many = [
        await asyncio.open_connection(*few_places, local_addr=(f"127.0.0.{peer}", 0)) for peer in (9, 1, 1, 1, 1, 1, 1)
    ]
    assert [await reader.read() for reader, _ in many[:3]] == [b""] * 3
    lonely[1].write(posted(0))
    assert b" 400 " in await lonely[0].readline()
    for _, writer in (lonely, *many):
        writer.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a computer has one address of its own")
async def test_what_rests_after_a_request_that_counts_is_let_go_of_last(few_places: Address) -> None:
    """Telegram comes from few addresses, and whoever shuts it out may have many."""
    post = posted(0).replace(b"Connection: close\r\n", b"")
    rests = [await asyncio.open_connection(*few_places, local_addr=("127.0.0.1", 0)) for _ in range(2)]
    for reader, writer in rests:
        writer.write(post)
        assert b" 400 " in (await reader.readuntil(b"\r\n\r\n"))
    silent = [await asyncio.open_connection(*few_places, local_addr=(f"127.0.0.{peer}", 0)) for peer in range(2, 9)]
    assert [await reader.read() for reader, _ in silent[:5]] == [b""] * 5
    for reader, writer in rests:
        writer.write(post)
        assert b" 400 " in (await reader.readline())
    for _, writer in (*rests, *silent):
        writer.close()


async def test_who_knows_the_secret_is_not_let_go_of_for_others(
    bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One connection too many is closed then, and one less lets others in."""
    monkeypatch.setattr(http_server, "MOST_CONNECTIONS", 2)
    body = json.dumps(updates.said("Gaza")).encode()
    async with posting(bot.application, HOOK, tmp_path) as client:
        held = [await asyncio.open_unix_connection(tmp_path / "hook.sock") for _ in range(2)]
        for _, writer in held:
            writer.write(posted(len(body)) + body[:5])
        await asyncio.sleep(0.05)
        assert await exchange(tmp_path, b"") == b""
        held[0][1].close()
        while True:
            try:
                response = await client.post(ADDRESS, json=updates.said("Gwadar"), headers=SECRET)
            except httpx.TransportError:
                continue  # the server has not seen yet that one is gone
            break
        assert response.status_code == 200
        held[1][1].write(body[5:])
        assert b" 200 " in await held[1][0].readline()
        held[1][1].close()


async def test_what_telegram_does_not_take_is_told_in_its_words(bot: Bot) -> None:
    """It is a mistake in the settings: no further attempt mends it."""
    bot.telegram.fail("setWebhook", 400, "Bad Request: bad webhook: HTTPS url must be provided for webhook")
    free = Webhook(HOOK.url, HOOK.secret, "127.0.0.1", 0)
    server = Hook(bot.application, Reception(bot.application), Connection(bot.application), free)
    with pytest.raises(SettingsError, match=r"https url must be provided.*webhook_url"):
        await server.run()


async def test_what_another_program_made_of_the_webhook_is_undone_and_told(
    make_bot: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Without it nothing would come any more, for good."""
    bot = await make_bot(pauses=(0.001,), token_check=0.001)
    async with posting(bot.application, HOOK, tmp_path):
        await until(lambda: bot.telegram.made("setWebhook"))
        bot.telegram.settings["webhook", "|null"] = {"url": ""}
        await until(lambda: len(bot.telegram.made("setWebhook")) > 1)
    assert bot.telegram.settings["webhook", "|null"]["url"] == HOOK.url
    assert "another program" in caplog.text


async def test_why_telegram_could_not_deliver_is_told_once(
    make_bot: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Such as a certificate that ran out at the proxy in front."""
    bot = await make_bot(pauses=(0.001,), token_check=0.001)
    bot.telegram.delivery = {
        "last_error_date": 1_790_000_000,
        "last_error_message": "SSL error",
        "pending_update_count": 4,
    }
    async with posting(bot.application, HOOK, tmp_path):
        await until(lambda: len(bot.telegram.made("getWebhookInfo")) > 3)
    assert caplog.text.count("could not deliver to the webhook: SSL error (4 updates wait there)") == 1


async def test_telegram_is_told_the_address_the_secret_and_what_the_handlers_take(bot: Bot, tmp_path: Path) -> None:
    """Without a secret of the person's own, one is made for this run."""
    hook = Webhook(HOOK.url, secret="")
    async with posting(bot.application, hook, tmp_path):
        await until(lambda: bot.telegram.made("setWebhook"))
    (told,) = bot.telegram.made("setWebhook")
    assert told["url"] == HOOK.url
    assert told["allowed_updates"] == list(UPDATES)
    assert "channel_post" not in UPDATES
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
    await until(lambda: len(bot.telegram.made("getWebhookInfo")) > 1)
    for _ in range(2):
        bot.telegram.fail("getWebhookInfo", 401, "Unauthorized")
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
        bot.telegram.fail("getWebhookInfo", 502, "Bad Gateway")
    await until(lambda: len(bot.telegram.made("getWebhookInfo")) > 8)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
