"""Reads from the sentences of an article what it reports as its news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cpecbot.disagreement.reading.occasion import UNKNOWN, Occasion, figure_of
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import CONCEPT, NAME, concept_key, name_key
from cpecbot.language.concepts.concept import NAMED, ConceptKind, Trait
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.store.entries import Entry

# What says how something is, or that it is, is shared by leads on anything.
_TELLING = frozenset(
    {ConceptKind.EVENT, ConceptKind.THING, ConceptKind.ACTION, ConceptKind.PROJECT, ConceptKind.POLICY}
)


def occasion_of(entries: Sequence[Entry], published: date | None, reader: Reader) -> Occasion:
    """The occasion of one article, from all its sentences."""
    if not entries:
        return UNKNOWN
    lead = next((entry for entry in entries if entry.leads), None)
    keys = entries[-1].surroundings.opening | (lead.keys if lead else frozenset())
    told = keys.union(*(entry.keys for entry in entries))
    states = frozenset(map(concept_key, reader.glossary.having(Trait.STATE)))
    mentions = frozenset(key for key in told - states if _is_name(key, reader))
    return Occasion(
        mentions & keys,
        frozenset(key for key in keys if _is_matter(key, reader)),
        mentions,
        told & states,
        frozenset(figure_of(value) for entry in entries for value in entry.analysis.values),
        published,
        NameIndex(reader.glossary.languages.once(Pronunciation)),
    )


def _is_name(key: str, reader: Reader) -> bool:
    """Whether it names; of any few characters a Chinese name can be made."""
    if key.startswith(CONCEPT):
        return reader.kind_of(key.removeprefix(CONCEPT)) in NAMED
    return key.startswith(NAME) and not key.startswith(name_key(SYLLABLES))


def _is_matter(key: str, reader: Reader) -> bool:
    concept = key.removeprefix(CONCEPT)
    return concept != key and concept not in reader.contrasts.general and reader.kind_of(concept) in _TELLING
