"""Values of cpecbot as bytes, and back.

Python's pickle does the work, held to what such a value consists of: classes and functions of cpecbot, and a few types
of the standard library and of the libraries that values are made with. Nothing else is found when bytes are read, so
that they cannot run what cpecbot does not have; where they come from is looked after by ``Kept``.

The bytes are sections: how long each is, then the value itself with all that is no part of it, then its ``Parts``, each
in its own section that is read when it is first asked for. What is equal to itself alone, and stands in the first
section, is meant by its number wherever else it stands, so that it stays one.
"""

from __future__ import annotations

import io
import pickle
import re
import struct
from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from threading import Lock, RLock
from types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType
from typing import Any, cast

from cpecbot.expressions import Expression
from cpecbot.languages import Language
from cpecbot.parts import Mapped, Parts

PROTOCOL = 5

_OWN = "cpecbot."
_FOREIGN = frozenset(
    {
        ("builtins", "str"),
        ("collections", "Counter"),
        ("datetime", "date"),
        ("fractions", "Fraction"),
        ("functools", "partial"),
        ("numpy", "dtype"),
        ("numpy._core.numeric", "_frombuffer"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        # Their place in Python 3.13.
        ("pathlib._local", "PosixPath"),
        ("pathlib._local", "WindowsPath"),
    }
)
_COUNT = struct.Struct("<Q")
# Where that is which a section has but the number of: in the first section; in its own, read now, or when asked for, or
# mapped as it is.
_SHARED, _PART, _LATER, _MAPPED = "shared", "part", "later", "mapped"
_Remembered = type(lru_cache(lambda: None))
_Lock = type(Lock())


def pack(value: object) -> bytes:
    """Raises PicklingError, TypeError or AttributeError where something in ``value`` cannot be written down."""
    return joined(list(_Sections().of(value)))


def joined(sections: Sequence[bytes]) -> bytes:
    """``sections`` behind their number and their lengths."""
    return b"".join((*map(_COUNT.pack, (len(sections), *map(len, sections))), *sections))


def unpack(packed: bytes | memoryview) -> object:
    """What was packed; ``packed`` is kept for its parts.

    Raises any error where the bytes are not what ``pack`` of this version made.
    """
    return _Reader(memoryview(packed)).whole()


class _Sections:
    """What is written so far: which of the values stand in the first section, and the parts still to be written."""

    def __init__(self) -> None:
        self.shared: dict[int, int] = {}
        self.parts: dict[int, int] = {}
        # All of them, so that each number stays that of one value.
        self._numbered: list[object] = []

    def of(self, value: object) -> Iterator[bytes]:
        first = _First(self)
        yield first.written((value, first.singles))
        self.shared = {id(each): number for number, each in enumerate(first.singles)}
        for part in self._numbered:  # which grows, as parts have parts
            yield bytes(part.view) if isinstance(part, Mapped) else _Packer(self).written(part)

    def later(self, part: object) -> int:
        """The number of the section that ``part`` will be written in."""
        number = self.parts.setdefault(id(part), len(self.parts) + 1)
        if number > len(self._numbered):
            self._numbered.append(part)
        return number


class _Packer(pickle.Pickler):
    def __init__(self, sections: _Sections) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, PROTOCOL)
        self._sections = sections
        self._top: object = None

    def written(self, value: object) -> bytes:
        self._top = value
        self.dump(value)
        return self._bytes.getvalue()

    def persistent_id(self, value: Any) -> tuple[str, int] | None:
        """What is written down elsewhere, by its number."""
        if type(value) is _Later:
            return _LATER, self._sections.later(value.part)
        if type(value) is Mapped:
            return _MAPPED, self._sections.later(value)
        number = self._sections.shared.get(id(value))
        if number is not None:
            return _SHARED, number
        part = self._sections.parts.get(id(value))
        return None if part is None or value is self._top or not _is_single(value) else (_PART, part)

    def reducer_override(self, value: Any) -> Any:
        """How pickle writes what it cannot, or what is better made anew; PicklingError for what could not be read."""
        if isinstance(value, type | FunctionType | BuiltinFunctionType):
            _refuse_foreign(value.__module__, value.__qualname__)
            return NotImplemented
        return _made_anew(value) or NotImplemented


