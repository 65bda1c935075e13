"""The real command with everything at DEBUG: nothing it writes shows the token or what people said."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from fakes import updates
from fakes.bot import PATIENCE, until
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes of POSIX")

ROOT = Path(__file__).resolve().parents[2]
SECRET = TOKEN.partition(":")[2]
SAID = "zxq7 corridor 8wvy"


@asynccontextmanager
async def running(telegram: FakeTelegram, folder: Path) -> AsyncIterator[list[str]]:
    """``cpecbot run`` with Python's and asyncio's own debugging; what it wrote is in the list at the end."""
    written: list[str] = []
    (folder / "corpus").mkdir()
    (folder / "corpus" / "001.txt").write_text(
        "Islamabad, Jan 5 – The two sides called for a ceasefire in Gaza.", "utf-8"
    )
    async with serve(telegram) as address:
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "default", "-m", "cpecbot", "run"),
            cwd=folder,
            env=os.environ
            | {
                "PYTHONPATH": str(ROOT / "src"),
                "CPECBOT_TELEGRAM_TOKEN": TOKEN,
                "CPECBOT_API_ROOT": address,
                "CPECBOT_LOG_LEVEL": "DEBUG",
                "CPECBOT_CORPUS": str(folder / "corpus"),
                "PYTHONASYNCIODEBUG": "1",
                "CPECBOT_COOLDOWN": "0",
                "XDG_STATE_HOME": str(folder / "state"),
                "NO_PROXY": "127.0.0.1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        ended = asyncio.create_task(program.communicate())  # a full pipe would hold up the program
        try:
            yield written
        finally:
            program.send_signal(signal.SIGTERM)
            async with asyncio.timeout(PATIENCE):
                out, _ = await ended
            written.append(out.decode())


def _is_told(telegram: FakeTelegram, person: dict[str, Any]) -> bool:
    return any(message["chat"]["id"] == person["id"] for message in telegram.messages.values())


def everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_nothing_is_shown_and_nothing_is_left_after_forget(tmp_path: Path) -> None:
    """Through questions, inline queries, an unreadable update, faults of the network and a 5 MB one."""
    telegram = FakeTelegram()
    old = os.umask(0)
    try:
        async with running(telegram, tmp_path) as written:
            await until(lambda: telegram.made("getUpdates"))
            for fault in ("half", "drop", "html"):
                telegram.break_off("sendMessage", fault)
                telegram.updates.append(updates.said(f"{SAID} Gaza"))
            telegram.updates.append(updates.said(SAID, user=updates.BILAL, checklist={"title": SAID}))
            telegram.updates.append(updates.said(f"{SAID} " * 250_000, user=updates.BILAL))
            telegram.updates.append(updates.typed_inline(SAID))
            await until(lambda: _is_told(telegram, updates.BILAL) and telegram.made("answerInlineQuery"))
            telegram.updates.append(updates.said("/forget"))
            await until(lambda: _asks_to_forget(telegram))
            shown = _asks_to_forget(telegram)[-1]
            yes = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
            telegram.updates.append(updates.pressed(yes, shown))
            await until(lambda: any("Deleted" in call["text"] for call in telegram.made("editMessageText")))
            found = {each: stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "state").rglob("*")}
            assert SAID.encode() not in everything(tmp_path / "state")
    finally:
        os.umask(old)
    assert {each.name: oct(mode) for each, mode in found.items() if mode & 0o077} == {}
    (text,) = written
    assert "Set Bot API URL" in text
    assert SECRET not in text
    assert SAID not in text
    assert len(text) < 1_000_000


def _asks_to_forget(telegram: FakeTelegram) -> list[dict[str, object]]:
    return [each for each in telegram.messages.values() if ":1" in str(each.get("reply_markup")) and "x:" in str(each)]
