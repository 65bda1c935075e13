"""What the service manager is told, over a real datagram socket."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cpecbot.bot.operating.supervising import watchdog_seconds, watched
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.receiving.webhook import Hook
from cpecbot.bot.services.manager import READY, WATCHDOG, notify
from cpecbot.errors import SettingsError
from fakes.bot import Bot, Make, until
from fakes.receiving import HOOK, polling

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="a matter of systems that have systemd")


@pytest.fixture(autouse=True)
def _not_watched_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The end that the service manager listens at."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield line


def heard(manager: socket.socket) -> list[str]:
    found = []
    while True:
        try:
            found.append(manager.recv(4096).decode())
        except BlockingIOError:
            return found


def test_it_is_told_each_state(manager: socket.socket) -> None:
    notify(READY, "STATUS=well")
    notify(WATCHDOG)
    assert heard(manager) == ["READY=1\nSTATUS=well", "WATCHDOG=1"]


@pytest.mark.skipif(sys.platform != "linux", reason="abstract names are Linux's")
def test_an_abstract_name_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        name = f"cpecbot-{os.getpid()}"
        line.bind(f"\0{name}")
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        notify(READY)
        assert line.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", [None, "", "vsock:2:1", "/nowhere/at/all"])
def test_without_anybody_to_tell_it_goes_on(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is not None:
        monkeypatch.setenv("NOTIFY_SOCKET", address)
    notify(READY)


@pytest.mark.parametrize(
    ("duration", "process", "seconds"),
    [
        (None, None, None),
        ("30000000", None, 30.0),
        ("30000000", "own", 30.0),
        ("30000000", "1", None),
        ("0", None, None),
        ("soon", None, None),
    ],
)
def test_it_is_watched_where_the_manager_says_so(
    monkeypatch: pytest.MonkeyPatch, duration: str | None, process: str | None, seconds: float | None
) -> None:
    for name, value in (("WATCHDOG_USEC", duration), ("WATCHDOG_PID", process)):
        if value is not None:
            monkeypatch.setenv(name, str(os.getpid()) if value == "own" else value)
    assert watchdog_seconds() == seconds


async def test_the_watchdog_is_told_while_the_bot_moves_and_no_longer(
    bot: Bot, manager: socket.socket, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A known wait before the next attempt is a move, a standstill is none."""
    monkeypatch.setenv("WATCHDOG_USEC", "2000")
    async with watched(bot.application):
        await until(lambda: WATCHDOG in heard(manager))
        bot.clock.now = bot.services.due_at
        heard(manager)
        await until(lambda: WATCHDOG in heard(manager))
        bot.clock.now += 0.1
        await until(lambda: "nothing is received" in caplog.text)
        heard(manager)
        caplog.clear()
        await until(lambda: "nothing is received" in caplog.text)
        assert not heard(manager)
        bot.services.give_time(30)
        await until(lambda: WATCHDOG in heard(manager))
    heard(manager)
    assert not heard(manager)


async def test_without_a_watchdog_nobody_is_told(bot: Bot, manager: socket.socket) -> None:
    async with watched(bot.application):
        await bot.say("Gaza")
    assert not heard(manager)


class TestReady:
    """The service manager takes the bot for started once it takes updates, and lets it wait for the network before."""

    @pytest.fixture
    async def bot(self, make_bot: Make) -> Bot:
        return await make_bot(pauses=(0.001,))

    async def test_by_polling_it_is_once_updates_are_fetched(self, bot: Bot, manager: socket.socket) -> None:
        bot.telegram.fail("deleteWebhook", 502, "Bad Gateway")
        async with polling(bot.application):
            said: list[str] = []
            await until(lambda: said.extend(heard(manager)) or READY in said)
            assert len(bot.telegram.made("deleteWebhook")) == 2
            await until(lambda: bot.telegram.made("getUpdates"))
        waits = [each for each in said if each.startswith("EXTEND_TIMEOUT_USEC=")]
        config = bot.services.config
        assert waits == [f"EXTEND_TIMEOUT_USEC={(0.001 + config.poll + 2 * config.silence) * 1_000_000:.0f}"]
        assert said == [*waits, READY]
        assert READY not in heard(manager)

    async def test_by_webhook_it_is_once_the_port_is_open_and_telegram_knows(
        self, bot: Bot, manager: socket.socket
    ) -> None:
        bot.telegram.fail("setWebhook", 502, "Bad Gateway")
        with socket.create_server(("127.0.0.1", 0)) as taken:
            hook = replace(HOOK, port=taken.getsockname()[1])
        connection = Connection(bot.application)
        task = asyncio.create_task(Hook(bot.application, Reception(bot.application), connection, hook).run())
        said: list[str] = []
        await until(lambda: said.extend(heard(manager)) or READY in said)
        assert len(bot.telegram.made("setWebhook")) == 2
        with socket.create_connection((hook.listen, hook.port)):
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def test_a_bot_whose_port_is_taken_never_is(self, bot: Bot, manager: socket.socket) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            hook = replace(HOOK, port=taken.getsockname()[1])
            server = Hook(bot.application, Reception(bot.application), Connection(bot.application), hook)
            with pytest.raises(SettingsError):
                await server.run()
        assert not heard(manager)

    async def test_a_telegram_that_is_not_reached_at_the_start_is_waited_for(
        self, bot: Bot, manager: socket.socket
    ) -> None:
        bot.telegram.fail("getMe", 502, "Bad Gateway")
        await bot.application.shutdown()
        await Connection(bot.application).open()
        (said,) = heard(manager)
        assert said.startswith("EXTEND_TIMEOUT_USEC=")
