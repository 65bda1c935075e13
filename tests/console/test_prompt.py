"""The prompt remembers what was typed and completes commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, InMemoryHistory

from cpecbot.console.prompt import CommandCompleter, open_history


def test_history_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert isinstance(open_history(file / "history"), InMemoryHistory)
    assert isinstance(open_history(tmp_path / "new" / "history"), FileHistory)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("/so", ["/sources", "/source"]),
        ("/SOURCES", ["/sources"]),
        ("/source ", ["/source 003_a", "/source 004_b"]),
        ("/source 003", ["/source 003_a"]),
        ("/help ", []),
        ("Gwadar", []),
        ("", []),
    ],
)
def test_commands_and_sources_are_completed(typed: str, line: list[str]) -> None:
    completer = CommandCompleter(["/sources", "/source", "/help"], ["003_a", "004_b"])
    completions = completer.get_completions(Document(typed), CompleteEvent())
    assert [typed[: len(typed) + each.start_position] + each.text for each in completions] == line
