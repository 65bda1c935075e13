"""How long one person waits beside others who ask the dearest questions as fast as they may.

PYTHONPATH=src:tests python -m faults.fairness 12 30
PYTHONPATH=src:tests python -m faults.fairness 12 30 "/compare Gwadar"
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

from cpecbot.answering import Library
from cpecbot.bot import build_application
from cpecbot.bot.receiving.reception import Reception
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import CONFIG
from fakes.request import RecordingRequest
from fakes.telegram import FakeTelegram
from shipped import library

LETTERS = 1000
VICTIM: dict[str, Any] = updates.ANNA | {"id": 1}
QUESTIONS = ("What is said about Gaza?", "When was the seventh round held?", "Who is Wang Yi?", "and Kashmir?")
EVERY = 2.0  # seconds; as often as anybody may ask


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds that each of the victim's questions waited, and how many of the others' were answered meanwhile."""

    waits: tuple[float, ...]
    others: int

    def __str__(self) -> str:
        ordered = sorted(self.waits)
        p50, p99 = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        return f"{len(ordered)} questions, p50 {p50:.2f} s, p99 {p99:.2f} s, beside {self.others} of the others"


def dear(chance: random.Random) -> tuple[str, ...]:
    """Questions of the longest kind that cost most for their length: Han without a space, numbers, misspelt words."""
    han = "中国巴基斯坦经济走廊瓜达尔港战略对话第七轮外长年月日一二三四五六七八九十百千万亿人们的了是在和与不"
    words = ("strategic", "dialogue", "foreign", "ministers", "corridor", "cooperation", "railway", "ceasefire")
    texts = (
        "".join(chance.choice(han) for _ in range(LETTERS)),
        "a " * LETTERS,
        " ".join(str(chance.randint(1, 9999)) for _ in range(LETTERS)),
        " ".join(word[:2] + chance.choice("xqz") + word[3:] for word in chance.choices(words, k=LETTERS)),
    )
    return tuple(text[:LETTERS] for text in texts)


async def measure(askers: int, seconds: float, shelf: Library, *asked: str) -> Figures:
    """Within the usual limits of each person; the waits are from receiving an update to the message sent.

    The others ask what is ``asked``, or else the dearest questions.
    """
    telegram, chance = FakeTelegram(), random.Random(7)  # noqa: S311 - only a variety
    config = replace(CONFIG, burst=5, cooldown=2.0, messages_per_second=30.0)
    request = RecordingRequest(telegram)
    application = build_application(config, shelf, Storage(), request=request)
    async with application:
        reception = Reception(application)
        for text in (*QUESTIONS, *dear(chance)):  # what is read at the first question of its kind alone is not counted
            shelf.ask(text)
        texts = cycle(asked or dear(chance))
        for number in range(askers):
            await _ask(reception, updates.ANNA | {"id": 100 + number}, [next(texts) for _ in range(int(seconds) + 5)])
        waits = [await _wait(reception, telegram, text) for text in _for(seconds)]
        others = sum(1 for chat, _ in telegram.messages if chat != VICTIM["id"])
        await reception.close(0.0)
        assert application.post_shutdown is not None
        await application.post_shutdown(application)
    return Figures(tuple(waits), others)


def _for(seconds: float) -> Iterator[str]:
    began = time.monotonic()
    for text in cycle(QUESTIONS):
        if time.monotonic() - began >= seconds:
            return
        yield text


async def _ask(reception: Reception, person: dict[str, Any], texts: list[str]) -> None:
    await reception.take([updates.said(text, user=person) for text in texts])


async def _wait(reception: Reception, telegram: FakeTelegram, text: str) -> float:
    """Ask, and take as long as the interval between two questions."""
    before, began = _sent(telegram), time.monotonic()
    await _ask(reception, VICTIM, [text])
    while _sent(telegram) == before:  # noqa: ASYNC110 - the other side knows of no event
        await asyncio.sleep(0.002)
    took = time.monotonic() - began
    await asyncio.sleep(max(0.0, EVERY - took))
    return took


def _sent(telegram: FakeTelegram) -> int:
    return sum(1 for chat, _ in telegram.messages if chat == VICTIM["id"])


if __name__ == "__main__":
    shelf = library()
    for made_at_start in (shelf.disagreements, shelf.changes, shelf.omissions):
        made_at_start()
    print(asyncio.run(measure(int(sys.argv[1]), float(sys.argv[2]), shelf, *sys.argv[3:])))
