"""HTTP servers that are slow with nobody, and take no more than they were made for."""

from __future__ import annotations

import os
import socket
from collections import Counter
from collections.abc import Sequence
from http import HTTPStatus
from typing import cast
from weakref import WeakSet

from msgspec import Struct
from tornado.http1connection import HTTP1ServerConnection
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPMessageDelegate
from tornado.iostream import IOStream
from tornado.web import Application as WebApplication
from tornado.web import HTTPError, RequestHandler, stream_request_body

from cpecbot.errors import SettingsError

LARGEST_BODY = 1_000_000
"""Bytes; an update of Telegram's has a few thousand."""

PASSED_OVER = 10 * LARGEST_BODY
"""Bytes of the body of who is turned away that are waited for; where more are announced, none are."""

HEAD_PATIENCE = 10.0
"""Seconds that the head of a request may take to come, and a connection may rest between two requests."""

BODY_PATIENCE = 10.0
"""Seconds that the body may take."""

MOST_CONNECTIONS = 200
"""Twice what Telegram opens at most, https://core.telegram.org/bots/api#setwebhook."""


class Pages(WebApplication):
    """``admitted`` are the requests whose sender may send what comes with them."""

    def __init__(self, rules: Sequence[tuple[str, type[Page], dict[str, object]]]) -> None:
        super().__init__(list(rules), default_handler_class=Nothing, log_function=lambda _: None)
        self.admitted: WeakSet[HTTPConnection] = WeakSet()


class _Guest(Struct):
    """``peer`` is the address that a connection came from; ``request`` is what it says, or is to say next.

    ``known`` is whose earlier request counted.
    """

    peer: str
    request: HTTPConnection | None = None
    known: bool = False


class Server(HTTPServer):
    """Lets go of who sends his request drop by drop, and of who opens one connection after another.

    Where all places are taken, one more takes that of a connection that has said nothing yet which counts: of the peer
    that holds most such, the one that is silent for longest. So nobody shuts out others by saying nothing, and those
    that rest between two requests which count go last: from however many addresses the others come.
    """

    def initialize(self, pages: Pages) -> None:  # type: ignore[override]  # HTTPServer takes its settings here
        super().initialize(
            pages,
            idle_connection_timeout=HEAD_PATIENCE,
            body_timeout=BODY_PATIENCE,
            max_body_size=PASSED_OVER,
            max_header_size=16_384,
        )
        self._pages = pages
        self._guests: dict[IOStream, _Guest] = {}

    def handle_stream(self, stream: IOStream, address: tuple[str, int] | str) -> None:
        if len(self._guests) >= MOST_CONNECTIONS and not self._make_room():
            stream.close()
            return
        self._guests[stream] = _Guest(address[0] if isinstance(address, tuple) else "")
        super().handle_stream(stream, address)  # type: ignore[arg-type]  # that of a Unix socket is a str

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        """Called before the first byte of it has come."""
        stream = cast(HTTP1ServerConnection, server_conn).stream
        guest = self._guests.pop(stream, None)
        if guest is not None:  # the last of those that are silent
            guest.known |= guest.request in self._pages.admitted
            guest.request = request_conn
            self._guests[stream] = guest
        return super().start_request(server_conn, request_conn)

    def on_close(self, server_conn: object) -> None:
        self._guests.pop(cast(HTTP1ServerConnection, server_conn).stream, None)
        super().on_close(server_conn)

    def _make_room(self) -> bool:
        silent = [stream for stream, guest in self._guests.items() if guest.request not in self._pages.admitted]
        if not silent:
            return False
        held = Counter(self._guests[stream].peer for stream in silent if not self._guests[stream].known)
        chosen = max(silent, key=lambda stream: (not self._guests[stream].known, held[self._guests[stream].peer]))
        del self._guests[chosen]
        chosen.close()
        return True


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
        if self.refusal is None and self.request.connection is not None:
            cast(Pages, self.application).admitted.add(self.request.connection)
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


def pages(*rules: tuple[str, type[Page], dict[str, object]]) -> Pages:
    """Nothing is where none of the rules leads, and no access is logged."""
    return Pages(rules)


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
