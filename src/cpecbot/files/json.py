"""JSON that others wrote: what Python would take without being asked, and no other reader takes back, is refused."""

from __future__ import annotations

import json
import math

# Longer numbers are no ids, and Python does not write those of more than 4,300 digits.
_LONGEST_NUMBER = 400


def parse_json(text: str) -> object:
    """The value of ``text``. Raises ValueError saying what is wrong, also for NaN, doubled keys and deep nesting."""
    try:
        return json.loads(
            text, parse_constant=_no_constant, parse_float=_float, parse_int=_int, object_pairs_hook=_object
        )
    except RecursionError:
        raise ValueError("nested too deep") from None


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _float(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise ValueError(f"{written[:20]} is too large a number")
    return number


def _int(written: str) -> int:
    if len(written) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(written):,} digits")
    return int(written)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'"{next(name for name in found if names.count(name) > 1)}" stands there twice')
    return found
