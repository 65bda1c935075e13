"""``cpecbot run`` as a service: what its manager, its monitor and its log are told, in good times and bad."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from cpecbot.bot.receiving.webhook import SECRET_HEADER
from fakes import updates
from fakes.bot import until
from fakes.program import ROOT
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram, Response

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

SECRET = "only-telegram-knows"  # noqa: S105 - opens nothing
PRIVATE = "Gaza, which nobody else may read of"
OUTAGE = Response(502, {"ok": False, "error_code": 502, "description": "Bad Gateway"}, "html")


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """Where systemd would listen."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.setblocking(False)
        yield line


def heard(manager: socket.socket) -> list[str]:
    found: list[str] = []
    while True:
        try:
            found += manager.recv(4096).decode().split("\n")
        except BlockingIOError:
            return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@asynccontextmanager
async def running(folder: Path, address: str, **settings: object) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program itself, with a token that the service manager hands over; killed where it does not end."""
    credentials = folder / "credentials"
    credentials.mkdir(exist_ok=True)
    (credentials / "cpecbot_telegram_token").write_text(TOKEN, "utf-8")
    given = {"API_ROOT": address, "DATABASE": folder / "state.sqlite3", "LOG_LEVEL": "DEBUG"} | settings
    variables = {f"CPECBOT_{name}": str(value) for name, value in given.items()}
    variables |= {
        "CREDENTIALS_DIRECTORY": str(credentials),
        "NOTIFY_SOCKET": str(folder / "notify"),
        "WATCHDOG_USEC": "1000000",
        "NO_PROXY": "127.0.0.1",
        "PYTHONPATH": str(ROOT / "src"),
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CPECBOT_")}
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "cpecbot", "run"),
        env=inherited | variables,
        cwd=folder,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield program
    finally:
        if program.returncode is None:
            program.kill()
            await program.communicate()


async def ended(program: asyncio.subprocess.Process, number: int | None = None) -> str:
    """All that it logged."""
    if number is not None:
        program.send_signal(number)
    async with asyncio.timeout(60):
        _, log = await program.communicate()
    return log.decode()


async def told(port: int, path: str) -> tuple[int, Any]:
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.get(f"http://127.0.0.1:{port}{path}")
    return response.status_code, response.text if path == "/metrics" else response.json()


async def test_a_service_s_life(tmp_path: Path, manager: socket.socket) -> None:
    """Ready, watched, alive while Telegram is ill, stopping; each line of the log is JSON, and none tells the token."""
    telegram, port, said = FakeTelegram(), free_port(), list[str]()
    async with serve(telegram) as address, running(tmp_path, address, MONITOR_PORT=port) as program:
        await until(lambda: said.extend(heard(manager)) or "READY=1" in said)
        telegram.updates.append(updates.said(PRIVATE))
        await until(lambda: telegram.made("sendMessage"))
        assert (await told(port, "/readyz"))[0] == 200
        telegram.outage = OUTAGE
        said.clear()
        await until(lambda: said.extend(heard(manager)) or said.count("WATCHDOG=1") > 2)
        assert (await told(port, "/healthz"))[0] == 200
        telegram.outage = None
        status, text = await told(port, "/metrics")
        said.clear()
        log = await ended(program, signal.SIGTERM)
    assert program.returncode == 0, log
    assert "STOPPING=1" in heard(manager)
    assert status == 200
    assert re.search(r'^cpecbot_answers_total\{outcome="\w+",surface="chat"\} 1.0$', text, re.MULTILINE)
    lines = [json.loads(line) for line in log.splitlines()]
    assert any("Answering from 5 articles" in line["event"] for line in lines)
    assert any(line["level"] == "debug" for line in lines)
    assert TOKEN.partition(":")[2] not in log
    assert "nobody else" not in log


async def test_a_bot_that_finds_no_network_goes_on_starting(tmp_path: Path, manager: socket.socket) -> None:
    """It is watched meanwhile, alive, given time by the service manager, and not ready."""
    port, said = free_port(), list[str]()
    async with running(tmp_path, "http://127.0.0.1:9", MONITOR_PORT=port) as program:
        await until(lambda: said.extend(heard(manager)) or sum(each.startswith("EXTEND") for each in said) > 1)
        assert "WATCHDOG=1" in said
        assert "READY=1" not in said
        assert (await told(port, "/healthz"))[0] == 200
        status, body = await told(port, "/readyz")
        assert (status, body["checks"]["telegram"]["reason"]) == (503, "not connected yet")
        log = await ended(program, signal.SIGTERM)
    assert program.returncode == 0, log


async def test_a_port_in_use_is_one_line_and_status_2(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = {"MONITOR_PORT": port, "LOG_LEVEL": "WARNING"}
        async with serve(FakeTelegram()) as address, running(tmp_path, address, **settings) as program:
            log = await ended(program)
    assert program.returncode == 2
    error = log.splitlines()[-1]
    assert error.startswith(f"Error: monitor: cannot listen on 127.0.0.1:{port} (Address already in use). Set monitor_")
    assert "Traceback" not in log


async def test_a_question_by_webhook(tmp_path: Path, manager: socket.socket) -> None:
    """Whoever does not know the secret is turned away; the secret is in no line."""
    telegram, port = FakeTelegram(), free_port()
    hook = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_PORT": port, "WEBHOOK_SECRET": SECRET}
    async with (
        serve(telegram) as address,
        running(tmp_path, address, **hook) as program,
        httpx.AsyncClient(trust_env=False) as client,
    ):
        said = list[str]()
        await until(lambda: said.extend(heard(manager)) or "READY=1" in said)
        assert telegram.made("setWebhook")
        post = f"http://127.0.0.1:{port}/hook"
        body = updates.said(PRIVATE)
        assert (await client.post(post, json=body)).status_code == 403
        assert (await client.post(post, json=body, headers={SECRET_HEADER: SECRET})).status_code == 200
        await until(lambda: telegram.made("sendMessage"))
        heard(manager)
        log = await ended(program, signal.SIGTERM)
    assert program.returncode == 0
    assert SECRET not in log
    assert "nobody else" not in log
    assert "STOPPING=1" in heard(manager)
