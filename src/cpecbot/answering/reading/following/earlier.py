"""The last question, as the newest one goes on from it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.reading.following.sorts import Sorts
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.analysis import CONCEPT
from cpecbot.models import Query, QuestionKind, Turn, Unit

# So much of a quoted part is what a question is about.
_MOST = 4


class Earlier(Struct, frozen=True):
    """Reads the last question again."""

    understanding: Understanding
    sorts: Sorts

    def read(self, turn: Turn, *, missed: bool = False) -> Query | None:
        """The question of ``turn``, or the one ``missed`` since where there is one; None when it is about nothing."""
        text = turn.missed if missed and turn.missed else turn.question
        language = self.understanding.analyzer.languages.get(turn.language)
        last = self.understanding.read_in(language, text) if language else self.understanding.read(text)
        return self._with_whole_names(last) if last.units else None

    def quoted(self, turn: Turn, last: Query) -> Query:
        """What a quoted part of the answer speaks of first, in place of ``last``."""
        part = self.understanding.read(turn.quoted, last.language)
        units = [unit for unit in part.units if not unit.light]
        topics = [unit for unit in units if not self.sorts.is_action(unit)] or units
        return replace(part, kind=QuestionKind.TOPIC, measured=None, units=tuple(topics[:_MOST])) if topics else last

    def _with_whole_names(self, query: Query) -> Query:
        """``query`` where a name that no space sets apart is one unit, whatever its characters mean."""
        analyzer, language = self.understanding.analyzer, query.language
        if language.profile.spaced:
            return query
        matches = analyzer.glossary.match(query.text, language)
        names = analyzer.names(query.text, matches, (), language, asked=True)
        units = list(query.units)
        for span in sorted({name.span for name in names}, key=len, reverse=True):
            parts = [unit for unit in units if unit.span.overlaps(span)]
            if parts and all(span.contains(unit.span) and unit.span != span and not unit.concept for unit in parts):
                keys = frozenset(key for unit in parts for key in unit.keys if not key.startswith(CONCEPT))
                whole = Unit(span.slice(query.text), span, keys, named=True)
                units = [whole if unit == parts[0] else unit for unit in units if unit not in parts[1:]]
        return replace(query, units=tuple(units))
