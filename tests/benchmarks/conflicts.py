"""How often a contradiction between two texts is called rightly, on public sets of conflicting and agreeing pairs.

    python tests/benchmarks/conflicts.py --snippets rgb_en_fact.jsonl --pairs farstail_val.jsonl [--verbose]

--snippets: JSON Lines of questions, each with ``docs`` of ``type`` correct, misinfo or noise; a correct and an altered
snippet with different answers conflict, two snippets with one answer agree. --pairs: JSON Lines of two ``docs`` and a
``label`` e, n or c; only pairs in which both texts hold a number are in reach of a lexical method and counted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Comparer, load_contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import load_glossary
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language, load_languages
from cpecbot.models import Article, Level
from cpecbot.resources import data_root
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore

LANGUAGES = load_languages(data_root() / "config" / "languages")

CONFIG = Path(__file__).parents[2] / "config"


class Pair(NamedTuple):
    one: str
    other: str
    language: Language
    conflict: bool
    kind: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def snippet_pairs(path: Path) -> Iterator[Pair]:
    for row in rows(path):
        told = [doc for doc in row["docs"] if doc["type"] in ("correct", "misinfo")]
        for one, other in combinations(told, 2):
            conflict = one["answer"] != other["answer"]
            yield Pair(
                one["text"], other["text"], LANGUAGES[row["lang"]], conflict, "conflict" if conflict else "agree"
            )
        noise = [doc for doc in row["docs"] if doc["type"] == "noise"]
        for one in told[:1]:
            for other in noise:
                yield Pair(one["text"], other["text"], LANGUAGES[row["lang"]], False, "noise")


def numeric_pairs(path: Path) -> Iterator[Pair]:
    for row in rows(path):
        one, other = (doc["text"] for doc in row["docs"])
        language = LANGUAGES[row["lang"]]
        if all(any(sign.isdigit() for sign in text) and find_values(text, language) for text in (one, other)):
            yield Pair(one, other, language, row["label"] == "c", row["label"])


class Caller:
    """Calls a contradiction between two texts."""

    def __init__(self) -> None:
        self._analyzer = Analyzer(load_glossary(CONFIG / "glossary", LANGUAGES), LANGUAGES)
        self._contrasts = load_contrasts(CONFIG / "contrasts.toml", LANGUAGES)

    def __call__(self, pair: Pair) -> bool:
        corpus = build_corpus(
            Article(name, text, pair.language) for name, text in (("one", pair.one), ("other", pair.other))
        )
        store = MemoryStore(read_entries(corpus, self._analyzer))
        comparer = Comparer(store, corpus.articles, self._analyzer.glossary, self._contrasts)
        return any(
            note.level is Level.CONTRADICTION
            and len({quote.source for side in note.sides for quote in side.quotes}) > 1
            for note in comparer.all()
        )


def report(name: str, pairs: list[Pair], call: Caller, *, verbose: bool) -> None:
    called: Counter[str] = Counter()
    total: Counter[str] = Counter()
    right = 0
    for pair in pairs:
        total[pair.kind] += 1
        if call(pair):
            called[pair.kind] += 1
            right += pair.conflict
            if verbose:
                print(("right" if pair.conflict else "WRONG"), pair.kind, "\n   ", pair.one, "\n   ", pair.other)
    conflicts = sum(pair.conflict for pair in pairs)
    print(f"{name}: precision {right}/{called.total()} = {right / max(1, called.total()):.3f},", end=" ")
    print(f"recall {right}/{conflicts} = {right / max(1, conflicts):.3f}")
    for kind in sorted(total):
        print(f"    {kind:9} called {called[kind]}/{total[kind]} = {called[kind] / total[kind]:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snippets", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    call = Caller()
    if arguments.snippets:
        report("snippets", list(snippet_pairs(arguments.snippets)), call, verbose=arguments.verbose)
    if arguments.pairs:
        report("pairs", list(numeric_pairs(arguments.pairs)), call, verbose=arguments.verbose)


if __name__ == "__main__":
    main()
