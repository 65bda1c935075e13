"""The known name that a mistyped one stands for."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LEAST_SCORE = 60  # of 100; below it a suggestion would be a guess


def nearest(name: str, known: Iterable[str]) -> str | None:
    found = process.extractOne(name.lower(), list(known), scorer=fuzz.ratio, score_cutoff=LEAST_SCORE)
    return found[0] if found else None
