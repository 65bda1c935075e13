"""The fake Telegram over real HTTP on the loopback interface."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import MIMEPart
from email.policy import HTTP
from urllib.parse import parse_qsl

from fakes.telegram import TOKEN, FakeTelegram, Response

LONG_POLL = 0.03  # seconds; a real server waits as long as it is asked to
REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class FakeServer:
    """Speaks as much HTTP/1.1 as a client of the Bot API needs; faults are those of ``FakeTelegram.break_off``."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _read_request(reader)) is not None:
                response = await self._respond(*request)
                if response.fault == "hang":
                    await reader.read()
                    return
                if not await _write(writer, response):
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _respond(self, path: str, parameters: dict[str, str]) -> Response:
        _, _, rest = path.partition("/bot")
        token, _, method = rest.partition("/")
        if token != TOKEN or self.telegram.revoked:
            return Response(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        if (outage := self.telegram.outage) is not None:
            await asyncio.sleep(LONG_POLL)
            return outage
        if method != "getUpdates":
            return self.telegram.handle(method, parameters)
        if not self.telegram.updates and parameters.get("timeout", "0") != "0":
            await asyncio.sleep(LONG_POLL)
        return self.telegram.handle(method, parameters)


@asynccontextmanager
async def serve(telegram: FakeTelegram) -> AsyncIterator[str]:
    """Yield the address of the server."""
    handlers: set[asyncio.Task[None]] = set()
    fake = FakeServer(telegram)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        handlers.add(task)
        with contextlib.suppress(asyncio.CancelledError):  # asyncio would report it as a failure of its callback
            await fake.handle(reader, writer)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.close()
        for task in handlers:
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
        await server.wait_closed()


async def _read_request(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]] | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, _, fields = head.partition(b"\r\n")
    headers = message_from_bytes(fields, policy=HTTP)
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    _, path, _ = first.decode("ascii").split(" ", 2)
    if headers.get_content_type() != "multipart/form-data":
        return path, dict(parse_qsl(body.decode(), keep_blank_values=True))
    form = message_from_bytes(b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body, policy=HTTP)
    return path, dict(_field(part) for part in form.iter_parts())


def _field(part: MIMEPart) -> tuple[str, str]:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return str(part.get_param("name", header="content-disposition")), content.decode("utf-8", "replace")


async def _write(writer: asyncio.StreamWriter, response: Response) -> bool:
    """Whether the connection goes on."""
    if response.fault == "drop":
        return False
    body = response.encoded()
    head = f"HTTP/1.1 {response.status} {REASONS.get(response.status, 'Error')}\r\n"
    writer.write(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode())
    writer.write(body[: len(body) // 2] if response.fault == "half" else body)
    await writer.drain()
    return response.fault != "half"
