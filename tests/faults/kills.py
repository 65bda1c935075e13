"""kill -9 with many questions waiting, again and again: how many are lost, how many answered twice.

PYTHONPATH=src:tests python -m faults.kills 20
"""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram
from faults.asking import answers, questions, settled

WAITING = 200
CHATS = 40
SECONDS = 0.02  # that an answer takes to compute
PATIENCE = 180.0


@dataclass(frozen=True, slots=True)
class Round:
    """``waiting`` stood in the file after the kill, ``under_way`` of them had been sent to Telegram already.

    ``late`` are still in the file at the end, which waits no longer than PATIENCE for a busy machine: no answer yet,
    but not ``lost``.
    """

    waiting: int
    under_way: int
    late: int
    lost: int
    doubled: int

    def __str__(self) -> str:
        before = f"waiting {self.waiting:3}  under way {self.under_way:2}"
        return f"{before}  late {self.late}  lost {self.lost}  doubled {self.doubled}"


async def measure(rounds: int, folder: Path, chance: random.Random) -> list[Round]:
    """Over one database, so that each round begins with what the last one left."""
    return [await kill_once(folder / "bot.sqlite3", chance.uniform(0, 0.5)) for _ in range(rounds)]


async def kill_once(database: Path, delay: float) -> Round:
    """Kill so many seconds after Telegram was told that all were received."""
    telegram, asked = FakeTelegram(), questions(WAITING, CHATS)
    keys = {int(question.update["update_id"]): question.key for question in asked}
    async with serve(telegram) as address:
        program = await start_program(address, TOKEN, database=database, seconds=SECONDS, cooldown=0)
        telegram.updates.extend(question.update for question in asked)
        assert await settled(lambda: not telegram.updates, PATIENCE)
        await asyncio.sleep(delay)
        program.kill()
        await program.communicate()
        before = answers(telegram)
        left = [keys[number] for number in waiting(database) if number in keys]
        program = await start_program(address, TOKEN, database=database, seconds=SECONDS, cooldown=0)
        await settled(lambda: len(answers(telegram)) == WAITING and not waiting(database), PATIENCE)
        program.send_signal(signal.SIGTERM)
        await program.communicate()
    counts = answers(telegram)
    late = {keys[number] for number in waiting(database) if number in keys}
    return Round(
        waiting=len(left),
        under_way=sum(1 for key in left if before[key]),
        late=len(late),
        lost=sum(1 for question in asked if not counts[question.key] and question.key not in late),
        doubled=sum(1 for question in asked if counts[question.key] > 1),
    )


def waiting(database: Path) -> list[int]:
    connection = sqlite3.connect(database, timeout=5)
    try:
        return [number for (number,) in connection.execute("SELECT id FROM inbox WHERE content IS NOT NULL")]
    finally:
        connection.close()


async def _main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures = []
        for _ in range(rounds):
            figures += await measure(1, Path(folder), random.Random(len(figures)))  # noqa: S311 - only a delay
            print(figures[-1], flush=True)
    asked = rounds * WAITING
    print(f"{asked} asked, {rounds} kills: {sum(each.waiting for each in figures)} waited,", end=" ")
    print(f"{sum(each.lost for each in figures)} lost, {sum(each.doubled for each in figures)} doubled")


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
