"""Values of cpecbot as bytes, and back.

Python's pickle does the work, held to what such a value consists of: classes and functions of cpecbot, and a few types
of the standard library and of the libraries that values are made with. Nothing else is found when bytes are read, so
that they cannot run what cpecbot does not have; where they come from is looked after by ``Kept``.
"""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable, Hashable
from functools import lru_cache
from threading import Lock
from types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType
from typing import Any

PROTOCOL = 5

_OWN = "cpecbot."
_FOREIGN = frozenset(
    {
        ("builtins", "str"),
        ("collections", "Counter"),
        ("datetime", "date"),
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
_Remembered = type(lru_cache(lambda: None))
_Lock = type(Lock())


class Expression:
    """A regular expression that is compiled when it is first looked for: most are not, for one question."""

    __slots__ = ("_compiled", "flags", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        # Of a slot that is not filled yet, or of a special name, a Pattern is never asked.
        if name.startswith("_"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        return getattr(self._compiled, name)

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Expression | re.Pattern)
        return same and (self.pattern, self.flags) == (other.pattern, other.flags)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    def __reduce__(self) -> tuple[type[Expression], tuple[str, int]]:
        return Expression, (self.pattern, self.flags)


def pack(value: object) -> bytes:
    """Raises PicklingError, TypeError or AttributeError where something in ``value`` cannot be written down."""
    written = io.BytesIO()
    _Packer(written, PROTOCOL).dump(value)
    return written.getvalue()


def unpack(packed: bytes) -> object:
    """What was packed. Raises any error where the bytes are not what ``pack`` of this version made."""
    return _Unpacker(io.BytesIO(packed)).load()


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """How pickle writes what it cannot, or what is better made anew; PicklingError for what could not be read."""
        if isinstance(value, type | FunctionType | BuiltinFunctionType):
            _refuse_foreign(value.__module__, value.__qualname__)
            return NotImplemented
        return _made_anew(value) or NotImplemented


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
    if isinstance(value, _Lock):
        return _open_lock, ()
    return None


class _Unpacker(pickle.Unpickler):
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
