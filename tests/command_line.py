"""Running the command line inside a test."""

from __future__ import annotations

import functools
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cpecbot.answering import library
from cpecbot.cli import main
from cpecbot.commands import options
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.languages import Languages, load_languages
from fakes.languages import LANGUAGES

SHIPPED = Path(__file__).resolve().parents[1] / "config"


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
    # What is shipped is read once for all tests of a process: it never changes, and reading it takes most of the time.
    monkeypatch.setattr(options, "load_languages", _languages)
    monkeypatch.setattr(library, "load_glossary", _glossary)
    with pytest.raises(SystemExit) as stopped:
        main()
    code = stopped.value.code
    out, err = (streams[name].getvalue().decode() for name in ("stdout", "stderr"))
    return Result(code if isinstance(code, int) else 0, out, err)


def _languages(folder: Path) -> Languages:
    return LANGUAGES if folder.resolve() == SHIPPED / "languages" else load_languages(folder)


def _glossary(path: Path, languages: Languages, vocabulary: Path | None = None) -> Glossary:
    shipped = (path.resolve(), vocabulary and vocabulary.resolve()) == (SHIPPED / "glossary", SHIPPED / "vocabulary")
    return _shipped_glossary() if shipped and languages is LANGUAGES else load_glossary(path, languages, vocabulary)


@functools.cache
def _shipped_glossary() -> Glossary:
    return load_glossary(SHIPPED / "glossary", LANGUAGES, SHIPPED / "vocabulary")
