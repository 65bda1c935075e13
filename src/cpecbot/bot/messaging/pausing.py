"""How long to wait before a call to Telegram is made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, repeat

from telegram.error import RetryAfter

SLACK = 0.1
"""Seconds on top of a wait that Telegram asks for; it rounds down."""


def pauses(steps: Sequence[float]) -> Iterator[float]:
    """The steps, and the last of them for ever."""
    return chain(steps, repeat(steps[-1]))


def seconds_to_wait(error: RetryAfter) -> float:
    """What Telegram asks for, of either type that python-telegram-bot gives it."""
    wait = error.retry_after
    return (wait.total_seconds() if isinstance(wait, timedelta) else wait) + SLACK
