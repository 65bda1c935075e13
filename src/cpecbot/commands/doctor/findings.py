"""What an examination finds, and that it comes to an end."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict

from cpecbot.errors import CpecbotError
from cpecbot.settings import Settings


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


class Finding(Struct, frozen=True):
    """What was looked at, what was found, and, unless that is as it should be, how to mend it."""

    check: str
    level: Level
    found: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}


class Examination(Struct, frozen=True):
    """What is looked at together; it is given up after so many ``seconds``, which is as bad as ``overdue`` says."""

    name: str
    look: Callable[[Settings], Iterable[Finding]]
    seconds: float = 20.0
    overdue: Callable[[Settings], Level] = lambda _: Level.WRONG


def examine(examinations: Iterable[Examination], settings: Settings) -> Iterator[Finding]:
    """Each finding as it is made; what an examination stumbles over is one, too."""
    for each in examinations:
        yield from _examine(each, settings)


def _examine(examination: Examination, settings: Settings) -> Iterator[Finding]:
    """In a thread, for neither a name server nor a disk can be told to hurry. One left behind ends with the program."""
    made: queue.SimpleQueue[Finding | None] = queue.SimpleQueue()
    threading.Thread(target=_look, args=(examination, settings, made.put), daemon=True).start()
    end = time.monotonic() + examination.seconds
    try:
        while (finding := made.get(timeout=max(0.0, end - time.monotonic()))) is not None:
            yield finding
    except queue.Empty:
        found = f"not all of it is known: no end after {examination.seconds:.0f} s"
        yield Finding(examination.name, examination.overdue(settings), found, "Try it again.")


def _look(examination: Examination, settings: Settings, tell: Callable[[Finding | None], None]) -> None:
    try:
        for finding in examination.look(settings):
            tell(finding)
    except CpecbotError as error:
        tell(Finding(examination.name, Level.WRONG, str(error), "Do as it says."))
    except Exception as error:  # its message may hold a secret
        found = f"cannot be examined ({type(error).__name__})"
        tell(Finding(examination.name, Level.WRONG, found, "Tell the makers of cpecbot."))
    tell(None)
