"""A sentence as it is read for who speaks in it: where its clauses, its quoted words and its days stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.enclosures import enclosures
from cpecbot.language.speech.quotations import QUOTATION
from cpecbot.language.text.folding import Folded
from cpecbot.models import Span

# In folded text. A comma between figures is a part of a number, a colon that of a score or of a time.
MARK = expression(r"(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)|[;()?!\"。；！？「」『』]|(?<!\w)-|-(?!\w)")
_HARD = frozenset(";。；！？?!:")
# Quoted words that fill a sentence so far are read as its own.
_WHOLE = 0.8
# So many words in quotation marks are a name or a term, not what somebody says.
_NAME = 3


class Clauses(Struct, frozen=True):
    """The folded ``text`` of a sentence; all spans count its characters.

    ``quoted`` are words that stand in quotation marks, ``fixed`` words that belong together, ``times`` tell when.
    """

    text: str
    quoted: tuple[Span, ...]
    fixed: tuple[Span, ...]
    times: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, folded: Folded, fixed: Iterable[Span], times: Iterable[Span]) -> Clauses:
        quoted = [each for each in enclosures(text, len(text)) if text[each.start] in QUOTATION]
        quoted = [each for each in quoted if len(text[each.start : each.end].split()) > _NAME or len(each) > _NAME * 8]
        whole = any(len(each) > _WHOLE * len(text) for each in quoted)
        return cls(
            folded.text,
            tuple(map(folded.folded, () if whole else quoted)),
            tuple(map(folded.folded, fixed)),
            tuple(map(folded.folded, times)),
        )

    def is_quoted(self, place: Span) -> bool:
        return any(each.contains(place) for each in self.quoted)

    def splits_fixed(self, place: int) -> bool:
        """Whether ``place`` lies within words that belong together."""
        return any(each.start < place < each.end for each in self.fixed)

    def is_within_fixed(self, place: Span) -> bool:
        """Whether ``place`` is the end of a longer word or term."""
        return any(each.start < place.start and place.end <= each.end for each in self.fixed)

    def time_at(self, place: int) -> Span | None:
        return next((each for each in self.times if each.start <= place < each.end), None)

    def before(self, start: int, place: int) -> list[Span]:
        """What stands from ``start`` to ``place``, cut at marks, without quoted words; behind the last full stop."""
        marks = [found for found in MARK.finditer(self.text, start, place) if not self._in_quoted(found.start())]
        hard = [found.end() for found in marks if found.group() in _HARD]
        begin = hard[-1] if hard else start
        cuts = [begin, *(found.start() for found in marks if found.start() >= begin), place]
        pieces = (Span(one + (one != begin), other) for one, other in itertools.pairwise(cuts))
        return [piece for piece in pieces if piece.start <= piece.end and not self.is_quoted(piece)]

    def behind(self, place: int) -> Span:
        """What stands from ``place`` to the next mark."""
        found = MARK.search(self.text, place)
        return Span(place, found.start() if found else len(self.text.rstrip(" .")))

    def _in_quoted(self, place: int) -> bool:
        return any(each.start < place < each.end - 1 for each in self.quoted)


def stripped(text: str, span: Span) -> Span:
    """``span`` without what is no letter at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def starts_of(expression: re.Pattern[str], text: str, span: Span) -> Iterator[int]:
    return (found.start() for found in expression.finditer(text, span.start, span.end))


def hull(spans: Sequence[Span]) -> Span:
    return Span(min(each.start for each in spans), max(each.end for each in spans))
