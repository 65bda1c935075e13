"""Lines of a listing, for who reads them in a terminal as for a program that takes them from a pipe."""

from __future__ import annotations

import os

from cpecbot.rendering.surfaces.terminals import reorders
from cpecbot.settings.settings import Bidi
from cpecbot.terminal import is_watched, say


def say_line(line: str, bidi: Bidi) -> None:
    """Write it as it is stored, or as it is seen for a terminal that cannot put it into order."""
    if is_watched() and reorders(bidi, os.environ):
        from cpecbot.console import show_line  # noqa: PLC0415 - most terminals need it not

        show_line(line)
    else:
        say(line)
