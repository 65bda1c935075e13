"""Reading place, outlet and day from a news agency's dateline, such as ``ISLAMABAD, Jan 5, 2026 (APP):``.

Only forms that cannot be ordinary prose are read; everything else stays unstated. Forms: AP Stylebook and Xinhua
(English, Arabic), 电头 (Chinese), the own-desk formula of Persian agencies (به گزارش گروه … خبرگزاری …), and the
parenthesised agency of the Urdu press. A day without a year is completed only from the article's own dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cpecbot.corpus.facts import Facts
from cpecbot.languages import Language

# A dateline opens one of the first lines, after the title, the category and a date stamp.
_HEAD_LINES = 8
_STAMP_LENGTH = 60

_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ARABIC_MONTHS = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for names in (_ENGLISH_MONTHS, _ARABIC_MONTHS) for number, name in enumerate(names, 1)}
)
_DASH = r"(?:--+|[-–—:])"
_ARABIC_WORDS = r"[\u0621-\u06ff]+(?:[ \u200c][\u0621-\u06ff]+){0,2}?"

_DATELINES: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {
        "en": (
            re.compile(
                r"(?P<place>[A-Z][A-Z.'’ -]{2,30})(?:, [A-Z][A-Za-z. ]{2,20})?, "
                r"(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2})(?:, (?P<year>\d{4}))?"
                rf" \((?P<outlet>[^()]{{2,30}})\)\s*{_DASH}"
            ),
            re.compile(rf"(?P<place>[A-Z][A-Z.'’ -]{{2,30}}) \((?P<outlet>[^()]{{2,30}})\)\s*{_DASH}"),
            re.compile(r"(?P<place>[A-Z][A-Z.'’-]{2,20}(?: [A-Z.'’-]{2,20}){0,2})\s?(?::|--|—|–) "),
        ),
        "ar": (
            re.compile(
                rf"(?P<place>{_ARABIC_WORDS})(?:،| في)? (?P<day>\d{{1,2}}) (?P<month>[\u0621-\u064a]+)"
                rf"(?: (?P<year>\d{{4}}))?\s?[(/](?P<outlet>[^()/]{{2,30}})[)/]\s*{_DASH}?"
            ),
            re.compile(rf"(?P<place>{_ARABIC_WORDS})\s?\((?P<outlet>[^()]{{2,30}})\)\s*{_DASH}"),
            re.compile(rf"(?P<place>{_ARABIC_WORDS})\s*{_DASH}\s*(?P<outlet>وكالات|الوكالات)\b"),
        ),
        "fa": (
            re.compile(
                r"به گزارش (?:سرویس|گروه|خبرنگار|دفتر)(?: \S+){0,4}? خبرگزاری "
                r"(?P<outlet>(?:(?!از |به )[^،؛,;:]){2,30}?)"
                r"(?: از (?P<place>(?:(?!به )[^،؛,;:]){2,25}?))?"
                r"(?: به نقل از (?:سایت |خبری |خبرگزاری |شبکه |روزنامه )*«?(?P<cites>[^،؛,;:«»]{2,30})»?)?[،؛,;:]"
            ),
        ),
        "ur": (re.compile(rf"(?P<place>{_ARABIC_WORDS})\s?\((?P<outlet>[^()]{{2,30}})\)"),),
        "zh": (
            re.compile(
                r"(?P<outlet>[\u4e00-\u9fff]{1,4}?[社网报])(?P<place>[\u4e00-\u9fff]{2,8}?)"
                r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[电讯電訊]"
            ),
        ),
    }
)
# What stands where an agency's name would, and names none.
_NOBODY = frozenset(
    {
        *("agencies", "web desk", "news desk", "monitoring desk", "online", "staff report", "وكالات", "الوكالات"),
        *("ویب ڈیسک", "مانیٹرنگ ڈیسک", "نیوز ڈیسک", "آن لائن", "خصوصی رپورٹ", "本报", "本社", "本网"),
    }
)
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_FULL_DAY = MappingProxyType(
    {
        "en": re.compile(r"(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2}), (?P<year>\d{4})"),
        "ar": re.compile(r"(?P<day>\d{1,2}) (?P<month>[\u0621-\u064a]+) (?P<year>\d{4})"),
        "zh": re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    }
)


def read_dateline(text: str, language: Language) -> Facts:
    """What the head of ``text`` states of where, when and by whom it was reported; empty when it does not."""
    head = [line.strip().strip("\ufeff") for line in text.splitlines() if line.strip()][:_HEAD_LINES]
    stamp = _stamped_day(head)
    for line in head:
        for pattern in _DATELINES.get(language.code, ()):
            if match := pattern.match(line):
                facts = _facts(match, text, language)
                return Facts(published=stamp).over(facts) if stamp else facts
    return Facts(published=stamp)


def _facts(match: re.Match[str], text: str, language: Language) -> Facts:
    parts = {key: value.strip() for key, value in match.groupdict().items() if value}
    outlet = parts.get("outlet", "")
    place = parts.get("place")
    return Facts(
        outlet=outlet if outlet and outlet.casefold() not in _NOBODY else None,
        place=place.title() if place and place.isupper() else place,
        published=_day(parts, text, language),
        cites=(parts["cites"],) if "cites" in parts else (),
    )


def _day(parts: Mapping[str, str], text: str, language: Language) -> date | None:
    if "day" not in parts:
        return None
    month = _month(parts["month"])
    if "year" in parts:
        return _date(parts["year"], month, parts["day"])
    stated = {
        _date(full["year"], month, parts["day"])
        for full in _FULL_DAY[language.code].finditer(text)
        if _month(full["month"]) == month and int(full["day"]) == int(parts["day"])
    }
    return stated.pop() if len(stated) == 1 else None


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _MONTHS.get(written.casefold(), 0)


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
