"""docs/json.md names the real keys, in their order."""

from __future__ import annotations

import json
import re

import pytest

from command_line import Cli
from cpecbot.answering import Library
from cpecbot.rendering.surfaces.json import answer_to_json
from pages import blocks, text_of

PAGE = text_of("json")
LISTING = ("segment", "sources", "disagreements", "changes", "coverage")


def test_an_answer_has_the_keys_of_the_page(library: Library) -> None:
    (example,) = map(json.loads, blocks(PAGE, "json"))
    answer = library.ask("When was the seventh round of the dialogue held?")
    real = json.loads(json.dumps(answer_to_json(answer, library.corpus.articles, library.label)))
    assert list(example) == list(real)
    assert list(example["quotes"][0]) == list(real["quotes"][0])


@pytest.mark.parametrize("command", LISTING)
def test_a_line_of_a_command_has_the_keys_of_the_page(cli: Cli, command: str) -> None:
    """An ellipsis stands for keys that are told where they come from."""
    (row,) = re.findall(rf"^\| `cpecbot {command} --json[^|]*\| `(\{{.*\}})`", PAGE, re.MULTILINE)
    for line in cli(command, "--json").objects:
        keys = [key for key in line if f'"{key}"' in row]
        assert keys == [*line] or "…" in row
        assert keys == sorted(keys, key=lambda key: row.index(f'"{key}"'))
