"""JSON that stays on one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cpecbot.terminal import is_harmful


class _Escapes(dict[int, str]):
    """How each code point is written, found when it is first met: what a terminal would obey, as JSON escapes it."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = written = _escape(character) if is_harmful(character) else character
        return written


_escapes = _Escapes()


def _escape(character: str) -> str:
    """In UTF-16 units, as JSON (RFC 8259) has it."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def dumps(value: Mapping[str, Any]) -> str:
    """One line that can always be written as UTF-8, other scripts as they are and nothing that a terminal obeys."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return line if line.isprintable() else line.translate(_escapes)
