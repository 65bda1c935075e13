"""Words around a number: bounds, ranges, what is counted, and what makes it a version."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from cpecbot.languages import Language


class Bound(Enum):
    LOW = "low"
    HIGH = "high"
    NONE = "none"


_LOW_BEFORE = {
    "en": (
        "more than", "over", "above", "at least", "exceeding", "exceeds", "exceeded", "exceed", "surpassing",
        "surpassed", "no less than",
        "not less than", "no fewer than", "upwards of", "in excess of", "greater than", "beyond", "a minimum of",
        "well over",
    ),
    "ar": (
        "أكثر من", "بأكثر من", "لأكثر من", "وأكثر من", "ما يزيد عن", "ما يزيد على", "بما يزيد عن", "بما يزيد على",
        "يزيد عن", "يزيد على",
        "تزيد عن", "تزيد على", "يزيد عددهم عن", "تتجاوز", "يتجاوز", "تجاوز", "تجاوزت", "يفوق", "تفوق", "ما يفوق",
        "لا يقل عن", "لا تقل عن",
        "ما لا يقل عن", "على الأقل", "أزيد من", "نيف و",
    ),
    "fa": (
        "بیش از", "بیشتر از", "حداقل", "دست کم", "دستکم", "دست‌کم", "افزون بر", "بالغ بر", "بالای", "فراتر از",
        "متجاوز از", "نه کمتر از",
    ),
    "ur": ("کم از کم", "زائد از", "کم سے کم"),
    "zh": (
        "超过", "超過", "超", "逾", "至少", "不少于", "不低于", "高于", "多于", "大于", "突破", "不下", "最少", "超出",
    ),
}  # fmt: skip
_HIGH_BEFORE = {
    "en": (
        "less than", "under", "below", "up to", "at most", "no more than", "not more than", "fewer than",
        "a maximum of", "not exceeding",
    ),
    "ar": (
        "أقل من", "بأقل من", "لا يتجاوز", "لا تتجاوز", "لا يزيد عن", "لا تزيد عن", "لا يزيد على", "لا تزيد على",
        "ما لا يزيد عن", "دون",
        "كحد أقصى", "على الأكثر",
    ),
    "fa": ("کمتر از", "حداکثر", "تا سقف", "زیر", "نه بیشتر از"),
    "ur": ("زیادہ سے زیادہ",),
    "zh": ("不到", "不足", "少于", "低于", "至多", "最多", "不超过", "不超過", "不高于", "小于"),
}  # fmt: skip
_LOW_AFTER = {
    "en": ("or more", "or above", "or so more", "and above", "+"),
    "ar": ("أو أكثر", "فأكثر", "على الأقل", "+"),
    "fa": ("یا بیشتر", "به بالا", "و بیشتر", "+"),
    "ur": ("سے زائد", "سے زیادہ", "سے اوپر", "سے بڑھ کر", "سے تجاوز", "یا اس سے زیادہ", "یا زیادہ", "+"),
    "zh": ("以上", "多", "余", "餘", "之多", "+"),
}  # fmt: skip
_HIGH_AFTER = {
    "en": ("or less", "or fewer", "or below", "at most"),
    "ar": ("أو أقل", "فأقل", "على الأكثر", "كحد أقصى"),
    "fa": ("یا کمتر",),
    "ur": ("سے کم", "سے بھی کم", "یا اس سے کم"),
    "zh": ("以下", "以内", "以內"),
}  # fmt: skip

# They look like a bound, and say from what an amount came down: "9 ارب ڈالر سے کم ہو کر 6 ارب ڈالر".
_NONE_AFTER = {"ur": ("سے کم ہو", "سے کم ہوکر", "سے کم ہوئی", "سے کم کر", "سے کم کرکے")}

# Adverbs of roughly the same amount: the number after them is taken as it stands.
FILLERS = {
    "en": ("about", "around", "some", "nearly", "almost", "approximately", "roughly", "an estimated",
    "a total of", "the", "a whopping"),
    "ar": ("نحو", "حوالي", "قرابة", "زهاء", "ما يقارب", "ما يقرب من"),
    "fa": ("حدود", "نزدیک به", "حدوداً", "تقریباً", "قریب"),
    "ur": ("تقریباً", "قریباً", "لگ بھگ", "قریب"),
    "zh": ("约", "約", "大约", "将近", "近"),
}  # fmt: skip

# Between the two ends of a range.
RANGE_WORDS = {
    "en": ("to", "-", "until", "till", "through", "~", "up to", "or"),
    "ar": ("إلى", "حتى", "الى", "وحتى", "وإلى", "ولغاية", "لغاية", "أو"),
    "fa": ("تا", "الی", "لغایت", "تا روز", "تا سال", "یا"),
    "ur": ("سے", "تا", "سے لے کر", "یا"),
    "zh": ("至", "到", "~", "或"),
}
BETWEEN_WORDS = {
    "en": ("between",),
    "ar": ("بين", "ما بين", "وبين"),
    "fa": ("بین", "میان", "مابین"),
    "ur": ("درمیان",),
    "zh": ("在", "介于"),
}
AND_WORDS = {
    "en": ("and",),
    "ar": ("و",),
    "fa": ("و",),
    "ur": ("اور",),
    "zh": ("和", "与"),
}

# What people, states and things are counted by: tells a count from a year and a weak number word from its other sense.
COUNTED = {
    "en": (
        "people", "persons", "person", "workers", "worker", "jobs", "students", "soldiers", "soldier", "troops",
        "engineers", "families", "houses",
        "homes", "schools", "companies", "firms", "projects", "countries", "households", "civilians", "children",
        "women", "men", "refugees", "vehicles",
        "trucks", "containers", "ships", "aircraft", "citizens", "nationals", "villages", "police", "protesters",
        "casualties", "man", "woman", "child",
        "civilian", "policeman", "official", "officials", "country", "project", "agreement", "agreements", "mous",
        "units", "villagers", "militants",
    ),
    "ar": (
        "شخص", "شخصا", "أشخاص", "عامل", "عاملا", "عمال", "وظيفة", "فرصة", "طالب", "طالبا", "جندي", "جنديا", "جنود",
        "أسرة", "منزل", "مدرسة",
        "شركة", "شركات", "مشروع", "مشروعا", "مشاريع", "دولة", "دول", "مدني", "مدنيا", "قتيل", "قتيلا", "جريح", "جريحا",
        "اتفاقية", "اتفاقيات", "مهندس",
    ),
    "fa": (
        "نفر", "تن", "فقره", "پروژه", "طرح", "کشور", "شرکت", "کارگر", "شغل", "دانشجو", "سرباز", "خانوار", "خانه",
        "مدرسه", "سند", "تفاهم", "مورد", "دستگاه",
        "هواپیما", "کشتی", "کانتینر", "بار", "برابر", "شهر", "روستا", "عدد", "توافق", "توافقنامه",
    ),
    "ur": (
        "افراد", "فرد", "ملازمتیں", "ملازمین", "مزدور", "طلبہ", "طلبا", "فوجی", "خاندان", "گھر", "اسکول", "کمپنیاں",
        "کمپنیوں", "منصوبے", "منصوبوں", "ممالک",
        "ملکوں", "شہری", "معاہدے", "معاہدوں", "اہلکار", "بچے", "خواتین", "مرد", "گنا", "شہروں", "نوکریاں",
    ),
    "zh": tuple(
        "个個名位项項条條座艘架人国國家次轮輪届屆场場份台辆輛方点點大种種类類处處批"
        "所间間笔筆对對层層步省市县縣州只头頭颗枚倍岸户戶件支"
    ),
}  # fmt: skip

# 一 and یک are "a" before most words; before these they count.
COUNTED_BY_ONE = frozenset("名艘架人位") | {"نفر", "تن"}

VERSION_WORDS = {
    "en": ("version", "ver", "ver.", "v", "v."),
    "ar": ("النسخة", "نسخة", "للنسخة", "والنسخة", "بالنسخة", "الإصدار", "إصدار"),
    "fa": ("نسخه", "ویرایش", "نسخهٔ"),
    "ur": ("ورژن", "نسخہ", "نسخے"),
    "zh": ("版本",),
}

# A number after these is a label: "Resolution 2803" is no year, "Article 370" no count.
LABEL_WORDS = {
    "en": (
        "resolution",
        "resolution no",
        "no",
        "no.",
        "number",
        "#",
        "article",
        "section",
        "flight",
        "channel",
        "page",
        "room",
        "highway",
        "route",
    ),
    "ar": ("القرار", "قرار", "قرارها", "المادة", "القرار رقم", "رقم"),
    "fa": ("قطعنامه", "ماده", "اصل", "شماره"),
    "ur": ("قرارداد", "آرٹیکل", "دفعہ", "نمبر"),
    "zh": ("第",),
}

# "One" here is a name or a pronoun, not a count.
NOT_COUNTED = {
    "en": (
        "one china", "one-china", "two chinas", "one taiwan", "one belt", "one road", "one of", "one another",
        "one and all", "one side", "one hand",
        "one's", "one day", "no one", "any one", "every one", "each one", "this one", "that one", "the one",
        "one country",
        "one window", "one-window", "one stop", "one-stop",
    ),
    "ar": ("صين واحدة", "الصين الواحدة", "صين الواحدة", "حزام واحد", "طريق واحد", "آن واحد", "وقت واحد",
    "كل واحد", "صوت واحد"),
    "fa": ("چین واحد", "هر یک", "یک چین", "دو جانبه", "سه جانبه", "چند جانبه", "دو طرفه", "سی پک", "سی پیک",
    "بی بی سی", "سی ان ان", "سی ان ان ترک"),
    "ur": ("ایک چین", "دو طرفہ", "دو فریقی", "تین فریقی", "ون چائنہ", "سی پیک"),
    "zh": (
        "一个中国", "一個中國", "一带一路", "一帶一路",
        "两岸", "兩岸", "两会", "一国两制", "一个中国原则", "三农", "百分", "十分", "千方百计", "四川",
        "万象", "两个中国", "一中一台", "千万别", "万一", "九龙", "三亚", "八一", "五角大楼",
    ),
}  # fmt: skip


def bounds_before(language: Language) -> Iterator[tuple[str, Bound]]:
    yield from ((phrase, Bound.LOW) for phrase in _LOW_BEFORE[language.code])
    yield from ((phrase, Bound.HIGH) for phrase in _HIGH_BEFORE[language.code])


def bounds_after(language: Language) -> Iterator[tuple[str, Bound]]:
    yield from ((phrase, Bound.LOW) for phrase in _LOW_AFTER[language.code])
    yield from ((phrase, Bound.HIGH) for phrase in _HIGH_AFTER[language.code])
    yield from ((phrase, Bound.NONE) for phrase in _NONE_AFTER.get(language.code, ()))


OPENERS = {
    "en": {"a": (1, False), "an": (1, False), "half a": (0.5, False), "half": (0.5, False), "several": (1,
    True), "a few": (1, True),
                  "few": (1, True), "a couple of": (2, False), "a couple": (2, False), "many": (1, True),
                  "multiple": (1, True)},
    "ar": {"نصف": (0.5, False), "بضعة": (1, True), "عدة": (1, True), "بضع": (1, True)},
    "fa": {"نیم": (0.5, False), "چند": (1, True), "چندین": (1, True)},
    "ur": {"آدھا": (0.5, False), "نصف": (0.5, False), "کئی": (1, True), "چند": (1, True)},
    "zh": {
        "半": (0.5, False), "数": (1, True), "數": (1, True), "几": (1, True), "幾": (1, True), "上": (1, True),
    "好几": (1, True)},
}  # fmt: skip

# Urdu names a number by the quarter or half that it lies from the one after: ساڑھے تین is 3.5.
QUARTERS = {"ساڑھے": 0.5, "پونے": -0.25, "سوا": 0.25}

# 多 and 余 inside a number: 30多亿.
EXTENDERS = {
    "en": ("+", "plus"),
    "ar": (),
    "fa": ("و اندی",),
    "ur": (),
    "zh": ("多", "余", "餘", "几"),
}

# "تن" counts people before these and tonnes otherwise.
PERSONS_FOLLOW_FA = frozenset(["از", "كشته", "زخمي", "مجروح", "شهيد", "ديگر", "جان", "بازداشت", "دستگير"])
