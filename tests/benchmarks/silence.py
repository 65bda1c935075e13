"""How often a source is wrongly called silent: ``python tests/benchmarks/silence.py``.

Asks the four judged sets of tests/judged about the articles of seeds/. A source is wrongly called silent on a question
where it holds a passage that answers it in full. Printed for each set and for all, beside the naive rule, which calls
silent whatever is not quoted, and beside two further statements: that a source speaks of it but gives no date or
number, false by the same measure, and that it also speaks of it, right where it holds any passage on the topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from judged_sets import report

from cpecbot.answering import Library
from cpecbot.evaluation import JudgedQuestion, Passages, Share
from cpecbot.models import Answer, Status

MEASURES = ("called silent, false", "not quoted, false (the naive rule)", "gives no value, false", "also speaks, right")


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


if __name__ == "__main__":
    report(MEASURES, _measured)
