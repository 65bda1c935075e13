"""Wordings of whole questions, as a person writes them in a language's file, matched word by word.

    [words]        may be left out
    (one|two)      either of them
    {piece}        one of the wordings that the file lists under this name
    {slot}         what the asker puts in

A half-space may be written as a space, or as nothing. Nearly all wordings need a word that the question does not hold,
or begin or end with others than it does, and are not looked at any further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from cpecbot.expressions import expression
from cpecbot.language.questions.words import texts
from cpecbot.languages import Language
from cpecbot.models import Span

_PARTS = expression(r"([\[\]()|]|\{[a-z_]+\})")
_HALF_SPACE = "\u200c"
# Words around the name of an article, and words of courtesy, come in phrases of at most so many.
_LONGEST_PHRASE = 12

Slots = Mapping[str, Span]
"""Which words stand in each slot, counted in words."""


class Word(Struct, frozen=True):
    """A folded word."""

    text: str


class Slot(Struct, frozen=True):
    """Room for words of the asker."""

    name: str


class Edges(Struct, frozen=True):
    """The words of which one comes ``first``, and one ``last``; None where that may be any.

    What is ``optional`` may also be nothing at all.
    """

    first: frozenset[str] | None
    last: frozenset[str] | None
    optional: bool = False


class Series(Struct, frozen=True, dict=True):
    """Parts one after the other; none at all is what may be left out."""

    parts: tuple[Node, ...]

    @cached_property
    def edges(self) -> Edges:
        each = [_edges(part) for part in self.parts]
        first, last = _outermost(each), _joined(edges.last for edges in _up_to_needed(each[::-1]))
        return Edges(first, last, all(edges.optional for edges in each))

    @cached_property
    def following(self) -> tuple[frozenset[str] | None, ...]:
        """The words of which one has to stand behind each part; None where that may be any, or nothing."""
        each = [_edges(part) for part in self.parts]
        rests = (each[number:] for number in range(1, len(each) + 1))
        return tuple(None if all(edges.optional for edges in rest) else _outermost(rest) for rest in rests)


class Choice(Struct, frozen=True, dict=True):
    """One of several; ``number`` tells it from all others that are shared, where its ends may be remembered."""

    options: tuple[Node, ...]
    number: int | None = None

    @cached_property
    def edges(self) -> Edges:
        each = [_edges(option) for option in self.options]
        first, last = _joined(edges.first for edges in each), _joined(edges.last for edges in each)
        return Edges(first, last, any(edges.optional for edges in each))

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """A line without any of each of these sets of words holds none of the options."""
        rarest = [min(_needs(option), key=len, default=None) for option in self.options]
        needs = [need for need in rarest if need is not None]
        return (frozenset().union(*needs),) if len(needs) == len(rarest) else ()


Node = Word | Slot | Series | Choice


class Wording(Struct, frozen=True):
    """One wording of a ``kind``; a line of words without any of each of its ``needs`` cannot be it."""

    node: Node
    needs: tuple[frozenset[str], ...]
    kind: str = ""

    def may_begin(self, word: str) -> bool:
        first = _edges(self.node).first
        return first is None or word in first

    def may_end(self, word: str) -> bool:
        last = _edges(self.node).last
        return last is None or word in last


class Line:
    """The words of a question, with what was found out of them."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self.present = frozenset(words)
        self._ends: dict[tuple[int, int], tuple[int, ...]] = {}
        self._possible: dict[Wordings, tuple[Wording, ...]] = {}

    def possible(self, wordings: Wordings) -> tuple[Wording, ...]:
        """Those of ``wordings`` that it may be, which are asked for at one word after another."""
        if wordings not in self._possible:
            self._possible[wordings] = tuple(wordings.possible(self.present))
        return self._possible[wordings]

    def walk(self, node: Node, at: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """Where ``node`` may end that begins at the word ``at``, with what fills its slots."""
        match node:
            case Word(text):
                if at < len(self.words) and self.words[at] == text:
                    yield at + 1, slots
            case Slot(name):
                yield from ((end, {**slots, name: Span(at, end)}) for end in range(at + 1, len(self.words) + 1))
            case Series():
                yield from self._one_after_the_other(node, 0, at, slots)
            case Choice(edges=Edges(frozenset() as first, _, False)) if (
                at >= len(self.words) or self.words[at] not in first
            ):
                return
            case Choice(_, int(number)):
                yield from ((end, slots) for end in self._remembered(node, number, at))
            case Choice(options):
                for option in options:
                    yield from self.walk(option, at, slots)

    def _one_after_the_other(self, series: Series, number: int, at: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """As ``walk``, from the part of that ``number`` on."""
        if number == len(series.parts):
            yield at, slots
            return
        for end, filled in self._ends_of(series, number, at, slots):
            yield from self._one_after_the_other(series, number + 1, end, filled)

    def _ends_of(self, series: Series, number: int, at: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """Where a part may end; a slot only where what has to follow it does."""
        part, following = series.parts[number], series.following[number]
        if following is None or not isinstance(part, Slot):
            return self.walk(part, at, slots)
        ends = (end for end in range(at + 1, len(self.words)) if self.words[end] in following)
        return ((end, {**slots, part.name: Span(at, end)}) for end in ends)

    def _remembered(self, node: Choice, number: int, at: int) -> tuple[int, ...]:
        key = (number, at)
        if key not in self._ends:
            found = {end for option in node.options for end, _ in self.walk(option, at, {})}
            self._ends[key] = tuple(sorted(found))
        return self._ends[key]


class Wordings:
    """Wordings in the order in which they are written, found by a word that each cannot do without."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self.all = tuple(wordings)
        self._free: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number, wording in enumerate(self.all):
            rarest = min(wording.needs, key=len, default=None)
            for word in rarest or ():
                self._by_word.setdefault(word, []).append(number)
            if rarest is None:
                self._free.append(number)

    def possible(self, present: frozenset[str]) -> Iterator[Wording]:
        """Those that a line with the words ``present`` may be."""
        found = {number for word in present for number in self._by_word.get(word, ())}
        for number in sorted(found.union(self._free)):
            if not any(need.isdisjoint(present) for need in self.all[number].needs):
                yield self.all[number]


class Pieces(Struct, frozen=True, dict=True):
    """The pieces of one language, parsed when first used."""

    written: Mapping[str, Sequence[str]]
    language: Language
    _made: dict[str, Node] = field(default_factory=dict)
    _chunks: dict[str, tuple[Node, ...]] = field(default_factory=dict)

    def wordings(self, written: Iterable[str], kind: str = "") -> Wordings:
        nodes = (self._parsed(each) for each in written)
        return Wordings(Wording(node, tuple(_needs(node)), kind) for node in nodes)

    def _parsed(self, written: str) -> Node:
        return _Parser(_PARTS.split(written), self._literal, self._named).choice()

    def _named(self, name: str) -> Node:
        """A piece, or a slot where the file lists none of that name."""
        if name not in self.written:
            return Slot(name)
        if name not in self._made:
            options = tuple(self._parsed(each) for each in self.written[name])
            self._made[name] = Choice(options, None if any(map(_has_slot, options)) else len(self._made))
        return self._made[name]

    def _literal(self, text: str) -> Iterator[Node]:
        for chunk in text.split():
            if chunk not in self._chunks:
                self._chunks[chunk] = self._chunk(chunk)
            yield from self._chunks[chunk]

    def _chunk(self, chunk: str) -> tuple[Node, ...]:
        joined = tuple(Word(word) for word in texts(chunk.replace(_HALF_SPACE, ""), self.language))
        if _HALF_SPACE not in chunk:
            return joined
        apart = tuple(Word(word) for half in chunk.split(_HALF_SPACE) for word in texts(half, self.language))
        return (Choice((Series(apart), Series(joined))),)


class _Parser:
    """Reads the parts of a wording, brackets inside brackets."""

    def __init__(
        self, parts: Sequence[str], literal: Callable[[str], Iterator[Node]], named: Callable[[str], Node]
    ) -> None:
        self._parts = list(parts)
        self._literal = literal
        self._named = named

    def choice(self) -> Node:
        """What stands up to a closing bracket, or to the end."""
        options = [self._series()]
        while self._parts and self._parts[0] == "|":
            self._parts.pop(0)
            options.append(self._series())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _series(self) -> Node:
        found: list[Node] = []
        while self._parts and self._parts[0] not in {"|", "]", ")"}:
            part = self._parts.pop(0)
            if part in {"[", "("}:
                inside = self.choice()
                self._parts.pop(0)
                found.append(Choice((inside, Series(()))) if part == "[" else inside)
            elif part.startswith("{"):
                found.append(self._named(part[1:-1]))
            else:
                found.extend(self._literal(part))
        return found[0] if len(found) == 1 else Series(tuple(found))


def matches(wordings: Wordings, line: Line) -> Iterator[Slots]:
    """What fills the slots, for each way in which the whole ``line`` is one of ``wordings``."""
    return (slots for _, slots in readings(wordings, line))


def readings(wordings: Wordings, line: Line) -> Iterator[tuple[str, Slots]]:
    """As ``matches``, with the kind of each wording."""
    length = len(line.words)
    for wording in line.possible(wordings) if length else ():
        if wording.may_begin(line.words[0]) and wording.may_end(line.words[-1]):
            yield from ((wording.kind, slots) for end, slots in line.walk(wording.node, 0, {}) if end == length)


def end_of_any(wordings: Wordings, line: Line, at: int) -> int:
    """Where the longest of ``wordings`` ends that begins at the word ``at``; ``at`` where none does."""
    if at >= len(line.words):
        return at
    possible = (each for each in line.possible(wordings) if each.may_begin(line.words[at]))
    return max((end for wording in possible for end, _ in line.walk(wording.node, at, {})), default=at)


def start_of_any(wordings: Wordings, line: Line, end: int) -> int:
    """Where the longest of ``wordings`` begins that ends before the word ``end``; ``end`` where none does."""
    if not end:
        return end
    possible = [each for each in line.possible(wordings) if each.may_end(line.words[end - 1])]
    for start in range(max(0, end - _LONGEST_PHRASE), end if possible else 0):
        beginning = (each for each in possible if each.may_begin(line.words[start]))
        if any(reached == end for wording in beginning for reached, _ in line.walk(wording.node, start, {})):
            return start
    return end


def _has_slot(node: Node) -> bool:
    match node:
        case Slot():
            return True
        case Series(parts):
            return any(map(_has_slot, parts))
        case Choice(options):
            return any(map(_has_slot, options))
    return False


def _edges(node: Node) -> Edges:
    match node:
        case Word(text):
            return Edges(frozenset({text}), frozenset({text}))
        case Slot():
            return Edges(None, None)
        case Series() | Choice():
            return node.edges


def _up_to_needed(each: Sequence[Edges]) -> Iterator[Edges]:
    """What may come first in a series: its first part, and the next as long as all before may be left out."""
    for edges in each:
        yield edges
        if not edges.optional:
            return


def _outermost(each: Sequence[Edges]) -> frozenset[str] | None:
    """The words of which one comes first where ``each`` is a part of a series."""
    return _joined(edges.first for edges in _up_to_needed(each))


def _joined(each: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    known: set[str] = set()
    for words in each:
        if words is None:
            return None
        known |= words
    return frozenset(known)


def _needs(node: Node) -> list[frozenset[str]]:
    """Sets of words of each of which one has to be there."""
    match node:
        case Word(text):
            return [frozenset({text})]
        case Series(parts):
            return [need for part in parts for need in _needs(part)]
        case Choice():
            return list(node.needed)
    return []
