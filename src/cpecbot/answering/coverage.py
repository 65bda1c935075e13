"""Which source speaks of which topic, how much, and who is silent: what parts the sources comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log

from msgspec import Struct

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.silence import Silence
from cpecbot.corpus import Corpus
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import NAMED, Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Coverage, CoverageRow, Span, Unit
from cpecbot.store.entries import quotable
from cpecbot.store.store import Store

_MOST_ROWS = 40
# So many are looked at for silence, which takes longer than counting.
_MOST_WEIGHED = 4 * _MOST_ROWS
# What is spoken about though it bears no name of its own; an event is one where it is a kind of one.
_SUBJECTS = frozenset({ConceptKind.ECONOMY, ConceptKind.POLICY, ConceptKind.PROJECT})
_NAMED = NAMED | _SUBJECTS | {ConceptKind.EVENT}
# That a source does not name what it may put otherwise parts it less from one that does than its silence would.
_UNPROVEN = 0.5


class _Told(Struct, frozen=True):
    """In how many statements each source tells of a concept, and whether any names it and not only a kind of it."""

    statements: Counter[str]
    named: bool


StatementsByTopic = Mapping[str, Counter[str]]
"""The concepts that one may ask about, and how many statements of each source name them."""


def coverage(found: StatementsByTopic, silence: Silence, store: Store, understanding: Understanding) -> Coverage:
    """Statements per source on each of the topics ``found``, those that part the sources most first."""
    glossary = understanding.analyzer.glossary
    weighed = sorted(found, key=lambda key: (-_parting(found[key], len(store.sources)), key))[:_MOST_WEIGHED]
    rows = []
    for key in _narrowest(weighed, found, glossary):
        silent = silence.on(_asked(key, understanding), glossary.languages.fallback, found[key])
        counts = (found[key][each] or (0 if each in silent else None) for each in store.sources)
        rows.append(CoverageRow(key, tuple(counts)))
    rows.sort(key=lambda row: (-_weight(row), row.concept))
    return Coverage(store.sources, tuple(rows[:_MOST_ROWS]))


def topics(corpus: Corpus, store: Store, glossary: Glossary, general: Collection[str]) -> StatementsByTopic:
    """Names and subjects, of which one asks what was said: terrorism, not that it was announced; none ``general``."""
    askable = _Topics(glossary, general, _outlets(corpus))
    told = _told(store)
    return {key: each.statements for key, each in told.items() if each.named and askable.hold(glossary.concepts[key])}


class _Topics(Struct, frozen=True):
    """Tells what somebody may ask about from how it is told; who reports is not what is reported."""

    glossary: Glossary
    general: Collection[str]
    outlets: frozenset[str]

    def hold(self, concept: Concept) -> bool:
        if concept.key in self.general or not self.outlets.isdisjoint(_forms(concept)):
            return False
        return concept.kind in _NAMED if concept.is_name else self._is_subject(concept)

    def _is_subject(self, concept: Concept) -> bool:
        if concept.kind is not ConceptKind.EVENT:
            return concept.kind in _SUBJECTS
        wider = (self.glossary.concepts[key].kind for key in self.glossary.broader(concept.key))
        return not _SUBJECTS.isdisjoint(wider)


def _outlets(corpus: Corpus) -> frozenset[str]:
    """All that the outlets and agencies of the articles are called, in any language."""
    articles = corpus.articles.values()
    return frozenset(form for each in articles for name, forms in each.also_called.items() for form in (name, *forms))


def _forms(concept: Concept) -> Iterator[str]:
    return (form.removeprefix("=") for forms in concept.forms.values() for form in forms)


def _told(store: Store) -> Mapping[str, _Told]:
    statements: dict[str, Counter[str]] = {}
    named: set[str] = set()
    for source in store.sources:
        for entry in filter(quotable, store.entries(source)):
            matches = [match for match in entry.analysis.concepts if match.span.start >= entry.body]
            named.update(match.concept for match in matches if not match.implied)
            for concept in {match.concept for match in matches}:
                statements.setdefault(concept, Counter())[source] += 1
    return {concept: _Told(counted, concept in named) for concept, counted in statements.items()}


def _parting(statements: Counter[str], sources: int) -> float:
    """How much a topic may part the sources: pairs of one that speaks of it and one that does not, by how much."""
    return len(statements) * (sources - len(statements)) * log(1 + statements.total())


def _narrowest(keys: Sequence[str], found: StatementsByTopic, glossary: Glossary) -> Iterable[str]:
    """``keys`` without what the same statements name by a kind or a part of it, as a country by its city."""
    doubled = {wider for key in keys for wider in glossary.broader(key) if found.get(wider) == found[key]}
    return (key for key in keys if key not in doubled)


def _asked(key: str, understanding: Understanding) -> Unit:
    """What a question for a concept alone asks for: of a capital, also the country that it may stand for."""
    keys = {concept_key(key), *map(concept_key, filter(None, [understanding.metonyms.get(key)]))}
    wider = frozenset(map(concept_key, understanding.analyzer.glossary.broader(key)))
    return Unit(key, Span(0, len(key)), frozenset(keys), wider, concept=key)


def _weight(row: CoverageRow) -> float:
    """As ``_parting``, where silence is proven or not."""
    said = [count for count in row.counts if count]
    parted = row.counts.count(0) + _UNPROVEN * row.counts.count(None)
    return len(said) * parted * log(1 + sum(said))
