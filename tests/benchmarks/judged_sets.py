"""What benchmarks over the four judged sets of tests/judged share: asking them, adding up and printing the shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import load_corpus
from cpecbot.evaluation import JudgedQuestion, Passages, Share, load_passages, load_questions
from cpecbot.languages import load_languages

ROOT = Path(__file__).resolve().parents[2]
JUDGED = ROOT / "tests" / "judged"
SETS = ("", "own_", "fresh_", "style_")
_NOTHING = Share(0, 0)

Measured = Callable[[Library, tuple[JudgedQuestion, ...], Passages], Iterable[Sequence[Share]]]
"""The shares of each question of a set, each by the same measures in the same order."""


def report(measures: Sequence[str], measured: Measured) -> None:
    """Ask each set about the articles of seeds/; print the shares of ``measures`` for each, and for all."""
    languages = load_languages(ROOT / "config" / "languages")
    tables = ROOT / "config"
    corpus = load_corpus(ROOT / "seeds", languages, tables / "sources.toml", tables / "boilerplate.toml")
    library = build_library(corpus, languages, tables)
    total = [_NOTHING] * len(measures)
    for name in SETS:
        questions = load_questions(JUDGED / f"{name}questions.jsonl")
        shares = [*measured(library, questions, load_passages(JUDGED / f"{name}passages.json"))]
        added = [sum(column, _NOTHING) for column in zip(*shares, strict=True)] or [_NOTHING] * len(measures)
        total = [one + other for one, other in zip(total, added, strict=True)]
        _print(f"{name}questions.jsonl", measures, added)
    _print("all", measures, total)


def _print(name: str, measures: Sequence[str], shares: Sequence[Share]) -> None:
    print(name)
    width = max(map(len, measures))
    for measure, share in zip(measures, shares, strict=True):
        ratio = "–" if share.ratio is None else f"{share.ratio:.3f}"
        print(f"  {measure:{width}} {ratio} ({share.hits}/{share.total})")
