"""What ``units.toml`` of a language may hold; its comments say what each key is for.

Every key may be left out. Phrases are parted by commas, or an array where one of them holds a comma.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from cpecbot.language.values.units import DURATIONS, QUANTITIES
from cpecbot.language.values.words.lists import Amount, Phrase, Phrases
from cpecbot.languages import LocaleName
from cpecbot.tables import Table

_EMPTY: Any = Field(default_factory=dict)


def _unit_of(units: frozenset[str]) -> AfterValidator:
    def check(unit: str) -> str:
        if unit not in units:
            raise ValueError(f"no unit; write one of {', '.join(sorted(units))}")
        return unit

    return AfterValidator(check)


CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217."""


class Multiple(Table):
    """``[[multiples]]``: a name for a round number of a currency's units."""

    names: Phrases
    currency: CurrencyCode
    times: Amount


class UnitsFile(Table):
    """``units.toml``."""

    file: ClassVar[str] = "units.toml"

    locales: tuple[LocaleName, ...] | None = None
    percent: Phrases = ()
    percent_before: Phrases = ()
    percents: dict[Amount, Phrases] = _EMPTY
    links: Phrases = ()
    currencies: dict[CurrencyCode, Phrases] = _EMPTY
    currencies_before: dict[CurrencyCode, Phrases] = _EMPTY
    scale_letters: dict[Amount, Phrases] = _EMPTY
    scaled: Phrases = ()
    scaled_endings: Phrases = ()
    not_scaled: Phrases = ()
    multiples: tuple[Multiple, ...] = ()
    quantities: dict[Annotated[str, _unit_of(QUANTITIES)], Phrases] = _EMPTY
    durations: dict[Annotated[str, _unit_of(DURATIONS)], Phrases] = _EMPTY
    duals: dict[Annotated[str, _unit_of(QUANTITIES | DURATIONS)], Phrases] = _EMPTY
    currency_duals: dict[CurrencyCode, Phrases] = _EMPTY
    written_onto: Phrases = ()
    not_units_before: dict[Phrase, Phrases] = _EMPTY
    behind_figures: Phrases = ()
