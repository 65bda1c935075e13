"""Telegram: the only room that knows python-telegram-bot."""

from __future__ import annotations

from cpecbot.bot.application import build_application
from cpecbot.bot.config import BotConfig, Webhook
from cpecbot.bot.running import run

__all__ = ["BotConfig", "Webhook", "build_application", "run"]
