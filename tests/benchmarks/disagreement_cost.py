"""What reading a corpus and its notes cost as it grows, in processor time, and what looking them up adds to an answer.

    python tests/benchmarks/disagreement_cost.py [--sizes 5 50 500] [--articles FOLDER] [--config FOLDER]

Larger corpora are made of the given articles with a share of their words and all of their digits exchanged at random
(with a fixed seed), so that they are alike, as reports of one event are, but not copies.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from cpecbot.corpus.boilerplate import load_boilerplate
from cpecbot.corpus.snapshot import build_corpus, load_corpus
from cpecbot.disagreement import Comparer, load_contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import load_glossary
from cpecbot.languages import load_languages
from cpecbot.models import Article
from cpecbot.resources import data_root
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore

LANGUAGES = load_languages(data_root() / "config" / "languages")

ROOT = Path(__file__).parents[2]
_EXCHANGED = 0.25
_LOOKUPS = 200


def alike(originals: Sequence[Article], count: int) -> Iterator[Article]:
    """``count`` articles: the originals, then variations of them."""
    chance = random.Random(count)  # noqa: S311 - no secret, but the same corpus every time
    for number in range(count):
        original = originals[number % len(originals)]
        if number < len(originals):
            yield original
            continue
        words = re.findall(r"\w+", original.text)
        pieces = re.split(r"(\w+)", original.text)
        # Every second piece is a word; between them stands what separates words.
        text = "".join(
            chance.choice(words) if place % 2 and chance.random() < _EXCHANGED else piece
            for place, piece in enumerate(pieces)
        )
        text = re.sub(r"\d", lambda _: str(chance.randrange(10)), text)
        yield replace(original, source=f"{number:03}_{original.source}", text=text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 50, 500])
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds")
    parser.add_argument("--config", type=Path, default=ROOT / "config")
    arguments = parser.parse_args()
    tables = (
        load_glossary(arguments.config / "glossary", LANGUAGES),
        load_contrasts(arguments.config / "contrasts.toml", LANGUAGES),
    )
    boilerplate = load_boilerplate(arguments.config / "boilerplate.toml", LANGUAGES)
    originals = list(load_corpus(arguments.articles, LANGUAGES, arguments.config / "sources.toml").articles.values())
    analyzer = Analyzer(tables[0], LANGUAGES)
    Comparer(MemoryStore([]), {}, *tables).all()
    for size in arguments.sizes:
        corpus = build_corpus(alike(originals, size), boilerplate)
        sentences = [sentence for listed in corpus.sentences.values() for sentence in listed]
        start = process_time()
        store = MemoryStore(read_entries(corpus, analyzer))
        read = process_time() - start
        comparer = Comparer(store, corpus.articles, *tables)
        start = process_time()
        notes = comparer.all()
        made = process_time() - start
        start = process_time()
        for _ in range(_LOOKUPS):
            comparer.about(sentences[:6], {"gaza", "ceasefire"})
        lookup = (process_time() - start) / _LOOKUPS
        each = 1000 / len(sentences)
        print(
            f"{size:4} articles, {len(sentences):6} sentences: read in {read:.2f} s, {read * each:.2f} ms each;",
            end=" ",
        )
        print(f"compared in {made:.2f} s, {made * each:.2f} ms each;", end=" ")
        print(f"{len(notes)} notes; lookup {lookup * 1000:.2f} ms")


if __name__ == "__main__":
    main()
