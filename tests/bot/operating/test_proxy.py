"""Everything goes through the proxy that is set, fetching and sending, and its password is in no log."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from telegram.error import NetworkError

from cpecbot.bot import build_application
from cpecbot.bot.secrecy import protected
from cpecbot.bot.services.context import BotApplication
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import CONFIG, Clock, until
from fakes.library import FakeLibrary
from fakes.proxies import Proxy, listening
from fakes.receiving import polling
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram

PASSWORD = "hush hush"  # noqa: S105 - opens nothing


@asynccontextmanager
async def bot_behind(address: str, proxy: str, corpus: Corpus) -> AsyncIterator[BotApplication]:
    config = replace(CONFIG, api_root=address, proxy=proxy, poll=1, pauses=(0.01,))
    application = build_application(config, FakeLibrary(corpus), Storage(), clocks=(Clock(), Clock()))
    async with application:
        await application.start()
        yield application
        await application.stop()


@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_a_conversation_goes_through_it(corpus: Corpus, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    telegram, proxy = FakeTelegram(), Proxy("me", PASSWORD)
    async with serve(telegram) as address, listening(proxy, getattr(proxy, kind)) as port:
        way = f"{kind}://me:hush%20hush@127.0.0.1:{port}"
        with protected(TOKEN, way), caplog.at_level(logging.DEBUG):
            async with bot_behind(address, way, corpus) as application, polling(application):
                telegram.updates.append(updates.said("Gaza"))
                await until(lambda: telegram.messages)
    assert {str(each) for each in proxy.passed} == {address.rpartition(":")[2]}
    assert len(proxy.passed) >= 2, "fetching and sending have a connection each"
    assert "hush" not in caplog.text
    assert TOKEN not in caplog.text


async def test_a_proxy_that_refuses_is_an_outage(corpus: Corpus, caplog: pytest.LogCaptureFixture) -> None:
    """Told without its password; whatever the network is, the bot waits for it."""
    telegram, proxy = FakeTelegram(), Proxy("me", PASSWORD)
    async with serve(telegram) as address, listening(proxy, proxy.http) as port:
        way = f"http://me:wrong-hush@127.0.0.1:{port}"
        application = build_application(
            replace(CONFIG, api_root=address, proxy=way), FakeLibrary(corpus), Storage(), clocks=(Clock(), Clock())
        )
        with protected(TOKEN, way), caplog.at_level(logging.DEBUG), pytest.raises(NetworkError):
            await application.initialize()
        await application.bot.shutdown()
    assert proxy.refused
    assert not telegram.calls
    assert "wrong-hush" not in caplog.text
