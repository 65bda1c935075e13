"""Text with entities, as Telegram takes it, without any parse mode that could fail.

Offsets and lengths of an ``Entity`` count UTF-16 code units, as in the Bot API; everything that goes into a builder
counts Python code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from string import Formatter

from msgspec import Struct, field

from cpecbot.expressions import expression

_SURROGATE = expression("[\ud800-\udfff]")
_SPACE = expression(r"\s")


class EntityKind(StrEnum):
    """The kinds of the Bot API's MessageEntity that are used here."""

    BLOCKQUOTE = "blockquote"
    EXPANDABLE_BLOCKQUOTE = "expandable_blockquote"
    TEXT_LINK = "text_link"
    BOLD = "bold"
    ITALIC = "italic"
    PRE = "pre"


# Outermost first, for entities over the same range.
_DEPTH = {kind: depth for depth, kind in enumerate(EntityKind)}


class Entity(Struct, frozen=True):
    """``offset`` and ``length`` are in UTF-16 code units; ``url`` is for TEXT_LINK."""

    kind: EntityKind
    offset: int
    length: int
    url: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


class RichText(Struct, frozen=True):
    """``entities`` are sorted, properly nested, and neither begin nor end with white space."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def units(self) -> int:
        return utf16_length(self.text)

    def covered_by(self, entity: Entity) -> str:
        """The text under an entity."""
        encoded = self.text.encode("utf-16-le", "surrogatepass")
        return encoded[2 * entity.offset : 2 * entity.end].decode("utf-16-le", "surrogatepass")


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class RichTextBuilder(Struct):
    """Collects text from left to right; lone surrogates, which no message can carry, become U+FFFD."""

    _parts: list[str] = field(default_factory=list)
    _entities: list[Entity] = field(default_factory=list)
    _units: int = 0

    def add(self, text: str, *kinds: EntityKind, url: str | None = None) -> None:
        text = _SURROGATE.sub("\ufffd", text)
        core = text.strip()
        if core:
            offset = self._units + utf16_length(text[: text.index(core)])
            for kind in kinds:
                self._entities.append(Entity(kind, offset, utf16_length(core), url))
        self._parts.append(text)
        self._units += utf16_length(text)

    def append(self, rich: RichText) -> None:
        for entity in rich.entities:
            self._entities.append(Entity(entity.kind, entity.offset + self._units, entity.length, entity.url))
        self._parts.append(rich.text)
        self._units += rich.units

    @contextmanager
    def wrapped(self, kind: EntityKind) -> Iterator[None]:
        """Puts what is added inside the block under one more entity."""
        first, offset = len(self._parts), self._units
        yield
        text = "".join(self._parts[first:])
        core = text.strip()
        if core:
            start = offset + utf16_length(text[: text.index(core)])
            self._entities.append(Entity(kind, start, utf16_length(core)))

    def build(self) -> RichText:
        return RichText("".join(self._parts), _sorted(self._entities))


def join(pieces: Iterable[RichText], separator: str = "\n\n") -> RichText:
    builder = RichTextBuilder()
    for number, piece in enumerate(pieces):
        if number:
            builder.add(separator)
        builder.append(piece)
    return builder.build()


def fill(template: str, parts: Mapping[str, RichText | str]) -> RichText:
    """``str.format`` for a template whose ``{placeholders}`` may carry entities."""
    builder = RichTextBuilder()
    for literal, name, _, _ in Formatter().parse(template):
        builder.add(literal)
        if name is not None:
            part = parts[name]
            builder.append(part if isinstance(part, RichText) else plain(part))
    return builder.build()


def plain(text: str, *kinds: EntityKind) -> RichText:
    builder = RichTextBuilder()
    builder.add(text, *kinds)
    return builder.build()


def split(rich: RichText, limit: int) -> tuple[RichText, ...]:
    """Pieces of at most ``limit`` UTF-16 units, cut at white space where there is any; entities are cut with them."""
    pieces = []
    while rich.units > limit:
        cut = cut_point(rich.text, limit)
        pieces.append(_slice(rich, 0, cut))
        rich = _slice(rich, cut, len(rich.text))
    pieces.append(rich)
    return tuple(piece for piece in pieces if piece.text.strip())


def cut_point(text: str, limit: int) -> int:
    """The code point index, at most ``limit`` UTF-16 units in, after the last white space in the farther half."""
    units = index = 0
    for char in text:
        units += 2 if char > "\uffff" else 1
        if units > limit:
            break
        index += 1
    for at in range(index, index // 2, -1):
        if _SPACE.match(text[at - 1]):
            return at
    return max(1, index)


def limit_entities(rich: RichText, most: int) -> RichText:
    """Leaves off emphasis, the innermost first, until at most ``most`` entities remain."""
    if len(rich.entities) <= most:
        return rich
    kept = sorted(rich.entities, key=lambda entity: _DEPTH[entity.kind])[:most]
    return RichText(rich.text, _sorted(kept))


def _slice(rich: RichText, start: int, end: int) -> RichText:
    """The code points ``[start, end)`` with the entities that reach into them."""
    text = rich.text[start:end]
    first = utf16_length(rich.text[:start])
    last = first + utf16_length(text)
    encoded = text.encode("utf-16-le", "surrogatepass")
    entities = []
    for entity in rich.entities:
        low, high = max(entity.offset, first) - first, min(entity.end, last) - first
        if low < high:
            covered = encoded[2 * low : 2 * high].decode("utf-16-le", "surrogatepass")
            core = covered.strip()
            if core:
                lead = utf16_length(covered[: covered.index(core)])
                entities.append(Entity(entity.kind, low + lead, utf16_length(core), entity.url))
    return RichText(text, _sorted(entities))


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length, _DEPTH[entity.kind])))
