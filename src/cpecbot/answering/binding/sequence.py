"""Whether a date is that of something before or after what is asked about: "a statement on Monday, after the talks"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from cpecbot.answering.binding.nearest import Matched
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.text.cues.marks import Marks
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.store.entries import Entry


def is_of_another_moment(entry: Entry, dates: Sequence[Span], matched: Matched) -> bool:
    """Whether words that set one event before another part all ``dates`` of ``entry`` from all that is ``matched``."""
    marks = entry.sentence.language.once(_marks)
    mentions = [span for unit, spans in matched.items() if not unit.light for span in spans]
    gaps = [date.between(mention) for date, mention in product(dates, mentions)]
    return bool(gaps) and all(marks.within(gap.slice(entry.sentence.reading)) for gap in gaps)


def _marks(language: Language) -> Marks:
    """The words of one language that set one event before another."""
    return Marks(language, grammar(language).apart.split())
