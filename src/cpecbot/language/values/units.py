"""Units, currencies and the words for percent, in five languages.

Currency codes are ISO 4217. A name that several countries share stands for the one meant in reports on Pakistan, China
and the Gulf: rupee PKR, dollar USD, yuan CNY, riyal SAR, and in Persian rial IRR; a toman is ten rials.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cpecbot.languages import Language
from cpecbot.models import ValueKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What an amount is counted in; ``factor`` turns the written unit into ``unit``."""

    kind: ValueKind
    unit: str | None
    factor: float = 1.0


_Row = dict[str, str]
_EN, _AR, _FA, _UR, _ZH = "en", "ar", "fa", "ur", "zh"


def _row(en: str, ar: str, fa: str, ur: str, zh: str) -> _Row:
    return {_EN: en, _AR: ar, _FA: fa, _UR: ur, _ZH: zh}


_CURRENCIES: dict[str, _Row] = {
    "USD": _row(
        "$, us$, usd, dollar, dollars, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars",
        "دولار, دولارا, دولارات, الدولارات, دولار أمريكي, دولار أميركي, دولارا أمريكيا, الدولارات الأمريكية",
        "دلار, دلار آمریکا, دلار امریکا, دلاری",
        "ڈالر, ڈالرز, امریکی ڈالر, امریکی ڈالرز, ڈالروں",
        "美元, 美金",
    ),
    "CNY": _row(
        "yuan, rmb, cny, renminbi, chinese yuan, yuan renminbi, cn¥, ¥",
        "يوان, يوانا, يوان صيني, اليوان",
        "یوان, یوان چین",
        "یوآن, یوان, چینی یوآن",
        "元, 元人民币, 人民币, 元人民幣",
    ),
    "PKR": _row(
        "rs, rs., pkr, rupee, rupees, pakistani rupee, pakistani rupees, ₨",
        "روبية, روبيات, روبية باكستانية",
        "روپیه, روپیه پاکستان",
        "روپے, روپیہ, روپوں, پاکستانی روپے",
        "卢比, 巴基斯坦卢比, 巴铢",
    ),
    "INR": _row("indian rupees, indian rupee, inr, ₹", "روبية هندية", "روپیه هند", "بھارتی روپے", "印度卢比"),
    "EUR": _row("€, eur, euro, euros", "يورو", "یورو", "یورو", "欧元, 歐元"),
    "GBP": _row(
        "£, gbp, pounds sterling, pound sterling",
        "جنيه إسترليني, جنيها إسترلينيا",
        "پوند, پوند انگلیس",
        "پاؤنڈ, پاؤنڈز",
        "英镑, 英鎊",
    ),
    "JPY": _row("yen, jpy, jp¥", "ين ياباني, ينا يابانيا", "ین ژاپن, ین", "ین, جاپانی ین", "日元, 日圆"),
    "SAR": _row(
        "riyal, riyals, saudi riyals, sar",
        "ريال, ريالا, ريال سعودي, ريالات",
        "ریال سعودی",
        "سعودی ریال, ریال",
        "沙特里亚尔, 里亚尔",
    ),
    "IRR": _row("rial, rials, iranian rials, irr", "ريال إيراني", "ریال", "ایرانی ریال", "伊朗里亚尔"),
    "AED": _row(
        "dirham, dirhams, aed, uae dirhams",
        "درهم, درهما, درهم إماراتي",
        "درهم, درهم امارات",
        "درہم, اماراتی درہم",
        "迪拉姆",
    ),
    "QAR": _row("qatari riyals, qar", "ريال قطري", "ریال قطر", "قطری ریال", "卡塔尔里亚尔"),
    "KWD": _row("kuwaiti dinars, kwd", "دينار كويتي", "دینار کویت", "کویتی دینار", "科威特第纳尔"),
    "IQD": _row("iraqi dinars, iqd", "دينار عراقي", "دینار عراق", "عراقی دینار", "伊拉克第纳尔"),
    "RUB": _row("ruble, rubles, rouble, roubles, rub, ₽", "روبل", "روبل", "روبل", "卢布, 盧布"),
    "HKD": _row("hong kong dollars, hk$, hkd", "دولار هونغ كونغ", "دلار هنگ کنگ", "ہانگ کانگ ڈالر", "港元, 港币, 港幣"),
    "CAD": _row("canadian dollars, cad", "دولار كندي", "دلار کانادا", "کینیڈین ڈالر", "加元, 加拿大元"),
    "AUD": _row("australian dollars, aud", "دولار أسترالي", "دلار استرالیا", "آسٹریلوی ڈالر", "澳元"),
    "TRY": _row("lira, liras, turkish lira", "ليرة تركية", "لیر, لیر ترکیه", "ترک لیرا", "土耳其里拉"),
    "AFN": _row("afghani, afghanis, afn", "أفغاني", "افغانی", "افغانی", "阿富汗尼"),
    "BDT": _row("taka, bdt", "تاكا", "تاکا", "ٹکا", "塔卡"),
}

