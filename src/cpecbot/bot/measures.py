"""What is counted while the bot runs, for whoever watches over it: figures, and nothing that tells of a person.

Labels are names of the Bot API's, of errors and of our own, so that there is an end to them.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from telegram.error import TelegramError

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0)
"""From an answer at once to one that is given up."""

OK = "ok"


class Measures:
    """Each bot has its own, so that two in one process do not count for each other."""

    def __init__(self) -> None:
        registry = self.registry = CollectorRegistry()
        self.updates = Counter("cpecbot_updates", "Updates that were read.", ["kind"], registry=registry)
        self.unreadable = Counter(
            "cpecbot_unreadable_updates", "Updates that could not be read.", ["kind"], registry=registry
        )
        self.waiting = Gauge("cpecbot_waiting_updates", "Updates taken in and not done with.", registry=registry)
        self.answers = Counter(
            "cpecbot_answers", "Questions by what became of them.", ["surface", "outcome"], registry=registry
        )
        self.seconds = Histogram(
            "cpecbot_answer_seconds",
            "From beginning a question to its answer having been sent.",
            ["surface"],
            registry=registry,
            buckets=SECONDS,
        )
        self.calls = Counter(
            "cpecbot_telegram_calls", "Calls to Telegram by how they ended.", ["method", "outcome"], registry=registry
        )
        self.retries = Counter(
            "cpecbot_telegram_retries", "Calls to Telegram that were made again.", ["method"], registry=registry
        )
        self.dropped = Counter(
            "cpecbot_telegram_dropped", "Calls to Telegram that were given up.", ["method"], registry=registry
        )

    def called(self, method: str, error: TelegramError | None = None) -> None:
        self.calls.labels(method, type(error).__name__ if error else OK).inc()
