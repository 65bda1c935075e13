"""The one gate to a terminal: whatever this program writes there goes through ``harmless``.

Texts come from articles, tables, file names and people. What a terminal would obey instead of showing (ESC and the
other control characters, marks that turn the direction of what follows), and what none can show (private use, halves of
surrogate pairs, code points that are no character), is shown as U+FFFD; everything else stands as it was written.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

_MARK = "\ufffd"
_CLEAR_LINE = "\r\x1b[K"
_KEPT = frozenset("\n\t")
# Control characters, private use, halves of surrogate pairs, and the separators that some readers end a line at.
_OBEYED = frozenset({"Cc", "Co", "Cs", "Zl", "Zp"})
# LRO and RLO turn even what has a direction of its own; embeddings and isolates are how right-to-left text is written.
_OVERRIDES = frozenset("\u202d\u202e")
# A newer Unicode than Python's may have put a pictograph or an ideograph there; UAX #11 says that they are wide.
_NEWER = (range(0x1F000, 0x1FB00), range(0x20000, 0x2FFFE), range(0x30000, 0x3FFFE))


def is_harmful(character: str) -> bool:
    """Whether a terminal would obey ``character``, or could not show it."""
    if character in _KEPT:
        return False
    kind = unicodedata.category(character)
    if kind == "Cn":
        return not any(ord(character) in block for block in _NEWER)
    return kind in _OBEYED or character in _OVERRIDES


class _Marks(dict[int, str]):
    """What stands for each code point, found when it is first met: ``str.translate`` asks for every one."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = shown = _MARK if is_harmful(character) else character
        return shown


_marks = _Marks()


def harmless(text: str) -> str:
    """``text`` as it may go to a terminal: U+FFFD for each character that it would obey, lines ended by LF alone."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_marks)


def say(text: str, *, error: bool = False) -> None:
    """Write a line to standard output, or to standard error."""
    stream = sys.stderr if error else sys.stdout
    stream.write(harmless(text) + "\n")
    stream.flush()


def is_watched() -> bool:
    """Whether a person sits before standard output."""
    return sys.stdout.isatty()


@contextmanager
def meanwhile(text: str) -> Iterator[None]:
    """Tell who sits before the terminal what takes its time, on standard error, in a line that is gone afterwards.

    What is typed in that time is not shown beside it: who reads it next will show it.
    """
    if not sys.stderr.isatty():
        yield
        return
    _beyond(sys.stderr).write(harmless(text))
    sys.stderr.flush()
    try:
        with unechoed():
            yield
    finally:
        _beyond(sys.stderr).write(_CLEAR_LINE)
        sys.stderr.flush()


@contextmanager
def counting(text: str, total: int) -> Iterator[Callable[[int], None]]:
    """As ``meanwhile``, for work of so many steps: what it yields is called with how many are done."""
    shown = -1

    def tell(done: int) -> None:
        nonlocal shown
        share = min(100, 100 * done // max(total, 1))
        if share != shown and sys.stderr.isatty():
            shown = share
            bar = "█" * (share // 5)
            _beyond(sys.stderr).write(f"{_CLEAR_LINE}{harmless(text)} {bar:░<20} {share} %")
            sys.stderr.flush()

    with meanwhile(text):
        yield tell


@contextmanager
def unechoed() -> Iterator[None]:
    """Keep the terminal from showing what is typed, where it can be told so (POSIX) and listens to this program."""
    try:
        import termios  # noqa: PLC0415 - not everywhere

        number = sys.stdin.fileno()
        # Who works in the background would be stopped for it.
        listens = os.isatty(number) and os.tcgetpgrp(number) == os.getpgrp()
    except (ImportError, OSError, ValueError):
        listens = False
    if not listens:
        yield
        return
    before = termios.tcgetattr(number)
    quiet = [*before]
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(number, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSANOW, before)


class Gate:
    """A text stream that others write to as well: libraries, logging, Python with a traceback.

    ``beyond`` is the stream itself, for what brings control characters of its own.
    """

    def __init__(self, beyond: TextIO) -> None:
        self.beyond = beyond

    def write(self, text: str) -> int:
        self.beyond.write(harmless(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        return getattr(self.beyond, name)


def guard(*names: str) -> None:
    """Put a gate before the streams of ``sys`` that are so called."""
    for name in names:
        stream = getattr(sys, name)
        if not isinstance(stream, Gate):
            setattr(sys, name, Gate(stream))


def beyond_gate() -> TextIO:
    """Standard output for who colours and moves the cursor; each text is to be made ``harmless`` before."""
    return _beyond(sys.stdout)


def _beyond(stream: object) -> TextIO:
    return stream.beyond if isinstance(stream, Gate) else cast(TextIO, stream)
