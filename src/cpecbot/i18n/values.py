"""Values as a language writes them: 5 billion US dollars, 50亿美元; numbers, units and days by CLDR, through Babel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from babel import dates, numbers, units
from msgspec.structs import replace

from cpecbot.i18n.formats import format_date, format_number, language_locale, localise_digits
from cpecbot.i18n.messages import Message
from cpecbot.i18n.translator import say
from cpecbot.language.values.units import CLDR_UNITS, UNSPECIFIED_CURRENCY
from cpecbot.languages import Language
from cpecbot.models import Value, ValueKind

NameOfUnit = Callable[[str, Language], str]

# From here on a round number is read more easily in words, if few of its figures say it exactly.
_LARGE = 1_000_000
_FIGURES = 4


def format_value(value: Value, language: Language, unit: NameOfUnit) -> str | None:
    """``value`` in ``language``, with the name that ``unit`` gives its unit; None where it cannot be written."""
    match value.kind:
        case ValueKind.DATE | ValueKind.RELATIVE_DAY:
            return _period(value, language)
        case ValueKind.WEEKDAY:
            return str(dates.get_day_names("wide", locale=language_locale(language))[int(value.unit or 1) - 1])
        case ValueKind.VERSION | ValueKind.SCORE:
            return localise_digits(value.unit or "", language) or None
        case ValueKind.TIME:
            hour, minute = divmod(int(value.low or 0), 60)
            return localise_digits(f"{hour}:{minute:02}", language)
        case _:
            return _amount(value, language, unit)


def _amount(value: Value, language: Language, unit: NameOfUnit) -> str | None:
    """An amount with its unit; an open side in words that hold for "at least" and "more than" alike."""
    low, high = value.low, value.high
    if low is not None and high is not None:
        amount = _number(low, language) if low == high else f"{_number(low, language)}–{_number(high, language)}"
        return _measured(value, amount, language, unit)
    end = low if low is not None else high
    if end is None or value.vague:
        return None
    exact = _measured(replace(value, low=end, high=end), _number(end, language), language, unit)
    return say(Message.VALUE_OR_LESS if low is None else Message.VALUE_OR_MORE, language, value=exact)


def _measured(value: Value, amount: str, language: Language, unit: NameOfUnit) -> str:
    if value.kind is ValueKind.PERCENT:
        return numbers.format_percent(0, locale=language_locale(language), numbering_system="latn").replace("0", amount)
    if value.unit == UNSPECIFIED_CURRENCY:
        return amount
    if value.kind is ValueKind.MONEY and value.unit:
        return _money(value, amount, language)
    return (_counted(value, language) or f"{amount} {unit(value.unit, language)}") if value.unit else amount


def _counted(value: Value, language: Language) -> str | None:
    """An exact amount with its unit in the form that goes with it, where CLDR knows the unit: 3 years, 3年."""
    name = CLDR_UNITS.get(str(value.unit))
    if name is None or value.low is None or value.low != value.high or value.low >= _LARGE:
        return None
    number, locale = value.low, language_locale(language)
    lengths: tuple[Literal["long", "short"], ...] = ("long", "short")
    written = (units.format_unit(number, name, each, locale=locale, numbering_system="latn") for each in lengths)
    known = next((text for text in written if name not in text), None)
    return known and localise_digits(known, language)


def _number(number: float, language: Language) -> str:
    if abs(number) < _LARGE or float(f"{number:.{_FIGURES}g}") != number:
        return format_number(int(number) if float(number).is_integer() else number, language)
    locale = language_locale(language)
    form: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
    written = numbers.format_compact_decimal(
        number, format_type=form, locale=locale, fraction_digits=_FIGURES, numbering_system="latn"
    )
    return localise_digits(written, language)


def _money(value: Value, amount: str, language: Language) -> str:
    locale, currency = language_locale(language), str(value.unit)
    pattern = numbers.get_currency_unit_pattern(currency, count=value.low, locale=locale)
    return pattern.format(amount, numbers.get_currency_name(currency, count=value.low, locale=locale))


def _period(value: Value, language: Language) -> str | None:
    """A day, a month, a year, or from one to another; a day without its year where that is not known."""
    first, last = value.first, value.last
    if first is None or last is None:
        return None
    written = next((each for each in _whole_periods(first, last) if each), None)
    if written:
        return _skeleton(written, first, language)
    if first == last:
        return _day(first, value, language)
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    ends = (_skeleton("y", day, language) if whole_years else _day(day, value, language) for day in (first, last))
    return " – ".join(ends)


def _day(day: date, value: Value, language: Language) -> str:
    return format_date(day, language) if value.year_known else _skeleton("MMMMd", day, language)


def _whole_periods(first: date, last: date) -> tuple[str | None, str | None]:
    year = (first.year, 1, 1, first.year, 12, 31) == (
        first.year,
        first.month,
        first.day,
        last.year,
        last.month,
        last.day,
    )
    month = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month
    return ("y" if year else None, "yMMMM" if month and first.year == last.year else None)


def _skeleton(skeleton: str, day: date, language: Language) -> str:
    return localise_digits(dates.format_skeleton(skeleton, day, locale=language_locale(language)), language)
