"""What is known of an article beside its text: given by a person, by a ``.jsonl`` line, or read from its dateline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from unicodedata import category

from msgspec import Struct
from msgspec.structs import asdict, replace

from cpecbot.errors import CorpusError
from cpecbot.tables import read_toml

PRIMARY = "primary"
ROLES = frozenset({PRIMARY})
"""What an article may be to the others."""


class Facts(Struct, frozen=True):
    """None (or an empty ``cites``) means not stated; ``language`` is a code, ``role`` one of ``ROLES``."""

    language: str | None = None
    outlet: str | None = None
    place: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    cites: tuple[str, ...] = ()
    role: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, completed by ``other`` where they say nothing."""
        return replace(other, **{name: value for name, value in asdict(self).items() if value not in (None, ())})


def parse_facts(record: Mapping[str, object]) -> Facts:
    """Check and convert the known keys of ``record``; other keys are left alone.

    Raises ValueError with a message that names the key and says what it should be.
    """
    stated = {key: _PARSERS[key](key, record[key]) for key in _PARSERS if record.get(key) not in (None, "", [])}
    return Facts(**stated)  # type: ignore[arg-type]  # each parser returns its field's type


def writable(text: str) -> bool:
    """Whether ``text`` can stand in a line of a message: no control characters, no half of a surrogate pair."""
    return not any(category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in text)


def load_facts(path: Path) -> Mapping[str, Facts]:
    """Read ``sources.toml``: one table per source. Raises CorpusError naming the file and the table."""
    tables = read_toml(path, CorpusError)
    return MappingProxyType({source: _checked_facts(path, source, table) for source, table in tables.items()})


def _checked_facts(path: Path, source: str, table: object) -> Facts:
    if not isinstance(table, dict):
        raise CorpusError(f'{path}: "{source}" must be a table. Write ["{source}"] with its facts below it.')
    unknown = sorted(set(table) - set(_PARSERS))
    if unknown:
        raise CorpusError(f"{path}: [{source}] has the unknown key {unknown[0]!r}. Known keys: {', '.join(_PARSERS)}.")
    try:
        return parse_facts(table)
    except ValueError as error:
        raise CorpusError(f"{path}: [{source}] {error}") from error


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f'"{key}" must be text, not {value!r}.')
    text = " ".join(value.split())
    if not writable(text):
        raise ValueError(f'"{key}" holds control characters or half a surrogate pair: {value!r}.')
    return text


def _date(key: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        raise ValueError(f'"{key}" is {value!r}. Write a date as 2026-01-05.') from None


def _texts(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'"{key}" must be a list of names, not {value!r}.')
    return tuple(_text(key, item) for item in value)


def _role(key: str, value: object) -> str:
    if not isinstance(value, str) or value not in ROLES:
        raise ValueError(f'"{key}" is {value!r}. Write "{PRIMARY}" for the full text of a statement, or leave it out.')
    return value


_PARSERS: Mapping[str, Callable[[str, object], object]] = MappingProxyType(
    {
        "language": _text,
        "outlet": _text,
        "place": _text,
        "published": _date,
        "title": _text,
        "url": _text,
        "cites": _texts,
        "role": _role,
    }
)
