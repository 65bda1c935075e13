"""Choosing quotes, refusing, follow-ups; the only maker of quotes and answers."""

from cpecbot.answering.library import Library
from cpecbot.answering.turns import answer_after, more_of, turn_after

__all__ = ["Library", "answer_after", "more_of", "turn_after"]
