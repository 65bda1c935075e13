"""Which property each value of a sentence is: its magnitude, its depth, the age of who is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.questions.measured import MeasuresFile, cues
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.phrases import tokenize
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.values.numbers.cutting import with_units_apart
from cpecbot.language.values.units import SCALES
from cpecbot.language.values.words.vocabulary import vocabulary
from cpecbot.languages import Language
from cpecbot.models import Measured, Sentence, Span, Value
from cpecbot.store.entries import Entry

# How far, in characters, a word for a property may stand from the value that it names.
_REACH = 40
# What stands before and behind an age between marks.
_OPEN, _CLOSED = (",", "،", "，", "(", "（"), (",", "،", "，", ")", "）", ".", "۔", "。")


def properties(entry: Entry) -> Mapping[Span, set[Measured]]:
    """What words beside the values of ``entry`` name them as; each names the nearest value that may be it."""
    values = entry.analysis.values
    parts = segments(entry.sentence.reading, entry.sentence.language)
    named: dict[Span, set[Measured]] = {}
    for property_, place in entry.sentence.language.once(_Cues).of(entry.sentence.reading):
        nearest = _nearest(property_, place, values, parts)
        if nearest is not None:
            named.setdefault(nearest.span, set()).add(property_)
    named |= {value.span: {Measured.AGE} for value in values if value.span not in named and is_aside(value, entry)}
    return named


def told_by(sentence: Sentence) -> list[Span]:
    """Where words for properties stand, in code points of the sentence."""
    return [place for _, place in sentence.language.once(_Cues).of(sentence.reading)]


def is_aside(value: Value, entry: Entry) -> bool:
    """Whether ``value`` may be an age and stands by itself between marks, as an age does behind a name."""
    if not SCALES[Measured.AGE].fits(value, cued=True) or value.high is None:
        return False
    text = entry.sentence.reading
    before, after = text[: value.span.start].rstrip(), text[value.span.end :].lstrip()
    if not after.startswith(_CLOSED):
        return False
    return before.endswith(_OPEN) or _opens(before, entry.sentence.language)


def _opens(before: str, language: Language) -> bool:
    """Whether but a word that opens an age stands between it and a mark or the start: "At 24, she won"."""
    folded = fold_text(before)
    found = next((each for each in map(fold_text, _openers(language)) if folded.endswith(each)), None)
    rest = folded.removesuffix(found).rstrip() if found else folded
    return found is not None and not rest[-1:].isalnum()


def _openers(language: Language) -> Phrases:
    return language.read(MeasuresFile).age.opening


class _Cues:
    """The words for properties in the sentences of one language; those of the sentences asked of last are kept."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._table = cues(language)
        self.of = lru_cache(maxsize=2048)(self._found)

    def _found(self, text: str) -> tuple[tuple[Measured, Span], ...]:
        folded = fold_simply(text, self._language)
        tokens = with_units_apart(tokenize(text, folded), vocabulary(self._language))
        matches = ((at, found) for at in range(len(tokens)) if (found := self._table.match(tokens, at)))
        return tuple(
            (property_, folded.original(Span(tokens[at].start, tokens[end - 1].end)))
            for at, (property_, end) in matches
        )


def _nearest(measured: Measured, place: Span, values: Sequence[Value], parts: Segments) -> Value | None:
    """The value within reach of ``place`` that may be ``measured``, of its own part if one is."""
    if any(place.overlaps(each.span) and not SCALES[measured].fits(each, cued=True) for each in values):
        return None  # the thirties of the last century are no age
    fitting = [value for value in values if SCALES[measured].fits(value, cued=True)]
    return min(
        (value for value in fitting if value.span.gap(place) <= _REACH),
        key=lambda value: (parts.distance(value.span, place).apart, value.span.gap(place)),
        default=None,
    )
