"""What no log and no terminal shows: the token and other secrets, and what people said."""

from __future__ import annotations

from cpecbot.bot.secrecy.protecting import protected

__all__ = ["protected"]
