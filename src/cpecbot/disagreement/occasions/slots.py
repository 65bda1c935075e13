"""What each value of a sentence is of: a slot of the occasion, which another article may fill otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from cpecbot.disagreement.occasions.breakdowns import row_of
from cpecbot.disagreement.occasions.stages import stages_of
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.occasion import FigureKey, figure_of
from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.disagreement.reading.quantities.properties import properties
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.disagreement.rules.amounts import is_change, is_goal, periods_of
from cpecbot.disagreement.rules.measures import others_told
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.values.units import BASE_UNITS
from cpecbot.models import Measured, SentenceKind, Span, Value, ValueKind

COUNT, TIME, YEAR = "count", "time", "whole_year"
"""Sorts of values beside those of a unit."""
# So many words away something says half as much of a value.
_HALF = 6.0
# A year, a day less where it is counted from its first to its last.
_YEAR_DAYS = 364
_NO_HEADS = frozenset({ConceptKind.QUALITY, ConceptKind.MODIFIER, ConceptKind.LIGHT, ConceptKind.UNIT})
# Each tremor of an earthquake has its own, which other rules tell apart.
_OF_AN_EVENT = frozenset({Measured.MAGNITUDE, Measured.DEPTH})

Rarity = Callable[[Item], float]


class Aspect(Struct, frozen=True):
    """An ``item`` of the sentence of a value, ``near`` to it by so much, from 0 to 1, and telling by ``weight``.

    ``narrow`` are the keys of its concepts without those that others of them are a kind of, or else those of its word.
    It is ``owned`` where it stands nearer to no other value of the sort; only then it may be what the value is of, and
    ``heads`` it.
    """

    item: Item
    narrow: frozenset[str]
    weight: float
    near: float
    heads: bool
    owned: bool = True


class Slot(Struct, frozen=True, dict=True):  # with a dict, for what is found out of it once it is compared
    """A value of a ``sort``, with what its sentence tells around it, the nearest first; ``beside`` are other values.

    One that ``changes`` tells how much something went up or down, one that is ``reached`` up or down to what, from
    what it was before; ``counts`` tells what a number counts. Its sentence names the ``stages``; one that is ``held``
    is of somebody, ``row`` are the numbers that divide one whole with it.
    """

    amount: Amount
    reading: Reading
    sort: str
    aspects: tuple[Aspect, ...] = field(default=())
    beside: frozenset[FigureKey] = frozenset()
    periods: frozenset[str] = frozenset()
    properties: frozenset[Measured] = frozenset()
    changes: bool = False
    reached: bool = False
    counts: Figure | None = field(default=None)
    stages: frozenset[float] = frozenset()
    held: bool = False
    row: frozenset[float] = frozenset()

    @property
    def value(self) -> Value:
        return self.amount.value

    @cached_property
    def heads(self) -> tuple[Aspect, ...]:
        """What its value may be of, the nearest first."""
        return tuple(aspect for aspect in self.aspects if aspect.heads)

    @cached_property
    def named(self) -> tuple[Aspect, ...]:
        """Whom its sentence names, the nearest first; no places."""
        return tuple(each for each in self.aspects if each.item.weight > 1 and not each.item.place)

    @cached_property
    def holders(self) -> tuple[Item, ...]:
        """Who may be the one whose it is: those who are named no nearer to another value of the sort."""
        return tuple(each.item for each in self.named if each.owned)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which another sentence may name what its own does."""
        return frozenset().union(*(aspect.item.keys for aspect in self.aspects))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(aspect.item.names for aspect in self.aspects))

    @property
    def place(self) -> Span:
        """Where its value stands, in code points of the article."""
        return self.reading.span(self.amount.first, self.amount.last)

    @property
    def source(self) -> str:
        return self.reading.sentence.source


