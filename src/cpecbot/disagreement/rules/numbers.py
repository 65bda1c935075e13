"""Claims of ordinals, counts, sums and dates: every number bound to the noun it belongs to, or not used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cpecbot.disagreement.grouping.agreement import is_exact, shown
from cpecbot.disagreement.grouping.findings import BOUND, OTHER_TIME, Compare, Finding, claim, hull
from cpecbot.disagreement.reading.binding import bound, nearest, phrase
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Amount, Mark, Reader, Reading
from cpecbot.disagreement.rules.tolls import among_the_toll, nation
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, Level, ValueKind

_SERIES_RIGHT = 8
_SERIES_LEFT = 3
_OCCASION = 12
_BESIDE = 2
_NEAR = 8
_VERSION = 8
_STEP_SHARED = 2
_COUNTS = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL})
_MEASURES = {
    ValueKind.MONEY: Dimension.SUM,
    ValueKind.PERCENT: Dimension.COUNT,
    ValueKind.QUANTITY: Dimension.COUNT,
}


def number_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    for amount in reading.amounts:
        if amount.first < reading.dateline or _names_the_sides(amount, reading, reader):
            continue
        kind = amount.value.kind
        if kind in (ValueKind.DATE, ValueKind.WEEKDAY):
            yield from _dates(amount, reading, reader)
        elif kind in _MEASURES:
            yield from _measures(amount, reading, reader)
        elif kind is ValueKind.VERSION:
            yield from _versions(amount, reading, reader)
        elif kind in _COUNTS:
            yield from _editions(amount, reading, reader) or _counts(amount, reading, reader)


def _names_the_sides(amount: Amount, reading: Reading, reader: Reader) -> bool:
    """Whether the number only counts who meets: "the two sides"."""
    return any(
        mark.first <= amount.first < mark.last for mark in reading.terms_of(reader.contrasts.role(Role.BOTH_SIDES))
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a number says: of which noun (``head``), and whether only statements on one topic are compared."""

    rule: str
    head: str
    dimension: Dimension
    subject: str
    by_topic: bool = True
    other_time: bool = False


def _editions(amount: Amount, reading: Reading, reader: Reader) -> list[Finding]:
    """The number of a meeting in its series: "the seventh round of the dialogue", "the seventh dialogue"."""
    series = reader.contrasts.role(Role.SERIES)
    if amount.value.kind is not ValueKind.ORDINAL:
        return []
    edition = bound(amount, reading, reader.contrasts.role(Role.EDITION))
    near = edition or amount
    held = nearest(near, reading, series, _SERIES_RIGHT, _SERIES_LEFT)
    if held is None or (edition is None and bound(amount, reading, series) is None):
        return []
    first, last = hull([(amount.first, amount.last), (near.first, near.last), (held.first, held.last)])
    first, last = phrase(reading, first, last)
    splits = reading.terms_of(reader.contrasts.role(Role.SERIES_SPLIT))
    split = sorted(mark.key for mark in splits if first <= mark.first < last)
    other = reader.has(reading, Role.OTHER_TIME, max(0, first - 1), last)
    edition_name = reader.contrasts.name(Role.EDITION)
    head = ":".join((edition_name, held.key, *split, *(["next"] if reading.coming else [])))
    kind = _Kind("ordinal", head, Dimension.ORDINAL, edition_name, by_topic=False, other_time=other)
    return [_finding(amount, reading, reader, kind, (first, last))]


def _counts(amount: Amount, reading: Reading, reader: Reader) -> list[Finding]:
    numbered = reader.contrasts.role(Role.NUMBERED)
    ordinal = amount.value.kind is ValueKind.ORDINAL
    head = bound(amount, reading, numbered if ordinal else reader.contrasts.role(Role.COUNTED))
    if head is None and not ordinal:
        head = among_the_toll(amount, reading, reader)
    if head is None or (not ordinal and reader.has(reading, Role.OTHER_THING, 0, len(reading.words))):
        return []
    place = hull([(amount.first, amount.last), (head.first, head.last)])
    toll = head.key in reader.contrasts.role(Role.TOLL)
    counted = ":".join((head.key, *(nation(amount, reading, reader) if toll else ())))
    kind = (
        _Kind("ordinal", head.key, Dimension.ORDINAL, head.key)
        if ordinal
        else _Kind("count", counted, Dimension.COUNT, head.key)
    )
    return [_finding(amount, reading, reader, kind, phrase(reading, *place))]


