"""What a snapshot was made from, in one name: other articles, tables, settings or code give another."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
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
    made = hashlib.blake2b(digest_size=32)
    for part in _parts(paths, settings):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def content_of(paths: Iterable[Path]) -> str:
    """64 hexadecimal digits for the bytes of every file in ``paths``, wherever they are; OSError as ``fingerprint``."""
    made = hashlib.blake2b(digest_size=32)
    for path in paths:
        for file in _files(path, "*"):
            made.update(str(file.relative_to(path)).encode("utf-8", "surrogateescape") + b"\0" + _content(file))
    return made.hexdigest()


def _parts(paths: Iterable[Path], settings: tuple[object, ...]) -> Iterator[bytes]:
    yield from (repr(each).encode() for each in (sys.version, settings, *_versions()))
    for path in _files(_PACKAGE, "*.py"):
        status = path.stat()
        yield repr((str(path), status.st_mtime_ns, status.st_size)).encode()
    for path in paths:
        for file in _files(path, "*"):
            yield os.fsencode(file.resolve())
            yield _content(file)


def _content(file: Path) -> bytes:
    """What its bytes come to; raises OSError for a device, which has no end, and for a file that might as well."""
    if file.exists() and not file.is_file():
        raise OSError(f"{file} is no file")
    with file.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size > _LARGEST:
            raise OSError(f"{file} has more than {_LARGEST:,} bytes")
        return hashlib.file_digest(stream, "blake2b").digest()


def _versions() -> Iterator[str]:
    for library in _LIBRARIES:
        yield f"{library} {metadata.version(library)}"


def _files(path: Path, pattern: str) -> list[Path]:
    return sorted(file for file in path.rglob(pattern) if file.is_file()) if path.is_dir() else [path]
