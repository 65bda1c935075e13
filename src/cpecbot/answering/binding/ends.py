"""From what and to what: of "fell from 12 to 9 percent", the one that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.segments import segments
from cpecbot.expressions import expression
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span
from cpecbot.store.entries import Entry

# So many words may stand between a value and its mark: "from a record 12 percent".
_BETWEEN = 2
_WORD = expression(r"\w+")


class End(StrEnum):
    """One end of a change."""

    START = "start"
    GOAL = "goal"


def at_end_asked(query: Query, entry: Entry, places: Sequence[Span]) -> Sequence[Span]:
    """Those of ``places`` at the end that ``query`` asks for; of an amount, where it asks for none, what it is now."""
    if len(places) < len(End):
        return places
    marks = entry.sentence.language.once(_Marks)
    asked, text = _asked(query), entry.sentence.reading
    if query.kind is QuestionKind.WHEN:
        asked = asked or (End.GOAL if query.language.once(_Marks).asks_for_a_deadline(query.text) else None)
        if asked is None:
            return places
    ends = {place: marks.beside(text, place, places) for place in places}
    if query.kind is QuestionKind.WHEN:
        ends |= {place: End.GOAL for place in places if marks.is_deadline(text, place)}
    if asked is None and End.START not in ends.values():
        return places
    at = [place for place in places if ends[place] is (asked or End.GOAL)]
    return at or [place for place in places if ends[place] is None] or places


def with_other_ends(query: Query, entry: Entry, bound: Sequence[Span], places: Sequence[Span]) -> Sequence[Span]:
    """``bound``, of days with the other end of each span of time among ``places``: from 3 May to 9 May."""
    if query.kind is not QuestionKind.WHEN or _asked(query):
        return bound
    marks = entry.sentence.language.once(_Marks)
    ends = [marks.beside(entry.sentence.reading, place, places) for place in places]
    spans = [
        {first, last}
        for (first, last), of in zip(pairwise(places), pairwise(ends), strict=True)
        if of == (End.START, End.GOAL)
    ]
    return sorted({*bound, *(place for span in spans if not span.isdisjoint(bound) for place in span)})


def _asked(query: Query) -> End | None:
    """The end that a word beside the question words, or the last word of ``query``, asks for."""
    return query.language.once(_Marks).asked(query.text)


class _Marks:
    """The words of one language for where a change starts and ends."""

    def __init__(self, language: Language) -> None:
        rules = grammar(language)
        self._language, self._follow = language, rules.marks_follow
        self._ends = {
            **dict.fromkeys(fold_text(rules.starts).split(), End.START),
            **dict.fromkeys(fold_text(rules.goals).split(), End.GOAL),
        }
        before, behind = fold_text(rules.deadlines).split(), fold_text(rules.deadlines_behind).split()
        ahead, after, either = (any_of(longest_first(each)) for each in (before, behind, [*before, *behind]))
        edge = r"\b" if language.profile.spaced else ""
        # One word may stand between: "by late September".
        self._until = re.compile(rf"{edge}(?:{ahead})\W*(?:\W\w+\W+)?$")
        self._by = re.compile(rf"\s*(?:{after}){edge}")
        self._deadline = re.compile(f"{edge}(?:{either}){edge}")
        words = any_of(longest_first(self._ends))
        self._mark = re.compile(rf"\b(?:{words})\b" if language.profile.spaced else words)
        # Every sentence that may answer a question asks for its end.
        self.asked = lru_cache(maxsize=64)(self._asked)
        self.asks_for_a_deadline = lru_cache(maxsize=64)(self._asks_for_a_deadline)

    def is_deadline(self, text: str, place: Span) -> bool:
        """Whether the day at ``place`` is the last one for something: by 15 September."""
        before, behind = fold_text(text[: place.start]), fold_text(text[place.end :])
        return bool(self._until.search(before) or self._by.match(behind))

    def _asks_for_a_deadline(self, text: str) -> bool:
        """Whether one of its words stands among the question words, or beside them."""
        asking = question_words(self._language).read(text).spans
        if not asking:
            return False
        words = Span(asking[0].start, asking[-1].end)
        return bool(self._deadline.search(fold_text(words.slice(text)))) or self.is_deadline(text, words)

    def _asked(self, text: str) -> End | None:
        asking = question_words(self._language).read(text).spans
        if not asking:
            return None
        whole = Span(asking[0].start, asking[-1].end)
        return self.beside(text, whole, ()) or self.within(whole.slice(text)) or self.last(text)

    def beside(self, text: str, place: Span, places: Sequence[Span]) -> End | None:
        """The end at which the value at ``place`` stands, by the nearest mark on the side where marks stand."""
        cuts = segments(text, self._language).cuts
        if self._follow:
            stops = [each for each in (*cuts, *(other.start for other in places)) if each >= place.end]
            return self._near(text[place.end : min(stops, default=len(text))], first=True)
        stops = [each for each in (*cuts, *(other.end for other in places)) if each <= place.start]
        return self._near(text[max(stops, default=0) : place.start], first=False)

    def within(self, words: str) -> End | None:
        """The end that a mark among the question words themselves asks for."""
        marks = self._mark.findall(fold_text(words))
        return self._ends[marks[-1]] if marks else None

    def last(self, text: str) -> End | None:
        """The end that a mark at the end of a question asks for: "what did it fall to?"."""
        words = _WORD.findall(fold_text(text))
        return self._ends.get(words[-1]) if words and not self._follow else None

    def _near(self, gap: str, *, first: bool) -> End | None:
        folded = fold_text(gap)
        marks = list(self._mark.finditer(folded))
        if not marks:
            return None
        mark = marks[0] if first else marks[-1]
        between = folded[: mark.start()] if first else folded[mark.end() :]
        return self._ends[mark.group()] if len(_WORD.findall(between)) <= _BETWEEN else None
