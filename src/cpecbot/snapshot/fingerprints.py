"""What a snapshot was made from, in one name: other articles, tables, settings or code give another."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# Bytes of a file, which take about a second; all articles in one ``.jsonl`` come nowhere near it, a disk image does.
_LARGEST = 1_000_000_000
# What these find in a text is kept.
_LIBRARIES = (
    *("anyascii", "babel", "charset-normalizer", "hijridate", "msgspec", "numpy", "opencc-python-reimplemented"),
    *("persiantools", "rank-bm25", "rapidfuzz", "sentencex", "simplemma"),
)


def fingerprint(paths: Iterable[Path], *settings: object) -> str:
    """64 hexadecimal digits for the bytes of every file in ``paths``, files or whole folders, and for the ``settings``.

    Where a path leads is part of it, since messages name it; so is the program, by its files' times and sizes, with
    the Python and the libraries that run it. Raises OSError for a path that cannot be read, or has no end.
    """
    made = hashlib.sha256()
    for part in _parts(paths, settings):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def content_of(paths: Iterable[Path]) -> str:
    """64 hexadecimal digits for the bytes of every file in ``paths``, wherever they are; OSError as ``fingerprint``."""
    made = hashlib.sha256()
    for path in paths:
        for file in sorted(_inside(os.fspath(path))):
            made.update(os.fsencode(os.path.relpath(file, path)) + b"\0" + _content(file))
    return made.hexdigest()


def _parts(paths: Iterable[Path], settings: tuple[object, ...]) -> Iterator[bytes]:
    yield from (repr(each).encode() for each in (sys.version, settings, *_versions()))
    for file in sorted(_inside(os.fspath(_PACKAGE))):
        if file.endswith(".py"):
            status = os.stat(file)  # noqa: PTH116 - a Path for each of hundreds takes longer than the look
            yield repr((file, status.st_mtime_ns, status.st_size)).encode()
    for path in paths:
        for file in sorted(_inside(os.path.realpath(path))):
            yield os.fsencode(file)
            yield _content(file)


def _content(file: str) -> bytes:
    """What its bytes come to; raises OSError for a device, which has no end, and for a file that might as well."""
    with open(file, "rb") as stream:  # noqa: PTH123 - as above
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{file} is no file")
        if status.st_size > _LARGEST:
            raise OSError(f"{file} has more than {_LARGEST:,} bytes")
        return hashlib.file_digest(stream, "sha256").digest()


def _versions() -> Iterator[str]:
    """Of each library, from the names of the folders that it is noted in; asking for them one by one takes longer."""
    noted = {name.lower() for folder in sys.path for name in _names_in(folder) if name.endswith(".dist-info")}
    found = {name.partition("-")[0]: name for name in noted}
    for library in _LIBRARIES:
        yield found.get(library.replace("-", "_")) or _asked_for(library)


def _asked_for(library: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - takes 10 ms, and few systems need it

    return f"{library} {metadata.version(library)}"


def _names_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder or os.curdir) as entries:
            return [entry.name for entry in entries]
    except OSError:
        return []


def _inside(path: str) -> Iterator[str]:
    """The files of a folder and of those in it, each where it leads to; ``path`` itself where it is no folder."""
    if not os.path.isdir(path):  # noqa: PTH112
        yield path
        return
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _inside(entry.path)
            elif entry.is_file():
                yield os.path.realpath(entry.path) if entry.is_symlink() else entry.path
