from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import CorpusError
from cpecbot.files import bounded
from cpecbot.files.bounded import bounded_lines, read_bytes


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"\0\r\n\xff")
    assert read_bytes(file, CorpusError, most=4) == b"\0\r\n\xff"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none", "none cannot be read (No such file or directory); check the path and its rights."),
        ("folder", "folder is a folder; give a file."),
        ("pipe", "pipe is a device or a pipe; give a file."),
        ("large", "large has more than 4 bytes; is it the right file?"),
        ("a\0b", "cannot be a path (embedded null byte); correct it."),
        ("\ud800", "cannot be a path"),
        ("x" * 300, "cannot be read (File name too long)"),
        ("loop", "cannot be read (Too many levels of symbolic links)"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links are POSIX's")
def test_what_is_no_file_is_told_at_once(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_bytes(b"12345")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorpusError) as told:
        read_bytes(tmp_path / name, CorpusError, most=4)
    assert message in str(told.value)
    assert "\n" not in str(told.value)


def test_a_device_without_an_end_is_not_read() -> None:
    with pytest.raises(CorpusError, match="device"):
        read_bytes(Path(os.devnull), CorpusError)


@given(st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b"")), max_size=6), st.integers(1, 9))
def test_every_line_is_given_as_far_as_it_may_be_long(lines: list[bytes], most: int) -> None:
    found = list(bounded_lines(io.BytesIO(b"\n".join(lines) + b"\n"), most))
    assert [line.rstrip(b"\n") for line, _ in found] == [line[:most] for line in (lines or [b""])]
    assert [whole for _, whole in found] == [len(line) <= most for line in (lines or [b""])]


def test_lines_of_text_too() -> None:
    assert list(bounded_lines(io.StringIO("ab\nabcdef\nc"), 4)) == [("ab\n", True), ("abcd", False), ("c", True)]


def test_a_line_without_an_end_ends_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b"\0" * (size or 0)

    monkeypatch.setattr(bounded, "_NO_LINES", 1000)
    assert list(bounded_lines(Endless(), 10)) == [(b"\0" * 10, False)]
