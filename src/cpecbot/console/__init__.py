"""The console: what is said to each line that a person types, and how it is shown and read."""

from __future__ import annotations

from cpecbot.console.console import Screen, converse, show, show_line

__all__ = ["Screen", "converse", "show", "show_line"]
