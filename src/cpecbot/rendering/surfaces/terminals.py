"""Which terminals put right-to-left text into the order in which it is read, and which leave that to who writes it."""

from __future__ import annotations

from collections.abc import Mapping

from cpecbot.settings.settings import Bidi

# By what a terminal says of itself, in values that begin so; then by what programs in it inherit, tmux among them.
_WITH = (
    ("TERM_PROGRAM", "Apple_Terminal"),
    ("TERM_PROGRAM", "mintty"),
    ("TERM", "mlterm"),
    ("TERM", "konsole"),
    ("TERM", "vte"),
)
_WITHOUT = (
    ("TERM_PROGRAM", "vscode"),
    ("TERM_PROGRAM", "WezTerm"),
    ("TERM_PROGRAM", "ghostty"),
    ("TERM", "alacritty"),
    ("TERM", "foot"),
    ("TERM", "linux"),
    ("TERM", "rxvt"),
    ("TERM", "st-"),
    ("TERM", "xterm-ghostty"),
)
_WITHIN_ONE_WITH = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_WITHIN_ONE_WITHOUT = ("ALACRITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR", "WEZTERM_PANE", "XTERM_VERSION")


def reorders(bidi: Bidi, environment: Mapping[str, str]) -> bool:
    """Whether lines are to be put into the order of sight here; of a terminal that nobody knows that is not so."""
    if bidi != "auto":
        return bidi == "cpecbot"
    if _says(_WITH, environment):
        return False
    if _says(_WITHOUT, environment):
        return True
    return not _inherits(_WITHIN_ONE_WITH, environment) and _inherits(_WITHIN_ONE_WITHOUT, environment)


def _says(marks: tuple[tuple[str, str], ...], environment: Mapping[str, str]) -> bool:
    return any(environment.get(name, "").startswith(value) for name, value in marks)


def _inherits(names: tuple[str, ...], environment: Mapping[str, str]) -> bool:
    return any(name in environment for name in names)
