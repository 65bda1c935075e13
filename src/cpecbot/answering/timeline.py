"""The days that the articles state, each with the statements that give it, and where sources give another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies
from cpecbot.disagreement.grouping.notes import make_quote
from cpecbot.models import Dimension, Disagreement, Moment, Quote, Sentence, Span, ValueKind
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.store import Store

_DAYS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.RELATIVE_DAY})
_Days = tuple[date, date]
_Given = dict[Sentence, tuple[Entry, list[Span]]]


def timeline(
    corpus: Corpus,
    store: Store,
    copies: Copies,
    notes: Iterable[Disagreement],
    concerns: Callable[[Entry], bool] | None = None,
) -> tuple[Moment, ...]:
    """Every day that a statement gives, or one of those that ``concerns`` takes; without their year at the end.

    A weekday or a day told by its distance is one of them where the day of the article, or a date beside it, tells
    which. What several articles print in the same words is one statement.
    """
    moments: dict[_Days, _Given] = {}
    for source in store.sources:
        for entry in filter(quotable, store.entries(source)):
            for days, spans in _stated(entry) if concerns is None or concerns(entry) else ():
                original = copies.telling(entry.sentence)[0]
                given = moments.setdefault(days, {}).get(original)
                # Who wrote it first has the word, if it is a copy that comes first here.
                if given is None or entry.sentence == original:
                    moments[days][original] = (entry, spans)
    dated = [note for note in notes if note.dimension is Dimension.DATE]
    found = (_moment(days, given.values(), corpus, copies, dated) for days, given in moments.items())
    return tuple(sorted(found, key=lambda each: (not each.year_known, each.first, each.last)))


def _stated(entry: Entry) -> Iterator[tuple[_Days, list[Span]]]:
    """The days that ``entry`` gives for what it reports, and where; not the one that it was filed on."""
    found: dict[_Days, list[Span]] = {}
    for value in entry.analysis.values:
        if value.kind in _DAYS and value.first and value.last and value.span.start >= entry.body:
            found.setdefault((value.first, value.last), []).append(value.span.shift(entry.sentence.span.start))
    yield from found.items()


def _moment(
    days: _Days,
    given: Iterable[tuple[Entry, list[Span]]],
    corpus: Corpus,
    copies: Copies,
    dated: Sequence[Disagreement],
) -> Moment:
    quotes = tuple(_quote(entry, spans, corpus, copies) for entry, spans in given)
    differing = tuple(note for note in dated if any(_is_side(quote, note) for quote in quotes))
    return Moment(*days, quotes, differing)


def _quote(entry: Entry, spans: Iterable[Span], corpus: Corpus, copies: Copies) -> Quote:
    sentence = entry.sentence
    return replace(
        make_quote(corpus.articles[sentence.source], sentence.span, spans),
        copies=copies.of(sentence, corpus.articles),
        speaker=entry.said_by,
    )


def _is_side(quote: Quote, note: Disagreement) -> bool:
    """Whether the words for the day are some of those that ``note`` sets beside others."""
    sides = (each for side in note.sides for each in side.quotes if each.source == quote.source)
    return any(mark.overlaps_any(quote.highlights) for each in sides for mark in each.highlights)
