"""Many questions at once, and what became of each."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fakes import updates
from fakes.telegram import FakeTelegram

Key = tuple[int, int]
"""Chat and message of a question."""


@dataclass(frozen=True, slots=True)
class Question:
    key: Key
    update: dict[str, Any]


def questions(count: int, chats: int) -> list[Question]:
    """In turn from so many private chats; at most 900, which the fake Telegram takes for messages of people."""
    asked = []
    for number in range(count):
        person = updates.ANNA | {"id": 10_000 + number % chats}
        update = updates.said("Gaza", user=person, message_id=number + 1)
        asked.append(Question((int(person["id"]), number + 1), update))
    return asked


def answers(telegram: FakeTelegram) -> Counter[Key]:
    """How often each question was answered, so far as messages arrived."""
    return Counter(
        (int(message["chat"]["id"]), int(message["reply_to_message"]["message_id"]))
        for message in telegram.messages.values()
        if "reply_to_message" in message
    )


async def settled(condition: Callable[[], bool], patience: float) -> bool:
    """Whether it came true in so many seconds."""
    for _ in range(int(patience / 0.02)):
        if condition():
            return True
        await asyncio.sleep(0.02)
    return False
