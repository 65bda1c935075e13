"""What an article holds cannot command the terminal that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import Cli
from cpecbot.rendering.surfaces.lines import harmless


@given(st.text())
def test_no_control_character_is_left_and_no_place_moves(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert "\x1b" not in shown
    assert "\x9b" not in shown


@pytest.mark.parametrize("command", [("segment",), ("search", "Gwadar"), ("explain", "Gwadar"), ("ask", "Gwadar")])
def test_commands_show_escape_codes_as_a_mark(cli: Cli, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("The \x1b[31mport\x1b[0m of Gwadar opened on Monday.\n", "utf-8")
    result = cli(*command, "--corpus", str(tmp_path))
    assert result.code == 0
    assert "port" in result.out
    assert "\x1b" not in result.out