_QUANTITIES: dict[str, _Row] = {
    "kilometre": _row(
        "km, kms, kilometre, kilometres, kilometer, kilometers",
        "كم, كلم, كيلومتر, كيلومترا, كيلومترات, كيلو متر",
        "کیلومتر, کیلومتری, کیلو متر",
        "کلومیٹر, کلو میٹر, کلومیٹرز",
        "公里, 千米",
    ),
    "metre": _row("m, metre, metres, meter, meters", "متر, مترا, أمتار", "متر, متری", "میٹر, میٹرز", "米, 公尺"),
    "centimetre": _row(
        "cm, centimetres, centimeters", "سم, سنتيمتر", "سانتیمتر, سانتی متر", "سینٹی میٹر", "厘米, 公分"
    ),
    "mile": _row("mile, miles", "ميل, ميلا, أميال", "مایل", "میل", "英里"),
    "square_kilometre": _row(
        "km2, sq km, sq. km, square kilometre, square kilometres, square kilometer, square kilometers",
        "كم مربع, كيلومتر مربع, كيلومترا مربعا, كيلومترات مربعة, كلم مربع",
        "کیلومتر مربع, کیلومتر‌مربع",
        "مربع کلومیٹر, مربع کلو میٹر",
        "平方公里, 平方千米",
    ),
    "square_metre": _row(
        "m2, sq m, square metre, square metres, square meter, square meters",
        "متر مربع, مترا مربعا, أمتار مربعة",
        "متر مربع, متر‌مربع",
        "مربع میٹر",
        "平方米",
    ),
    "cubic_metre": _row(
        "m3, cubic metre, cubic metres, cubic meter, cubic meters",
        "متر مكعب, مترا مكعبا, أمتار مكعبة",
        "متر مکعب, متر‌مکعب",
        "مکعب میٹر",
        "立方米",
    ),
    "hectare": _row("ha, hectare, hectares", "هكتار, هكتارا, هكتارات", "هکتار, هکتاری", "ہیکٹر, ہیکٹرز", "公顷, 公頃"),
    "acre": _row("acre, acres", "فدان, فدانا, أكر", "ایکر, جریب", "ایکڑ", "英亩, 英畝"),
    "mu": _row("mu of land", "مو صيني", "مو زمین", "مو زمین", "亩, 畝"),
    "tonne": _row(
        "tonne, tonnes, ton, tons, metric ton, metric tons, metric tonnes",
        "طن, طنا, أطنان, طن متري",
        "تن, تنی",
        "ٹن, میٹرک ٹن",
        "吨, 公吨, 噸",
    ),
    "kilogram": _row(
        "kg, kilogram, kilograms, kilo, kilos",
        "كغ, كجم, كيلوغرام, كيلوغراما",
        "کیلوگرم, کیلو",
        "کلوگرام, کلو",
        "公斤, 千克",
    ),
    "barrel": _row("barrel, barrels, bpd", "برميل, برميلا, براميل", "بشکه", "بیرل", "桶"),
    "litre": _row("litre, litres, liter, liters", "لتر, لترا, لترات", "لیتر", "لیٹر", "升, 公升"),
    "megawatt": _row(
        "mw, megawatt, megawatts",
        "ميغاواط, ميغاوات, ميجاوات, ميجاواط, م.و",
        "مگاوات, مگاواتی",
        "میگاواٹ, میگا واٹ",
        "兆瓦",
    ),
    "gigawatt": _row("gw, gigawatt, gigawatts", "غيغاواط, جيجاوات, غيغاوات, جيجاواط", "گیگاوات", "گیگاواٹ", "吉瓦"),
    "kilowatt": _row("kw, kilowatt, kilowatts", "كيلوواط, كيلووات", "کیلووات", "کلوواٹ", "千瓦"),
    "kilowatt_hour": _row(
        "kwh, kilowatt-hours, kilowatt hours", "كيلوواط ساعة", "کیلووات ساعت", "کلوواٹ آور", "千瓦时, 度电"
    ),
    "degree": _row("degree, degrees, °", "درجة, درجات", "درجه", "ڈگری", "摄氏度"),
    "nautical_mile": _row(
        "nautical mile, nautical miles", "ميل بحري, ميلا بحريا", "مایل دریایی", "ناٹیکل میل, بحری میل", "海里"
    ),
}

