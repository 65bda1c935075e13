"""The bot as a program: what it says when it may not run, and what a restart and a kill leave behind."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import PATIENCE, until
from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram
from faults.asking import answers, questions

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

QUICK: dict[str, Any] = {"pauses": (0.05,), "token_patience": 0.3}


@pytest.fixture
async def telegram() -> FakeTelegram:
    return FakeTelegram()


async def test_sigterm_ends_the_program_after_the_answer_it_is_working_on(telegram: FakeTelegram) -> None:
    """Nobody's question is lost by a restart."""
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN)
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: any(int(call.get("offset", 0)) > 0 for call in telegram.made("getUpdates")))
        async with asyncio.timeout(PATIENCE):
            program.send_signal(signal.SIGTERM)
            _, log = await program.communicate()
    assert program.returncode == 0, log.decode()
    assert any("Gaza" in message["text"] for message in telegram.messages.values())


async def test_a_refused_token_is_explained_in_one_sentence(telegram: FakeTelegram) -> None:
    """What to do, and not the token itself."""
    async with serve(telegram) as address:
        program = await start_program(address, "1:wrong-token-of-somebody")
        async with asyncio.timeout(PATIENCE):
            _, log = await program.communicate()
    assert program.returncode == 1
    assert "@BotFather" in log.decode()
    assert "wrong-token-of-somebody" not in log.decode()


async def test_a_token_revoked_while_the_bot_runs_ends_it_with_an_error(telegram: FakeTelegram, tmp_path: Path) -> None:
    """python-telegram-bot would go on without fetching anything; the database is closed as well."""
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, database=tmp_path / "memory.db", **QUICK)
        await until(lambda: telegram.made("getUpdates"))
        telegram.revoked = True
        async with asyncio.timeout(PATIENCE):
            _, log = await program.communicate()
    assert program.returncode == 1
    assert log.decode().rstrip().endswith("set CPECBOT_TELEGRAM_TOKEN to it.")
    assert TOKEN not in log.decode()
    assert not (tmp_path / "memory.db-wal").exists()


async def test_a_killed_program_forgets_nothing(telegram: FakeTelegram, tmp_path: Path) -> None:
    """What was said before SIGKILL is in the write-ahead log, and an edit after it finds its answer."""
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, database=tmp_path / "memory.db")
        telegram.updates.append(updates.said("Gaza", message_id=60))
        await until(lambda: telegram.messages)
        (message,) = telegram.messages
        storage = Storage(tmp_path / "memory.db")
        await storage.open()
        async with asyncio.timeout(PATIENCE):
            while await storage.reply(updates.ANNA["id"], 60) is None:  # noqa: ASYNC110 - the other side is a file
                await asyncio.sleep(0.01)
        await storage.close()
        program.kill()
        await program.wait()
        telegram.updates.clear()
        program = await start_program(address, TOKEN, database=tmp_path / "memory.db")
        telegram.updates.append(updates.edited("strategic dialogue", 60))
        await until(lambda: telegram.made("editMessageText"))
        program.send_signal(signal.SIGTERM)
        await program.communicate()
    assert int(telegram.made("editMessageText")[0]["message_id"]) == message[1]
    assert len(telegram.messages) == 1


async def test_of_two_programs_on_a_database_each_question_is_answered_by_one(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    """A second one that starts meanwhile leaves alone what the first is at work on."""
    asked = questions(20, 10)
    async with serve(telegram) as address:
        first = await start_program(address, TOKEN, database=tmp_path / "memory.db", cooldown=0)
        telegram.updates.extend(question.update for question in asked)
        await until(lambda: any(int(call.get("offset", 0)) > 0 for call in telegram.made("getUpdates")))
        second = await start_program(address, TOKEN, database=tmp_path / "memory.db", cooldown=0)
        await until(lambda: len(answers(telegram)) == len(asked))
        for program in (first, second):
            program.send_signal(signal.SIGTERM)
        await asyncio.gather(first.communicate(), second.communicate())
    assert set(answers(telegram).values()) == {1}
