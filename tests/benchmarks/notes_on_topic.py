"""How many of the notes shown with answers rest on what was asked: ``python tests/benchmarks/notes_on_topic.py [-v]``.

Asks the four judged sets of tests/judged about the articles of seeds/. A note shown at first is on the topic when two
of its sides quote a passage that is judged to speak of it, or one does and the note quotes one sentence of the answer.
Printed for each set and for all: notes on the topic by at least one side, and by at least two.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from judged_sets import report

from cpecbot.answering import Library
from cpecbot.evaluation import JudgedQuestion, Passage, Passages, Share
from cpecbot.models import Disagreement, Quote, Status
from cpecbot.rendering.answer.differences import MOST_NOTES, in_order

MEASURES = ("notes with a side on the topic", "notes with two sides on it")


def _measured(
    library: Library, questions: tuple[JudgedQuestion, ...], passages: Passages
) -> Iterator[tuple[Share, ...]]:
    """The shares of each answered question that is shown notes, in the order of ``MEASURES``."""
    for question in questions:
        answer = library.ask(question.text)
        if answer.status is not Status.ANSWERED:
            continue
        on_it = [passage for topic in question.topics for passage in passages[topic]]
        shown = in_order(answer.disagreements)[:MOST_NOTES]
        touched = [_sides_on(note, on_it, library) for note in shown]
        if "-v" in sys.argv:
            for note, sides in zip(shown, touched, strict=True):
                print("  " if sides else "✗ ", sides, question.text, "|", note.level, note.subject, note.dimension)
        yield tuple(Share(sum(sides >= least for sides in touched), len(shown)) for least in (1, 2))


def _sides_on(note: Disagreement, on_it: Sequence[Passage], library: Library) -> int:
    return sum(any(_speaks(quote, on_it, library) for quote in side.quotes) for side in note.sides)


def _speaks(quote: Quote, on_it: Sequence[Passage], library: Library) -> bool:
    """Whether the quote overlaps any of the passages."""
    text = library.corpus.articles[quote.source].text
    for passage in on_it:
        if library.corpus.resolve(passage.source) == quote.source:
            place = text.find(passage.text)
            if place >= 0 and place < quote.span.end and quote.span.start < place + len(passage.text):
                return True
    return False


if __name__ == "__main__":
    report(MEASURES, _measured)
