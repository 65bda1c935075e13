"""Proxies of the two kinds, as small as they can be, on the loopback interface."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Pass = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[tuple[str, int, bytes]]]


@dataclass
class Proxy:
    """``passed`` are the ports that it led to; who does not give user and password gets nowhere."""

    user: str
    password: str
    passed: list[int] = field(default_factory=list)
    refused: int = 0

    async def http(self, reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> tuple[str, int, bytes]:
        """A request with the whole address in it goes on without that."""
        head = await reader.readuntil(b"\r\n\r\n")
        first, _, fields = head.partition(b"\r\n")
        given = b64encode(f"{self.user}:{self.password}".encode())
        if b"Basic " + given not in fields:
            raise PermissionError
        method, target, version = first.split(b" ")
        host, _, path = target.removeprefix(b"http://").partition(b"/")
        name, _, port = host.decode().partition(":")
        return name, int(port), b" ".join([method, b"/" + path, version]) + b"\r\n" + fields

    async def socks5(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int, bytes]:
        """RFC 1928, with the user and password of RFC 1929."""
        await reader.readexactly((await reader.readexactly(2))[1])
        writer.write(b"\x05\x02")
        user = await reader.readexactly((await reader.readexactly(2))[1])
        password = await reader.readexactly((await reader.readexactly(1))[0])
        if (user.decode(), password.decode()) != (self.user, self.password):
            raise PermissionError
        writer.write(b"\x01\x00")
        kind = (await reader.readexactly(4))[3]
        length = 4 if kind == 1 else (await reader.readexactly(1))[0]
        raw = await reader.readexactly(length)
        host = ".".join(map(str, raw)) if kind == 1 else raw.decode()
        (port,) = struct.unpack("!H", await reader.readexactly(2))
        writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        return host, port, b""


@asynccontextmanager
async def listening(proxy: Proxy, way: Pass) -> AsyncIterator[int]:
    """The port at which it lets through."""
    tasks: set[asyncio.Task[None]] = set()

    async def lead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with contextlib.suppress(asyncio.CancelledError, ConnectionError, asyncio.IncompleteReadError, RuntimeError):
            await _lead(proxy, way, reader, writer)
        writer.close()

    server = await asyncio.start_server(lead, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _lead(proxy: Proxy, way: Pass, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        host, port, begun = await way(reader, writer)
    except PermissionError:
        proxy.refused += 1
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        return
    proxy.passed.append(port)
    there, back = await asyncio.open_connection(host, port)
    back.write(begun)
    try:
        await asyncio.gather(_copy(reader, back), _copy(there, writer))
    finally:
        back.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65_536):
        writer.write(piece)
        await writer.drain()
    writer.close()
