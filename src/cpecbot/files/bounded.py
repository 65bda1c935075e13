"""Reading what people name: nothing without an end is read to its end, and each fault is told with what to do."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import AnyStr, Protocol, TypeVar

from cpecbot.errors import CpecbotError

# No file that a person edits comes near it.
LARGEST = 50_000_000
# What has no line break in so much has none at all: a device, or a file of another kind.
_NO_LINES = 1_000_000_000

Line_co = TypeVar("Line_co", covariant=True)


class _Readable(Protocol[Line_co]):
    def readline(self, size: int, /) -> Line_co: ...


def read_bytes(path: Path, error: type[CpecbotError], most: int = LARGEST) -> bytes:
    """The content of a plain file of at most ``most`` bytes; raises ``error`` naming the file and what to do."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
            raise error(f"{path} is {kind}; give a file.")
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as failure:
        raise error(f"{path} cannot be read ({failure.strerror}); check the path and its rights.") from failure
    except ValueError as failure:  # a path with a NUL, or with half a surrogate pair
        raise error(f"{str(path)!r} cannot be a path ({failure}); correct it.") from failure
    if len(content) > most:
        raise error(f"{path} has more than {most:,} bytes; is it the right file?")
    return content


def bounded_lines(stream: _Readable[AnyStr], most: int) -> Iterator[tuple[AnyStr, bool]]:
    """The lines of ``stream``, and of each whether it is whole: what is beyond ``most`` is passed over.

    Ends where a line does not.
    """
    while line := stream.readline(most + 1):
        whole = len(line) <= most or _ended(line)
        yield line if whole else line[:most], whole
        passed, ended = 0, whole
        while not ended and passed < _NO_LINES:
            rest = stream.readline(most)
            passed += len(rest)
            ended = not rest or _ended(rest)
        if not ended:
            return


def _ended(line: str | bytes) -> bool:
    return line[-1:] in ("\n", b"\n")
