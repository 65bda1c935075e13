"""What reading a corpus and its notes cost as it grows, in processor time, and what looking them up adds to an answer.

    python tests/benchmarks/disagreement_cost.py [--corpora alike template events] [--sizes 5 50 500]
                                                 [--articles FOLDER] [--config FOLDER]

Corpora of ``alike`` articles are made of the given ones with a share of their words and all of their digits exchanged
at random (with a fixed seed), as reports of one event are, but not copies. Those of a ``template`` are of two sentences
each, with other numbers and names: the worst there is. Those of ``events`` tell each event in five articles. Beside
the cost of each sentence stands the exponent of its growth from the size before: 1 is linear.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
from collections.abc import Iterator, Sequence
from functools import partial
from math import log
from pathlib import Path
from time import process_time

from cpecbot.corpus import Corpus
from cpecbot.corpus.boilerplate import load_boilerplate
from cpecbot.corpus.loading import build_corpus, load_corpus
from cpecbot.disagreement import Comparer, Contrasts, load_contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import load_glossary
from cpecbot.languages import load_languages
from cpecbot.models import Article, Sentence
from cpecbot.resources import data_root
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore

LANGUAGES = load_languages(data_root() / "config" / "languages")

ROOT = Path(__file__).parents[2]
_EXCHANGED = 0.25
_HAPPENED = ("flood", "earthquake", "fire", "explosion", "landslide", "collision", "storm", "attack")
_BUILT = ("bridge", "dam", "highway", "refinery", "port", "hospital", "school", "pipeline")
_SYLLABLES = (
    "ka",
    "ri",
    "mo",
    "ta",
    "ban",
    "dor",
    "shi",
    "len",
    "gar",
    "tuz",
    "vel",
    "nar",
    "sam",
    "hir",
    "zol",
    "bek",
)
_LOOKUPS = 40


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
        yield dataclasses.replace(original, source=f"{number:03}_{original.source}", text=text)


def template(count: int) -> Iterator[Article]:
    """``count`` articles of two sentences, all alike but for their numbers and names."""
    chance = random.Random(count)  # noqa: S311 - no secret, but the same corpus every time
    for number in range(count):
        first, second, day = (chance.randrange(2, 900) for _ in range(3))
        yield Article(
            f"{number:06}",
            f"The {chance.choice(_HAPPENED)} in {_name(chance)} killed {first} people and injured {second} others on "
            f"{1 + day % 28} May, officials said.\n\nMinister {_name(chance)} {_name(chance)} said {second} million "
            f"dollars would be spent on the {chance.choice(_BUILT)} by {2027 + day % 12}.",
            LANGUAGES["en"],
        )


def events(count: int) -> Iterator[Article]:
    """``count`` articles, five on each event, that choose what they tell of it and differ a little in its figures."""
    chance = random.Random(count)  # noqa: S311 - no secret, but the same corpus every time
    for number in range(count):
        if number % 5 == 0:
            happened, built = chance.choice(_HAPPENED), chance.choice(_BUILT)
            place, who, dead, day = _name(chance), _name(chance), chance.randrange(4, 200), chance.randrange(1, 28)
        told = (
            f"At least {dead + chance.randrange(3)} people were killed when a {happened} struck {place} on {day} May.",
            f"The {happened} in {place} left {dead + chance.randrange(2)} dead and {2 * dead} injured, police said.",
            f"Rescue workers evacuated {3 * dead} families from the {built} near {place} after the {happened}.",
            f"{who}, the mayor of {place}, visited the damaged {built} on {day + 1} May.",
            f"Pakistan and China signed an agreement on the {built} in {place} worth {5 * dead} million dollars.",
            f"The {built}, which is {dead} kilometres long, was opened in {1990 + day} by {who}.",
        )
        yield Article(f"{number:06}", "\n\n".join(chance.sample(told, 4)), LANGUAGES["en"])


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", nargs="+", choices=("alike", "template", "events"), default=["alike"])
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
    made = {"alike": partial(alike, originals), "template": template, "events": events}
    for name in arguments.corpora:
        print(name)
        before: tuple[int, float] | None = None
        for size in arguments.sizes:
            before = _measure(build_corpus(made[name](size), boilerplate), analyzer, tables[1], before)


def _measure(
    corpus: Corpus, analyzer: Analyzer, contrasts: Contrasts, before: tuple[int, float] | None
) -> tuple[int, float]:
    """Print what ``corpus`` costs; return its sentences, and the seconds that comparing them took."""
    sentences = sum(map(len, corpus.sentences.values()))
    start = process_time()
    store = MemoryStore(read_entries(corpus, analyzer))
    read = process_time() - start
    comparer = Comparer(store, corpus.articles, analyzer.glossary, contrasts)
    start = process_time()
    notes = comparer.all()
    compared = process_time() - start
    asked = [listed[:6] for listed in list(corpus.sentences.values())[:_LOOKUPS]]
    first, again = (_lookups(comparer, asked) for _ in range(2))
    growth = f", growth {log(compared / before[1]) / log(sentences / before[0]):.2f}" if before else ""
    each = 1000 / sentences
    print(
        f"{len(corpus.articles):6} articles, {sentences:6} sentences: read {read * each:.2f} ms each; "
        f"compared {compared * each:.2f} ms each{growth}; {len(notes)} notes; "
        f"for an answer {first:.1f} ms, again {again:.1f} ms",
        flush=True,
    )
    return sentences, compared


def _lookups(comparer: Comparer, asked: Sequence[Sequence[Sentence]]) -> float:
    """In milliseconds, for one answer."""
    start = process_time()
    for sentences in asked:
        comparer.about(sentences)
    return 1000 * (process_time() - start) / len(asked)


if __name__ == "__main__":
    main()
