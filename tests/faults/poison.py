"""Updates of every kind with something missing or wrong in them, among questions: each question is answered.

PYTHONPATH=src:tests python -m faults.poison 2000
"""

from __future__ import annotations

import asyncio
import copy
import random
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fakes import updates
from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram
from faults.asking import answers, questions, settled

PRIVATE = "what nobody else may read"
EVERY = 10  # updates, one is a question
WRONG: tuple[Any, ...] = (None, {}, [], "", "x", 0, -1, 2**63, True, 1.5, [[]], {"a": {"b": []}})
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Figures:
    poisoned: int
    asked: int
    answered: int
    unreadable: int
    log: str
    status: int | None

    def __str__(self) -> str:
        return (
            f"{self.poisoned} poisoned updates, {self.unreadable} of them unreadable; {self.answered} of {self.asked}"
            f" questions answered once; {len(self.log) / 1000:.0f} kB of log; exit status {self.status}"
        )


def poisoned(chance: random.Random) -> dict[str, Any]:
    """One of the usual updates with a field taken away, or put in the place of another value."""
    shown = updates.from_bot(PRIVATE, updates.private(updates.BILAL))
    update = chance.choice(
        [
            updates.said(PRIVATE, user=updates.BILAL, checklist={"title": PRIVATE, "tasks": []}),
            updates.said(PRIVATE, user=updates.BILAL, reply_to_message=shown, quote={"text": PRIVATE, "position": 0}),
            updates.edited(PRIVATE, 60, user=updates.BILAL),
            updates.said(PRIVATE, user=updates.BILAL, media_group_id="7"),
            updates.said(PRIVATE, user=updates.BILAL, chat=updates.GROUP, sender_chat=updates.CHANNEL),
            updates.pressed("p:-:1", shown, user=updates.BILAL),
            updates.typed_inline(PRIVATE, user=updates.BILAL),
        ]
    )
    update = copy.deepcopy(update)
    for _ in range(chance.randint(1, 3)):
        places = [place for place in _places(update) if place[1] != "update_id"]
        if not places:
            break
        holder, name = chance.choice(places)
        if chance.random() < 0.5:
            holder.pop(name)
        else:
            holder[name] = copy.deepcopy(chance.choice(WRONG))
    return update


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in it that holds something."""
    names = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [(value, name) for name in names] + [place for name in names for place in _places(value[name])]


async def measure(count: int, folder: Path, chance: random.Random) -> Figures:
    telegram, asked = FakeTelegram(), questions(count // EVERY, 20)
    async with serve(telegram) as address:
        program = await start_program(
            address, TOKEN, database=folder / "bot.sqlite3", seconds=0.0, cooldown=0, give_up=1, messages_per_second=0
        )
        ended = asyncio.create_task(program.communicate())  # a full pipe would hold up the program
        for question in asked:
            telegram.updates.extend([poisoned(chance) for _ in range(EVERY - 1)] + [question.update])
        await settled(lambda: {question.key for question in asked} <= set(answers(telegram)), PATIENCE)
        program.send_signal(signal.SIGTERM)
        _, log = await ended
    counts = answers(telegram)
    return Figures(
        poisoned=(EVERY - 1) * len(asked),
        asked=len(asked),
        answered=sum(1 for question in asked if counts[question.key] == 1),
        unreadable=log.decode().count("cannot be read"),
        log=log.decode(),
        status=program.returncode,
    )


async def _main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(count, Path(folder), random.Random(7)))  # noqa: S311 - only a variety of faults


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
