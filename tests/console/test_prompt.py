"""The prompt remembers what was typed and completes commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, InMemoryHistory

from cpecbot.console.prompt import LineCompleter, Offered, open_history


def test_history_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert isinstance(open_history(file / "history"), InMemoryHistory)
    assert isinstance(open_history(tmp_path / "new" / "history"), FileHistory)


OFFERED = Offered(
    ["/sources", "/source", "/compare", "/lang", "/help"],
    ["003", "004", "IRIB News"],
    ["en", "fa"],
    lambda: (("Gaza", "Gwadar Port", "United Nations"), ("加沙", "反恐"), ("加沙地带",)),
)


def completed(typed: str, *, on_request: bool = True) -> list[str]:
    """The lines that ``typed`` may become."""
    event = CompleteEvent(completion_requested=on_request, text_inserted=not on_request)
    found = LineCompleter(OFFERED).get_completions(Document(typed), event)
    return [typed[: len(typed) + each.start_position] + each.text for each in found]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("/so", ["/sources", "/source"]),
        ("/SOURCES", ["/sources"]),
        ("/source 00", ["/source 003", "/source 004"]),
        ("/sources irib", ["/sources IRIB News"]),
        ("/lang ", ["/lang en", "/lang fa", "/lang auto"]),
        ("/compare gw", ["/compare Gwadar Port"]),
        ("/help ", []),
        ("", []),
    ],
)
def test_commands_and_what_follows_them_are_completed(typed: str, lines: list[str]) -> None:
    assert completed(typed) == lines
    assert completed(typed, on_request=False) == lines


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("What about gwa", ["What about Gwadar Port"]),
        ("What about united nat", ["What about United Nations"]),
        ("关于加", ["关于加沙"]),
        ("/compare 加", ["/compare 加沙"]),
        ("the port so", ["the port source:"]),
        ("Gaza? source:", ["Gaza? source:003", "Gaza? source:004", 'Gaza? source:"IRIB News"']),
        ("Gaza? lang:f", ["Gaza? lang:fa"]),
        ("megaza", []),
        ("Gaza", []),
    ],
)
def test_a_question_is_completed_by_its_topics_and_filters(typed: str, lines: list[str]) -> None:
    assert completed(typed) == lines


def test_a_letter_or_two_of_a_question_may_become_anything_and_are_left_alone() -> None:
    assert completed("ga", on_request=False) == []
    assert completed("gaz", on_request=False) == ["Gaza"]
    assert completed("关于反", on_request=False) == ["关于反恐"]
