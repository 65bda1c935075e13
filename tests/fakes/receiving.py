"""Ways for updates to come in, without taking over the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

import httpx
from tornado.netutil import bind_unix_socket

from cpecbot.bot import Webhook
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.polling import Polling
from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.receiving.webhook import SECRET_HEADER, Hook
from cpecbot.bot.services.context import BotApplication
from fakes.bot import PATIENCE

HOOK = Webhook("https://bot.example.org/telegram/hook", secret="only-telegram-knows")  # noqa: S106
SECRET = {SECRET_HEADER: HOOK.secret}
ADDRESS = "http://bot/telegram/hook"


@asynccontextmanager
async def polling(application: BotApplication, patience: float = PATIENCE) -> AsyncIterator[asyncio.Task[NoReturn]]:
    """Poll meanwhile; afterwards everything is worked on to its end."""
    reception = Reception(application)
    task = asyncio.create_task(Polling(application, reception, Connection(application)).run())
    yield task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await reception.close(patience)


@asynccontextmanager
async def posting(application: BotApplication, hook: Webhook, folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client that reaches the webhook server meanwhile."""
    reception, path = Reception(application), str(folder / "hook.sock")
    server = Hook(application, reception, Connection(application), hook, bind_unix_socket(path))
    task = asyncio.create_task(server.run())
    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=path)) as client:
        yield client
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await reception.close(PATIENCE)
