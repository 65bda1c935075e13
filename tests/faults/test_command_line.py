"""The command line as a program: streams that are closed, and an interrupt."""

from __future__ import annotations

import json
import os
import signal
import sys

import pytest

from command_line import start

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals are POSIX's"),
    pytest.mark.usefixtures("elsewhere"),
]


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_closed_stream_is_an_empty_one(stream: str) -> None:
    number = ("stdin", "stdout", "stderr").index(stream)
    process = start("console", preexec_fn=lambda: os.close(number))
    _, err = process.communicate(timeout=60)
    assert err == b""
    assert process.returncode == 0


def test_an_interrupt_ends_without_a_trace() -> None:
    # A shell lets what it starts in the background ignore interrupts; the command here does not.
    process = start("ask", "--batch", "-", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"id": "a", "question": "Gwadar Port?"}\n')
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == "a"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert err.strip() == b""
    assert process.returncode == 130