def _versions(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    """The version of a project: "CPEC 2.0", "version 2.0 of the corridor"."""
    near = [
        mark
        for mark in reading.concepts
        if reader.kind(mark.key) is ConceptKind.PROJECT
        and not reader.glossary.broader(mark.key)
        and max(mark.first - amount.last, amount.first - mark.last) <= _VERSION
    ]
    if near:
        place = hull([(amount.first, amount.last), (near[0].first, near[0].last)])
        kind = _Kind("ordinal", f"version:{near[0].key}", Dimension.ORDINAL, near[0].key, by_topic=False)
        yield replace(_finding(amount, reading, reader, kind, place), identity=False)


def _measures(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    value = amount.value
    clause = reading.clause_bounds(amount.first)
    if not _alone(amount, reading) or _cut_short(amount, reading) or reader.has(reading, Role.OTHER_TIME, *clause):
        return
    if reader.has(reading, Role.OTHER_THING, *clause):
        return
    subject = str(value.kind)
    rule = "sum" if value.kind is ValueKind.MONEY else "measure"
    aimed = ":aim" if reader.has(reading, Role.AIM, 0, len(reading.words)) else ""
    kind = _Kind(rule, f"{subject}:{value.unit or ''}{aimed}", _MEASURES[value.kind], subject)
    finding = _finding(amount, reading, reader, kind, clause)
    yield replace(finding, of_a_work=True) if rule == "sum" else _of_its_thing(finding)


def _of_its_thing(finding: Finding) -> Finding:
    """A measure or step is of the thing spoken of, even where it is named before."""
    things = {f"term:{key}" for key in finding.reading.things}
    return replace(finding, context=finding.context | things | finding.reading.works, of_a_work=True)


def _cut_short(amount: Amount, reading: Reading) -> bool:
    """Whether its unit is but the beginning of another word, as 升 in 2.0升级版."""
    return any(amount.first < mark.first < amount.last < mark.last for mark in reading.concepts)


def _alone(amount: Amount, reading: Reading) -> bool:
    """Whether no other value of its kind stands near: of two, none is surely the one that is meant."""
    return not any(
        other is not amount
        and other.value.kind is amount.value.kind
        and max(other.first - amount.last, amount.first - other.last) <= _NEAR
        and shown(other.value) != shown(amount.value)
        for other in reading.amounts
        if other.first >= reading.dateline
    )


def _dates(amount: Amount, reading: Reading, reader: Reader) -> Iterator[Finding]:
    """A date and the occasion it dates; the days of one meeting's proceedings also among themselves."""
    occasion = _occasion(amount, reading, reader)
    if occasion is None or not (_alone(amount, reading) or _claimed_once(amount, occasion, reading, reader)):
        return
    first, last = hull([(amount.first, amount.last), (occasion.first, occasion.last)])
    if reader.has(reading, Role.OTHER_TIME, max(0, first - 2), last):
        return
    if reading.coming:
        return
    kind = _Kind("date", occasion.key, Dimension.DATE, occasion.key)
    dated = _finding(amount, reading, reader, kind, (first, last))
    if occasion.key in reader.contrasts.role(Role.STEP):
        dated = replace(_of_its_thing(dated), least_shared=_STEP_SHARED)
    yield dated
    if occasion.key in reader.contrasts.role(Role.PROCEEDINGS) and amount.value.first == amount.value.last:
        yield replace(
            dated,
            rule="timing",
            head="timing",
            level=Level.DIFFERING,
            by_topic=False,
            context=frozenset(),
            identity=True,
        )


def _occasion(amount: Amount, reading: Reading, reader: Reader) -> Mark | None:
    """What the date dates; of "the attack took place" the attack."""
    keys = reader.contrasts.role(Role.OCCASION)
    held = reader.contrasts.role(Role.HELD)
    found = nearest(amount, reading, keys, _OCCASION, _OCCASION)
    if found is None or found.key not in held:
        return found
    return nearest(found, reading, keys - held - reader.contrasts.role(Role.PROCEEDINGS), _BESIDE, _BESIDE) or found


def _claimed_once(amount: Amount, occasion: Mark, reading: Reading, reader: Reader) -> bool:
    """Whether no other date dates the same occasion."""
    dates = (each for each in reading.amounts if each is not amount and each.value.kind is ValueKind.DATE)
    return all(_occasion(each, reading, reader) not in (None, occasion) for each in dates)


def _finding(amount: Amount, reading: Reading, reader: Reader, kind: _Kind, place: tuple[int, int]) -> Finding:
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
