"""A request of python-telegram-bot that asks the fake Telegram without a socket."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from fakes.telegram import FakeTelegram


class RecordingRequest(BaseRequest):
    """``telegram.calls`` records every request in order."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(  # type: ignore[override]  # the timeouts, which mean nothing here, are taken together
        self, url: str, method: str, request_data: RequestData | None = None, **_: Any
    ) -> tuple[int, bytes]:
        assert method == "POST"
        raw = request_data.json_parameters if request_data is not None else {}
        response = self.telegram.handle(url.rpartition("/")[2], raw)
        await asyncio.sleep(0)
        if response.fault == "hang":
            raise TimedOut
        if response.fault in {"drop", "half"}:
            error = httpx.RemoteProtocolError("peer closed connection")
            raise NetworkError(f"httpx.{type(error).__name__}: {error}") from error
        return HTTPStatus(response.status), response.encoded()
