"""Updates that Telegram posts: the server that takes them in, and the address that Telegram is told."""

from __future__ import annotations

import logging
import re
import secrets
import socket
from dataclasses import replace
from hmac import compare_digest
from http import HTTPStatus
from typing import NoReturn, cast
from urllib.parse import urlsplit

from telegram import WebhookInfo
from telegram.error import BadRequest
from tornado.http1connection import HTTP1Connection
from tornado.web import HTTPError

from cpecbot.bot.interface import Webhook
from cpecbot.bot.receiving.connection import Connection
from cpecbot.bot.receiving.http_server import Page, Server, listen_on, pages
from cpecbot.bot.receiving.reading import parsed
from cpecbot.bot.receiving.reception import Reception, updates_for
from cpecbot.bot.services.context import SERVICES, BotApplication, Services
from cpecbot.errors import SettingsError

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


class Hook:
    """Answers Telegram's posts until it is cancelled; raises InvalidToken for a token that stays refused.

    ``listener`` stands in for the address that the settings give, in tests.
    """

    def __init__(
        self,
        application: BotApplication,
        reception: Reception,
        connection: Connection,
        webhook: Webhook,
        listener: socket.socket | None = None,
    ) -> None:
        self._bot = application.bot
        self._connection = connection
        self._services: Services = application.bot_data[SERVICES]
        self._webhook = with_secret(webhook)
        self._listener = listener
        self._failed_at: object = None
        path = re.escape(urlsplit(webhook.url).path.rstrip("/")) + "/?"
        self._server = Server(pages((path, _Post, {"reception": reception, "secret": self._webhook.secret})))

    async def run(self) -> NoReturn:
        webhook = self._webhook
        self._server.add_socket(self._listener or listen_on("webhook", webhook.listen, webhook.port))
        try:
            await self._connection.insist(self._register)
            self._connection.takes_updates()
            while True:
                await self._connection.rest(self._services.config.token_check)
                await self._check()
        finally:
            self._server.stop()
            await self._server.close_all_connections()

    async def _register(self) -> bool:
        """Raise SettingsError for what Telegram does not take, in its own words."""
        try:
            return await self._bot.set_webhook(
                self._webhook.url, secret_token=self._webhook.secret, allowed_updates=updates_for(self._services.config)
            )
        except BadRequest as error:
            raise SettingsError(
                f"Telegram refuses the webhook: {error.message}. Check webhook_url and CPECBOT_WEBHOOK_SECRET."
            ) from error

    async def _check(self) -> None:
        """Nothing comes any more once the token is refused or another program has taken the webhook away."""
        info = await self._connection.insist(self._bot.get_webhook_info)
        self._tell_failure(info)
        if info.url != self._webhook.url:
            logger.error("another program has changed this bot's webhook; it is set again. Stop that program.")
            await self._connection.insist(self._register)

    def _tell_failure(self, info: WebhookInfo) -> None:
        """Say once of each failed delivery why Telegram could not deliver."""
        if info.last_error_date is not None and info.last_error_date != self._failed_at:
            self._failed_at = info.last_error_date
            logger.warning(
                "Telegram could not deliver to the webhook: %s (%d updates wait there)",
                info.last_error_message,
                info.pending_update_count,
            )


def with_secret(webhook: Webhook) -> Webhook:
    """With one for this run, where the settings have none."""
    return webhook if webhook.secret else replace(webhook, secret=secrets.token_urlsafe(32))


class _Post(Page):
    """One post of Telegram's. It is told 200 once the update is taken in, and also for one that cannot be read.

    Where enough wait already, it waits as well: Telegram, which has only so many posts on their way, keeps the others.
    """

    method = "POST"

    def initialize(self, reception: Reception, secret: str) -> None:
        self._reception = reception
        self._secret = secret

    def check(self) -> HTTPStatus | None:
        given = self.request.headers.get(SECRET_HEADER, "")
        return None if compare_digest(given.encode(), self._secret.encode()) else HTTPStatus.FORBIDDEN

    async def handle(self) -> None:
        try:
            raw = parsed(self.received.decode("utf-8", "replace"))
        except ValueError:
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        await self._reception.room()
        if not self._is_gone():
            await self._reception.take([raw])

    def _is_gone(self) -> bool:
        """Whether Telegram waits no more for an answer: it posts the update again, here or to the next run."""
        return cast(HTTP1Connection, self.request.connection).stream.closed()
