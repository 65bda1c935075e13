"""Score the notes on a judged set of disagreements and agreements.

    python tests/benchmarks/disagreements.py GOLD.json [--articles FOLDER] [--config FOLDER] [--verbose]

GOLD.json lists ``disagreements`` and ``agreements``; each has ``items`` with a ``source`` (a prefix of the file name),
a ``quote`` and its ``char_start``. A disagreement is found when two sides of one note rest on items of two different
sources. A false alarm is a note whose sides rest on two items of one agreement and on no judged disagreement.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Any

from cpecbot.corpus.loading import Corpus, load_corpus
from cpecbot.disagreement import Comparer, load_contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import load_glossary
from cpecbot.languages import load_languages
from cpecbot.models import Disagreement, Level, Quote, Span
from cpecbot.resources import data_root
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore

LANGUAGES = load_languages(data_root() / "config" / "languages")

ROOT = Path(__file__).parents[2]


def rests_on(quote: Quote, item: Mapping[str, Any]) -> bool:
    """Whether quote and judged evidence share at least half of the shorter."""
    if not quote.source.startswith(item["source"]):
        return False
    start = item["char_start"]
    evidence = Span(start, start + len(item["quote"]))
    shared = min(quote.span.end, evidence.end) - max(quote.span.start, evidence.start)
    return shared * 2 >= min(len(quote.span), len(evidence))


def sides_on(note: Disagreement, items: Iterable[Mapping[str, Any]]) -> dict[int, set[str]]:
    """For each side the judged sources it rests on."""
    listed = list(items)
    return {
        number: {item["source"] for item in listed for quote in side.quotes if rests_on(quote, item)}
        for number, side in enumerate(note.sides)
    }


def parts(note: Disagreement, items: Iterable[Mapping[str, Any]]) -> bool:
    """Whether two sides of the note rest on items of two different sources."""
    found = sides_on(note, items).values()
    return any(one != other for left, right in combinations(found, 2) for one, other in product(left, right))


def rightly_outside(note: Disagreement, gold: Mapping[str, Any]) -> bool:
    """Whether the sources of another event are just those that the judges name."""
    outlier = gold["event_identity"]["outlier"]["source"]
    sources = {quote.source for side in note.sides for quote in side.quotes}
    return set(note.other_event) == {source for source in sources if source.startswith(outlier)}


def load(articles: Path, config: Path) -> tuple[Corpus, tuple[Disagreement, ...]]:
    corpus = load_corpus(articles, LANGUAGES, config / "sources.toml", config / "boilerplate.toml")
    glossary = load_glossary(config / "glossary", LANGUAGES)
    contrasts = load_contrasts(config / "contrasts.toml", LANGUAGES)
    store = MemoryStore(read_entries(corpus, Analyzer(glossary, LANGUAGES)))
    return corpus, Comparer(store, corpus.articles, glossary, contrasts).all()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds")
    parser.add_argument("--config", type=Path, default=ROOT / "config")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    gold = json.loads(arguments.gold.read_text(encoding="utf-8"))
    corpus, notes = load(arguments.articles, arguments.config)
    report(gold, corpus, notes, verbose=arguments.verbose)


def report(gold: Mapping[str, Any], corpus: Corpus, notes: tuple[Disagreement, ...], *, verbose: bool) -> None:
    total = Counter(judged["flag"] for judged in gold["disagreements"])
    found: Counter[str] = Counter()
    origin: Counter[str] = Counter()
    levels_right = 0
    for judged in gold["disagreements"]:
        matching = [note for note in notes if parts(note, judged["items"])]
        levels = {note.level for note in matching}
        if matching:
            found[judged["flag"]] += 1
            origin["generic kinds" if any(map(is_generic, matching)) else "contrasts.toml"] += 1
            levels_right += Level(judged["severity"]) in levels
        if verbose or (not matching and judged["flag"] != "may"):
            seen = ", ".join(sorted(levels)) or "MISSED"
            print(f"{judged['id']} {judged['flag']:6} {judged['severity']:13} {seen:13} {judged['topic']}")
    for flag in ("must", "should", "may"):
        print(f"{flag:7} {found[flag]}/{total[flag]}")
    print(f"level   {levels_right}/{found.total()}")
    print(f"found by {dict(origin)}; notes {len(notes)}: {dict(Counter(str(note.level) for note in notes))}")
    report_slips(gold, corpus, notes)


def is_generic(note: Disagreement) -> bool:
    """Whether the note comes of a general rule, not of a listed contrast."""
    return not note.kind.startswith("wording:")


def report_slips(gold: Mapping[str, Any], corpus: Corpus, notes: tuple[Disagreement, ...]) -> None:
    stray = [note for note in notes if not any(parts(note, judged["items"]) for judged in gold["disagreements"])]
    alarms = [(judged, note) for judged in gold["agreements"] for note in stray if parts(note, judged["items"])]
    for judged, note in alarms:
        print(f"FALSE ALARM on {judged['id']}: {note.level} {note.kind}")
        print(*(f"    {quote.source}: {quote.text}" for side in note.sides for quote in side.quotes), sep="\n")
    quotes = [quote for note in notes for side in note.sides for quote in side.quotes]
    slices = sum(quote.span.slice(corpus.articles[quote.source].text) == quote.text for quote in quotes)
    outliers = sum(rightly_outside(note, gold) for note in notes)
    print(f"false alarms {len(alarms)}; other events right in {outliers}/{len(notes)} notes", end="; ")
    print(f"quotes that are slices {slices}/{len(quotes)}")


if __name__ == "__main__":
    main()
