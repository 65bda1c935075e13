"""The notes of a corpus snapshot: made once and then looked up; of a large one, made for each answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct

from cpecbot.corpus.copies import NO_COPIES, Copies
from cpecbot.disagreement.noted import Noted
from cpecbot.disagreement.reading.contrasts import Contrasts, Worded
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Dimension, Disagreement, QuestionKind, Sentence, Span
from cpecbot.store.store import Store

if TYPE_CHECKING:
    from cpecbot.disagreement.judging import Judge
    from cpecbot.disagreement.nearby import Nearby

# A question for one kind of thing gets notes on that kind of thing.
_DIMENSIONS = {
    QuestionKind.WHEN: frozenset({Dimension.DATE}),
    QuestionKind.WHERE: frozenset({Dimension.PLACE}),
    QuestionKind.HOW_MUCH: frozenset({Dimension.SUM, Dimension.COUNT}),
    QuestionKind.HOW_MANY: frozenset({Dimension.COUNT, Dimension.ORDINAL, Dimension.LIST}),
}
_FIGURES = frozenset({Dimension.COUNT, Dimension.SUM})
# What tells one event from another is asked for by what is held.
_OF_THE_EVENT = frozenset({"party", "inner:party", "ordinal"})
MEASURE = "measure"
"""The kind of notes on what is measured, and on shares."""
COMPARED_WHOLE = 600
"""A corpus of no more sentences is compared once and for all; of a larger one, what stands near to an answer."""
# How much of what a question names a note must be about.
_ASKED_SHARE = 0.5
_NEAR_BEST = 0.75


Place = tuple[str, Span]
"""A source, and code points of its article."""


class Sought(Struct, frozen=True):
    """What a question asks for, as far as notes can be on it.

    ``concepts`` are what it names. ``measures`` says whether a note may be on what is measured: who asks for the killed
    asks for no magnitude; ``figures`` whether it may be on a number of something that is not named: who asks for a
    winner or whether something was done asks for no number.
    """

    concepts: Collection[str] = ()
    kind: QuestionKind = QuestionKind.TOPIC
    measures: bool = True
    figures: bool = True

    def allows(self, each: Noted) -> bool:
        if each.note.kind == MEASURE and not self.measures:
            return False
        return self.figures or each.note.dimension not in _FIGURES or each.matter in self.concepts


ANYTHING = Sought()


class Comparer:
    """Where the sources of one snapshot part ways. Safe to share between threads; the first call does the work."""

    def __init__(
        self,
        store: Store,
        articles: Mapping[str, Article],
        glossary: Glossary,
        contrasts: Contrasts,
        judge: Judge | None = None,
        copies: Copies = NO_COPIES,
    ) -> None:
        self._store = store
        self._articles = articles
        self._reader = Reader(glossary, contrasts)
        self._judge = judge
        self._copies = copies
        self._lock = Lock()
        self._made: tuple[Noted, ...] | None = None
        self._nearby = self._near_by() if len(store) > COMPARED_WHOLE else None

    @property
    def is_whole(self) -> bool:
        """Whether answers take their notes from those of the whole corpus."""
        return self._nearby is None

    def all(self) -> tuple[Disagreement, ...]:
        """Every note, contradictions first."""
        return tuple(each.note for each in self._noted)

    def about(
        self, sentences: Sequence[Sentence], sought: Sought = ANYTHING, values: Iterable[Place] | None = None
    ) -> tuple[Disagreement, ...]:
        """The notes whose claims lie in what was asked, gravest first.

        ``sentences`` are those that answer, the best first, and ``values`` where in their articles the values asked for
        stand; None stands for the whole sentences. A note needs a quote among the values where a value is sought, else
        among the sentences, and a share of the concepts; without concepts, two of its sides there. In a large corpus
        they are the notes on the first of the sentences and on what is told like them elsewhere.
        """
        asked = self._specific(sought.concepts)
        wanted = _DIMENSIONS.get(sought.kind)
        whole = values is None or wanted is None
        places: dict[str, list[Span]] = {}
        for source, span in ((each.source, each.span) for each in sentences) if whole else values or ():
            places.setdefault(source, []).append(span)
        noted = self._candidates(asked) if self._nearby is None else self._nearby.notes(sentences)
        near = [each for each in noted if wanted is None or not self._is_of_another(each, asked)]
        near = [each for each in near if sought.allows(each)]
        weights = {key: self._weight(key) for key in asked}
        shares = [(each.note, _share(each, places, weights, wanted)) for each in near]
        least = max(_ASKED_SHARE, _NEAR_BEST * max((share for _, share in shares), default=0.0))
        return tuple(note for note, share in shares if share >= least)

    def _is_of_another(self, each: Noted, asked: frozenset[str]) -> bool:
        """Whether a note is on a neighbour of what was asked: on the killed, where that was the injured."""
        subject = each.matter
        wider = frozenset(self._reader.glossary.broader(subject))
        if subject in asked or not wider.isdisjoint(asked):
            return False
        above = [frozenset(self._reader.glossary.broader(key)) for key in asked]
        return all(subject not in each for each in above) and any(not wider.isdisjoint(each) for each in above)

    def _specific(self, concepts: Collection[str]) -> frozenset[str]:
        """What a question names, without countries and verbs that many statements share, if something else remains."""
        reader = self._reader
        telling = frozenset(
            key
            for key in concepts
            if key not in reader.contrasts.general and reader.kind(key) not in (ConceptKind.STANCE, ConceptKind.UNIT)
        )
        specific = frozenset(key for key in telling if not reader.is_country(key))
        return specific or telling or frozenset(concepts)

    def _weight(self, concept: str) -> float:
        """How much a note that is about ``concept`` is about what was asked: the rarer, the more."""
        spoken_of = self._store.spoken_of(concept)
        return log(1 + len(self._store) / (1 + spoken_of)) if spoken_of else 0.0

    def are_set_apart(self, one: Worded, *others: Worded) -> bool:
        """Whether each of ``others`` is a wording that the contrasts set against that of ``one``."""
        contrasts = self._reader.contrasts
        return bool(others) and all(contrasts.set_apart(one, other) for other in others)

    def label(self, concept: str, language: Language) -> str:
        """How a subject or value of a note is written in ``language``, be it of the glossary or of the contrasts."""
        glossary, terms = self._reader.glossary, self._reader.contrasts.terms
        return terms.label(concept, language) if concept not in glossary.concepts else glossary.label(concept, language)

    def _candidates(self, asked: frozenset[str]) -> Iterable[Noted]:
        """The notes that are about any of what was asked, in their order."""
        noted = self._noted
        if not asked:
            return noted
        return (noted[place] for place in sorted({place for key in asked for place in self._places.get(key, ())}))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where in the notes each concept is."""
        places: dict[str, list[int]] = {}
        for place, each in enumerate(self._noted):
            for key in each.concepts:
                places.setdefault(key, []).append(place)
        return places

    @property
    def _noted(self) -> tuple[Noted, ...]:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def _near_by(self) -> Nearby:
        from cpecbot.disagreement.nearby import Nearby  # noqa: PLC0415 - the rooms that compare

        return Nearby(self._store, self._articles, self._reader, self._judge, self._copies)

    def _make(self) -> tuple[Noted, ...]:
        from cpecbot.disagreement.comparison import compare  # noqa: PLC0415 - a snapshot has the notes already
        from cpecbot.disagreement.reading.antecedents import in_order  # noqa: PLC0415

        readings = [reading for source in self._store.sources for reading in in_order(self._read(source), self._reader)]
        return compare(readings, self._reader, self._articles, self._judge, self._copies)

    def _read(self, source: str) -> Iterator[Reading]:
        published = self._articles[source].published
        return (self._reader.read(entry, published) for entry in self._store.entries(source))


def _share(
    each: Noted, places: Mapping[str, Collection[Span]], asked: Mapping[str, float], wanted: frozenset[Dimension] | None
) -> float:
    """How much of what was asked a note is about, from 0 to 1; 0 when it does not lie in the sentences that answer."""
    dimension = each.note.dimension
    # The days of a meeting and of its statement are of two events, of which one was asked.
    if (wanted is not None and dimension not in wanted) or each.note.kind == "timing":
        return 0.0
    touched = sum(
        any(quote.span.overlaps(span) for quote in side.quotes for span in places.get(quote.source, ()))
        for side in each.note.sides
    )
    if not asked:
        return float(touched > 1)
    if dimension is Dimension.DATE and wanted is None and each.matter not in asked:
        return 0.0
    if each.note.kind in _OF_THE_EVENT and each.matter not in asked:
        return 0.0
    share = sum(weight for key, weight in asked.items() if key in each.concepts) / (sum(asked.values()) or 1.0)
    return share if touched else 0.0
