"""From the readings of all sentences to the notes: findings, events, groups, one note for one difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cpecbot.corpus.copies import NO_COPIES, Copies
from cpecbot.disagreement.alignment.aligning import alignments
from cpecbot.disagreement.alignment.paraphrases import contrasted
from cpecbot.disagreement.grouping.events import Guard, leading_pairs, partition, without_lone_days
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.groups import Allowed, Group, Pair, groups, paired
from cpecbot.disagreement.grouping.naming import named
from cpecbot.disagreement.grouping.notes import Topics, covered, note, readable
from cpecbot.disagreement.grouping.voices import one_voice
from cpecbot.disagreement.judging import Judge, judged
from cpecbot.disagreement.noted import Noted
from cpecbot.disagreement.occasions.pairing import Occasions
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Reading
from cpecbot.disagreement.rules.counts import count_findings
from cpecbot.disagreement.rules.lists import list_findings
from cpecbot.disagreement.rules.measures import measure_findings
from cpecbot.disagreement.rules.numbers import number_findings
from cpecbot.disagreement.rules.parties import inner_groups, party_findings, venue_findings
from cpecbot.disagreement.rules.stances import condition_findings, stance_findings, wording_findings
from cpecbot.disagreement.rules.told import told_findings
from cpecbot.models import Article, Dimension, Disagreement, Level

_RULES = (
    number_findings,
    count_findings,
    measure_findings,
    told_findings,
    party_findings,
    venue_findings,
    list_findings,
    stance_findings,
    condition_findings,
    wording_findings,
)

# So many words around what a note sets against each other say what it is about.
_NEAR = 4


def findings_of(reading: Reading, reader: Reader) -> Iterator[Finding]:
    for rule in _RULES:
        yield from rule(reading, reader)


def compare(
    readings: Sequence[Reading],
    reader: Reader,
    articles: Mapping[str, Article],
    judge: Judge | None = None,
    copies: Copies = NO_COPIES,
) -> tuple[Noted, ...]:
    """Every note on the sentences of one corpus, contradictions first."""
    findings = (finding for reading in readings for finding in findings_of(reading, reader))
    return compare_findings(list(findings), readings, reader, articles, judge, copies)


def compare_findings(
    findings: Sequence[Finding],
    readings: Sequence[Reading],
    reader: Reader,
    articles: Mapping[str, Article],
    judge: Judge | None = None,
    copies: Copies = NO_COPIES,
) -> tuple[Noted, ...]:
    """Every note on ``readings``, all of whose ``findings`` are at hand."""
    findings = list(without_lone_days(findings))
    events = partition(findings)
    occasions = Occasions(readings, findings, reader)
    allowed = _allowed(Guard(events, leading_pairs(readings, reader)), occasions)
    found = [
        *groups(findings, allowed),
        *inner_groups(readings, reader),
        *paired(_pairs(readings, reader, judge), allowed),
        *paired(occasions.pairs(), allowed),
    ]
    topics = Topics(
        Counter(key for each in readings for key in reader.topic(each, 0, len(each.words))), reader.glossary
    )
    voiced = [each for group in found if (each := one_voice(group, copies)) is not None]
    noted = [_noted(group, note(group, articles, events.outliers, topics), reader) for group in voiced]
    return tuple(sorted(_once(noted), key=_order))


def _noted(group: Group, made: Disagreement, reader: Reader) -> Noted:
    return Noted(named(made, group, reader), _concepts(group), made.subject)


def _allowed(guard: Guard, occasions: Occasions) -> Allowed:
    """Vetoes by events, and by what stands beside the values."""

    def allowed(one: Finding, other: Finding, level: Level) -> bool:
        return guard(one, other, level) and not occasions.are_of_two(one, other)

    return allowed


def _pairs(readings: Sequence[Reading], reader: Reader, judge: Judge | None) -> Iterator[Pair]:
    for alignment in alignments(readings, reader):
        pairs = list(contrasted(alignment, reader))
        yield from judged(alignment, pairs, judge) if judge else pairs


def _concepts(group: Group) -> frozenset[str]:
    """What a person may ask for to get this note: its subject and what its quotes speak of.

    A date is asked for by all that its statement tells; a naming only by what is named.
    """
    found: set[str] = set()
    for saying in group.sayings:
        for finding in saying.findings:
            found |= {finding.subject, *finding.values}
            # A condition and a stance are anchored in all of their sentence.
            if finding.claim.dimension not in (Dimension.CONDITION, Dimension.STANCE):
                found |= finding.claim.anchor
            if finding.claim.dimension is Dimension.DATE or finding.rule == "measure":
                found |= finding.reading.keys()
            elif finding.claim.dimension is Dimension.NAMING:
                found |= finding.reading.keys(*finding.reading.words_in(finding.evidence))
            else:
                found |= finding.reading.keys(*_around(finding))
    return frozenset(found)


def _around(finding: Finding) -> tuple[int, int]:
    """The words of its quote that stand near the telling ones: a long quote goes on about other things."""
    first, last = readable(finding)
    start, end = finding.reading.words_in(finding.evidence)
    near = _NEAR * finding.reading.scale
    return max(first, start - near), min(last, end + near)


def _once(noted: Sequence[Noted]) -> Iterator[Noted]:
    """Of notes on the same words the gravest."""
    kept: dict[str, list[Disagreement]] = defaultdict(list)
    for each in sorted(noted, key=lambda each: _precedence(each.note)):
        # Who covers a note covers two of its sides, so all sources but those of one side know it.
        sources = {source for side in each.note.sides for source in side.sources}
        rarest = sorted(sources, key=lambda source: len(kept[source]))
        known = {id(other): other for source in rarest for other in kept[source]}
        if not covered(each.note, known.values()):
            for source in sources:
                kept[source].append(each.note)
            yield each


def _precedence(disagreement: Disagreement) -> tuple[int, bool, bool]:
    """The graver first, then the one that names its subject."""
    aligned = disagreement.kind.startswith("same:")
    return tuple(Level).index(disagreement.level), disagreement.kind == "timing", aligned


def _order(each: Noted) -> tuple[int, int, str]:
    return tuple(Level).index(each.note.level), -len(each.note.sides), each.matter
