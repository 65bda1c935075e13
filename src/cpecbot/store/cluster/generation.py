"""One filling of an index: two indices of the cluster that an alias names, until the next filling takes it over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins

from cpecbot.errors import StoreError
from cpecbot.store.cluster.connection import Connection
from cpecbot.store.format import VERSION

_ENTRIES, _ARTICLES = "-entries", "-articles"
SUBJECT = "subject"
"""The words of an article as a whole, beside the fields of an entry."""


class Average(Struct, frozen=True):
    """How many documents there are, and how many keys each has in a field."""

    size: int
    length: float


class Told(Struct, frozen=True):
    """What an index tells of itself: how many ``entries`` it has, in which ``languages``, and averages by field."""

    version: int
    entries: int
    averages: Mapping[str, Average]
    languages: tuple[str, ...]


class Generation(Struct, frozen=True):
    """The ``name`` of one filling and what it tells of itself."""

    name: str
    told: Told

    @property
    def entries(self) -> str:
        return f"{self.name}{_ENTRIES}"

    @property
    def articles(self) -> str:
        return f"{self.name}{_ARTICLES}"

    @property
    def meta(self) -> dict[str, Any]:
        """``told`` as it is kept with the index of entries."""
        return dict(to_builtins(self.told))


def generation_of(index: str, name: str) -> str:
    """The generation of ``name`` that ``index`` is a half of; empty where it is none, whatever it begins with."""
    found = re.fullmatch(rf"({re.escape(name)}-\d+)(?:{_ENTRIES}|{_ARTICLES})", index)
    return found[1] if found else ""


def current(connection: Connection) -> Generation:
    """The one that answers now. Raises StoreError where there is none, or none that this version can read."""
    with connection.told():
        named = connection.client.indices.get_alias(name=connection.index)
        entries = next((index for index in named if index.endswith(_ENTRIES)), None)
        if entries is None:
            raise StoreError(f'The index "{connection.index}" is none of cpecbot\'s; name another: opensearch_index.')
        mapping = connection.client.indices.get_mapping(index=entries)
    try:
        told = convert(mapping[entries]["mappings"].get("_meta", {}), Told)
    except ValidationError:
        told = None
    if told is None or told.version != VERSION:
        raise StoreError(
            f'The index "{connection.index}" was filled by another version of cpecbot; fill it anew: cpecbot index.'
        )
    return Generation(entries.removesuffix(_ENTRIES), told)
