"""Choosing quotes, refusing, follow-ups; the only maker of quotes and answers."""

from cpecbot.answering.library import Library, build_library

__all__ = ["Library", "build_library"]