def slots(reading: Reading, reader: Reader, rarity: Rarity, counts: Mapping[Span, Figure]) -> Iterator[Slot]:
    """The slots that a sentence fills; not those of another thing or of another time than its article reports.

    ``counts`` tell what each number counts, by its place in the article.
    """
    if reading.entry is None or reading.sentence.kind is SentenceKind.HEADING:
        return
    sorts = {each: sort for each in reading.amounts if each.first >= reading.dateline and (sort := sort_of(each.value))}
    if not sorts:
        return
    content, named = Content(reading, reader), properties(reading.entry)
    others = [content.clause(mark) for mark in others_told(content, reader)]
    for amount, sort in sorts.items():
        rivals = [each for each in sorts if each is not amount]
        alike = [each for each in rivals if sorts[each] == sort]
        slot = replace(
            _meant(amount, sort, content, reader),
            aspects=tuple(_aspects(amount, alike, content, reader, rarity)),
            beside=frozenset(figure_of(each.value) for each in rivals),
            stages=stages_of(amount, content, reader),
            row=row_of(amount, [amount, *alike], content) if sort == COUNT else frozenset(),
            properties=frozenset(named.get(amount.value.span, ())),
            counts=counts.get(amount.value.span.shift(reading.sentence.span.start)),
        )
        rows = (counts.get(each.value.span.shift(reading.sentence.span.start)) for each in alike)
        slot = replace(slot, held=_is_held(slot, any(_counts_as(each, slot.counts) for each in rows), content, reader))
        of_another = content.clause(amount) in others and sort != YEAR and not slot.reached
        if not of_another and slot.properties.isdisjoint(_OF_AN_EVENT):
            yield slot


def _meant(amount: Amount, sort: str, content: Content, reader: Reader) -> Slot:
    """A slot with how its value is meant, and not yet of what it is."""
    reading = content.reading
    clause = [item for item in content.items if content.clause(item) == content.clause(amount)]
    return Slot(
        amount,
        reading,
        sort,
        periods=periods_of(amount, content),
        changes=is_change(amount, clause, reading, reader),
        reached=is_goal(amount, reading),
    )


def _counts_as(one: Figure | None, other: Figure | None) -> bool:
    """Whether two numbers may count the same thing: "A got 20 votes and B 19"."""
    return not (one and other and one.nouns and other.nouns) or not one.nouns.isdisjoint(other.nouns)


def _is_held(slot: Slot, is_listed: bool, content: Content, reader: Reader) -> bool:
    """Whether it is of somebody: of who gets it, or of one of those who have one each."""
    if is_listed and any(not each.owned for each in slot.named):
        return bool(slot.holders)
    here = content.clause(slot.amount)
    gets = (item for item in content.items if not item.concepts.isdisjoint(reader.contrasts.holding))
    return bool(slot.holders) and any(content.clause(item) == here for item in gets)


def sort_of(value: Value) -> str | None:
    """What a value may be compared with: another of its sort. None for what is compared elsewhere, or not at all."""
    match value.kind:
        case ValueKind.MONEY | ValueKind.PERCENT | ValueKind.TIME:
            return value.kind
        case ValueKind.QUANTITY | ValueKind.DURATION:
            return f"{value.kind}:{BASE_UNITS.get(value.unit or '', (value.unit, 1.0))[0]}"
        case ValueKind.NUMBER if value.unit is None:
            return COUNT
        case ValueKind.DATE if _is_year(value):
            return YEAR
    return None


def _is_year(value: Value) -> bool:
    first, last = value.first, value.last
    return bool(first and last and first.year == last.year and (last - first).days >= _YEAR_DAYS)


def _aspects(
    amount: Amount, rivals: Sequence[Amount], content: Content, reader: Reader, rarity: Rarity
) -> Iterator[Aspect]:
    found, alike = [], reader.contrasts.alike
    entry, start = content.reading.entry, content.reading.sentence.span.start
    # Who says it tells nothing of what it is; what holds it is no speaker.
    speakers = [each.speaker.place.shift(-start) for each in (entry.speeches if entry else ())]
    speakers = [each for each in speakers if not each.overlaps(amount.value.span)]
    for item in content.items:
        if item.light or content.place(item).overlaps_any(speakers):
            continue
        distance = max(content.distance(amount, item), 0.0)
        owned = all(content.distance(each, item) >= distance for each in rivals)
        narrow = item.keys
        if item.concepts:
            narrow = reader.narrowest(item.concepts - reader.contrasts.general)
            narrow |= {alike[key] for key in narrow if key in alike}
        heads = owned and _may_head(item, narrow, reader)
        found.append(Aspect(item, narrow, item.weight * rarity(item), _HALF / (_HALF + distance), heads, owned))
    yield from sorted(found, key=lambda aspect: -aspect.near)


def _may_head(item: Item, narrow: frozenset[str], reader: Reader) -> bool:
    """Whether a value may be of it: of a thing, of those who do something, or of what is done; of no place or name."""
    if item.reporting or item.quality or item.place or item.weight > 1 or not narrow:
        return False
    if narrow <= reader.contrasts.amounts | reader.contrasts.changing:
        return False
    return not item.concepts or not {reader.kind_of(key) for key in narrow} <= _NO_HEADS
