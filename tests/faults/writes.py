"""kill -9 in the middle of writes, again and again over one database: how many acknowledged settings are lost.

PYTHONPATH=src:tests python -m faults.writes 200
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cpecbot.storage import Preferences, Received, Reply, Storage

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 20
"""Each changes settings of their own, all at the same time."""

BEGUN = b"begun"


@dataclass(frozen=True, slots=True)
class Figures:
    """``lost`` are the kills after which a person had an older choice than the last one acknowledged."""

    kills: int
    acknowledged: int
    lost: int
    damaged: int

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} settings acknowledged, {self.lost} lost,"
            f" {self.damaged} times the file was damaged"
        )


async def measure(kills: int, folder: Path, chance: random.Random) -> Figures:
    database, last, acknowledged, lost = folder / "bot.sqlite3", dict.fromkeys(range(PEOPLE), 0), 0, 0
    for _ in range(kills):
        said = await _kill(database, max(last.values()), chance.uniform(0.0, 0.3))
        acknowledged += len(said)
        for person, number in said:
            last[person] = max(last[person], number)
        lost += sum(number < last[person] for person, number in (await _stored(database)).items())
    return Figures(kills, acknowledged, lost, int(database.with_name(database.name + ".damaged").exists()))


async def _kill(database: Path, start: int, delay: float) -> list[tuple[int, int]]:
    """What a program said that it saved before it was killed, so many seconds after its first words."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "faults.writes", "write", str(database), str(start)),
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"},
        stdout=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert (await program.stdout.readline()).strip() == BEGUN
    reading = asyncio.create_task(program.stdout.read())
    await asyncio.sleep(delay)
    program.kill()
    await program.wait()
    lines = (await reading).decode().split("\n")[:-1]  # the last may be cut short
    return [(int(person), int(number)) for person, _, number in (line.partition(" ") for line in lines)]


async def _stored(database: Path) -> dict[int, int]:
    storage = Storage(database)
    await storage.open()
    found = {person: (await storage.preferences(person)).language or "0" for person in range(PEOPLE)}
    await storage.close()
    return {person: int(number) for person, number in found.items()}


async def _write(database: Path, start: int) -> None:
    """Change settings beside other work until the end, and say of each when it is saved."""
    storage = Storage(database)
    await storage.open()
    print(BEGUN.decode(), flush=True)
    await asyncio.gather(*(_keep_changing(storage, person, start) for person in range(PEOPLE)))


async def _keep_changing(storage: Storage, person: int, number: int) -> None:
    update = number * PEOPLE + person
    while True:
        number, update = number + 1, update + PEOPLE
        await storage.receive([Received(update, person, "x" * (number % 7) * 500)])
        if await storage.save_preferences(person, Preferences(str(number)), update, changed=("language",)):
            os.write(1, f"{person} {number}\n".encode())
        await storage.save_reply(Reply(-1, update, person, (1,), 1.0, update))
        if number % 50 == 0:
            await storage.tidy()


async def _main(kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(kills, Path(folder), random.Random(7)))  # noqa: S311 - only delays


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        asyncio.run(_write(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
