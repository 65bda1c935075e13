"""The units that values are given in, and the signs for them that every language writes.

Currencies are ISO 4217; their names, and those of all other units, stand in the ``units.toml`` of each language.
"""

from __future__ import annotations

from msgspec import Struct

from cpecbot.models import Measured, Value, ValueKind


class Measure(Struct, frozen=True):
    """What an amount is counted in; ``factor`` turns the written unit into ``unit``."""

    kind: ValueKind
    unit: str | None
    factor: float = 1.0


# Unit -> (the unit that it is compared in, how many of those it is, its name in CLDR): SI, and for the rest the
# international mile, foot and acre, the US gallon, the mu of 1/15 hectare, the kanal of 1/8 acre, the dunam of 1,000
# square metres, the day and the year of twelve months. Fahrenheit has another zero, and is compared with itself alone.
_QUANTITIES = {
    "millimetre": ("metre", 0.001, "length-millimeter"), "centimetre": ("metre", 0.01, "length-centimeter"),
    "metre": ("metre", 1.0, "length-meter"), "kilometre": ("metre", 1000.0, "length-kilometer"),
    "mile": ("metre", 1609.344, "length-mile"), "nautical_mile": ("metre", 1852.0, "length-nautical-mile"),
    "foot": ("metre", 0.3048, "length-foot"), "inch": ("metre", 0.0254, "length-inch"),
    "yard": ("metre", 0.9144, "length-yard"),
    "square_metre": ("square_metre", 1.0, "area-square-meter"),
    "square_kilometre": ("square_metre", 1e6, "area-square-kilometer"),
    "square_foot": ("square_metre", 0.09290304, "area-square-foot"),
    "square_mile": ("square_metre", 2589988.110336, "area-square-mile"),
    "hectare": ("square_metre", 1e4, "area-hectare"), "acre": ("square_metre", 4046.8564224, "area-acre"),
    "kanal": ("square_metre", 505.8570528, ""), "mu": ("square_metre", 10000 / 15, ""),
    "dunam": ("square_metre", 1e3, "area-dunam"),
    "watt": ("kilowatt", 1e-3, "power-watt"), "kilowatt": ("kilowatt", 1.0, "power-kilowatt"),
    "megawatt": ("kilowatt", 1e3, "power-megawatt"), "gigawatt": ("kilowatt", 1e6, "power-gigawatt"),
    "horsepower": ("kilowatt", 0.7456998715822702, "power-horsepower"),
    "kilowatt_hour": ("kilowatt_hour", 1.0, "energy-kilowatt-hour"), "megawatt_hour": ("kilowatt_hour", 1e3, ""),
    "gigawatt_hour": ("kilowatt_hour", 1e6, ""), "terawatt_hour": ("kilowatt_hour", 1e9, ""),
    "degree": ("degree", 1.0, "temperature-celsius"), "fahrenheit": ("fahrenheit", 1.0, "temperature-fahrenheit"),
    "gram": ("kilogram", 1e-3, "mass-gram"), "kilogram": ("kilogram", 1.0, "mass-kilogram"),
    "tonne": ("kilogram", 1e3, "mass-tonne"), "pound": ("kilogram", 0.45359237, "mass-pound"),
    "litre": ("litre", 1.0, "volume-liter"), "cubic_metre": ("litre", 1e3, "volume-cubic-meter"),
    "cubic_foot": ("litre", 28.316846592, "volume-cubic-foot"), "gallon": ("litre", 3.785411784, "volume-gallon"),
    "acre_foot": ("litre", 1233481.83754752, "volume-acre-foot"), "barrel": ("barrel", 1.0, ""),
    "cusec": ("cusec", 1.0, ""),
    "kilometre_per_hour": ("kilometre_per_hour", 1.0, "speed-kilometer-per-hour"),
    "metre_per_second": ("kilometre_per_hour", 3.6, "speed-meter-per-second"),
    "mile_per_hour": ("kilometre_per_hour", 1.609344, "speed-mile-per-hour"),
    "knot": ("kilometre_per_hour", 1.852, "speed-knot"),
    "magnitude": ("magnitude", 1.0, ""),
}  # fmt: skip
_DURATIONS = {
    "second": ("second", 1.0, "duration-second"), "minute": ("second", 60.0, "duration-minute"),
    "hour": ("second", 3600.0, "duration-hour"),
    "day": ("day", 1.0, "duration-day"), "week": ("day", 7.0, "duration-week"),
    "month": ("month", 1.0, "duration-month"), "year": ("month", 12.0, "duration-year"),
    "decade": ("month", 120.0, "duration-decade"), "century": ("month", 1200.0, "duration-century"),
}  # fmt: skip

BASE_UNITS = {unit: (base, factor) for unit, (base, factor, _) in (_QUANTITIES | _DURATIONS).items()}
CLDR_UNITS = {unit: name for unit, (_, _, name) in (_QUANTITIES | _DURATIONS).items() if name}
QUANTITIES = frozenset(_QUANTITIES)
DURATIONS = frozenset(_DURATIONS)
QUANTITY_UNITS = QUANTITIES | DURATIONS
# What ages are told in.
YEARS = "year"
"""Units of QUANTITY and DURATION values; the glossary uses the same keys."""

