"""What the bot tells whoever runs it: whether it is well, and what it does in figures."""

from __future__ import annotations

from cpecbot.bot.monitoring.server import monitored

__all__ = ["monitored"]
