"""Questions that lean on the last one: "and Afghanistan?", "who signed it?". No model, only what was asked before."""

from __future__ import annotations

from dataclasses import dataclass

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.smalltalk import SmallTalk
from cpecbot.models import Filters, Query, QuestionKind, Turn, Unit

FORGET_AFTER_SECONDS = 600.0
# These say what happens, not what is talked of: "who signed it?" brings no topic of its own.
_ACTIONS = frozenset(
    {
        ConceptKind.EVENT,
        ConceptKind.STANCE,
        ConceptKind.TITLE,
        ConceptKind.UNIT,
        ConceptKind.MODIFIER,
        ConceptKind.GENERIC,
    }
)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Resolves a follow-up into a question that stands alone."""

    understanding: Understanding
    smalltalk: SmallTalk

    @property
    def _glossary(self) -> Glossary:
        return self.understanding.analyzer.glossary

    def resolve(self, query: Query, previous: Turn | None, now: float) -> str | None:
        """The question meant by ``query`` after ``previous``; None when it stands alone or the turn is too old."""
        last = self._last(query, previous, now)
        if last is None:
            return None
        topics = [unit for unit in query.units if not self._is_action(unit)]
        if not query.units:
            return self._append(query, last) if self._asks_more(query) else None
        if len(topics) <= 1 and self.smalltalk.refers(query.text, query.language):
            return self._append(query, last)
        leans = self.smalltalk.leans_back(query.text, query.language)
        if leans and len(query.units) == 1 and query.kind is QuestionKind.TOPIC:
            return self._replace(last, query.units[0])
        return None

    def carry(self, query: Query, previous: Turn | None, now: float) -> str | None:
        """The question with the last topic added, for a short one that finds nothing alone ("on what condition?")."""
        last = self._last(query, previous, now)
        short = len([unit for unit in query.units if not unit.light]) <= 1
        return self._append(query, last) if last and short else None

    def _last(self, query: Query, previous: Turn | None, now: float) -> Query | None:
        if previous is None or not 0 <= now - previous.asked_at <= FORGET_AFTER_SECONDS or query.filters != Filters():
            return None
        last = self.understanding.read(previous.question, self.understanding.analyzer.languages.get(previous.language))
        return last if last.units else None

    def _asks_more(self, query: Query) -> bool:
        return query.kind is not QuestionKind.TOPIC or self.smalltalk.refers(query.text, query.language)

    def _is_action(self, unit: Unit) -> bool:
        return bool(unit.concept) and self._glossary.concepts[str(unit.concept)].kind in _ACTIONS

    def _replace(self, last: Query, new: Unit) -> str:
        """``last`` asked of ``new``: put where a concept of the same kind stood, else where the topic stood."""
        kind = self._kind(new)
        alike = [unit for unit in last.units if kind is not None and self._kind(unit) is kind]
        topics = [unit for unit in last.units if not self._is_action(unit)]
        old = (alike or topics or list(last.units))[-1]
        return f"{last.text[: old.span.start]}{new.text}{last.text[old.span.end :]}"

    def _append(self, query: Query, last: Query) -> str:
        known = [unit for unit in last.units if unit.concept]
        topics = [unit for unit in known if not self._is_action(unit)]
        carried = ", ".join(unit.text for unit in topics or known or last.units)
        return f"{query.text.strip()} ({carried})"

    def _kind(self, unit: Unit) -> ConceptKind | None:
        return self._glossary.concepts[unit.concept].kind if unit.concept else None
