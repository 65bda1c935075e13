"""Many questions from many chats while a part of the calls fails in each way: answered once, told, doubled, lost.

PYTHONPATH=src:tests python -m faults.soak 20000 500 0.05
"""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fakes import updates
from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram, Response
from faults.asking import settled

FAULTS = ("429", "500", "502", "drop", "half", "hang", "html", "", "late", "late half", "late hang")
"""A "late" one comes after all was done; "" is JSON that makes no sense."""

NOTE = "did not confirm"
AT_A_TIME = 400
"""Questions that wait; more come as they are answered."""

PATIENCE = 600.0


@dataclass(slots=True)
class Unreliable(FakeTelegram):
    """Of calls other than polls, ``part`` fail, by turns in each way of ``kinds``; chats and messages are as usual."""

    part: float = 0.0
    kinds: tuple[str, ...] = FAULTS
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - only a variety
    polled: bool = False
    sent_at: dict[tuple[int, int], float] = field(default_factory=dict)

    def handle(self, method: str, raw: Mapping[str, str]) -> Response:
        self.polled = self.polled or method == "getUpdates"
        if method != "getUpdates" and self.chance.random() < self.part:
            kind = self.chance.choice(self.kinds)
            if kind == "429":
                self.fail(method, 429, "Too Many Requests: retry after 1", retry_after=1)
            elif kind.isdecimal():
                self.fail(method, int(kind), "Internal Server Error")
            else:
                self.break_off(method, kind)
        response = FakeTelegram.handle(self, method, raw)
        self.calls.clear()
        return response

    def _sent(self, parameters: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        message = FakeTelegram._sent(self, parameters, content)
        key = (int(message["chat"]["id"]), int(message.get("reply_to_message", {}).get("message_id", 0)))
        self.sent_at.setdefault(key, time.monotonic())
        return message


@dataclass(frozen=True, slots=True)
class Figures:
    """``told`` that it may not have arrived are questions without an answer; ``needlessly`` those with one.

    ``waits`` are seconds from fetching to the first message sent; ``memory`` is the program's, in megabytes, at the
    start, in the middle and at the end.
    """

    asked: int
    once: int
    told: int
    needlessly: int
    doubled: int
    lost: int
    waits: tuple[float, float]
    memory: tuple[float, float, float]
    log: str

    def __str__(self) -> str:
        p50, p99 = self.waits
        first, middle, last = self.memory
        return (
            f"{self.asked} asked: answered once {self.once} ({self.once / self.asked:.2%}; told besides"
            f" {self.needlessly}), told only {self.told}, doubled {self.doubled}, lost {self.lost};"
            f" waits p50 {p50:.2f} s, p99 {p99:.2f} s; RSS {first:.0f}, {middle:.0f}, {last:.0f} MB"
        )


async def measure(
    count: int, chats: int, part: float, folder: Path, kinds: tuple[str, ...] = FAULTS, **settings: Any
) -> Figures:
    telegram, asked_at = Unreliable(kinds=kinds), dict[tuple[int, int], float]()
    async with serve(telegram) as address:
        program = await start_program(
            *(address, TOKEN), database=folder / "bot.sqlite3", seconds=0.0, timeout=1.0, cooldown=0,
            messages_per_second=0, pauses=(0.05, 0.2, 0.8), **settings,
        )  # fmt: skip
        ended = asyncio.create_task(program.communicate())  # a full pipe would hold up the program
        assert await settled(lambda: telegram.polled, PATIENCE)
        telegram.part, memory = part, [_memory(program.pid)]
        for number in range(count):
            person = updates.ANNA | {"id": 10_000 + number % chats}
            key = (int(person["id"]), number // chats * 7 + 1)
            telegram.updates.append(updates.said("Gaza", user=person, message_id=key[1]))
            asked_at[key] = time.monotonic()
            if number == count // 2:
                memory.append(_memory(program.pid))
            if number % 50 == 0:
                assert await settled(lambda n=number: n - len(telegram.sent_at) < AT_A_TIME, PATIENCE)
        await settled(lambda: len(telegram.sent_at) == count, 30.0)
        memory.append(_memory(program.pid))
        program.send_signal(signal.SIGTERM)
        _, log = await ended
    return _figures(telegram, asked_at, memory, log.decode())


def _figures(telegram: Unreliable, asked_at: Mapping[tuple[int, int], float], memory: list[float], log: str) -> Figures:
    answers, notes = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for message in telegram.messages.values():
        key = (int(message["chat"]["id"]), int(message.get("reply_to_message", {}).get("message_id", 0)))
        (notes if NOTE in message["text"] else answers)[key] += 1
    waits = sorted(telegram.sent_at[key] - at for key, at in asked_at.items() if key in telegram.sent_at)
    return Figures(
        asked=len(asked_at),
        once=sum(1 for key in asked_at if answers[key] == 1),
        told=sum(1 for key in asked_at if notes[key] and not answers[key]),
        needlessly=sum(1 for key in asked_at if notes[key] and answers[key]),
        doubled=sum(1 for key in asked_at if answers[key] > 1),
        lost=sum(1 for key in asked_at if not answers[key] and not notes[key]),
        waits=(waits[len(waits) // 2], waits[int(len(waits) * 0.99)]),
        memory=(memory[0], memory[1], memory[2]),
        log=log,
    )


def _memory(process: int) -> float:
    """Megabytes resident; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


async def _main(count: int, chats: int, part: float) -> None:
    """All kinds at once, then what each kind does by itself to a twentieth as many."""
    with tempfile.TemporaryDirectory() as folder:
        print("all kinds:", await measure(count, chats, part, Path(folder)), flush=True)
    for kind in FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            figures = await measure(count // 20, chats, part, Path(folder), (kind,))
            print(f"{kind or 'odd JSON'}:", figures, flush=True)


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
