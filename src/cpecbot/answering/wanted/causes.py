"""Why something happened: the words of a sentence that tell the cause of what is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_deed
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.cues.causes import SURE, CauseMark, Tie, cause_marks, has_verb_behind, unknown_causes
from cpecbot.language.text.cues.references import refers_back
from cpecbot.language.text.words import function_words, light_words
from cpecbot.models import MOMENTS, Span, Unit, ValueKind
from cpecbot.store.entries import Entry

# So much beside words for a cause is the cause itself, in words: "heavy rain کی وجہ سے".
_NEAR = 2.0
# What is marked before such words is no longer than this, in words.
_LONGEST = 6.0
# What says when or how long it took is no cause: "after two years". Between the two may stand a space.
_TIMES = MOMENTS | {ValueKind.DURATION}
_SPACE = 2


class Cause(Struct, frozen=True):
    """The words at ``span`` tell a cause of what is asked about; it is ``sure`` unless it may only have come first."""

    span: Span
    sure: bool


def causes(entry: Entry, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> Iterator[Cause]:
    """What ``entry``, where the units ``matched`` stand, tells as the cause of these."""
    effect = _effect(matched, glossary)
    for mark in cause_marks(entry.sentence.reading, entry.sentence.language) if effect else ():
        beside = _Beside.of(mark, entry, effect)
        if not beside.is_time() and beside.tells_cause_of_the_effect():
            yield Cause(_trimmed(beside.cause(), entry.sentence.reading), mark.tie in SURE and not beside.is_open())


def opening(entry: Entry) -> CauseMark | None:
    """The words that ``entry`` begins with and that tie it to the sentence before: "that is why", "the reason was".

    Where they say what came of something, the sentence before tells the cause; else this one does.
    """
    text, language = entry.sentence.reading, entry.sentence.language
    mark = next((each for each in cause_marks(text, language) if each.tie in SURE), None)
    if mark is None or mark.tie is Tie.OWING or (mark.tie is Tie.LEADS and not refers_back(text, language)):
        return None
    small = function_words(language) | light_words(language)
    before = [token for token in entry.analysis.tokens if entry.body <= token.span.start < mark.span.start]
    if any(token.text not in small for token in before):
        return None
    # "Because of the rain, the match was abandoned" tells by itself what came of the rain.
    alone = _clause_end(mark.span.end, segments(text, language), len(text)) >= len(text) - 1
    return mark if mark.tie is not Tie.BECAUSE or before or alone else None


def cause_told_of_another(entry: Entry, mark: CauseMark) -> Span:
    """The words for the cause in ``entry``, which ``mark`` ties to the sentence before."""
    text = entry.sentence.reading
    end = _clause_end(mark.span.end, segments(text, entry.sentence.language), len(text))
    return _trimmed(Span(mark.span.start, end), text)


class _Beside(Struct, frozen=True):
    """What stands beside ``mark`` in a sentence; ``effect`` is where that stands which is to have a cause."""

    mark: CauseMark
    entry: Entry
    effect: Sequence[Span]
    parts: Segments

    @classmethod
    def of(cls, mark: CauseMark, entry: Entry, effect: Sequence[Span]) -> _Beside:
        return cls(mark, entry, effect, segments(entry.sentence.reading, entry.sentence.language))

    def cause(self) -> Span:
        """The words for the cause, those of the mark among them where they stand in one."""
        place = self.mark.span
        match self.mark.tie:
            case Tie.BECAUSE | Tie.AFTER:
                behind = self.effect if has_verb_behind(self.entry.sentence.language) else ()
                return Span(place.start, self._end(behind))
            case Tie.OWING | Tie.UPON:
                return Span(self._start(), place.end)
            case Tie.REASON:
                return Span(self._clause_start(), self._clause_end())
            case Tie.LEADS if place.start <= self.entry.body:  # the verb comes first, and then its subject
                return Span(place.start, self._end(self.effect))
            case _:
                return Span(self.entry.body, place.start)

    def tells_cause_of_the_effect(self) -> bool:
        """Whether something that is asked about came of the cause, and is not a part of it."""
        cause = self.cause()
        match self.mark.tie:
            case Tie.LEADS | Tie.THEREFORE:
                least = max(self.mark.span.end, cause.end)
                return len(cause) > 0 and any(place.start >= least for place in self.effect)
            case Tie.OWING | Tie.UPON:
                return not all(map(self._is_right_before, self.effect))
            case Tie.REASON:
                return True
            case _:
                return not all(place.overlaps(cause) for place in self.effect)

    def is_time(self) -> bool:
        """Whether it only says after what time something happened."""
        times = [value.span for value in self.entry.analysis.values if value.kind in _TIMES]
        place = self.mark.span
        match self.mark.tie:
            case Tie.AFTER:
                return any(0 <= time.start - place.end <= _SPACE for time in times)
            case Tie.UPON:
                return any(0 <= place.start - time.end <= _SPACE for time in times)
            case _:
                return False

    def is_open(self) -> bool:
        """Whether a noun for the cause stands there only to say that it is not known yet."""
        if self.mark.tie is not Tie.REASON:
            return False
        unknown = unknown_causes(self.entry.sentence.reading, self.entry.sentence.language)
        return any(self.parts.clause(each) == self.parts.clause(self.mark.span) for each in unknown)

    def _is_right_before(self, place: Span) -> bool:
        mark = self.mark.span
        if place.start >= mark.end or self.parts.part(place) != self.parts.part(mark):
            return False
        return self.parts.words_between(place, mark) < _NEAR

    def _end(self, effect: Sequence[Span]) -> int:
        """Where the words for a cause behind the mark end: with the clause, or before what came of it."""
        mark = self.mark.span
        beyond = [place.start for place in effect if place.start > mark.end]
        far = (start for start in beyond if self.parts.words_between(mark, Span(start, start)) >= _NEAR)
        return min([*far, self._clause_end()])

    def _start(self) -> int:
        """Where the words for a cause begin that stand right before the mark, in its clause."""
        mark, first = self.mark.span, self._clause_start()
        words = [start for start in self.parts.words if first <= start < mark.start]
        return words[-min(len(words), int(_LONGEST * self.parts.scale))] if words else mark.start

    def _clause_start(self) -> int:
        cuts = (cut for cut in self.parts.clauses if cut <= self.mark.span.start)
        return max([self.entry.body, *cuts])

    def _clause_end(self) -> int:
        return _clause_end(self.mark.span.end, self.parts, len(self.entry.sentence.reading))


def _effect(matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> list[Span]:
    """Where that stands which is to have a cause: what was done, or else whatever is asked about."""
    told = [unit for unit in matched if not unit.light]
    done = [unit for unit in told if is_deed(unit, glossary)]
    return [span for unit in done or told for span in matched[unit]]


def _clause_end(start: int, parts: Segments, end: int) -> int:
    """Where the clause ends that ``start`` stands in, if not in its last place, where only a mark is cut off."""
    return next((cut for cut in parts.clauses if cut > start + 1), end)


def _trimmed(span: Span, text: str) -> Span:
    """``span`` without the marks and spaces at its ends."""
    places = [place for place in range(span.start, span.end) if text[place].isalnum()]
    return Span(places[0], places[-1] + 1) if places else span
