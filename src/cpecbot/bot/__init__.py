"""Telegram: the only room that knows python-telegram-bot."""

from __future__ import annotations

from cpecbot.bot.interface import BotConfig, Monitor, Webhook
from cpecbot.bot.operating.application import build_application
from cpecbot.bot.operating.running import run

__all__ = ["BotConfig", "Monitor", "Webhook", "build_application", "run"]
