"""Reading place, outlet and day from a news agency's dateline, such as ``ISLAMABAD, Jan 5, 2026 (APP):``.

Only forms that cannot be ordinary prose are read, those that each language's file lists; everything else stays
unstated. A day without a year is completed only from the article's own dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.corpus.facts import Facts
from cpecbot.corpus.names import known, named_groups, nameless, shown_name
from cpecbot.expressions import expression
from cpecbot.language.text.folding import unite_letters
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Value, ValueKind

# A dateline opens one of the first lines, after the title, the category and a date stamp.
_HEAD_LINES = 14
_YEAR = expression(r"\d{4}")


class Dateline(Struct, frozen=True):
    """What a dateline states; the report begins at ``end``, counted in code points of the line. ``day`` as written."""

    facts: Facts
    end: int
    day: Value | None = None


def read_dateline(text: str, language: Language) -> Facts:
    """What the head of ``text`` states of where, when and by whom it was reported; empty when it does not."""
    head = [line.strip().strip("\ufeff") for line in text.splitlines() if line.strip()][:_HEAD_LINES]
    for line in head:
        dateline = find_dateline(line, language)
        if dateline is not None:
            day = _completed(dateline.day, text, language) if dateline.day else None
            return Facts(published=day).over(dateline.facts) if day else dateline.facts
    return Facts()


def find_dateline(line: str, language: Language) -> Dateline | None:
    """The dateline that ``line`` begins with."""
    file = language.read(ArticlesFile)
    plain = unite_letters(line)
    for pattern in file.datelines:
        match = pattern.match(plain)
        if match is None:
            continue
        parts = named_groups(match, line)
        day = _day_in(parts["date"], language) if "date" in parts else None
        if _no_place(parts.get("place", ""), language):
            continue
        if "date" not in parts or day is not None:
            return Dateline(_facts(parts, file), match.end(), day)
    return None


def _no_place(written: str, language: Language) -> bool:
    """Whether it is a weekday, or a label such as "source"."""
    return bool(find_values(written, language)) or nameless(written, language.read(ArticlesFile))


def _facts(parts: Mapping[str, str], file: ArticlesFile) -> Facts:
    outlet, place = shown_name(parts.get("outlet", "")), parts.get("place")
    cites = shown_name(parts.get("cites", ""))
    return Facts(
        outlet=outlet if outlet and not nameless(outlet, file) else None,
        place=None if place is None or known(place, file) else place.title() if place.isupper() else place,
        cites=(cites,) if cites and not nameless(cites, file) else (),
    )


def _day_in(written: str, language: Language) -> Value | None:
    """The one day that ``written`` is."""
    days = [value for value in find_values(written, language) if value.kind is ValueKind.DATE]
    return days[0] if len(days) == 1 and _is_day(days[0]) else None


def _is_day(value: Value) -> bool:
    """A Hijri day is of three Gregorian ones."""
    return value.first is None or value.last is None or value.last - value.first <= timedelta(2)


def _completed(day: Value, text: str, language: Language) -> date | None:
    """The day with its year, which the article may name elsewhere, if it names just one."""
    if day.first is None or day.first != day.last:
        return None
    if day.year_known:
        return day.first
    wanted = (day.first.month, day.first.day)
    stated = {found for found in full_days(text, language) if (found.month, found.day) == wanted}
    return stated.pop() if len(stated) == 1 else None


def full_days(text: str, language: Language) -> Iterator[date]:
    """The days that ``text`` names with their year, those that a range begins or ends with among them."""
    for line in text.splitlines():
        if _YEAR.search(line):
            for value in find_values(line, language):
                if value.kind is ValueKind.DATE and value.year_known and value.first and value.last:
                    yield from (value.first, value.last)
