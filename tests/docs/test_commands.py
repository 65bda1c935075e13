"""Every command that a page shows is understood, and those in blocks are run, as far as nothing outside is needed."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from command_line import Cli
from cpecbot.cli import app
from cpecbot.settings import Settings
from pages import PAGES, blocks, ours

NOT_RUN = {
    "cpecbot run": "needs a token, and Telegram",
    "cpecbot doctor": "asks Telegram",
    "cpecbot index": "needs a cluster: tests/cluster fills one",
    "python3 -m venv": "installs: .ci/run does it",
    ".venv/bin/pip install": "installs: .ci/run does it",
    "pip install": "installs: .ci/run does it",
    "pip freeze": "lists what was installed",
    "uv ": "installs from the network",
    "uvx ": "installs from the network",
    "pipx ": "installs from the network",
    ".venv/bin/pytest": "these tests",
    "pytest": "these tests: .ci/run runs them",
    "ruff ": ".ci/run runs it",
    "mypy": ".ci/run runs it",
    "lint-imports": ".ci/run runs it",
    ".ci/run": "runs these tests",
    "mkdocs build": ".ci/run runs it",
    "mkdocs serve": "goes on until it is stopped",
    "pre-commit ": "changes the repository",
    "python tests/transcript.py": "writes what is held to be so",
    "chromium ": "draws with a browser",
    "python -m fuzz.running": "takes minutes",
    "python -m build": "installs from the network",
    "python -m zipfile": "lists what the line before it builds",
    "echo ": "writes a secret of the reader's into a file",
    "chmod ": "of the file that was written",
    "sudo ": "changes the computer",
    "journalctl ": "of a computer with the service",
    "docker ": "of a computer with Docker",
}
"""Programs that only a reader starts, by how their lines begin, and why."""

OPERATORS = {"&&", "|"}
# What stands for something of the reader's own, in a command that is only read.
PLACEHOLDERS = {"FILE": "-", "path/to/folder": "seeds", "[SOURCE…]": "004", "[TOPIC]": "Gwadar"}


@dataclass(frozen=True)
class Shown:
    """One program of a line, and what it reads: the words of an ``echo`` before it."""

    page: str
    words: tuple[str, ...]
    stdin: str = ""

    def __str__(self) -> str:
        return " ".join(self.words)


def shown(page: Path) -> Iterator[Shown]:
    """The programs that the page's blocks of shell start."""
    for block in blocks(page.read_text("utf-8"), "sh"):
        for line in block.splitlines():
            yield from programs(page.name, line)


def programs(page: str, line: str) -> Iterator[Shown]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars="&|")
    lexer.whitespace_split = True
    words: list[str] = []
    piped = ""
    for part in (*lexer, "&&"):
        if part not in OPERATORS:
            words.append(part)
        elif part == "|" and words[0] == "echo":
            piped, words = " ".join(words[1:]) + "\n", []
        else:
            if words:
                yield Shown(page, tuple(words), piped)
            piped, words = "", []


SHOWN = [each for page in PAGES for each in shown(page)]
ASSIGNMENT = re.compile(r"[A-Z_]+=")


def without_settings(each: Shown) -> str:
    """The line as typed, without the variables before the program."""
    return " ".join(word for word in each.words if not ASSIGNMENT.match(word))


def reason(each: Shown) -> str | None:
    """The entry of NOT_RUN that a line begins as."""
    line = ours(str(each)) or without_settings(each)
    return next((begun for begun in NOT_RUN if f"{line} ".startswith(begun)), None)


@pytest.fixture
def reader(elsewhere: Path, root: Path) -> None:
    """A folder with what stands for the reader's own files."""
    (elsewhere / "path" / "to").mkdir(parents=True)
    (elsewhere / "path" / "to" / "folder").symlink_to(root / "seeds")
    (elsewhere / "path" / "to" / "articles.jsonl").write_text('{"id": "a1", "text": "The port of Gwadar grows."}\n')
    (elsewhere / "questions.jsonl").write_text('{"id": "q1", "question": "When was the seventh round?"}\n')
    shutil.copytree(root / "tests" / "judged", elsewhere / "tests" / "judged")


@pytest.mark.parametrize("each", [each for each in SHOWN if ours(str(each)) and not reason(each)], ids=str)
@pytest.mark.usefixtures("reader")
def test_a_command_in_a_block_does_its_work(each: Shown, cli: Cli) -> None:
    result = cli(*each.words[1:], stdin=each.stdin)
    assert result.code == 0, result.err


def test_whatever_is_not_run_is_listed_with_its_reason() -> None:
    """And nothing is listed that no page shows."""
    other = [each for each in SHOWN if not (ours(str(each)) and not reason(each)) and without_settings(each)]
    assert [f"{each.page}: {each}" for each in other if reason(each) is None] == []
    assert {reason(each) for each in other} == set(NOT_RUN)


def test_variables_that_are_set_are_settings() -> None:
    names = {name for each in SHOWN for name in re.findall(r"\bCPECBOT_([A-Z_]+)=", str(each))}
    assert "TELEGRAM_TOKEN" in names
    assert {name.lower() for name in names} <= set(Settings.model_fields)


def spans() -> list[str]:
    """Every command of ours that a page names in passing."""
    found = (span for page in PAGES for span in re.findall(r"`([^`\n]+)`", page.read_text("utf-8")))
    return sorted({line for span in found if (line := ours(span))})


@pytest.mark.parametrize("line", spans())
def test_a_command_that_is_named_is_understood(line: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    for placeholder, value in PLACEHOLDERS.items():
        line = line.replace(placeholder, value)
    arguments = shlex.split(line)[1:]
    context: click.Context = click.Context(app, info_name="cpecbot")
    command: click.Command | None = app
    with suppress(click.exceptions.Exit):
        while isinstance(command, click.Group):
            name, command, arguments = command.resolve_command(context, arguments)
            context = click.Context(command or app, info_name=name, parent=context)
        assert command is not None
        if arguments:  # else it is the name of the command alone
            command.make_context(context.info_name, arguments)
