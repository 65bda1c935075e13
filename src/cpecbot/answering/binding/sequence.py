"""Whether a date is that of something before or after what is asked about: "a statement on Monday, after the talks"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from cpecbot.answering.binding.nearest import Matched
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.store.entries import Entry


def is_of_another_moment(entry: Entry, dates: Sequence[Span], matched: Matched) -> bool:
    """Whether words that set one event before another part all ``dates`` of ``entry`` from all that is ``matched``."""
    marks = entry.sentence.language.once(_Marks)
    mentions = [span for unit, spans in matched.items() if not unit.light for span in spans]
    gaps = [_gap(*sorted(pair)) for pair in product(dates, mentions)]
    return bool(gaps) and all(marks.part(gap.slice(entry.sentence.reading)) for gap in gaps)


def _gap(first: Span, last: Span) -> Span:
    return Span(min(first.end, last.start), last.start)


class _Marks:
    """The words of one language that set one event before another."""

    def __init__(self, language: Language) -> None:
        words = any_of(fold_text(grammar(language).apart).split())
        self._mark = re.compile(rf"\b(?:{words})\b" if language.profile.spaced else words)

    def part(self, gap: str) -> bool:
        return bool(self._mark.search(fold_text(gap)))
