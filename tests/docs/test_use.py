"""docs/use.md and docs/telegram.md name all that can be typed, and their conversation was really said."""

from __future__ import annotations

import re

import click

from cpecbot.answering import Library
from cpecbot.bot.commands.table import COMMANDS as IN_CHATS
from cpecbot.cli import EXIT_CODES, app
from cpecbot.console.conversation import COMMANDS as IN_CONSOLE
from pages import ours, rows, text_of
from transcript import hold, shown_in_page, typed_in

USE = text_of("use")


def spans(table: list[str]) -> list[str]:
    """What the first cells name."""
    return [span for row in table for span in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def test_every_command_stands_there_and_none_that_is_not() -> None:
    named = {(ours(span) or "").split()[1] for span in spans(rows(USE, "\n## Commands"))}
    assert named == set(app.list_commands(click.Context(app)))


def test_every_command_of_the_console_stands_there_and_none_that_is_not() -> None:
    named = {span.split()[0] for span in spans(rows(USE, "\n## In the console"))}
    assert named == set(IN_CONSOLE)


def test_every_command_of_a_chat_stands_there_and_none_that_is_not() -> None:
    named = {span.split()[0] for span in spans(rows(text_of("telegram"), "\n## What people can send"))}
    assert named == {f"/{command.name}" for command in IN_CHATS}


def test_every_exit_code_stands_there() -> None:
    """Those that the program says it ends with, and no other."""
    told = USE.split("Exit codes: ")[1].split("\n\n")[0]
    assert set(re.findall(r"\b\d+\b", told)) == set(map(str, EXIT_CODES))


def test_the_conversation_was_really_said(library: Library) -> None:
    """When answers have changed: ``python tests/transcript.py``."""
    shown = shown_in_page()
    assert typed_in(shown)
    assert shown == hold(typed_in(shown), library)


def test_the_lines_of_a_newcomer_stand_there_for_uv_too() -> None:
    """As in the README for pip."""
    install = "uv venv && uv pip install -c config/constraints.txt"
    assert f"\n{install} . && .venv/bin/cpecbot console\n" in USE
    assert f"\n{install} -e '.[test]' && .venv/bin/pytest\n" in text_of("contributing")
