"""What the README says is so: its commands parse, its JSON is the real one, its transcript was really said."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from cpecbot.answering import Library
from cpecbot.cli import app, main
from cpecbot.rendering.surfaces.json import answer_to_json
from cpecbot.resources import default_config
from transcript import hold, shown_in_readme, typed_in

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
# What stands for something of the reader's own.
PLACEHOLDERS = {"FILE": "-", "path/to/folder": "seeds"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command line of ours in the README, without the path to it."""
    lines = [line.strip() for block in blocks("sh") for line in re.split(r"\n|&&|\|", block)]
    lines += [span.replace("\\|", "|") for span in re.findall(r"`([^`\n]+)`", README)]
    ours = [line.removeprefix(".venv/bin/") for line in lines]
    return sorted({line for line in ours if line.startswith("cpecbot ") and "COMMAND" not in line})


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_readme_is_understood(line: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    arguments = [PLACEHOLDERS.get(word, word) for word in shlex.split(line.replace("[SOURCE…]", "004"))[1:]]
    context: click.Context = click.Context(app)
    command: click.Command | None = app
    while isinstance(command, click.Group):
        name, command, arguments = command.resolve_command(context, arguments)
        context = click.Context(command or app, info_name=name, parent=context)
    assert command is not None
    command.make_context(context.info_name, arguments)


def test_every_exit_code_stands_in_the_readme() -> None:
    """Those that the program says it ends with, and no other."""
    told = README.split("Exit codes: ")[1].split("\n\n")[0]
    said = (main.__doc__ or "").split("Exit codes: ")[1]
    assert set(re.findall(r"\b\d+\b", told)) == set(re.findall(r"\b\d+\b", said))


def test_every_command_stands_in_the_readme() -> None:
    for name in app.list_commands(click.Context(app)):
        assert any(line.split()[1] == name for line in commands()), name


@pytest.mark.parametrize("ending", [". && .venv/bin/cpecbot console", "-e '.[test]' && .venv/bin/pytest"])
def test_the_two_lines_of_a_newcomer_stand_there_for_pip_and_uv(ending: str) -> None:
    pip = f"python3 -m venv .venv && .venv/bin/pip install -c config/constraints.txt {ending}"
    uv = f"uv venv && uv pip install -c config/constraints.txt {ending}"
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    assert pip in lines
    assert uv in lines


def test_the_json_of_the_readme_has_the_real_keys_in_their_order(library: Library) -> None:
    (example,) = map(json.loads, blocks("json"))
    answer = library.ask("When was the seventh round of the dialogue held?")
    real = json.loads(json.dumps(answer_to_json(answer, library.corpus.articles, library.label)))
    assert list(example) == list(real)
    assert list(example["quotes"][0]) == list(real["quotes"][0])


def test_files_that_the_readme_names_exist() -> None:
    table = README.split("| file in `config/` |")[1].split("\n\n")[0]
    names = [name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert "default.toml" in names
    for name in names:
        assert (default_config().parent / name).exists(), name
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_the_conversation_in_the_readme_was_really_said(library: Library) -> None:
    """When answers have changed: ``python tests/transcript.py``."""
    shown = shown_in_readme()
    assert typed_in(shown)
    assert shown == hold(typed_in(shown), library)
