"""How the program is told to stop."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from cpecbot.bot.operating import stopping
from cpecbot.bot.operating.stopping import SIGNALS, Stop, on_signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_it_once(number: int) -> None:
    """The second is not needed: the end is certain."""
    told = []
    before = signal.getsignal(number)
    with on_signals() as stop:
        stop.then(lambda: told.append(1))
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), number)
        signal.sigpending()  # a moment for the handler
        assert told == [1]
    assert signal.getsignal(number) is before


def test_a_signal_that_came_before_anything_could_be_stopped_counts() -> None:
    """While the articles are read, for example."""
    stop, told = Stop(), []
    assert stop.tell()
    stop.then(lambda: told.append(1))
    assert not stop.tell()
    assert told == [1]


def test_what_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread that nothing can stop, for example; the status tells that something was cut short."""
    ended = []
    monkeypatch.setattr(stopping, "LAST_RESORT", 0.001)
    monkeypatch.setattr(os, "_exit", ended.append)
    with on_signals():
        os.kill(os.getpid(), signal.SIGTERM)
        while not ended:
            pass
    assert ended == [stopping.CUT_SHORT]


def test_the_patience_with_answers_ends_before_the_last_resort() -> None:
    """And both within the ten seconds that are promised."""
    assert stopping.PATIENCE < stopping.LAST_RESORT < 10
