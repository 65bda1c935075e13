"""Running the bot until it is told to stop."""

from __future__ import annotations

import logging
import os
import secrets
import threading
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import InvalidToken

from cpecbot.bot.interface import Webhook
from cpecbot.bot.operating.redaction import protect_logs
from cpecbot.bot.services.context import SERVICES, BotApplication
from cpecbot.errors import SettingsError

logger = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds that Telegram may take to answer for the first time before the person is told."""

REFUSED = "Telegram refuses the token: take the one @BotFather gave you and set CPECBOT_TELEGRAM_TOKEN to it."

UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.BUSINESS_MESSAGE,
    Update.EDITED_BUSINESS_MESSAGE,
    Update.GUEST_MESSAGE,
    Update.INLINE_QUERY,
    Update.CALLBACK_QUERY,
)
"""What the handlers take; Telegram sends nothing else."""


def run(application: BotApplication, token: str, webhook: Webhook | None = None) -> None:
    """Answer until SIGINT or SIGTERM, then finish what is being worked on.

    Updates that came while the bot was away are answered as well. Raises SettingsError for a token that Telegram
    refuses, at start or later; a network that is down is waited for.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the types of the next major version, without a warning per 429
    undo = protect_logs(token)
    patience = _announce_silence(application)
    try:
        if webhook is None:
            application.run_polling(allowed_updates=UPDATES, bootstrap_retries=-1, drop_pending_updates=False)
        else:
            application.run_webhook(**webhook_arguments(webhook))
        if application.bot_data[SERVICES].token_revoked:
            raise SettingsError(REFUSED)
    except InvalidToken:
        raise SettingsError(REFUSED) from None
    finally:
        patience.cancel()
        undo()


def _announce_silence(application: BotApplication) -> threading.Timer:
    """Say once that Telegram has not answered yet; python-telegram-bot goes on trying and tells nobody."""

    def warn() -> None:
        if not application.running:
            logger.warning("Telegram has not answered for %.0f s; still trying. Check the network.", PATIENCE)

    timer = threading.Timer(PATIENCE, warn)
    timer.daemon = True
    timer.start()
    return timer


def webhook_arguments(webhook: Webhook) -> dict[str, Any]:
    """What python-telegram-bot is told; without a secret of the person's own, one is made for this run."""
    return {
        "listen": webhook.listen,
        "port": webhook.port,
        "url_path": urlsplit(webhook.url).path.lstrip("/"),
        "webhook_url": webhook.url,
        "secret_token": webhook.secret or secrets.token_urlsafe(32),
        "allowed_updates": UPDATES,
        "drop_pending_updates": False,
        "bootstrap_retries": -1,
    }
