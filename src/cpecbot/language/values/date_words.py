"""Words around a date: what announces a year or a month, and which calendar a year counts in."""

from __future__ import annotations

from cpecbot.language.values.calendars import Calendar

_G, _J, _H = Calendar.GREGORIAN, Calendar.JALALI, Calendar.HIJRI

# Beside a weekday: not the last such day before the article.
NOT_PAST = {
    "en": ("next", "every", "each", "following", "coming", "previous"),
    "ar": ("المقبل", "القادم", "التالي", "كل"),
    "fa": ("آینده", "بعد", "هر", "بعدی"),
    "ur": ("آئندہ", "اگلے", "ہر"),
    "zh": ("下", "上", "每", "下个", "上个", "每个"),
}

# Before a year; with one of these a year of the Persian calendar is believed as well.
YEAR_CUES = {
    "en": (
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
    "ar": ("عام", "العام", "سنة", "لعام", "لسنة", "بعام", "في", "منذ", "للعام", "وعام"),
    "fa": ("سال", "سالهای", "سال‌های", "سال های", "از"),
    "ur": ("سال", "سن", "سنہ"),
    "zh": ("在", "于", "自"),
}

# Between a month and its year.
MONTH_CUES = {
    "en": (",", "of"),
    "ar": ("من عام", "عام", "من العام", "لعام", "من سنة", "سنة", ",", "من"),
    "fa": ("سال", "ماه", "ماه سال", "از سال", ",", "ماه،"),
    "ur": ("سال", ",", "کے سال"),
    "zh": (),
}

# Between a day and its month.
DAY_LINKS = {
    "en": ("of", "day of"),
    "ar": ("من", "من شهر", "شهر"),
    "fa": ("ماه", "از"),
    "ur": ("ماہ",),
    "zh": (),
}

# After a year.
ERAS = {
    "en": {"ad": _G, "ce": _G, "ah": _H},
    "ar": {
        "م": _G, "ميلادي": _G, "ميلادية": _G, "للميلاد": _G, "ه": _H, "هـ": _H, "هجري": _H, "هجرية": _H, "للهجرة": _H,
        "هجري شمسي": _J,
    },
    "fa": {
        "م": _G, "میلادی": _G, "ش": _J, "شمسی": _J, "خورشیدی": _J, "هجری شمسی": _J, "هجری خورشیدی": _J, "ه.ش": _J,
        "ه‍.ش": _J, "ق": _H,
        "قمری": _H, "هجری قمری": _H, "ه.ق": _H, "هجری": _H,
    },
    "ur": {"عیسوی": _G, "ع": _G, "م": _G, "ھ": _H, "ہ": _H, "ہجری": _H, "ھجری": _H},
    "zh": {},
}  # fmt: skip
