"""kill -9 loses nothing."""

from __future__ import annotations

import random
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram
from faults.asking import answers, questions, settled
from faults.kills import PATIENCE, measure


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_kill_with_questions_waiting_loses_none(tmp_path: Path) -> None:
    """And doubles at most those whose answer was under way."""
    rounds = await measure(2, tmp_path, random.Random(7))  # noqa: S311 - only a delay
    assert any(each.waiting for each in rounds)
    for each in rounds:
        assert each.lost == 0, each
        assert each.doubled <= each.under_way, each


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_kill_while_the_database_is_locked_loses_none(tmp_path: Path) -> None:
    """What could not be written down is still with Telegram."""
    database, telegram, asked = tmp_path / "bot.sqlite3", FakeTelegram(), questions(20, 10)
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, database=database, cooldown=0)
        assert await settled(lambda: telegram.made("getUpdates"), PATIENCE)
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        telegram.updates.extend(question.update for question in asked)
        assert await settled(lambda: len(answers(telegram)) > 2, PATIENCE)
        program.kill()
        await program.communicate()
        assert len(answers(telegram)) < len(asked)
        other.close()
        program = await start_program(address, TOKEN, database=database, seconds=0.02, cooldown=0)
        assert await settled(lambda: len(answers(telegram)) == len(asked), PATIENCE)
        program.send_signal(signal.SIGTERM)
        await program.communicate()
