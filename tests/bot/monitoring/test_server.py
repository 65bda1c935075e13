"""Whether the bot is well, told over HTTP on a port of its own."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from cpecbot.bot.interface import Monitor
from cpecbot.bot.monitoring import monitored
from cpecbot.corpus import Corpus
from cpecbot.errors import SettingsError
from cpecbot.storage import Storage
from fakes.bot import Bot, Make
from fakes.library import FakeLibrary


@asynccontextmanager
async def client_of(bot: Bot) -> AsyncIterator[httpx.AsyncClient]:
    """It asks the bot, which runs and listens on a free port of this computer."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with monitored(bot.application, listener), httpx.AsyncClient(base_url=base, trust_env=False) as client:
        yield client


async def told(client: httpx.AsyncClient, path: str) -> tuple[int, dict[str, Any]]:
    response = await client.get(path)
    assert response.headers["content-type"] == "application/json"
    return response.status_code, response.json()


async def wrong(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    """The checks that fail, each with its reason; 503 where there are any."""
    status, body = await told(client, path)
    failing = {name: check["reason"] for name, check in body["checks"].items() if not check["ok"]}
    assert (status, body["ok"]) == ((503, False) if failing else (200, True))
    return failing


async def test_a_bot_that_is_well_says_so_with_each_check(bot: Bot) -> None:
    await bot.application.start()
    async with client_of(bot) as client:
        assert await told(client, "/healthz") == (200, {"ok": True, "checks": {"receiving": {"ok": True}}})
        status, body = await told(client, "/readyz")
    await bot.application.stop()
    assert (status, body["ok"]) == (200, True)
    assert body["checks"] == {
        "receiving": {"ok": True},
        "telegram": {"ok": True, "seconds_since": 0.0},
        "storage": {"ok": True},
        "corpus": {"ok": True, "articles": 5},
    }


async def test_before_telegram_was_reached_it_is_alive_and_not_ready(bot: Bot) -> None:
    async with client_of(bot) as client:
        assert not await wrong(client, "/healthz")
        assert await wrong(client, "/readyz") == {"telegram": "not connected yet"}


async def test_an_outage_of_telegram_makes_it_not_ready_and_leaves_it_alive(bot: Bot) -> None:
    """A new start would mend nothing."""
    await bot.application.start()
    services, config = bot.services, bot.services.config
    async with client_of(bot) as client:
        bot.clock.now += config.poll + config.silence
        assert not await wrong(client, "/readyz")
        bot.clock.now += 1
        services.give_time(30)
        assert await wrong(client, "/readyz") == {"telegram": "Telegram has not answered for 71 s"}
        assert not await wrong(client, "/healthz")
        services.heard_at = bot.clock.now
        assert not await wrong(client, "/readyz")
    await bot.application.stop()


async def test_a_standstill_is_told_by_both(bot: Bot) -> None:
    """Neither heard of Telegram nor waiting to try again."""
    await bot.application.start()
    async with client_of(bot) as client:
        bot.clock.now = bot.services.due_at
        assert "receiving" not in await wrong(client, "/healthz")
        bot.clock.now += 5
        assert await wrong(client, "/healthz") == {"receiving": "nothing was received or tried for too long, by 5 s"}
        assert "receiving" in await wrong(client, "/readyz")
    await bot.application.stop()


async def test_a_database_that_cannot_be_used_is_told(make_bot: Make, tmp_path: Path) -> None:
    """A folder where the file should be. Before the bot has begun, that is not known."""
    told = "the database cannot be used; what is remembered is in memory alone. See the log"
    bot = await make_bot(Storage(tmp_path))
    await bot.application.start()
    async with client_of(bot) as client:
        assert {"storage": told} == await wrong(client, "/readyz")
        await bot.application.stop()
        assert (await wrong(client, "/readyz"))["storage"] == "not opened yet"


async def test_without_articles_it_is_not_ready(bot: Bot) -> None:
    bot.services.library = FakeLibrary(Corpus({}, {}))
    async with client_of(bot) as client:
        assert "corpus" in await wrong(client, "/readyz")


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("GET", "/metrics/x"), ("POST", "/healthz"), ("PUT", "/")])
async def test_there_is_nothing_else(bot: Bot, method: str, path: str) -> None:
    async with client_of(bot) as client:
        response = await client.request(method, path)
    assert (response.status_code, response.content) == (404, b"")


async def test_without_a_port_nothing_listens(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_server", lambda *_, **__: pytest.fail("a port was opened"))
    async with monitored(bot.application):
        pass


async def test_a_port_in_use_is_told_with_what_to_do(make_bot: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        bot = await make_bot(monitor=Monitor(port=taken.getsockname()[1]))
        with pytest.raises(SettingsError, match=r"monitor: cannot listen on 127.0.0.1:.*monitor_port"):
            async with monitored(bot.application):
                pytest.fail("it did not listen")
