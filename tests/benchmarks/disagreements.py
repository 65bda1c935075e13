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
from pathlib import Path
from typing import Any

from cpecbot.corpus.snapshot import Corpus, load_corpus
from cpecbot.disagreement import Comparer, load_contrasts
from cpecbot.language.glossary import load_glossary
from cpecbot.language.stopwords import load_stopwords
from cpecbot.models import Disagreement, Level, Quote, Span

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
    found = list(sides_on(note, items).values())
    return any(
        one != other
        for index, left in enumerate(found)
        for right in found[index + 1 :]
        for one in left
        for other in right
    )


def rightly_outside(note: Disagreement, gold: Mapping[str, Any]) -> bool:
    """Whether the sources of another event are just those that the judges name."""
    outlier = gold["event_identity"]["outlier"]["source"]
    sources = {quote.source for side in note.sides for quote in side.quotes}
    return set(note.other_event) == {source for source in sources if source.startswith(outlier)}


def load(articles: Path, config: Path) -> tuple[Corpus, tuple[Disagreement, ...]]:
    corpus = load_corpus(articles, config / "sources.toml", config / "boilerplate.toml")
    comparer = Comparer(
        corpus.sentences,
        corpus.articles,
        load_glossary(config / "glossary"),
        load_contrasts(config / "contrasts.toml"),
        load_stopwords(config / "stopwords.toml"),
    )
    return corpus, comparer.all()


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
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    level_right = level_of = 0
    for judged in gold["disagreements"]:
        total[judged["flag"]] += 1
        matching = [note for note in notes if parts(note, judged["items"])]
        levels = {note.level for note in matching}
        if matching:
            hit[judged["flag"]] += 1
            generic = any(not note.kind.startswith("wording:") for note in matching)
            listed["generic kinds" if generic else "contrasts.toml"] += 1
            level_of += 1
            level_right += Level(judged["severity"]) in levels
        if verbose or (not matching and judged["flag"] != "may"):
            print(
                f"{judged['id']} {judged['flag']:6} {judged['severity']:13} {sorted(levels) or 'MISSED'} {judged['topic']}"
            )
    alarms = [
        (agreement["id"], note)
        for agreement in gold["agreements"]
        for note in notes
        if parts(note, agreement["items"]) and not any(parts(note, judged["items"]) for judged in gold["disagreements"])
    ]
    for name, note in alarms:
        print(
            f"FALSE ALARM on {name}: {note.level} {note.kind} {[quote.text for side in note.sides for quote in side.quotes]}"
        )
    for flag in ("must", "should", "may"):
        print(f"{flag:7} {hit[flag]}/{total[flag]}")
    print(f"level   {level_right}/{level_of}")
    print(f"found by {dict(listed)}; notes {len(notes)}: {dict(Counter(str(note.level) for note in notes))}")
    print(
        f"false alarms {len(alarms)}; outliers right in {sum(rightly_outside(note, gold) for note in notes)}/{len(notes)} notes"
    )
    quotes = [quote for note in notes for side in note.sides for quote in side.quotes]
    slices = sum(quote.span.slice(corpus.articles[quote.source].text) == quote.text for quote in quotes)
    print(f"quotes that are slices {slices}/{len(quotes)}")


if __name__ == "__main__":
    main()
