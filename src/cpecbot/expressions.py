"""Regular expressions that are compiled when they are first looked for: most are not, for one question."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``; a fault in ``pattern`` is told when it is first used."""
    return cast(re.Pattern[AnyStr], Expression(pattern, flags))


class Expression:
    """What ``re.Pattern`` is, once it is asked for more than how it is written."""

    __slots__ = (*_METHODS, "flags", "pattern")

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = int(flags if isinstance(pattern, bytes) or flags & re.ASCII else flags | re.UNICODE)

    def __getattr__(self, name: str) -> Any:
        # Of a slot that is not filled yet, or of a special name, a Pattern is never asked.
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Expression | re.Pattern)
        return same and (self.pattern, self.flags) == (other.pattern, other.flags)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    def __reduce__(self) -> tuple[type[Expression], tuple[str | bytes, int]]:
        return Expression, (self.pattern, self.flags)
