"""Which articles speak of a topic, and which are proven not to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.silence import Silence
from cpecbot.languages import Language
from cpecbot.models import Unit
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.store import Store


class Mentioned(Struct, frozen=True):
    """A statement of each source that speaks of a topic.

    Those ``silent`` are proven not to; of those ``unsure`` nothing is known.
    """

    speaking: Mapping[str, Entry] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class Mentions(Struct, frozen=True):
    """Finds them in one corpus."""

    store: Store
    understanding: Understanding
    silence: Silence

    def on(self, topic: str, language: Language, sources: Sequence[str]) -> Mentioned:
        """Which of ``sources`` speak of all of ``topic`` in one statement; none where it means nothing here."""
        units = [unit for unit in self.understanding.units(topic, language) if not unit.light]
        found = ((source, self._statement(source, units)) for source in sources) if units else ()
        speaking = {source: entry for source, entry in found if entry is not None}
        lacking = frozenset(self._lacking(units, language)) if speaking else frozenset()
        rest = [source for source in sources if source not in speaking]
        silent = tuple(source for source in rest if source in lacking)
        return Mentioned(speaking, silent, tuple(source for source in rest if source not in lacking))

    def _statement(self, source: str, units: Sequence[Unit]) -> Entry | None:
        """The first that holds all of ``units``, and more than a heading does, if any."""
        entries = (entry for entry in self.store.entries(source) if quotable(entry))
        return next((entry for entry in entries if all(not unit.keys.isdisjoint(entry.keys) for unit in units)), None)

    def _lacking(self, units: Sequence[Unit], language: Language) -> Iterator[str]:
        """The sources proven to lack any of ``units``, whatever they say of what it is a part or a kind of."""
        for each in units:
            unit = replace(each, broader=frozenset())
            holding = self.store.sources_holding(unit.keys)
            yield from self.silence.on(unit, language, holding) if holding else ()
