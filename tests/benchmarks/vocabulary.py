"""How much of everyday language the glossary and the vocabulary know: ``python vocabulary.py PAIRS.jsonl …``.

A line of the files holds a sentence in two languages, by their codes: ``{"en": "…", "ar": "…"}``. For each file, with
the vocabulary and without it (the ratio):

- coverage: the share of words that are neither grammar nor figures, or of such Han characters, that a concept covers;
- agreement: of the meanings that stand in either sentence the share that stands in both, a word of several senses being
  one of them;
- first: how often ``search`` finds the translation of a sentence before any other.

With ``--half`` only the first or the second half of the lines counts, so that one can be looked at and the other
reported. ``--alone N`` lists the concepts that most often stand on one side only: a form is missing or wrong there.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import build_corpus
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.language.text.tokens import is_han, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language, load_languages
from cpecbot.models import Article, Span
from cpecbot.resources import data_root

CONFIG = data_root() / "config"
LANGUAGES = load_languages(CONFIG / "languages")


@dataclass(frozen=True)
class Side:
    """One sentence: its words, and the senses at each place that a concept covers."""

    text: str
    language: Language
    words: tuple[Span, ...]
    places: dict[Span, frozenset[str]]

    @property
    def covered(self) -> int:
        return sum(any(place.overlaps(word) for place in self.places) for word in self.words)


def read(text: str, language: Language, glossary: Glossary) -> Side:
    places: dict[Span, set[str]] = {}
    for match in glossary.read(text, (language,)):
        places.setdefault(match.span, set()).add(match.concept)
    words = tuple(_words(text, language))
    inside = {place: frozenset(keys) for place, keys in places.items() if any(place.overlaps(each) for each in words)}
    return Side(text, language, words, inside)


def _words(text: str, language: Language) -> Iterator[Span]:
    """The content words of ``text``; of Han text its characters, since nothing parts the words."""
    grammar = function_words(language)
    for token in tokenize(text):
        if is_han(token.text):
            single = Span(token.span.start, token.span.start + 1)
            if single.slice(text) not in grammar and token.text not in grammar:
                yield single
        elif token.text not in grammar and not token.text[0].isdigit():
            yield token.span


def shared(one: Side, other: Side) -> Iterator[tuple[Span, frozenset[str]]]:
    """The places of ``one`` whose meaning stands in ``other``."""
    theirs = frozenset().union(*other.places.values())
    return ((place, keys) for place, keys in one.places.items() if not keys.isdisjoint(theirs))


def coverage(sides: Sequence[Side]) -> float:
    return sum(side.covered for side in sides) / sum(len(side.words) for side in sides)


def agreement(pairs: Sequence[tuple[Side, Side]]) -> float:
    """The Jaccard index of the places of both sentences, those that share a meaning being one."""
    both = sum(len(list(shared(*pair))) + len(list(shared(*reversed(pair)))) for pair in pairs) / 2
    return both / (sum(len(side.places) for pair in pairs for side in pair) - both)


def first(pairs: Sequence[tuple[str, str]], other: Language, tables: Path) -> float:
    """How often the first of a pair, searched for among the second ones, in ``other``, finds its own."""
    articles = [Article(str(number), pair[1], other) for number, pair in enumerate(pairs)]
    library = build_library(build_corpus(articles), LANGUAGES, tables)
    hits = (library.search(pair[0], 1) for pair in pairs)
    return sum(bool(hit) and hit[0].sentence.source == str(number) for number, hit in enumerate(hits)) / len(pairs)


def alone(pairs: Iterable[tuple[Side, Side]], most: int) -> Iterator[str]:
    """The concepts that most often stand on one side only, each with a pair of sentences."""
    counted: Counter[tuple[str, str]] = Counter()
    samples: dict[tuple[str, str], tuple[str, str]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            both = dict(shared(one, other))
            for place, keys in one.places.items():
                if place not in both:
                    named = (one.language.code, min(keys))
                    counted[named] += 1
                    samples[named] = one.text, other.text
    for named, count in counted.most_common(most):
        yield f"  {count:4} {named[1]} in {named[0]} only: {' | '.join(samples[named])}"


def report(path: Path, half: str, most: int, without: Path) -> None:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    middle = len(lines) // 2
    kept = {"all": lines, "first": lines[:middle], "second": lines[middle:]}[half]
    codes = [code for code in kept[0] if code in LANGUAGES.codes]
    one, other = (LANGUAGES[code] for code in codes)
    texts = [(line[one.code], line[other.code]) for line in kept]
    figures = []
    for tables in (CONFIG, without):
        glossary = load_glossary(CONFIG / "glossary", LANGUAGES, tables / "vocabulary")
        pairs = [(read(mine, one, glossary), read(theirs, other, glossary)) for mine, theirs in texts]
        figures.append(
            (
                coverage([pair[0] for pair in pairs]),
                coverage([pair[1] for pair in pairs]),
                agreement(pairs),
                first(texts, other, tables),
                first([pair[::-1] for pair in texts], one, tables),
            )
        )
        if tables == CONFIG and most:
            print("\n".join(alone(pairs, most)))
    names = (f"coverage {one}", f"coverage {other}", "agreement", f"first {one}>{other}", f"first {other}>{one}")
    for name, mine, theirs in zip(names, *figures, strict=True):
        print(
            f"{path.stem}: {name:15} {mine:.3f}, without the vocabulary {theirs:.3f}, ratio {mine / (theirs or 1):.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="PAIRS.jsonl")
    parser.add_argument("--half", choices=["all", "first", "second"], default="all")
    parser.add_argument("--alone", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        without = Path(folder)
        for table in CONFIG.iterdir():
            if table.name != "vocabulary":
                (without / table.name).symlink_to(table)
        for path in arguments.files:
            report(path, arguments.half, arguments.alone, without)


if __name__ == "__main__":
    main()
