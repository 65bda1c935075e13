"""Candidates spelt out: a source, what it covers, and what else a test is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.languages import Language
from cpecbot.models import Span, Unit
from fakes.entries import entries_of
from fakes.languages import EN


def candidate(
    source: str = "a",
    coverage: float = 1.0,
    score: float | None = None,
    *,
    keys: str = "",
    language: Language = EN,
    number: int = 0,
    relative: float = 0.0,
    answering: Iterable[Span] = (),
    matched: Mapping[Unit, tuple[Span, ...]] | None = None,
    credit: Mapping[Unit, float] | None = None,
    differs: bool = False,
) -> Candidate:
    """A candidate whose score is its coverage unless it is given."""
    entry = [*entries_of(*[(source, "")] * number), *entries_of((source, keys, language))][-1]
    entry = type(entry)(number, entry.sentence, entry.analysis, entry.keys)
    worth = coverage if score is None else score
    return Candidate(entry, coverage, coverage, worth, relative, matched or {}, credit or {}, tuple(answering), differs)


def unit(key: str, *, broader: str = "", concept: str | None = None, light: bool = False) -> Unit:
    """A unit of one key; its text is the key."""
    return Unit(key, Span(0, len(key)), frozenset({key}), frozenset(broader.split()), concept, light)
