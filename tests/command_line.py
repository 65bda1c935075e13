"""Running the command line inside a test."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from cpecbot.answering import building
from cpecbot.cli import main
from cpecbot.commands import library as opening
from cpecbot.commands import options
from cpecbot.corpus import loading
from shipped import corpus_in, languages_in, library_of


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as one JSON object per line."""
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Result]


def run_cli(monkeypatch: pytest.MonkeyPatch, *arguments: str, stdin: str | bytes = "") -> Result:
    """Run the command line in a terminal that claims to know ASCII only."""
    entered = stdin.encode() if isinstance(stdin, str) else stdin
    streams = {"stdin": io.BytesIO(entered), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(stream, encoding="ascii", write_through=True))
    monkeypatch.setattr(sys, "argv", ["cpecbot", *arguments])
    monkeypatch.setattr(options, "load_languages", languages_in)
    monkeypatch.setattr(loading, "load_corpus", corpus_in)
    monkeypatch.setattr(building, "build_library", library_of)
    # Looking through all that the tests of a process have made takes longer than most commands.
    monkeypatch.setattr(opening, "_uncollected", contextlib.nullcontext)
    with pytest.raises(SystemExit) as stopped:
        main()
    code = stopped.value.code
    out, err = (streams[name].getvalue().decode() for name in ("stdout", "stderr"))
    return Result(code if isinstance(code, int) else 0, out, err)


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """``python -m cpecbot`` as a process of its own, its streams at hand; ``options`` are those of ``Popen``."""
    command = [sys.executable, "-m", "cpecbot", *arguments]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **(pipes | options))  # noqa: S603  # our own command
