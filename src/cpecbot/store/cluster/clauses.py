"""What an index is asked, in its own language (query DSL)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from cpecbot.store.cluster.documents import word

Clause = dict[str, Any]


def has_any(field: str, keys: Collection[str]) -> Clause:
    """That ``field`` holds any of ``keys``, whatever it scores."""
    return {"terms": {field: sorted(set(map(word, keys)))}}


def every(*clauses: Clause) -> Clause:
    """That all of ``clauses`` hold, which score nothing."""
    return {"bool": {"filter": list(clauses)}}


def any_of(clauses: Iterable[Clause]) -> Clause:
    """That one of ``clauses`` holds; all that do score together."""
    return {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def terms(field: str, keys: Sequence[str]) -> list[Clause]:
    """A clause for each of ``keys``, as often as it stands there."""
    return [{"term": {field: word(key)}} for key in keys]