_DURATIONS: dict[str, _Row] = {
    "second": _row("second, seconds", "ثانية, ثوان, ثواني", "ثانیه", "سیکنڈ, سیکنڈز", "秒, 秒钟"),
    "minute": _row("minute, minutes", "دقيقة, دقائق", "دقیقه", "منٹ, منٹس", "分钟, 分鐘"),
    "hour": _row("hour, hours", "ساعة, ساعات", "ساعت, ساعته", "گھنٹے, گھنٹہ, گھنٹوں", "小时, 个小时, 小時, 個小時"),
    "day": _row("day, days", "يوم, يوما, أيام", "روز, روزه", "دن, روز, روزہ, دنوں", "天"),
    "week": _row("week, weeks", "أسبوع, أسبوعا, أسابيع", "هفته, هفته‌ای", "ہفتے, ہفتہ, ہفتوں", "周, 个星期, 星期, 週"),
    "month": _row("month, months", "شهر, شهرا, أشهر, شهور", "ماه, ماهه", "ماہ, مہینے, مہینہ, مہینوں", "个月, 個月"),
    "year": _row(
        "year, years",
        "سنة, سنوات, عام, عاما, أعوام, سنين",
        "سال, ساله",
        "سال, برس, سالہ, سالوں, برسوں",
        "年, 年来",
    ),
    "decade": _row("decade, decades", "عقد, عقود, عقدا", "دهه", "دہائی, دہائیوں, عشرے, عشروں, دہائیاں", "十年"),
    "century": _row("century, centuries", "قرن, قرون", "قرن", "صدی, صدیوں", "世纪, 世紀"),
}

_PERCENT = _row(
    "%, percent, per cent, pct, percentage point, percentage points, ٪",
    "%, ٪, بالمئة, بالمائة, في المئة, في المائة, فى المائة, نقطة مئوية",
    "%, ٪, درصد, درصدی",
    "%, ٪, فیصد, فی صد",
    "%, 个百分点, 個百分點",
)


def _forms(row: _Row, language: Language) -> Iterator[str]:
    yield from row[language.code].split(", ")


def measures(language: Language) -> Iterator[tuple[str, Measure]]:
    for kind, rows in (
        (ValueKind.MONEY, _CURRENCIES),
        (ValueKind.QUANTITY, _QUANTITIES),
        (ValueKind.DURATION, _DURATIONS),
    ):
        for unit, row in rows.items():
            yield from ((form, Measure(kind, unit)) for form in _forms(row, language))
    yield from ((form, Measure(ValueKind.PERCENT, None)) for form in _forms(_PERCENT, language))
    if language.code == "fa":
        yield from ((form, Measure(ValueKind.MONEY, "IRR", 10.0)) for form in ("تومان", "تومن", "تومانی"))


# Written before the number: "$62bn", "Rs 500", "US$", "RMB 30", "₨".
QUANTITY_UNITS = frozenset(_QUANTITIES) | frozenset(_DURATIONS)
"""Units of QUANTITY and DURATION values; the glossary uses the same keys."""

CURRENCY_PREFIXES = {
    "$": "USD", "us$": "USD", "usd": "USD", "us $": "USD", "u.s.$": "USD", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP",
    "¥": "CNY", "cn¥": "CNY", "rmb": "CNY", "rmb¥": "CNY", "cny": "CNY", "jp¥": "JPY", "jpy": "JPY", "rs": "PKR",
    "rs.": "PKR", "pkr": "PKR",
    "₨": "PKR", "₹": "INR", "inr": "INR", "hk$": "HKD", "sar": "SAR", "aed": "AED", "人民币": "CNY",
}  # fmt: skip

# Letters that scale a sum only right after it and only with a currency before: "$62m".
MONEY_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}

# ISO 4217 apart, how units of one dimension convert: key -> (base unit, factor).
BASE_UNITS = {
    "metre": ("metre", 1.0), "centimetre": ("metre", 0.01), "kilometre": ("metre", 1000.0), "mile": ("metre", 1609.344),
    "nautical_mile": ("metre", 1852.0),
    "square_metre": ("square_metre", 1.0), "square_kilometre": ("square_metre", 1e6), "hectare": ("square_metre", 1e4),
    "acre": ("square_metre", 4046.8564224), "mu": ("square_metre", 10000 / 15),
    "kilowatt": ("kilowatt", 1.0), "megawatt": ("kilowatt", 1e3), "gigawatt": ("kilowatt", 1e6),
    "kilogram": ("kilogram", 1.0), "tonne": ("kilogram", 1e3),
    "litre": ("litre", 1.0), "cubic_metre": ("litre", 1e3),
    "second": ("second", 1.0), "minute": ("second", 60.0), "hour": ("second", 3600.0),
    "day": ("day", 1.0), "week": ("day", 7.0),
    "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0), "century": ("month", 1200.0),
}  # fmt: skip
