"""The numbers and years by which the lead of an article says which event of a series it reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec import Struct

from cpecbot.disagreement.grouping.findings import hull
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading
from cpecbot.language.concepts.concept import ACTS, ConceptKind
from cpecbot.language.text.cues.places import is_within, marks_places
from cpecbot.language.text.simplified import fold_simply
from cpecbot.models import SentenceKind, Span, ValueKind

# An article says in its first statements which event it reports; further down it may recall another.
_LEAD = 5
# In words: so near stands what a number counts, and so far off what else names the series.
_AT_IT = 2.0
_NAMING = 10.0
# The days that a whole year has at least.
_YEAR = timedelta(days=353)
# So much of what names the series in fewer words must name the other.
_SHARED = 0.4
# Only names weigh more.
_A_WORD = 1.0
_NEAR = 8.0
_IDLE = ACTS | {ConceptKind.LIGHT, ConceptKind.UNIT, ConceptKind.TITLE}
_SAYS_NOTHING = (Role.BOTH_SIDES, Role.BETWEEN, Role.HELD, Role.VENUE, Role.NUMBERED)


class Edition(Struct, frozen=True):
    """One event of a series: its ``number``, or its year where it is ``yearly``.

    It numbers the ``nouns`` of series ("round", "dialogue") that stand at it, and any of the things ``counted``;
    ``name`` is what tells the series from others. The number is ``at`` these words of its sentence; ``place`` holds it
    and what it counts, in code points of the article, and ``statement`` counts the statements before it.
    """

    source: str
    number: int
    yearly: bool
    nouns: frozenset[str]
    counted: tuple[Item, ...]
    name: tuple[Item, ...]
    at: tuple[int, int]
    place: Span
    statement: int

    def of_one_series(self, other: Edition, matching: Matching) -> bool:
        """Whether both count the same thing, and much of the shorter name is in the longer one."""
        if self.yearly is not other.yearly:
            return False
        shorter, longer = sorted((self.name, other.name), key=_weight)
        shared = [item for item in shorter if _in(item, longer, matching)]
        if not shared or _weight(shared) < _SHARED * _weight(shorter):
            return False
        return not self.nouns.isdisjoint(other.nouns) or self._counts_what(other, shared, matching)

    def _counts_what(self, other: Edition, shared: Iterable[Item], matching: Matching) -> bool:
        """Whether both number one thing that no table knows as a series: a review, and one of the same loan.

        Of a budget the year is name enough, where nothing right at it or by name says whose.
        """
        counted = [item for item in self.counted if _in(item, other.counted, matching)]
        if any(item.deed for item in counted):
            return any(not _in(item, [each for each in counted if each.deed], matching) for item in shared)
        if not counted or not self.yearly:
            return False
        told = [[item for item in each.name if not _in(item, counted, matching)] for each in (self, other)]
        named = all(any(item.weight > _A_WORD for item in items) for items in told)
        qualified = self._qualified(told[0], counted, matching) and other._qualified(told[1], counted, matching)
        return not named and not qualified

    def _qualified(self, by: Iterable[Item], counted: Iterable[Item], matching: Matching) -> bool:
        """Whether any of ``by`` stands between the number and what it counts."""
        own = [item for item in self.counted if _in(item, counted, matching)]
        first, last = hull([self.at, *((item.first, item.last) for item in own[:1])])
        return any(first <= item.first and item.last <= last for item in by)


def _in(item: Item, among: Iterable[Item], matching: Matching) -> bool:
    return any(matching.same(item, each) for each in among)


def _weight(items: Iterable[Item]) -> float:
    return sum(item.weight for item in items)


def editions(readings: Iterable[Reading], reader: Reader) -> Iterator[Edition]:
    """What the lead of one article may number, in the order of reading."""
    statement = 0
    for reading in readings:
        if statement >= _LEAD:
            return
        yield from editions_in(reading, statement, reader)
        statement += reading.sentence.kind is not SentenceKind.HEADING


def editions_in(reading: Reading, statement: int, reader: Reader) -> Iterator[Edition]:
    """What one sentence may number; not another occasion than the one reported ("the next round")."""
    content = Content(reading, reader)
    for amount in reading.amounts:
        number = None if amount.first < reading.dateline else _number(amount)
        if number is not None and not _of_another_time(amount, content, reader):
            yield from _edition(amount, number, statement, content, reader)


def _edition(amount: Amount, number: int, statement: int, content: Content, reader: Reader) -> Iterator[Edition]:
    """The edition that ``number`` is of, where it counts anything; a year only in the first statement."""
    reading, yearly = content.reading, amount.value.kind is ValueKind.DATE
    series = [mark for mark in _series(reading, reader) if content.distance(amount, mark) <= _NEAR]
    near = (item for item in content.items if content.distance(amount, item) <= _AT_IT)
    counted = [item for item in near if _may_be_counted(item, reader)]
    dates = yearly and (statement or (not series and _is_in(amount, content)))
    if dates or _is_label(amount, content, reader) or not (series or counted):
        return
    place = hull([(each.first, each.last) for each in (amount, *(series or counted))])
    nouns = frozenset(mark.key for mark in series)
    name = tuple(_naming(amount, place, content, reader))
    at = (amount.first, amount.last)
    words = reading.span(*place)
    yield Edition(reading.sentence.source, number, yearly, nouns, tuple(counted), name, at, words, statement)


def _number(amount: Amount) -> int | None:
    """The place in a series, or the year where a date is a whole one."""
    value = amount.value
    if value.kind is ValueKind.ORDINAL:
        return None if value.unit or value.low is None else int(value.low)
    if value.kind is not ValueKind.DATE or not value.year_known or value.first is None or value.last is None:
        return None
    return value.last.year if value.last - value.first >= _YEAR else None


def _of_another_time(amount: Amount, content: Content, reader: Reader) -> bool:
    reading = content.reading
    return reading.coming or reader.has(reading, Role.OTHER_TIME, max(0, amount.first - 1), amount.last + 1)


def _is_in(at: Amount | Item, content: Content) -> bool:
    """Whether the words around say that something is in it, where a language has words for that."""
    sentence = content.reading.sentence
    folded = fold_simply(sentence.reading, sentence.language)
    return marks_places(sentence.language) and is_within(folded, content.place(at), sentence.language)


def _is_label(amount: Amount, content: Content, reader: Reader) -> bool:
    """Whether the number is that of an anniversary or a phase."""
    numbered = content.reading.terms_of(reader.contrasts.role(Role.NUMBERED))
    return any(content.distance(amount, mark) <= 1 for mark in numbered)


def _series(reading: Reading, reader: Reader) -> tuple[Mark, ...]:
    return reading.terms_of(reader.contrasts.role(Role.EDITION) | reader.contrasts.role(Role.SERIES))


def _may_be_counted(item: Item, reader: Reader) -> bool:
    kinds = {reader.kind_of(key) for key in item.concepts}
    return not (item.light or item.reporting or item.quality or kinds & {ConceptKind.UNIT, ConceptKind.PLACE})


def _naming(amount: Amount, phrase: tuple[int, int], content: Content, reader: Reader) -> Iterator[Item]:
    """What stands around a number and tells its series from others; a deed only where it is a part of the name."""
    reading = content.reading
    nothing = frozenset().union(*(reader.contrasts.role(role) for role in _SAYS_NOTHING))
    idle = [*_series(reading, reader), *reading.terms_of(nothing)]
    covered = {place for mark in idle for place in range(mark.first, mark.last)}
    for item in content.items:
        kinds = {reader.kind_of(key) for key in item.concepts}
        within = phrase[0] <= item.first and item.last <= phrase[1]
        if content.distance(amount, item) > _NAMING or not covered.isdisjoint(range(item.first, item.last)):
            continue
        idles = item.light or item.reporting or (kinds and kinds <= _IDLE) or item.concepts & reader.contrasts.general
        if not idles and not (item.deed and not within) and not _is_in(item, content):
            yield item