class _First(_Packer):
    """Writes the first section, and notes what in it is equal to itself alone."""

    def __init__(self, sections: _Sections) -> None:
        super().__init__(sections)
        self.singles: list[object] = []
        self._known: set[int] = set()

    def persistent_id(self, value: Any) -> tuple[str, int] | None:
        if type(value) in {_Later, Mapped}:
            return super().persistent_id(value)
        if id(value) not in self._known and _is_single(value):
            self._known.add(id(value))
            self.singles.append(value)
        return None


class _Later:
    """Stands for a part where its holder is written."""

    def __init__(self, part: object) -> None:
        self.part = part


def _is_single(value: object) -> bool:
    """Whether it is one of ours that is equal to itself alone, or a language, whose tables are read but once."""
    kind = type(value)
    own = kind.__module__.startswith(_OWN) and kind.__eq__ is object.__eq__ and not isinstance(value, type | Enum)
    return own or kind is Language


class _Reader:
    """The sections of what was packed, each read once."""

    def __init__(self, packed: memoryview) -> None:
        """Raises ValueError where the sections are not as long as they are said to be."""
        (count,) = _COUNT.unpack_from(packed)
        lengths = struct.unpack_from(f"<{count}Q", packed, _COUNT.size)
        ends = list(accumulate(lengths, initial=_COUNT.size * (count + 1)))
        if ends[-1] != len(packed):
            raise ValueError("it has no sections of these lengths")
        self._sections = [packed[start:end] for start, end in pairwise(ends)]
        self._parts: dict[int, object] = {}
        self._lock = RLock()
        self.shared: list[object] = []

    def whole(self) -> object:
        value, singles = cast(tuple[object, list[object]], self._read(0))
        self.shared = singles
        return value

    def part(self, number: int) -> object:
        with self._lock:
            if number not in self._parts:
                self._parts[number] = self._read(number)
            return self._parts[number]

    def section(self, number: int) -> memoryview:
        return self._sections[number]

    def _read(self, number: int) -> object:
        return _Unpacker(self, self._sections[number]).load()


def _made_anew(value: Any) -> tuple[Callable[..., object], tuple[Any, ...]] | None:
    """For what pickle does not write, or not well: what makes it, and of what; None for all else."""
    if isinstance(value, re.Pattern):
        return Expression, (value.pattern, value.flags)
    if isinstance(value, MappingProxyType):
        return _read_only, (dict(value),)
    if isinstance(value, MethodType):
        return _bound, (value.__self__, value.__func__.__name__)
    if isinstance(value, _Remembered) and isinstance(value.__wrapped__, MethodType):
        return _remembering, (value.__wrapped__, value.cache_parameters()["maxsize"])
    if isinstance(value, Parts):
        return Parts, ({name: _Later(part) for name, part in value.by_name().items()},)
    return (_open_lock, ()) if isinstance(value, _Lock) else None


class _Unpacker(pickle.Unpickler):
    def __init__(self, reader: _Reader, section: memoryview) -> None:
        super().__init__(io.BytesIO(section))
        self._reader = reader

    def persistent_load(self, written: tuple[str, int]) -> object:
        place, number = written
        if place == _SHARED:
            return self._reader.shared[number]
        if place == _MAPPED:
            return Mapped(self._reader.section(number))
        return partial(self._reader.part, number) if place == _LATER else self._reader.part(number)

    def find_class(self, module: str, name: str) -> Any:
        _refuse_foreign(module, name)
        found = super().find_class(module, name)
        if module.startswith(_OWN):  # what a module of ours has imported is not ours
            _refuse_foreign(getattr(found, "__module__", None), name)
        return found


def _refuse_foreign(module: str | None, name: str) -> None:
    if not (module or "").startswith(_OWN) and (module, name) not in _FOREIGN:
        raise pickle.PickleError(f"{module}.{name} is no part of what is kept")


def _read_only(values: dict[Hashable, object]) -> MappingProxyType[Hashable, object]:
    return MappingProxyType(values)


def _bound(owner: object, name: str) -> Callable[..., object]:
    """The method ``name`` of ``owner``, whose own values may not be there yet."""
    method: Callable[..., object] = getattr(type(owner), name).__get__(owner)
    return method


def _remembering(method: Callable[..., object], most: int | None) -> Callable[..., object]:
    """What it had remembered is not kept."""
    return lru_cache(maxsize=most)(method)


def _open_lock() -> Lock:
    return Lock()
