"""The whole bot against a Bot API server over real HTTP: polling, webhook, buttons, edits, inline, and bad weather."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from cpecbot.bot import Webhook, build_application
from cpecbot.bot.operating.redaction import protect_logs
from cpecbot.bot.operating.running import webhook_arguments
from cpecbot.bot.services.context import BotApplication
from cpecbot.corpus import Corpus
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import CONFIG, PATIENCE, Clock, until
from fakes.library import FakeLibrary
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram

HOOK = Webhook("https://bot.example.org/telegram/hook", secret="only-telegram-knows")  # noqa: S106


@pytest.fixture
async def telegram() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
async def application(telegram: FakeTelegram, corpus: Corpus) -> AsyncIterator[BotApplication]:
    """A bot that is connected but fetches no updates yet."""
    async with serve(telegram) as address:
        config = replace(CONFIG, api_root=address)
        request = HTTPXRequest(read_timeout=1, connect_timeout=1, http_version="1.1", httpx_kwargs={"trust_env": False})
        application = build_application(config, FakeLibrary(corpus), Storage(), request=request, clock=Clock())
        async with application:
            await application.start()
            yield application
            await application.stop()


@pytest.fixture(autouse=True)
def _impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let python-telegram-bot retry at once where it would wait seconds."""
    monkeypatch.setattr("telegram.ext._utils.networkloop.asyncio.sleep", _brief_sleep(asyncio.sleep))


@asynccontextmanager
async def polling(application: BotApplication) -> AsyncIterator[None]:
    """As ``run_polling`` does it, without taking over the event loop."""

    def report(error: TelegramError) -> None:
        application.create_task(application.process_error(None, error))

    assert application.updater is not None
    await application.updater.start_polling(poll_interval=0, timeout=1, error_callback=report)
    yield
    await application.updater.stop()


async def test_a_conversation_by_polling(telegram: FakeTelegram, application: BotApplication) -> None:
    """Question, edit, button and inline query, through the same door as in life."""
    telegram.updates.append(updates.said("Gaza", message_id=60))  # came while the bot was away
    async with polling(application):
        await until(lambda: telegram.messages)
        (first,) = telegram.messages.values()
        assert "Gaza" in first["text"]
        telegram.updates.append(updates.edited("strategic dialogue", 60))
        await until(lambda: telegram.made("editMessageText"))
        (shown,) = telegram.messages.values()
        more = shown["reply_markup"]["inline_keyboard"][-2][0]["callback_data"]
        telegram.updates.append(updates.pressed(more, shown))
        await until(lambda: telegram.made("answerCallbackQuery"))
        telegram.updates.append(updates.typed_inline("Gaza"))
        await until(lambda: telegram.made("answerInlineQuery"))
    assert "dialogue" in telegram.made("editMessageText")[0]["text"].casefold()
    assert len(telegram.made("editMessageText")) == 2


async def test_the_picture_of_the_coverage_is_sent_as_a_photo(
    telegram: FakeTelegram, application: BotApplication
) -> None:
    """As multipart form data, with a caption."""
    async with polling(application):
        telegram.updates.append(updates.said("/coverage"))
        await until(lambda: telegram.made("sendPhoto"))
    assert telegram.made("sendPhoto")[0]["caption"]


@pytest.mark.parametrize("fault", ["drop", "half", "hang"])
async def test_polling_outlives_bad_connections(
    telegram: FakeTelegram, application: BotApplication, fault: str
) -> None:
    """A body cut in two, a closed connection, no answer at all: the next poll brings the update."""
    telegram.break_off("getUpdates", fault)
    async with polling(application):
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: telegram.messages)