# ISO 4217: those of the region, of the Gulf, of Central Asia, and those that trade is counted in. CLDR names them in
# every language; the files of a language add what its newspapers call them.
CURRENCIES = (
    "USD", "CNY", "PKR", "EUR", "GBP", "JPY", "RUB", "INR", "AED", "SAR", "IRR", "AFN", "BDT", "QAR", "KWD", "OMR",
    "BHD", "IQD", "JOD", "EGP", "TRY", "HKD", "CAD", "AUD", "CHF", "KRW", "SGD", "LKR", "NPR", "MYR", "IDR", "THB",
    "KZT", "UZS", "SDG", "SYP", "YER", "LBP", "LYD", "MAD", "TND", "DZD", "ZAR", "KES", "NGN", "BRL", "SEK", "NOK",
)  # fmt: skip


# A currency whose country a text leaves unsaid: a dinar. ISO 4217 keeps this code for where none is meant.
UNSPECIFIED_CURRENCY = "XXX"


class Scale(Struct, frozen=True):
    """What values may be a property: of these kinds, and if given in these base units.

    ``cued`` kinds and units are it only beside a word for it: a length is a depth where it is "deep".
    """

    kinds: frozenset[ValueKind] = frozenset()
    units: frozenset[str] = frozenset()
    cued_kinds: frozenset[ValueKind] = frozenset()
    cued_units: frozenset[str] = frozenset()
    most: float | None = None

    def fits(self, value: Value, *, cued: bool) -> bool:
        """Whether ``value`` may be the property, where a word for it is beside it or not."""
        base = BASE_UNITS.get(value.unit or "", ("", 1.0))[0]
        if value.kind is ValueKind.VERSION:  # 6.0 without a unit
            plain = (value.unit or "").count(".") == 1
            return cued and ValueKind.NUMBER in self.cued_kinds and plain
        if self.most is not None and (value.low if value.low is not None else value.high or 0.0) > self.most:
            return False
        return (
            value.kind in self.kinds
            or base in self.units
            or (cued and (value.kind in self.cued_kinds or base in self.cued_units))
        )


_LENGTH = frozenset({"metre"})
SCALES = {
    Measured.MAGNITUDE: Scale(
        units=frozenset({"magnitude"}),
        cued_kinds=frozenset({ValueKind.NUMBER}),
        cued_units=frozenset({"degree"}),
        most=10,
    ),
    Measured.DEPTH: Scale(cued_units=_LENGTH),
    Measured.HEIGHT: Scale(units=_LENGTH),
    Measured.LENGTH: Scale(units=_LENGTH),
    Measured.EXTENT: Scale(units=_LENGTH, kinds=frozenset({ValueKind.DURATION})),
    Measured.WIDTH: Scale(cued_units=_LENGTH),
    Measured.DISTANCE: Scale(units=_LENGTH),
    Measured.AREA: Scale(units=frozenset({"square_metre"})),
    Measured.VOLUME: Scale(units=frozenset({"litre", "barrel", "cusec"})),
    Measured.WEIGHT: Scale(units=frozenset({"kilogram"})),
    Measured.TEMPERATURE: Scale(units=frozenset({"degree", "fahrenheit"})),
    Measured.SPEED: Scale(units=frozenset({"kilometre_per_hour"}), cued_units=_LENGTH),
    Measured.POWER: Scale(units=frozenset({"kilowatt"})),
    Measured.ENERGY: Scale(units=frozenset({"kilowatt_hour"})),
    Measured.SHARE: Scale(kinds=frozenset({ValueKind.PERCENT})),
    Measured.PRICE: Scale(kinds=frozenset({ValueKind.MONEY})),
    Measured.DURATION: Scale(kinds=frozenset({ValueKind.DURATION})),
    Measured.SCORE: Scale(kinds=frozenset({ValueKind.SCORE})),
    Measured.MINUTE: Scale(units=frozenset({"second"})),
    Measured.AGE: Scale(cued_kinds=frozenset({ValueKind.NUMBER}), cued_units=frozenset({"month"}), most=130),
    Measured.FREQUENCY: Scale(cued_kinds=frozenset({ValueKind.NUMBER})),
}


def alike(unit: str | None, other: str) -> bool:
    """Whether amounts in both units can be compared: kilometres and metres, but no kilometres and days."""
    return BASE_UNITS.get(unit or "", (unit, 1.0))[0] == BASE_UNITS.get(other, (other, 1.0))[0]


def kind_of(unit: str) -> ValueKind:
    """Whether an amount of ``unit`` is a span of time or another quantity."""
    return ValueKind.DURATION if unit in DURATIONS else ValueKind.QUANTITY


# On this field ¥ is the yuan; where it is the yen, a text says JP¥.
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₨": "PKR", "₹": "INR", "₽": "RUB"}
PERCENT_SIGNS = frozenset({"%", "٪"})
