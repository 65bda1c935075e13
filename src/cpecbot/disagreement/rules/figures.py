"""What every claim of a number or a date has: its value, what it is of, and what the clauses around it speak of."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, OTHER_TIME, Compare, Finding, claim
from cpecbot.disagreement.reading.quantities.moments import TIMELESS, moment
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.models import Dimension, Level

_NEAR = 8
# An anniversary or a date is the same whenever, and however, it is told.
_TOLD_BY_DAY = frozenset({"count", "measure", "sum"})


class Kind(Struct, frozen=True):
    """What a number says: of which noun (``head``), and whether only statements on one topic are compared."""

    rule: str
    head: str
    dimension: Dimension
    subject: str
    by_topic: bool = True
    other_time: bool = False


def figure(amount: Amount, reading: Reading, reader: Reader, kind: Kind, place: tuple[int, int]) -> Finding:
    value = amount.value
    qualifiers = [*([OTHER_TIME] if kind.other_time else []), *([] if is_exact(value) else [BOUND])]
    anchor = {kind.head, *reading.keys(*place)}
    return Finding(
        rule=kind.rule,
        head=kind.head,
        claim=claim(reading, reading.span(*place), kind.dimension, anchor, {shown(value)}, qualifiers),
        reading=reading,
        subject=kind.subject,
        compare=Compare.SINGLE,
        level=Level.CONTRADICTION,
        context=clause_topic(reading, place, reader),
        names=reader.names(reading, *place),
        by_topic=kind.by_topic,
        identity=not kind.by_topic and not kind.other_time,
        amount=value,
        moment=moment(reading, value.span) if kind.rule in _TOLD_BY_DAY else TIMELESS,
        grows=kind.rule == "count",
        highlights=(reading.span(amount.first, amount.last),),
    )


def clause_topic(reading: Reading, evidence: tuple[int, int], reader: Reader) -> frozenset[str]:
    """What the clauses of ``evidence`` speak of: concepts, terms, and the lemmas of this language."""
    first = reading.clause_bounds(evidence[0])[0]
    last = reading.clause_bounds(evidence[1] - 1)[1]
    language = reading.sentence.language
    inside = {place for amount in reading.amounts for place in range(amount.first, amount.last)}
    lemmas = {
        f"{language}:{reading.words[place].lemma}"
        for place in range(first, last)
        if place not in inside and len(reading.words[place].lemma) > 3
    }
    return reader.topic(reading, first, last) | lemmas


def of_its_thing(finding: Finding) -> Finding:
    """A measure or step is of the thing spoken of, even where it is named before."""
    things = {f"term:{key}" for key in finding.reading.things}
    return replace(finding, context=finding.context | things | finding.reading.works, of_a_work=True)


def alone(amount: Amount, reading: Reading) -> bool:
    """Whether no other value of its kind stands near: of two, none is surely the one that is meant."""
    return not any(
        other is not amount
        and other.value.kind is amount.value.kind
        and max(other.first - amount.last, amount.first - other.last) <= _NEAR
        and shown(other.value) != shown(amount.value)
        for other in reading.amounts
        if other.first >= reading.dateline
    )
