"""The bot over a fake Telegram, spoken to as a person would."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update

from cpecbot.bot import BotConfig
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from fakes import updates
from fakes.library import FakeLibrary
from fakes.telegram import TOKEN, Call, FakeTelegram

ADMIN = 900
PATIENCE = 60.0  # what a test waits for before it fails; a busy machine is no failure
CONFIG = BotConfig(
    token=TOKEN,
    admin_ids=frozenset({ADMIN}),
    cooldown=0,
    typing_delay=5,
    digest_delay=0.02,
    messages_per_second=0,
    group_messages_per_minute=0,
    pauses=(0.2, 0.8, 3.0),
)


@dataclass
class Clock:
    """Seconds that pass when told to."""

    now: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Bot:
    """The running bot and everything around it that a test may look at."""

    application: BotApplication
    telegram: FakeTelegram
    library: FakeLibrary
    clock: Clock

    @property
    def services(self) -> Services:
        services: Services = self.application.bot_data[SERVICES]
        return services

    async def receive(self, raw: dict[str, Any]) -> list[Call]:
        """What the bot asks of Telegram because of this update, the menu set at start left aside."""
        before = len(self.telegram.calls)
        await self.application.process_update(Update.de_json(raw, self.application.bot))
        return [call for call in self.telegram.calls[before:] if "My" not in call.method]

    async def say(self, text: str, **more: Any) -> list[dict[str, Any]]:
        """The messages that the bot sends for a text; the text of a picture is its caption."""
        calls = await self.receive(updates.said(text, **more))
        sent = [call.parameters for call in calls if call.method in {"sendMessage", "sendPhoto"}]
        return [{"text": parameters.get("caption")} | parameters for parameters in sent]

    async def press(self, label: str, *, user: dict[str, Any] = updates.ANNA) -> list[Call]:
        """Press the button with this label (a regular expression) under the newest message that has it."""
        for shown in reversed(self.telegram.messages.values()):
            for data in buttons(shown, label):
                return await self.receive(updates.pressed(data, shown, user=user))
        raise AssertionError(f"no button {label!r}")

    async def verify_dialog(self, lines: Sequence[tuple[str, str]], **more: Any) -> None:
        """Each line is what a person says and a regular expression for what the bot says to it, all messages in one."""
        for said, expected in lines:
            replies = "\n".join(sent["text"] for sent in await self.say(said, **more))
            assert re.search(expected, replies), f"{said!r} was answered {replies!r}, not {expected!r}"

    @property
    def last(self) -> dict[str, Any]:
        """The newest message of the bot as it stands now."""
        return list(self.telegram.messages.values())[-1]


Make = Callable[..., Awaitable[Bot]]


async def until(condition: Callable[[], object]) -> None:
    """Wait for what a thread, a task or another program does."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - the other side knows of no event
            await asyncio.sleep(0.005)


def buttons(shown: dict[str, Any], label: str) -> list[str]:
    """What is sent by a press on each button under a message whose text holds the pattern ``label``."""
    rows = shown.get("reply_markup", {}).get("inline_keyboard", [])
    return [
        button["callback_data"]
        for row in rows
        for button in row
        if "callback_data" in button and re.search(label, button["text"])
    ]
