"""What finding wire copies costs as a corpus grows, in processor time, and how many of those made are found.

    python tests/benchmarks/copies.py [--sentences 1000 10000 100000] [--articles FOLDER] [--config FOLDER]

The corpora are made of the given articles with most of their words exchanged at random (with a fixed seed), so that
they are as alike as reports of one event. Every third article is printed again with a fifth of its sentences cut.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time

from msgspec.structs import replace

from cpecbot.corpus.boilerplate import load_boilerplate
from cpecbot.corpus.copies.finding import find_copies
from cpecbot.corpus.loading import Corpus, build_corpus, load_corpus
from cpecbot.language.values.finding import find_values
from cpecbot.languages import load_languages
from cpecbot.models import Article, Sentence, SentenceKind, Value
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")
ROOT = Path(__file__).parents[2]
_EXCHANGED = 0.6
_CUT = 0.2
_PRINTED_AGAIN = 3


def alike(originals: Sequence[Article], count: int) -> Iterator[Article]:
    """``count`` variations of the articles."""
    chance = random.Random(count)  # noqa: S311 - no secret, but the same corpus every time
    for number in range(count):
        original = originals[number % len(originals)]
        words = re.findall(r"\w+", original.text)
        pieces = re.split(r"(\w+)", original.text)
        # Every second piece is a word; between them stands what separates words.
        text = "".join(
            chance.choice(words) if place % 2 and chance.random() < _EXCHANGED else piece
            for place, piece in enumerate(pieces)
        )
        yield replace(original, source=f"{number:05}_{original.source}", text=text)


def with_reprints(corpus: Corpus) -> Iterator[Article]:
    """The articles, a cut print right behind every third of them."""
    chance = random.Random(1)  # noqa: S311 - no secret, but the same corpus every time
    for number, (source, article) in enumerate(corpus.articles.items()):
        yield article
        if number % _PRINTED_AGAIN == 0:
            stated = (each for each in corpus.sentences[source] if each.kind is not SentenceKind.HEADING)
            text = "\n".join(each.text for each in stated if chance.random() >= _CUT)
            yield Article(f"{source}_again", text, article.language, published=article.published)


class Values:
    """The values of the sentences, read before the clock starts, as a library has read them."""

    def __init__(self, sentences: Mapping[str, Sequence[Sentence]]) -> None:
        self._known: dict[Sentence, tuple[Value, ...]] = {}
        self.sentences = sum(map(len, sentences.values()))

    def __call__(self, sentence: Sentence) -> tuple[Value, ...]:
        if sentence not in self._known:
            self._known[sentence] = find_values(sentence.reading, sentence.language)
        return self._known[sentence]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds")
    parser.add_argument("--config", type=Path, default=ROOT / "config")
    arguments = parser.parse_args()
    boilerplate = load_boilerplate(arguments.config / "boilerplate.toml", LANGUAGES)
    seeds = load_corpus(arguments.articles, LANGUAGES, arguments.config / "sources.toml")
    each = sum(map(len, seeds.sentences.values())) / len(seeds.articles)
    last = None
    for wanted in arguments.sentences:
        # Four in three are printed, one of them with four fifths of its sentences.
        count = int(wanted / each / (1 + (1 - _CUT) / _PRINTED_AGAIN))
        originals = build_corpus(alike(list(seeds.articles.values()), count), boilerplate)
        corpus = build_corpus(with_reprints(originals), boilerplate)
        values = Values(corpus.sentences)
        find_copies(corpus, values)
        start = process_time()
        copies = find_copies(corpus, values)
        spent = process_time() - start
        again = [source for source in corpus.articles if source.endswith("_again")]
        found = sum(copies.originals.get(source) == source.removesuffix("_again") for source in again)
        ratio = f", {spent / last:.1f} times the last" if last else ""
        print(
            f"{values.sentences:7} sentences of {len(corpus.articles)} articles: {spent:.2f} s, "
            f"{1000 * spent / values.sentences:.3f} ms each{ratio}; "
            f"{found} of {len(again)} reprints found, {len(copies.originals) - found} others"
        )
        last = spent


if __name__ == "__main__":
    main()
