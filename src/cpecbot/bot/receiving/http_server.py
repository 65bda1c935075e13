"""HTTP servers that are slow with nobody, and take no more than they were made for."""

from __future__ import annotations

import os
import socket
from http import HTTPStatus

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.web import Application as WebApplication
from tornado.web import HTTPError, RequestHandler, stream_request_body

from cpecbot.errors import SettingsError

LARGEST_BODY = 1_000_000
"""Bytes; an update of Telegram's has a few thousand."""

PASSED_OVER = 10 * LARGEST_BODY
"""Bytes of the body of who is turned away that are waited for; where more are announced, none are."""

HEAD_PATIENCE = 30.0
"""Seconds that the head of a request may take to come, and a connection may rest between two requests."""

BODY_PATIENCE = 10.0
"""Seconds that the body may take."""

MOST_CONNECTIONS = 200
"""Twice what Telegram opens at most, https://core.telegram.org/bots/api#setwebhook."""


class Server(HTTPServer):
    """Lets go of who sends his request drop by drop, and of who opens one connection after another."""

    def initialize(self, pages: WebApplication) -> None:  # type: ignore[override]  # HTTPServer takes its settings here
        super().initialize(
            pages,
            idle_connection_timeout=HEAD_PATIENCE,
            body_timeout=BODY_PATIENCE,
            max_body_size=PASSED_OVER,
            max_header_size=16_384,
        )
        self._open = 0

    def handle_stream(self, stream: IOStream, address: tuple[str, int]) -> None:
        if self._open >= MOST_CONNECTIONS:
            stream.close()
            return
        self._open += 1
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        self._open -= 1
        super().on_close(server_conn)


@stream_request_body
class Page(RequestHandler):
    """Takes what its ``method`` sends; whatever else comes is turned away, and its body not kept.

    The answer is sent after the body has come: tornado closes the connection with it, and with a part of the body still
    on its way the system would throw the answer away. Nothing is said about what runs here.
    """

    method = ""
    received: bytearray
    refusal: HTTPStatus | None

    def check(self) -> HTTPStatus | None:
        """Why this one may not send anything."""
        return None

    async def handle(self) -> None:
        """Answer what was ``received``."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")

    def prepare(self) -> None:
        length = self.request.headers.get("Content-Length", "")
        said = int(length[:20]) if length.isdecimal() else 0
        self.received = bytearray()
        self.refusal = HTTPStatus.NOT_FOUND if self.request.method != self.method else self.check()
        if self.refusal is None and said > LARGEST_BODY:
            self.refusal = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if self.refusal is not None and (said > PASSED_OVER or "Expect" in self.request.headers):
            raise HTTPError(self.refusal)

    def data_received(self, chunk: bytes) -> None:
        """Bodies that come in pieces do not say beforehand how long they are."""
        if self.refusal is None and len(self.received) + len(chunk) > LARGEST_BODY:
            self.received.clear()
            self.refusal = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if self.refusal is None:
            self.received += chunk

    async def _answer(self) -> None:
        if self.refusal is not None:
            raise HTTPError(self.refusal)
        await self.handle()

    get = head = post = put = patch = delete = options = _answer

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_status(status_code)
        self.finish()


class Nothing(Page):
    """Where there is nothing."""

    def check(self) -> HTTPStatus:
        return HTTPStatus.NOT_FOUND


def pages(*rules: tuple[str, type[Page], dict[str, object]]) -> WebApplication:
    """Nothing is where none of the rules leads, and no access is logged."""
    return WebApplication(list(rules), default_handler_class=Nothing, log_function=lambda _: None)


def _reason(error: OSError) -> str:
    """As the system puts it; Python adds the address, and a name that is none has no number."""
    return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)


def listen_on(name: str, listen: str, port: int) -> socket.socket:
    """Raise SettingsError where the address is taken; ``name_listen`` and ``name_port`` are the settings."""
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    try:
        listener = socket.create_server((listen, port), family=family)
    except OSError as error:
        raise SettingsError(
            f"{name}: cannot listen on {listen}:{port} ({_reason(error)}). "
            f"Set {name}_listen and {name}_port to an address that is free."
        ) from error
    listener.setblocking(False)
    return listener
