"""The notes of a corpus snapshot: made once, when first asked for; then looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from threading import Lock

from cpecbot.disagreement.alignment import alignments
from cpecbot.disagreement.compare import Group, Pair, groups, paired
from cpecbot.disagreement.contrasts import Contrasts
from cpecbot.disagreement.events import Events, leading_pair, partition
from cpecbot.disagreement.findings import Compare, Finding
from cpecbot.disagreement.lists import list_findings
from cpecbot.disagreement.notes import Topics, covered, note
from cpecbot.disagreement.numbers import number_findings
from cpecbot.disagreement.paraphrases import contrasted
from cpecbot.disagreement.parties import party_findings, venue_findings
from cpecbot.disagreement.reading import Reader, Reading
from cpecbot.disagreement.stances import condition_findings, stance_findings
from cpecbot.disagreement.wordings import wording_findings
from cpecbot.language.glossary import Glossary
from cpecbot.models import Article, Claim, Disagreement, Language, Level, Sentence

_PROCEEDINGS_DAYS = 5

_RULES = (
    number_findings,
    party_findings,
    venue_findings,
    list_findings,
    stance_findings,
    condition_findings,
    wording_findings,
)


def findings_of(reading: Reading, reader: Reader) -> Iterator[Finding]:
    for rule in _RULES:
        yield from rule(reading, reader)


def extract_claims(sentence: Sentence, article: Article, glossary: Glossary, contrasts: Contrasts) -> tuple[Claim, ...]:
    """The typed claims of one sentence."""
    reader = Reader(glossary, contrasts)
    return tuple(finding.claim for finding in findings_of(reader.read(sentence, article), reader))


class Comparer:
    """Where the sources of one snapshot part ways. Safe to share between threads."""

    def __init__(
        self,
        sentences: Mapping[str, Iterable[Sentence]],
        articles: Mapping[str, Article],
        glossary: Glossary,
        contrasts: Contrasts,
        stopwords: Mapping[Language, frozenset[str]],
    ) -> None:
        self._sentences = {source: tuple(listed) for source, listed in sentences.items()}
        self._articles = articles
        self._reader = Reader(glossary, contrasts, stopwords)
        self._lock = Lock()

    def all(self) -> tuple[Disagreement, ...]:
        """Every note, contradictions first."""
        with self._lock:
            return self._notes

    @cached_property
    def _notes(self) -> tuple[Disagreement, ...]:
        stated = [self._note(group) for group in groups(self._findings, self._allowed)]
        aligned = [self._note(group) for group in paired(self._pairs(), self._allowed)]
        kept: list[Disagreement] = []
        for each in sorted((*stated, *aligned), key=_precedence):
            if not covered(each, kept):
                kept.append(each)
        return tuple(sorted(kept, key=_order))

    def _note(self, group: Group) -> Disagreement:
        return note(group, self._articles, self._events.outliers, self._topics)

    def _pairs(self) -> Iterator[Pair]:
        for alignment in alignments(self._readings, self._reader):
            yield from contrasted(alignment, self._reader)

    @cached_property
    def _topics(self) -> Topics:
        counts = Counter(key for reading in self._readings for key in self._reader.topic(reading, 0, len(reading.words)))
        return Topics(counts, self._reader.glossary)

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        return tuple(
            self._reader.read(sentence, self._articles[source])
            for source, listed in self._sentences.items()
            for sentence in listed
        )

    @cached_property
    def _findings(self) -> tuple[Finding, ...]:
        return tuple(finding for reading in self._readings for finding in findings_of(reading, self._reader))

    @cached_property
    def _events(self) -> Events:
        return partition(self._findings)

    @cached_property
    def _leading(self) -> Mapping[str, frozenset[str]]:
        named: dict[str, list[str]] = {source: [] for source in self._sentences}
        for reading in self._readings:
            named[reading.sentence.source].extend(mark.key for mark in self._reader.countries(reading))
        return {source: leading_pair(countries) for source, countries in named.items()}

    def _allowed(self, one: Finding, other: Finding, level: Level) -> bool:
        """Another event contradicts only in what makes it another event, and its shorter lists tell nothing."""
        if one.rule == "timing":
            return (
                one.subject != other.subject and self._events.same(one.source, other.source) and days_apart(one, other)
            )
        if one.rule == "party" and self._leading[one.source] != self._leading[other.source]:
            return False
        if one.identity and other.identity:
            return True
        if self._events.same(one.source, other.source):
            return True
        return level is Level.DIFFERING and one.compare is not Compare.SINGLE


def days_apart(one: Finding, other: Finding) -> bool:
    """Whether two days are near enough to belong to one meeting."""
    days = [finding.amount.first for finding in (one, other) if finding.amount is not None and finding.amount.first]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= _PROCEEDINGS_DAYS


def _precedence(disagreement: Disagreement) -> tuple[int, bool, bool]:
    """Of two notes on the same words the graver stays, then the one that names its subject."""
    aligned = disagreement.kind.startswith("same:")
    return tuple(Level).index(disagreement.level), disagreement.kind == "timing", aligned


def _order(disagreement: Disagreement) -> tuple[int, int, str]:
    return tuple(Level).index(disagreement.level), -len(disagreement.sides), disagreement.subject
