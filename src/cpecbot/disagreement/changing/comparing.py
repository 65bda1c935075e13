"""What became of each point from one round to the next: the statements that tell one point, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product
from typing import Protocol

from msgspec import Struct, field

from cpecbot.corpus.copies.joining import joined
from cpecbot.disagreement.retelling.retelling import Retelling, Retellings
from cpecbot.models import ChangeKind, Retold
from cpecbot.store.entries import Entry

_TELLS = frozenset({Retold.TOLD, Retold.REWORDED})

Side = Mapping[str, Sequence[Entry]]
"""The statements of each article on one round that make points."""


class Statements(Protocol):
    """What is asked of statements of two rounds."""

    def spoken_of(self, entry: Entry, sources: Iterable[str]) -> bool:
        """Whether the articles of ``sources`` speak of the topic of a statement of another."""
        ...

    def moved_on(self, earlier: Entry, later: Entry) -> bool:
        """Whether they tell their point otherwise, because time has passed."""
        ...

    def measure_alike(self, one: Entry, other: Entry) -> bool:
        """Whether both give a figure of one sort, so that the one may be the other's point after all."""
        ...


class Point(Struct, frozen=True):
    """The statements that make one point, in the earlier round and in the later one."""

    kind: ChangeKind
    earlier: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()


def compared(earlier: Side, later: Side, retellings: Retellings, statements: Statements) -> Iterator[Point]:
    """What became of every point of two rounds.

    Of one that is not told in the other, though its topic is spoken of there, nothing can be said.
    """
    met = _Met()
    untold = [_across(one, other, retellings, met) for one, other in ((earlier, later), (later, earlier))]
    alone = [
        [entry for entry in entries if entry.number not in met.entries and not statements.spoken_of(entry, other)]
        for entries, other in zip(untold, (later, earlier), strict=True)
    ]
    alone = [
        [entry for entry in entries if not any(statements.measure_alike(entry, other) for other in others)]
        for entries, others in permutations(alone)
    ]
    for sides in met.pairs(earlier, later):
        otherwise = met.otherwise.intersection(entry.number for side in sides for entry in side)
        moved = otherwise or any(statements.moved_on(*pair) for pair in product(*sides))
        yield Point(ChangeKind.REWORDED if moved else ChangeKind.KEPT, *sides)
    for entries in _once(alone[0], earlier, retellings):
        yield Point(ChangeKind.DROPPED, earlier=entries)
    for entries in _once(alone[1], later, retellings):
        yield Point(ChangeKind.NEW, later=entries)


class _Met(Struct):
    """Statements that tell one point, put together; ``otherwise`` numbers those told in another way."""

    entries: dict[int, Entry] = field(default_factory=dict)
    otherwise: set[int] = field(default_factory=set)
    told: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def join(self, one: Entry, other: Entry) -> None:
        self.entries |= {each.number: each for each in (one, other)}
        self.told[one.number].add(other.number)
        self.told[other.number].add(one.number)

    def groups(self) -> list[tuple[Entry, ...]]:
        pairs = ((one, other) for one, others in self.told.items() for other in others)
        return [tuple(self.entries[number] for number in group) for group in sorted(map(sorted, joined(pairs)))]

    def pairs(self, earlier: Side, later: Side) -> Iterator[tuple[tuple[Entry, ...], tuple[Entry, ...]]]:
        """The statements of the ``earlier`` round with those of the later that tell the same, each with its own.

        What is told like a third statement need not be told like that one's other: a long one tells several points.
        """
        numbers = sorted(each for each in self.entries if self.entries[each].sentence.source in earlier)
        by_told: dict[frozenset[int], list[int]] = defaultdict(list)
        for number in numbers:
            by_told[frozenset(self.told[number])].append(number)
        for told, alike in by_told.items():
            theirs = sorted(each for each in told if self.entries[each].sentence.source in later)
            yield tuple(self.entries[each] for each in alike), tuple(self.entries[each] for each in theirs)


def _across(side: Side, other: Side, retellings: Retellings, met: _Met) -> list[Entry]:
    """Joins what the ``other`` round tells, too; the statements that no sentence of it tells."""
    untold: list[Entry] = []
    for entries in side.values():
        for entry in entries:
            found = [retellings.of(entry, source) for source in other]
            for each in found:
                _note(entry, each, met)
            if all(each.level not in _TELLS for each in found):
                untold.append(entry)
    return untold


def _note(entry: Entry, retelling: Retelling, met: _Met) -> None:
    if retelling.entry is not None and retelling.level in _TELLS:
        met.join(entry, retelling.entry)
        if retelling.level is Retold.REWORDED or retelling.names_another:
            met.otherwise |= {entry.number, retelling.entry.number}


def _once(alone: Iterable[Entry], side: Side, retellings: Retellings) -> Iterator[tuple[Entry, ...]]:
    """What several articles on one round tell in one; nothing of which the other round tells by another of them."""
    rest = {entry.number: entry for entry in alone}
    met = _Met()
    for entry in list(rest.values()):
        for source in side:
            found = retellings.of(entry, source) if source != entry.sentence.source else None
            if found is None or found.entry is None or found.level not in _TELLS:
                continue
            if found.entry.number in rest:
                met.join(entry, found.entry)
            else:
                rest.pop(entry.number, None)
    groups = met.groups()
    grouped = {entry.number for group in groups for entry in group}
    whole = (group for group in groups if all(entry.number in rest for entry in group))
    yield from sorted([*whole, *((entry,) for number, entry in rest.items() if number not in grouped)], key=_first)


def _first(entries: Sequence[Entry]) -> int:
    return entries[0].number
