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

        def counter(name: str, told: str, *labels: str) -> Counter:
            return Counter(f"cpecbot_{name}", told, labels, registry=registry)

        self.updates = counter("updates", "Updates that were read.", "kind")
        self.unreadable = counter("unreadable_updates", "Updates that could not be read.", "kind")
        self.waiting = Gauge("cpecbot_waiting_updates", "Updates taken in and not done with.", registry=registry)
        self.answers = counter("answers", "Questions by what became of them.", "surface", "outcome")
        self.seconds = Histogram(
            "cpecbot_answer_seconds",
            "From beginning a question to its answer having been sent.",
            ["surface"],
            registry=registry,
            buckets=SECONDS,
        )
        self.calls = counter("telegram_calls", "Calls to Telegram by how they ended.", "method", "outcome")
        self.retries = counter("telegram_retries", "Calls to Telegram that were made again.", "method")
        self.dropped = counter("telegram_dropped", "Calls to Telegram that were given up.", "method")
        self.unconfirmed = counter("telegram_unconfirmed", "Calls to Telegram that may have arrived.", "method")

    def called(self, method: str, error: TelegramError | None = None) -> None:
        self.calls.labels(method, type(error).__name__ if error else OK).inc()
