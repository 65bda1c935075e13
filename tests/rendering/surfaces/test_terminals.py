"""Who puts right-to-left text into order, by what a terminal says of itself."""

from __future__ import annotations

import pytest

from cpecbot.rendering.surfaces.terminals import reorders


@pytest.mark.parametrize(
    ("environment", "here"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(390)"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, False),
        ({"TERM": "alacritty", "VTE_VERSION": "7600"}, True),
        ({"TERM": "tmux-256color", "ALACRITTY_WINDOW_ID": "1"}, True),
        ({"TERM": "tmux-256color", "KONSOLE_VERSION": "240800"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "mlterm", "XTERM_VERSION": "XTerm(390)"}, False),
    ],
)
def test_it_is_done_here_where_the_terminal_is_known_not_to(environment: dict[str, str], here: bool) -> None:
    assert reorders("auto", environment) is here
    assert reorders("cpecbot", environment) is True
    assert reorders("terminal", environment) is False
