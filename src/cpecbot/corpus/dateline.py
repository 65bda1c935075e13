"""Reading place, outlet and day from a news agency's dateline, such as ``ISLAMABAD, Jan 5, 2026 (APP):``.

Only forms that cannot be ordinary prose are read, those that each language's file lists; everything else stays
unstated. A day without a year is completed only from the article's own dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.corpus.facts import Facts
from cpecbot.languages import Language

# A dateline opens one of the first lines, after the title, the category and a date stamp.
_HEAD_LINES = 8
_STAMP_LENGTH = 60
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Habits:
    """How one language writes its datelines; months and ``nobody`` without letter case."""

    datelines: tuple[re.Pattern[str], ...]
    full_days: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    nobody: frozenset[str]

    def month(self, written: str) -> int:
        return int(written) if written.isdecimal() else self.months.get(written.casefold(), 0)

    def full_days_in(self, text: str) -> Iterator[tuple[str, int, str]]:
        """Year, month and day of every full day that ``text`` names."""
        for pattern in self.full_days:
            for found in pattern.finditer(text):
                yield found["year"], self.month(found["month"]), found["day"]


def _habits(language: Language) -> _Habits:
    file = language.read(ArticlesFile)
    months = {name.casefold(): number for number, name in enumerate(file.months, 1)}
    return _Habits(file.datelines, file.full_days, months, frozenset(name.casefold() for name in file.nobody))


def read_dateline(text: str, language: Language) -> Facts:
    """What the head of ``text`` states of where, when and by whom it was reported; empty when it does not."""
    head = [line.strip().strip("\ufeff") for line in text.splitlines() if line.strip()][:_HEAD_LINES]
    stamp = _stamped_day(head)
    habits = language.once(_habits)
    for line in head:
        for pattern in habits.datelines:
            if match := pattern.match(line):
                facts = _facts(match, text, habits)
                return Facts(published=stamp).over(facts) if stamp else facts
    return Facts(published=stamp)


def _facts(match: re.Match[str], text: str, habits: _Habits) -> Facts:
    parts = {key: value.strip() for key, value in match.groupdict().items() if value}
    outlet = parts.get("outlet", "")
    place = parts.get("place")
    return Facts(
        outlet=outlet if outlet and outlet.casefold() not in habits.nobody else None,
        place=place.title() if place and place.isupper() else place,
        published=_day(parts, text, habits),
        cites=(parts["cites"],) if "cites" in parts else (),
    )


def _day(parts: Mapping[str, str], text: str, habits: _Habits) -> date | None:
    if "day" not in parts:
        return None
    month = habits.month(parts["month"])
    if "year" in parts:
        return _date(parts["year"], month, parts["day"])
    stated = {
        _date(year, month, parts["day"])
        for year, named, day in habits.full_days_in(text)
        if named == month and int(day) == int(parts["day"])
    }
    return stated.pop() if len(stated) == 1 else None


def _date(year: str, month: int | str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stamped_day(head: list[str]) -> date | None:
    """The day of a short line that is a stamp, not prose (``date 2026-01-05``)."""
    for line in head:
        match = _ISO_DAY.search(line)
        if match and len(line) <= _STAMP_LENGTH:
            return _date(*match.groups())
    return None
