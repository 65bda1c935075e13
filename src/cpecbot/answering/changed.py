"""What changed between rounds, as far as it is about a topic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.disagreement import Contrasts
from cpecbot.languages import Language
from cpecbot.models import Change, Changes, Quote, Unit
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

if TYPE_CHECKING:
    from cpecbot.disagreement.changing.changer import Changer


class Changed:
    """The changes of one corpus."""

    def __init__(self, corpus: Corpus, store: Store, understanding: Understanding, contrasts: Contrasts) -> None:
        self._articles = corpus.articles
        self._store = store
        self._understanding = understanding
        self._contrasts = contrasts

    def on(self, topic: str = "", language: Language | None = None) -> tuple[Changes, ...]:
        """Those whose words speak of ``topic``, which may be in ``language``; all without one.

        Of a topic in several words those that speak of all of it, or else of any.
        """
        found = self._changer.all()
        units = [unit for unit in self._understanding.read(topic, language).units if not unit.light] if topic else []
        if not units:
            return found
        whole = tuple(self._limited(each, units, len(units)) for each in found)
        return whole if any(each.changes for each in whole) else tuple(self._limited(each, units, 1) for each in found)

    @cached_property
    def _changer(self) -> Changer:
        from cpecbot.disagreement.changing.changer import Changer  # noqa: PLC0415 - few questions are about changes

        return Changer(self._store, self._articles, self._understanding.analyzer.glossary, self._contrasts)

    def _limited(self, changes: Changes, units: Sequence[Unit], least: int) -> Changes:
        return replace(changes, changes=tuple(each for each in changes.changes if self._on(each, units) >= least))

    def _on(self, change: Change, units: Sequence[Unit]) -> int:
        """How many of ``units`` its statements speak of."""
        entries = [self._entry(quote) for quote in (*change.earlier, *change.later)]
        return sum(any(not entry.keys.isdisjoint(unit.keys) for entry in entries) for unit in units)

    def _entry(self, quote: Quote) -> Entry:
        return next(entry for entry in self._store.entries(quote.source) if entry.sentence.span == quote.span)
