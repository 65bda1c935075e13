"""The words and phrases of a sentence by what they may mean: what is counted, what happens, where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from cpecbot.language.analysis import CONCEPT, NAME, concept_key
from cpecbot.language.concepts.concept import DEEDS, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Span, Term, TermKind
from cpecbot.store.entries import Entry

# What says only how, how many or that something is.
SLIGHT = frozenset({ConceptKind.QUALITY, ConceptKind.MODIFIER, ConceptKind.LIGHT, ConceptKind.QUESTION})
_INSIDE = frozenset({TermKind.PART, TermKind.CONSTITUENT, TermKind.VALUE})


class Phrase(Struct, frozen=True):
    """Words of one meaning at ``span`` of the sentence: the ``keys`` of what they may mean, and their ``kinds``.

    Of a concept the wider ones are no keys, so that the injured are not the killed; lemmas carry their language.
    """

    span: Span
    keys: frozenset[str]
    kinds: frozenset[ConceptKind]

    @property
    def is_deed(self) -> bool:
        return not self.kinds.isdisjoint(DEEDS)

    @property
    def is_name(self) -> bool:
        return not self.kinds and any(key.startswith(NAME) for key in self.keys)

    @property
    def meanings(self) -> frozenset[str]:
        """The concepts and names among its keys, which every language shares."""
        return frozenset(key for key in self.keys if key.startswith((CONCEPT, NAME)))


def phrases(entry: Entry, glossary: Glossary, without: Sequence[Span]) -> tuple[Phrase, ...]:
    """The phrases of ``entry`` in their order, the widest of each place; none that touches ``without``."""
    code = entry.sentence.language.code
    by_span: dict[Span, list[Term]] = {}
    for term in entry.analysis.terms:
        if term.kind not in _INSIDE and not term.span.overlaps_any(without):
            by_span.setdefault(term.span, []).append(term)
    return tuple(_phrase(span, by_span[span], glossary, code) for span in _widest(by_span))


def _widest(spans: dict[Span, list[Term]]) -> list[Span]:
    """Those that lie in no other; where words are not set apart, what means something comes before two characters."""
    ordered = sorted(spans, key=lambda span: (not _means(spans[span]), -len(span), span))
    kept: list[Span] = []
    taken: set[int] = set()
    for span in ordered:
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept)


def _means(terms: Sequence[Term]) -> bool:
    return any(term.key.startswith(CONCEPT) for term in terms)


def _phrase(span: Span, terms: Sequence[Term], glossary: Glossary, code: str) -> Phrase:
    concepts = {term.key.removeprefix(CONCEPT): term.kind for term in terms if term.key.startswith(CONCEPT)}
    narrow = [concept for concept in concepts if not _is_wider(concept, concepts, glossary)]
    field = [concept for concept in narrow if concepts[concept] is TermKind.CONCEPT]
    kinds = frozenset(glossary.kind(concept) for concept in field or narrow)
    told = set(_told_by(narrow, glossary)) if kinds.isdisjoint(DEEDS) else set()
    keys = {
        *map(concept_key, (*narrow, *told)),
        *(f"{term.key}:{code}" for term in terms if term.kind is TermKind.LEMMA),
        *(term.key for term in terms if term.kind is TermKind.NAME),
    }
    return Phrase(span, frozenset(keys), kinds | ({ConceptKind.EVENT} if told else frozenset()))


def _is_wider(concept: str, among: Collection[str], glossary: Glossary) -> bool:
    """Whether it is only what another one lies in, of those of the field: senses lie in each other as they come."""
    field = (other for other in among if other in glossary.concepts)
    return any(concept in glossary.broader(other) for other in field)


def _told_by(concepts: Sequence[str], glossary: Glossary) -> Iterator[str]:
    """The deed that a word for its number tells: "death toll"."""
    for concept in concepts:
        if glossary.kind(concept) is ConceptKind.THING:
            yield from (each for each in glossary.broader(concept)[:1] if glossary.kind(each) is ConceptKind.EVENT)