async def test_a_second_program_with_the_same_token_is_named(
    telegram: FakeTelegram,
    application: BotApplication,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Telegram answers 409; the log says what to do, and the bot goes on."""
    monkeypatch.setattr("telegram.ext._utils.networkloop.asyncio.sleep", _brief_sleep(asyncio.sleep))
    telegram.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    async with polling(application):
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: telegram.messages)
    assert "another program" in caplog.text


async def test_the_token_is_in_no_log_line_of_any_library(
    telegram: FakeTelegram, application: BotApplication, caplog: pytest.LogCaptureFixture
) -> None:
    """Even at DEBUG, even for what fails."""
    undo = protect_logs(TOKEN)
    try:
        with caplog.at_level(logging.DEBUG):
            telegram.break_off("sendMessage", "hang")
            telegram.break_off("getUpdates", "half")
            async with polling(application):
                telegram.updates.extend([updates.said("Gaza"), updates.said("Kashmir")])
                await until(lambda: telegram.messages)
    finally:
        undo()
    assert caplog.records
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_a_conversation_by_webhook(telegram: FakeTelegram, application: BotApplication, tmp_path: Path) -> None:
    """Telegram posts; whoever does not know the secret is turned away."""
    assert application.updater is not None
    socket = tmp_path / "hook.sock"
    arguments = webhook_arguments(HOOK)
    assert arguments.pop("listen") == "127.0.0.1"
    assert arguments.pop("port") == 8443
    await application.updater.start_webhook(**arguments, unix=str(socket))
    assert telegram.settings["webhook", "|null"]["url"] == HOOK.url
    assert telegram.settings["webhook", "|null"]["secret_token"] == HOOK.secret
    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=str(socket))) as client:
        body = updates.said("Gaza")
        address = "http://bot/telegram/hook"
        assert (await client.post(address, json=body)).status_code == 403
        header = {"X-Telegram-Bot-Api-Secret-Token": HOOK.secret}
        assert (await client.post(address, json=body, headers=header)).status_code == 200
        assert (await client.post("http://bot/elsewhere", json=body, headers=header)).status_code == 404
    await until(lambda: telegram.messages)
    await application.updater.stop()
    assert len(telegram.messages) == 1


async def test_a_token_that_telegram_refuses_is_noticed_at_once(telegram: FakeTelegram, corpus: Corpus) -> None:
    """No retry helps."""
    async with serve(telegram) as address:
        config = replace(CONFIG, api_root=address, token="1:wrong")  # noqa: S106
        request = HTTPXRequest(httpx_kwargs={"trust_env": False})
        application = build_application(config, FakeLibrary(corpus), Storage(), request=request)
        with pytest.raises(InvalidToken):
            await application.initialize()
        await request.shutdown()


PROGRAM = """
    import sys
    import time
    from pathlib import Path
    from fakes.languages import LANGUAGES
    from fakes.library import FakeLibrary
    from cpecbot.bot import BotConfig, build_application, run
    from cpecbot.corpus import load_corpus
    from cpecbot.errors import SettingsError
    from cpecbot.storage import Storage

    root, address, token = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    library = FakeLibrary(load_corpus(root / "seeds", LANGUAGES), trouble=lambda _: time.sleep(0.3))
    config = BotConfig(token=token, api_root=address, token_check=0.1)
    storage = Storage(Path(sys.argv[4]) if len(sys.argv) > 4 else None)
    try:
        run(build_application(config, library, storage), token)
    except SettingsError as error:
        sys.exit(str(error))
"""


async def start_program(root: Path, address: str, token: str, *more: str) -> asyncio.subprocess.Process:
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root / 'tests'}", "NO_PROXY": "127.0.0.1"}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", textwrap.dedent(PROGRAM), str(root), address, token, *more,
        env=environment, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_sigterm_ends_the_program_after_the_answer_it_is_working_on(telegram: FakeTelegram, root: Path) -> None:
    """Nobody's question is lost by a restart."""
    async with serve(telegram) as address:
        program = await start_program(root, address, TOKEN)
        telegram.updates.append(updates.said("Gaza"))
        await until(lambda: any(int(call.get("offset", 0)) > 0 for call in telegram.made("getUpdates")))
        async with asyncio.timeout(PATIENCE):
            program.send_signal(signal.SIGTERM)
            _, log = await program.communicate()
    assert program.returncode == 0, log.decode()
    assert any("Gaza" in message["text"] for message in telegram.messages.values())


async def test_a_refused_token_is_explained_in_one_sentence(telegram: FakeTelegram, root: Path) -> None:
    """What to do, and not the token itself."""
    async with serve(telegram) as address:
        program = await start_program(root, address, "1:wrong-token-of-somebody")
        async with asyncio.timeout(PATIENCE):
            _, log = await program.communicate()
    assert program.returncode == 1
    assert "@BotFather" in log.decode()
    assert "wrong-token-of-somebody" not in log.decode()


async def test_a_token_revoked_while_the_bot_runs_ends_it_with_an_error(
    telegram: FakeTelegram, root: Path, tmp_path: Path
) -> None:
    """python-telegram-bot would go on without fetching anything; the database is closed as well."""
    async with serve(telegram) as address:
        program = await start_program(root, address, TOKEN, str(tmp_path / "memory.db"))
        await until(lambda: telegram.made("getUpdates"))
        telegram.revoked = True
        async with asyncio.timeout(PATIENCE):
            _, log = await program.communicate()
    assert program.returncode == 1
    assert log.decode().rstrip().endswith("set CPECBOT_TELEGRAM_TOKEN to it.")
    assert TOKEN not in log.decode()
    assert not (tmp_path / "memory.db-wal").exists()


async def test_a_killed_program_forgets_nothing(telegram: FakeTelegram, root: Path, tmp_path: Path) -> None:
    """What was said before SIGKILL is in the write-ahead log, and an edit after it finds its answer."""
    memory = str(tmp_path / "memory.db")
    async with serve(telegram) as address:
        program = await start_program(root, address, TOKEN, memory)
        telegram.updates.append(updates.said("Gaza", message_id=60))
        await until(lambda: telegram.messages)
        (message,) = telegram.messages
        storage = Storage(tmp_path / "memory.db")
        await storage.open()
        async with asyncio.timeout(PATIENCE):
            while await storage.reply(updates.ANNA["id"], 60) is None:  # noqa: ASYNC110 - the other side is a file
                await asyncio.sleep(0.01)
        await storage.close()
        program.kill()
        await program.wait()
        telegram.updates.clear()
        program = await start_program(root, address, TOKEN, memory)
        telegram.updates.append(updates.edited("strategic dialogue", 60))
        await until(lambda: telegram.made("editMessageText"))
        program.send_signal(signal.SIGTERM)
        await program.communicate()
    assert int(telegram.made("editMessageText")[0]["message_id"]) == message[1]
    assert len(telegram.messages) == 1


def _brief_sleep(sleep: Callable[..., Any]) -> Callable[..., Any]:
    async def brief(seconds: float, result: object = None) -> object:
        return await sleep(min(seconds, 0.01), result)

    return brief
