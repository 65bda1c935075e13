"""What the articles speak of most, and what one of them speaks of alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import log, sqrt

from msgspec import Struct

from cpecbot.answering.meanings import is_value, may_be_name, means_something
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import TermKind, Unit
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.store import Store

# These are spoken of; the other kinds say how, when, or who speaks.
SPOKEN_OF = frozenset(
    {
        ConceptKind.PLACE,
        ConceptKind.PROJECT,
        ConceptKind.POLICY,
        ConceptKind.ECONOMY,
        ConceptKind.EVENT,
        ConceptKind.PERSON,
        ConceptKind.INSTITUTION,
        ConceptKind.THING,
    }
)
# A word of the general vocabulary tells less of a topic than a concept of the field or a name.
_GENERAL = 0.4
# A statement shorter than this, in words, gains nothing from being short.
_SHORT = 12
# So much of what a statement tells must be new beside those chosen.
_LEAST_NEW = 0.25
# A statement is on what others leave out when they speak of less than the other half of it.
_ALONE = 0.5
# Of an article so many statements are looked at.
_MOST = 300


class Topics(Struct, frozen=True):
    """The topics of one corpus."""

    store: Store
    understanding: Understanding

    @property
    def glossary(self) -> Glossary:
        return self.understanding.analyzer.glossary

    def main_statements(self, source: str, limit: int) -> list[Entry]:
        """The lead of ``source``, then its statements that add most of the main topics, at most ``limit``."""
        entries = self._statements(source)
        if not entries:
            return []
        chosen = [next((entry for entry in entries if entry.leads), entries[0])]
        weights = {entry.number: self._weights(entry) for entry in entries}
        covered = set(weights[chosen[0].number])
        while len(chosen) < limit:
            rest = [entry for entry in entries if entry not in chosen]
            best = max(rest, key=lambda entry: _gain(entry, weights[entry.number], covered), default=None)
            if best is None or not _adds(weights[best.number], covered):
                break
            chosen.append(best)
            covered.update(weights[best.number])
        return chosen

    def alone(self, sources: Iterable[str], others: Collection[str], topic: str, language: Language) -> list[Entry]:
        """The statements of ``sources`` on what none of ``others`` speaks of, those that tell most of it first.

        On ``topic`` only, where there is one.
        """
        asked = [unit for unit in self.understanding.units(topic, language) if not unit.light] if topic else []
        shares = {
            entry.number: (entry, self._share_alone(entry, others))
            for source in sources
            for entry in self._statements(source)
            if not asked or any(not entry.keys.isdisjoint(unit.keys) for unit in asked)
        }
        told = (entry for entry, share in shares.values() if share >= _ALONE)
        return sorted(told, key=lambda entry: (-shares[entry.number][1], entry.number))

    def main_concepts(self, entry: Entry) -> list[str]:
        """The concepts of the field that ``entry`` is about, the weightiest first."""
        weights = self._weights(entry)
        named = dict.fromkeys(match.concept for match in entry.analysis.concepts if not match.implied)
        told = [each for each in named if concept_key(each) in weights]
        return sorted(told, key=lambda each: -weights[concept_key(each)])

    def size(self, source: str) -> int:
        """How many statements ``source`` holds."""
        return sum(map(quotable, self.store.entries(source)))

    def _statements(self, source: str) -> list[Entry]:
        return [entry for entry in self.store.entries(source) if quotable(entry)][:_MOST]

    def _weights(self, entry: Entry) -> dict[str, float]:
        """What ``entry`` speaks of, each weighed by how many articles do and how few statements."""
        found: dict[str, float] = {}
        total, all_sources = len(self.store), len(self.store.sources)
        for term in entry.analysis.terms:
            share = self._telling(term.key, term.kind)
            if share and term.key not in found:
                spread = len(self.store.sources_holding((term.key,))) / all_sources
                found[term.key] = share * spread * log((total + 1) / self.store.frequency((term.key,)))
        return found

    def _telling(self, key: str, kind: TermKind) -> float:
        if kind is TermKind.NAME:
            return 1.0
        if kind not in {TermKind.CONCEPT, TermKind.SENSE}:
            return 0.0
        concept = self.glossary.find(key.partition(":")[2])
        if concept is None or concept.kind not in SPOKEN_OF:
            return 0.0
        return 1.0 if kind is TermKind.CONCEPT else _GENERAL

    def _share_alone(self, entry: Entry, others: Collection[str]) -> float:
        """How much of what ``entry`` tells none of ``others`` speaks of, from 0 to 1."""
        sentence = entry.sentence
        languages = {self.store.entries(other)[0].sentence.language for other in others if self.store.entries(other)}
        known = sentence.language in languages
        units = self.understanding.units(sentence.reading[entry.body :], sentence.language)
        weights = {unit: self._weight(unit, abroad=not known) for unit in units if not unit.light}
        total = sum(weights.values())
        new = sum(weight for unit, weight in weights.items() if self._is_new(unit, others))
        return new / total if total else 0.0

    def _is_new(self, unit: Unit, others: Collection[str]) -> bool:
        return self.store.sources_holding(unit.keys | unit.broader).isdisjoint(others)

    def _weight(self, unit: Unit, *, abroad: bool) -> float:
        """A plain word proves nothing against articles in other languages."""
        concept = self.glossary.concepts.get(unit.concept) if unit.concept else None
        if concept is not None and concept.kind not in SPOKEN_OF:
            return 0.0
        plain = concept is None and not (means_something(unit) or may_be_name(unit) or is_value(unit))
        if plain and abroad:
            return 0.0
        rarity = log((len(self.store) + 1) / max(1, self.store.frequency(unit.keys)))
        return rarity * (1.0 if concept is not None else _GENERAL)


def _gain(entry: Entry, weights: dict[str, float], covered: Collection[str]) -> float:
    new = sum(weight for key, weight in weights.items() if key not in covered)
    return new / sqrt(max(_SHORT, len(entry.analysis.tokens)))


def _adds(weights: dict[str, float], covered: Collection[str]) -> bool:
    total = sum(weights.values())
    new = sum(weight for key, weight in weights.items() if key not in covered)
    return bool(total) and new >= _LEAST_NEW * total


def in_reading_order(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.number)
