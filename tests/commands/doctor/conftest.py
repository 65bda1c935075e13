"""A Bot API server of the simplest kind, in a thread of its own, that a command can be run against."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

TOKEN = "123456:not-a-real-token-of-anybody"  # noqa: S105  # not one


@dataclass
class Server:
    """What it answers to each method, and to one in ``cut`` nothing.

    ``date`` stands in for its clock, ``body`` for every answer.
    """

    address: str = ""
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    errors: dict[str, tuple[int, str]] = field(default_factory=dict)
    date: str | None = None
    body: bytes | None = None
    released: threading.Event = field(default_factory=threading.Event)
    hangs: bool = False
    cut: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> tuple[int, bytes]:
        token, _, method = path.removeprefix("/bot").partition("/")
        self.asked.append(method)
        status, description = self.errors.get(method, (200, ""))
        if token != TOKEN:
            status, description = 401, "Unauthorized"
        said: dict[str, Any] = {"ok": status == 200}
        said |= {"result": self.results[method]} if status == 200 else {"description": description}
        return status, self.body if self.body is not None else json.dumps(said).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """It knows the token that is set, and has no webhook."""
    state = Server()
    state.results["getMe"] = {"id": 123456, "is_bot": True, "username": "cpec_quotes_bot"}
    state.results["getWebhookInfo"] = {"url": "", "pending_update_count": 0}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if state.hangs:
                state.released.wait(60)
            status, body = state.answer(self.path)
            if state.asked[-1] in state.cut:
                self.close_connection = True
                return
            self.send_response_only(status)
            if state.date != "":
                self.send_header("Date", state.date or self.date_time_string())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{http.server_address[1]}"
    monkeypatch.setenv("CPECBOT_API_ROOT", state.address)
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield state
    state.released.set()
    http.shutdown()
    http.server_close()
    thread.join()
