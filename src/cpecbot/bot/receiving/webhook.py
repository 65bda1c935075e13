"""Updates that Telegram posts: the server that takes them in, and the address that Telegram is told."""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import socket
from hmac import compare_digest
from http import HTTPStatus
from typing import NoReturn
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.web import Application as WebApplication
from tornado.web import HTTPError, RequestHandler

from cpecbot.bot.interface import Webhook
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.reception import UPDATES, Reception
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from cpecbot.errors import SettingsError

LARGEST_BODY = 1_000_000
"""Bytes; an update of Telegram's has a few thousand."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


class Hook:
    """Answers Telegram's posts until it is cancelled; raises InvalidToken for a token that stays refused.

    ``door`` stands in for the address that the settings give, in tests.
    """

    def __init__(
        self,
        application: BotApplication,
        reception: Reception,
        connection: Connection,
        webhook: Webhook,
        door: socket.socket | None = None,
    ) -> None:
        self._bot = application.bot
        self._connection = connection
        self._services: Services = application.bot_data[SERVICES]
        self._webhook = webhook
        self._door = door
        self._secret = webhook.secret or secrets.token_urlsafe(32)  # one for this run
        path = re.escape(urlsplit(webhook.url).path.rstrip("/")) + "/?"
        posts = {"reception": reception, "secret": self._secret}
        pages = WebApplication([(path, _Post, posts)], log_function=lambda _: None)
        self._server = HTTPServer(pages, max_body_size=LARGEST_BODY)

    async def run(self) -> NoReturn:
        self._server.add_socket(self._door or _door(self._webhook))
        try:
            await self._connection.insist(self._register)
            while True:
                await asyncio.sleep(self._services.config.token_check)
                await self._connection.insist(self._bot.get_me)  # nothing comes any more once the token is refused
        finally:
            self._server.stop()
            await self._server.close_all_connections()

    async def _register(self) -> bool:
        return await self._bot.set_webhook(self._webhook.url, secret_token=self._secret, allowed_updates=UPDATES)


def _door(webhook: Webhook) -> socket.socket:
    family = socket.AF_INET6 if ":" in webhook.listen else socket.AF_INET
    try:
        door = socket.create_server((webhook.listen, webhook.port), family=family)
    except OSError as error:
        raise SettingsError(
            f"webhook: cannot listen on {webhook.listen}:{webhook.port} ({error.strerror}). "
            "Set webhook_listen and webhook_port to an address that is free."
        ) from error
    door.setblocking(False)
    return door


class _Post(RequestHandler):
    """One post of Telegram's. It is told 200 once the update is taken in, and also for one that cannot be read."""

    def initialize(self, reception: Reception, secret: str) -> None:
        self._reception = reception
        self._secret = secret

    async def post(self) -> None:
        given = self.request.headers.get(SECRET_HEADER, "")
        if not compare_digest(given.encode(), self._secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        try:
            raw = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        await self._reception.take([raw])
