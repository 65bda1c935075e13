"""The command line as a process of its own, with pipes that others close."""

from __future__ import annotations

import os
import sys

import pytest

from command_line import start

pytestmark = [
    pytest.mark.usefixtures("elsewhere"),
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals are POSIX's"),
]


def test_a_plain_c_locale_changes_nothing() -> None:
    process = start("segment", "000", env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    out, err = process.communicate(timeout=60)
    assert "اتفقت باكستان والصين" in out.decode()
    assert err == b""


def test_a_reader_that_goes_away_is_no_error() -> None:
    with start("segment", "--json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_nor_is_one_that_goes_away_from_an_answer() -> None:
    with start("ask", "What is said about Gaza?") as process:
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()
    assert process.returncode == 0
