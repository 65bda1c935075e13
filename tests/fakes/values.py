"""Values written in one line, numbers with what they leave unread, and languages of a few lines."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path

from cpecbot.language.text.folding import fold
from cpecbot.language.text.phrases import tokenize
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.numerals import read_number
from cpecbot.language.values.words.vocabulary import vocabulary
from cpecbot.languages import Language, load_languages
from cpecbot.models import Value, ValueKind

MakeLanguage = Callable[..., Language]


def show(value: Value) -> str:
    """A value as values.tsv writes it: kind, amount or days, unit; "?" after days of an assumed year."""
    if value.kind is ValueKind.DATE and value.first is None:
        return "date" + (f" day {_amount(value)}" if value.low is not None else " none")
    if value.kind is ValueKind.RELATIVE_DAY:
        days = str(value.first) if value.first == value.last else f"{value.first}..{value.last}"
        return "relative " + (days if value.first else "none")
    if value.kind is ValueKind.DATE:
        days = str(value.first) if value.first == value.last else f"{value.first}..{value.last}"
        return f"date {days}" + ("" if value.year_known else " ?")
    if value.kind is ValueKind.WEEKDAY:
        return f"weekday {value.unit}" + (f" {value.first}" if value.first else "")
    if value.kind in {ValueKind.VERSION, ValueKind.SCORE}:
        return f"{value.kind.value} {value.unit}"
    return f"{value.kind.value} {_amount(value)}" + (f" {value.unit}" if value.unit else "")


def shown(text: str, language: Language, reference: date | None = None) -> str:
    """All values of ``text``, as values.tsv writes them."""
    return "; ".join(map(show, find_values(text, language, reference)))


def number_at_start(text: str, language: Language) -> tuple[float, str] | None:
    """The number that ``text`` starts with, and the folded text that it leaves unread."""
    folded = fold(text)
    tokens = tokenize(text, folded)
    number = read_number(tokens, 0, vocabulary(language).numbers)
    return None if number is None else (number.value, " ".join(token.text for token in tokens[number.end :]))


def language_maker(folder: Path) -> MakeLanguage:
    """Makes the only language of a new folder in ``folder``, of the texts of its files: ``make(numbers="…")``."""
    count = itertools.count()

    def make(*, locale: str | None = "eo", **files: str) -> Language:
        home = folder / str(next(count)) / "xx"
        home.mkdir(parents=True)
        written = f'locale = "{locale}"' if locale else ""
        (home / "language.toml").write_text(f'script = "latin"\n{written}\nfallback = true\n', "utf-8")
        for name, text in files.items():
            (home / f"{name}.toml").write_text(text, "utf-8")
        return load_languages(home.parent)["xx"]

    return make


def _number(amount: float) -> str:
    return f"{amount:.15g}"


def _amount(value: Value) -> str:
    if value.low == value.high:
        return _number(value.low or 0)
    if value.low is None:
        return f"<={_number(value.high or 0)}"
    return f">={_number(value.low)}" if value.high is None else f"{_number(value.low)}..{_number(value.high)}"
