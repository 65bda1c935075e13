"""How long to wait before a call to Telegram is made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, repeat

from telegram.error import RetryAfter

SLACK = 0.1
"""Seconds on top of a wait that Telegram asks for; it rounds down."""

LONGEST = 900.0
"""Seconds; whoever asks earlier than Telegram wants to is told so again, and nothing is lost."""


def pauses(steps: Sequence[float]) -> Iterator[float]:
    """The steps, and the last of them for ever."""
    return chain(steps, repeat(steps[-1]))


def seconds_to_wait(error: RetryAfter, otherwise: float) -> float:
    """What Telegram asks for, of whatever type python-telegram-bot gives it; ``otherwise`` where it makes no sense."""
    asked: object = error.retry_after
    seconds = asked.total_seconds() if isinstance(asked, timedelta) else asked
    return seconds + SLACK if isinstance(seconds, int | float) and seconds > 0 else otherwise


def seconds_to_rest(error: RetryAfter, otherwise: float) -> float:
    """The same for what the bot asks for itself: no single answer of a server silences it for good."""
    return min(LONGEST, seconds_to_wait(error, otherwise))
