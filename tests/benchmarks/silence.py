"""How often a source is wrongly called silent: ``python tests/benchmarks/silence.py``.

Asks the four judged sets of tests/judged about the articles of seeds/. A source is wrongly called silent on a question
where it holds a passage that answers it in full. Printed for each set and for all, beside the naive rule, which calls
silent whatever is not quoted, and beside two further statements: that a source speaks of it but gives no date or
number, false by the same measure, and that it also speaks of it, right where it holds any passage on the topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cpecbot.answering import Library, build_library
from cpecbot.corpus import load_corpus
from cpecbot.evaluation import JudgedQuestion, Passages, Share, load_passages, load_questions
from cpecbot.languages import load_languages
from cpecbot.models import Answer, Status

ROOT = Path(__file__).resolve().parents[2]
JUDGED = ROOT / "tests" / "judged"
SETS = ("", "own_", "fresh_", "style_")
MEASURES = ("called silent, false", "not quoted, false (the naive rule)", "gives no value, false", "also speaks, right")


def main() -> None:
    languages = load_languages(ROOT / "config" / "languages")
    corpus = load_corpus(
        ROOT / "seeds", languages, ROOT / "config" / "sources.toml", ROOT / "config" / "boilerplate.toml"
    )
    library = build_library(corpus, languages, ROOT / "config")
    total = [Share(0, 0)] * len(MEASURES)
    for name in SETS:
        passages = load_passages(JUDGED / f"{name}passages.json")
        found = list(_measured(library, load_questions(JUDGED / f"{name}questions.jsonl"), passages))
        measured = [sum(column, Share(0, 0)) for column in zip(*found, strict=True)]
        total = [one + other for one, other in zip(total, measured, strict=True)]
        _print(f"{name}questions.jsonl", measured)
    _print("all", total)


def _measured(
    library: Library, questions: tuple[JudgedQuestion, ...], passages: Passages
) -> Iterator[tuple[Share, ...]]:
    """The shares of each answered question, in the order of ``MEASURES``."""
    for question in questions:
        answer = library.ask(question.text)
        if answer.status is Status.ANSWERED:
            on_it = [passage for topic in question.topics for passage in passages[topic]]
            resolve = library.corpus.resolve
            full = {resolve(passage.source) for passage in on_it if passage.core}
            yield _shares(library, answer, full, {resolve(passage.source) for passage in on_it})


def _shares(library: Library, answer: Answer, full: set[str], speaking: set[str]) -> tuple[Share, ...]:
    quoted = {quote.source for quote in answer.answering}
    rest = [source for source in library.corpus.articles if source not in quoted]
    also = [quote.source for quote in answer.also_speaking]
    groups = ((answer.silent_sources, full), (rest, full), (answer.without_value, full), (also, speaking))
    return tuple(Share(sum(source in wanted for source in told), len(told)) for told, wanted in groups)


def _print(name: str, shares: list[Share]) -> None:
    print(name)
    for measure, share in zip(MEASURES, shares, strict=True):
        ratio = "–" if share.ratio is None else f"{share.ratio:.3f}"
        print(f"  {measure:36} {ratio} ({share.hits}/{share.total})")


if __name__ == "__main__":
    main()
