"""docs/json.md names the real keys, in their order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum

import click
import pytest

from command_line import Cli
from cpecbot.answering import Library
from cpecbot.cli import app
from cpecbot.models import ChangeKind, Level, QuestionKind, Reason, Retold, SentenceKind, Status, View
from cpecbot.rendering.surfaces.json import answer_to_json
from pages import blocks, text_of

PAGE = text_of("json")
LISTING = ("segment", "sources", "disagreements", "changes", "coverage", "timeline", "glossary check")


def test_an_answer_has_the_keys_of_the_page(library: Library) -> None:
    (example,) = map(json.loads, blocks(PAGE, "json"))
    answer = library.ask("When was the seventh round of the dialogue held?")
    real = json.loads(json.dumps(answer_to_json(answer, library.corpus.articles, library.label)))
    assert list(example) == list(real)
    assert list(example["quotes"][0]) == list(real["quotes"][0])
    assert keys("| key | what it holds |") == list(real)
    assert keys("| key of a quote | what it holds |") == list(real["quotes"][0])


def keys(header: str) -> list[str]:
    """What the first cells of the table under ``header`` name."""
    table = PAGE.split(f"{header}\n")[1].split("\n\n")[0]
    return [key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split(" | ")[0])]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (Status, r"`status` \| (.*) \|"),
        (QuestionKind, r"`kind` \| (.*) \|"),
        (Reason, r"(?s)`reason` is one of (.*?)\.\n"),
        (View, r"(?s)with a `view` of (.*?);"),
        (SentenceKind, r"with a `kind` of (.*) \|"),
        (ChangeKind, r"`status` is (`new`.*) \|"),
        (Retold, r"with a `level` of (.*) \|"),
        (Level, r"(?s)`level` is one of (.*?)[.;]"),
    ],
)
def test_values_are_those_of_the_page(values: type[StrEnum], told: str) -> None:
    (listed,) = re.findall(told, PAGE)
    assert re.findall(r"`(\w+)`", listed) == [value.value for value in values]


@pytest.mark.parametrize("command", LISTING)
def test_a_line_of_a_command_has_the_keys_of_the_page(cli: Cli, command: str) -> None:
    (row,) = re.findall(rf"^\| `cpecbot {command} --json[^|]*\| `(\{{.*\}})`", PAGE, re.MULTILINE)
    listed = cli(*command.split(), "--json", *(["--least", "1"] if command == "glossary check" else [])).objects
    assert listed
    for line in listed:
        keys = [key for key in line if f'"{key}"' in row]
        assert keys == [*line]
        assert keys == sorted(keys, key=lambda key: row.index(f'"{key}"'))


def test_every_command_that_prints_json_stands_there() -> None:
    told = re.findall(r"\bcpecbot ([a-z ]+) --json", PAGE)
    assert set(told) == set(printing("", app))


def printing(path: str, command: click.Command) -> Iterator[str]:
    """The commands below ``command`` that have the option ``--json``."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if found := command.get_command(context, name):
                yield from printing(f"{path} {name}".strip(), found)
    elif any("--json" in option.opts for option in command.params):
        yield path
