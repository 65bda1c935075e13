"""How the program is told to stop, and that it does."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

logger = logging.getLogger(__name__)

SIGNALS = (signal.SIGINT, signal.SIGTERM)
PATIENCE = 6.0
"""Seconds that answers under way are given once the program is told to stop."""

LAST_RESORT = 9.0
"""Seconds after which it ends whatever still runs: a thread cannot be stopped from outside."""

CUT_SHORT = 70
"""The exit status then, EX_SOFTWARE of sysexits.h: neither 0, a clean end, nor 2, a mistake in the settings."""


class Stop:
    """Whether the program was told to stop, and what is to be done about it."""

    def __init__(self) -> None:
        self._told = False
        self._action: Callable[[], object] | None = None

    def then(self, action: Callable[[], object]) -> None:
        """Do this at the first signal, or now if it has come; it is called from a signal handler."""
        self._action = action
        if self._told:
            action()

    def tell(self) -> bool:
        """Whether this is the first time."""
        first, self._told = not self._told, True
        if first and self._action is not None:
            self._action()
        return first


@contextmanager
def on_signals() -> Iterator[Stop]:
    """Tell the Stop at the first signal; from then on the process has ``LAST_RESORT`` seconds.

    Handlers of the signal module are called even while something keeps the event loop busy.
    """
    stop = Stop()
    last_resort = threading.Timer(LAST_RESORT, _end)
    last_resort.daemon = True

    def handle(number: int, _: FrameType | None) -> None:
        if stop.tell():
            logger.info("stopping: %s", signal.Signals(number).name)
            last_resort.start()

    before = {number: signal.signal(number, handle) for number in SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        last_resort.cancel()


def _end() -> None:
    logger.critical("not everything ended within %.1f s of the signal; ending anyway", LAST_RESORT)
    os._exit(CUT_SHORT)
