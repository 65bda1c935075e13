"""The console: what is said to each line that a person types, and how it is shown and read."""

from __future__ import annotations

from cpecbot.console.console import (
    converse,
    show,
    show_answer,
    show_changes,
    show_coverage,
    show_disagreements,
    show_omissions,
)

__all__ = [
    "converse",
    "show",
    "show_answer",
    "show_changes",
    "show_coverage",
    "show_disagreements",
    "show_omissions",
]
