"""An answer of a part of the articles, where the others are out of reach."""

from __future__ import annotations

from msgspec.structs import replace

from cpecbot.models import Answer


def partial_answer(answer: Answer) -> Answer | None:
    """``answer`` without what would need all articles to be looked at: who is silent, what nobody speaks of.

    None where it tells of nothing else: which articles mention a thing and which do not, what one alone reports.
    """
    if answer.about and not answer.about.is_listing:
        return None
    return replace(answer, silent_sources=(), without_value=(), missing=(), partial=True)
