"""Words around a date: what announces a year or a month, and which calendar a year counts in."""

from __future__ import annotations

from cpecbot.language.values.calendars import Calendar
from cpecbot.models import Language

_G, _J, _H = Calendar.GREGORIAN, Calendar.JALALI, Calendar.HIJRI

# Beside a weekday: not the last such day before the article.
NOT_PAST = {
    Language.EN: ("next", "every", "each", "following", "coming", "previous"),
    Language.AR: ("المقبل", "القادم", "التالي", "كل"),
    Language.FA: ("آینده", "بعد", "هر", "بعدی"),
    Language.UR: ("آئندہ", "اگلے", "ہر"),
    Language.ZH: ("下", "上", "每", "下个", "上个", "每个"),
}

# Before a year; with one of these a year of the Persian calendar is believed as well.
YEAR_CUES = {
    Language.EN: (
        "in",
        "since",
        "by",
        "until",
        "from",
        "of",
        "year",
        "the year",
        "during",
        "before",
        "after",
        "for",
        "fiscal year",
        "fy",
        "mid-",
    ),
    Language.AR: ("عام", "العام", "سنة", "لعام", "لسنة", "بعام", "في", "منذ", "للعام", "وعام"),
    Language.FA: ("سال", "سالهای", "سال‌های", "سال های", "از"),
    Language.UR: ("سال", "سن", "سنہ"),
    Language.ZH: ("在", "于", "自"),
}

# Between a month and its year.
MONTH_CUES = {
    Language.EN: (",", "of"),
    Language.AR: ("من عام", "عام", "من العام", "لعام", "من سنة", "سنة", ",", "من"),
    Language.FA: ("سال", "ماه", "ماه سال", "از سال", ",", "ماه،"),
    Language.UR: ("سال", ",", "کے سال"),
    Language.ZH: (),
}

# Between a day and its month.
DAY_LINKS = {
    Language.EN: ("of", "day of"),
    Language.AR: ("من", "من شهر", "شهر"),
    Language.FA: ("ماه", "از"),
    Language.UR: ("ماہ",),
    Language.ZH: (),
}

# After a year.
ERAS = {
    Language.EN: {"ad": _G, "ce": _G, "ah": _H},
    Language.AR: {
        "م": _G, "ميلادي": _G, "ميلادية": _G, "للميلاد": _G, "ه": _H, "هـ": _H, "هجري": _H, "هجرية": _H, "للهجرة": _H,
        "هجري شمسي": _J,
    },
    Language.FA: {
        "م": _G, "میلادی": _G, "ش": _J, "شمسی": _J, "خورشیدی": _J, "هجری شمسی": _J, "هجری خورشیدی": _J, "ه.ش": _J,
        "ه‍.ش": _J, "ق": _H,
        "قمری": _H, "هجری قمری": _H, "ه.ق": _H, "هجری": _H,
    },
    Language.UR: {"عیسوی": _G, "ع": _G, "م": _G, "ھ": _H, "ہ": _H, "ہجری": _H, "ھجری": _H},
    Language.ZH: {},
}  # fmt: skip
