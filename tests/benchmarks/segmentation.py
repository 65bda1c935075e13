"""Boundary F1 of sentence segmentation, the library alone and ours, over gold files.

    python tests/benchmarks/segmentation.py DIR

Each ``*.jsonl`` file of DIR holds lines ``{"lang", "text", "spans": [[start, end], …]}`` with offsets in code points.
A boundary is the end of a sentence with trailing space trimmed; the library is called line by line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sentencex import get_sentence_boundaries

from cpecbot.language.sentences.segmenting import segment
from cpecbot.languages import Language, load_languages
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")

Ends = Callable[[str, Language], set[int]]


def trimmed_ends(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    pieces = ((start, text[start:end].rstrip()) for start, end in spans)
    return {start + len(piece) for start, piece in pieces if piece}


def ends_of_library(text: str, language: Language) -> set[int]:
    def spans() -> Iterator[tuple[int, int]]:
        offset = 0
        for line in text.split("\n"):
            for found in get_sentence_boundaries(language.code, line):
                yield offset + found["start_index"], offset + found["end_index"]
            offset += len(line) + 1

    return trimmed_ends(text, spans())


def ends_of_ours(text: str, language: Language) -> set[int]:
    return {span.end for span, _ in segment(text, language)}


def boundary_f1(path: Path, ends: Ends) -> float:
    """Micro-averaged over the documents of the file."""
    shared = claimed = wanted = 0
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            gold = trimmed_ends(record["text"], record["spans"])
            found = ends(record["text"], LANGUAGES[record["lang"]])
            shared, claimed, wanted = shared + len(gold & found), claimed + len(found), wanted + len(gold)
    return 2 * shared / (claimed + wanted) if claimed + wanted else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path)
    print(f"{'file':36} {'sentencex':>9} {'ours':>9} {'ratio':>7}")
    for path in sorted(parser.parse_args().directory.glob("*.jsonl")):
        alone, ours = boundary_f1(path, ends_of_library), boundary_f1(path, ends_of_ours)
        print(f"{path.name:36} {alone:9.4f} {ours:9.4f} {ours / alone if alone else 0.0:7.4f}")


if __name__ == "__main__":
    main()
