"""Running the command line inside a test."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from cpecbot.cli import main


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
    with pytest.raises(SystemExit) as stopped:
        main()
    code = stopped.value.code
    out, err = (streams[name].getvalue().decode() for name in ("stdout", "stderr"))
    return Result(code if isinstance(code, int) else 0, out, err)
