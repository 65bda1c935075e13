"""Whatever goes on, a signal ends the program in time, and so does a token that stays refused."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Callable

import pytest

from fakes import updates
from fakes.bot import until
from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

PROMISED = 10.0  # seconds
Trouble = Callable[[FakeTelegram], None]


def nothing(_: FakeTelegram) -> None:
    """All is well."""


def refused(telegram: FakeTelegram) -> None:
    """Every call is answered with 401."""
    telegram.revoked = True


def silent(telegram: FakeTelegram) -> None:
    """Nothing is answered any more."""
    for method in ("getUpdates", "sendMessage", "getMe", "sendChatAction"):
        for _ in range(1000):
            telegram.break_off(method, "hang")


def poisoned(telegram: FakeTelegram) -> None:
    """Whatever is fetched cannot be read, and has no id that the offset could pass."""
    telegram.updates.extend({"message": {"text": "x"}} for _ in range(50))


async def ended(program: asyncio.subprocess.Process, number: int) -> tuple[float, str]:
    """Seconds from the signal to the end, and the log."""
    began = time.monotonic()
    program.send_signal(number)
    async with asyncio.timeout(3 * PROMISED):
        _, log = await program.communicate()
    return time.monotonic() - began, log.decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("trouble", [nothing, refused, silent, poisoned])
async def test_a_signal_ends_it_whatever_goes_on(trouble: Trouble, number: int) -> None:
    """With a question on the way as well; a clean end has status 0."""
    telegram = FakeTelegram()
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, token_patience=600)
        await until(lambda: telegram.made("getUpdates"))
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: any(int(call.get("offset", 0)) > 0 for call in telegram.made("getUpdates")))
        trouble(telegram)
        asked = len(telegram.calls)
        await asyncio.sleep(0.5) if telegram.revoked else await until(lambda: len(telegram.calls) > asked)
        took, log = await ended(program, number)
    assert took < PROMISED, log
    assert program.returncode == 0, log


async def test_a_signal_ends_it_before_telegram_ever_answered() -> None:
    """It waits for the network, and for nothing else."""
    program = await start_program("http://127.0.0.1:9", TOKEN)
    assert program.stderr is not None
    async with asyncio.timeout(60):
        while b"not reached" not in await program.stderr.readline():
            pass
    took, log = await ended(program, signal.SIGTERM)
    assert took < PROMISED, log
    assert program.returncode == 0, log


async def test_a_thread_that_nothing_stops_is_left_behind() -> None:
    """All else ends as ever; the question is left to the next start, where it is kept."""
    telegram = FakeTelegram()
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, seconds=600)
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: any(int(call.get("offset", 0)) > 0 for call in telegram.made("getUpdates")))
        took, log = await ended(program, signal.SIGTERM)
    assert took < PROMISED, log
    assert program.returncode == 0, log
    assert "1 updates are" in log


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refusal_of_polls_that_lasts_ends_it_with_a_status(status: int) -> None:
    """Other methods may go on working; a supervisor sees the end, a person the reason."""
    telegram, settings = FakeTelegram(), {"pauses": (0.05,), "token_patience": 1.0}
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, **settings)
        await until(lambda: telegram.made("getUpdates"))
        for _ in range(1000):
            telegram.fail("getUpdates", status, "refused")
        async with asyncio.timeout(60):
            _, log = await program.communicate()
    assert program.returncode == 1
    assert log.decode().rstrip().endswith("set CPECBOT_TELEGRAM_TOKEN to it.")
    assert TOKEN not in log.decode()


async def test_one_refusal_of_a_poll_ends_nothing() -> None:
    """Questions are answered afterwards, and a signal still ends it."""
    telegram = FakeTelegram()
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN)
        telegram.fail("getUpdates", 401, "Unauthorized")
        telegram.fail("getUpdates", 404, "Not Found")
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: telegram.messages)
        _, log = await ended(program, signal.SIGTERM)
    assert program.returncode == 0, log
