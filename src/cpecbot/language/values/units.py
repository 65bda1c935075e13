"""The units that values are given in, and the signs for them that every language writes.

Currencies are ISO 4217; their names, and those of all other units, stand in the ``units.toml`` of each language.
"""

from __future__ import annotations

from dataclasses import dataclass

from cpecbot.models import ValueKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What an amount is counted in; ``factor`` turns the written unit into ``unit``."""

    kind: ValueKind
    unit: str | None
    factor: float = 1.0


# Unit -> (the unit that it is compared in, how many of those it is): SI, and for the rest the international mile and
# acre, the mu of 1/15 hectare, the day and the year of twelve months.
_QUANTITIES = {
    "metre": ("metre", 1.0), "centimetre": ("metre", 0.01), "kilometre": ("metre", 1000.0), "mile": ("metre", 1609.344),
    "nautical_mile": ("metre", 1852.0),
    "square_metre": ("square_metre", 1.0), "square_kilometre": ("square_metre", 1e6), "hectare": ("square_metre", 1e4),
    "acre": ("square_metre", 4046.8564224), "mu": ("square_metre", 10000 / 15),
    "kilowatt": ("kilowatt", 1.0), "megawatt": ("kilowatt", 1e3), "gigawatt": ("kilowatt", 1e6),
    "kilowatt_hour": ("kilowatt_hour", 1.0), "degree": ("degree", 1.0),
    "kilogram": ("kilogram", 1.0), "tonne": ("kilogram", 1e3),
    "litre": ("litre", 1.0), "cubic_metre": ("litre", 1e3), "barrel": ("barrel", 1.0),
}  # fmt: skip
_DURATIONS = {
    "second": ("second", 1.0), "minute": ("second", 60.0), "hour": ("second", 3600.0),
    "day": ("day", 1.0), "week": ("day", 7.0),
    "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0), "century": ("month", 1200.0),
}  # fmt: skip

BASE_UNITS = _QUANTITIES | _DURATIONS
QUANTITIES = frozenset(_QUANTITIES)
DURATIONS = frozenset(_DURATIONS)
QUANTITY_UNITS = QUANTITIES | DURATIONS
"""Units of QUANTITY and DURATION values; the glossary uses the same keys."""

# On this field ¥ is the yuan; where it is the yen, a text says JP¥.
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₨": "PKR", "₹": "INR", "₽": "RUB"}
PERCENT_SIGNS = frozenset({"%", "٪"})
