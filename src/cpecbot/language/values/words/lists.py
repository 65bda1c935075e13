"""Lists of phrases as a file writes them, and tables of them that a language lends to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pydantic import AfterValidator, Field

from cpecbot.language.text.lists import Phrase, Phrases
from cpecbot.language.text.phrases import PhraseTable

W = TypeVar("W", bound=Struct)

K = TypeVar("K")

__all__ = ["Amount", "Compound", "Phrase", "Phrases", "Slot", "Whole", "flags", "listed", "with_lent"]


def _pattern(*slots: str) -> AfterValidator:
    """A check that a text has each of ``slots`` in it once, and no other braces."""

    def check(text: str) -> str:
        rest = text
        for slot in slots:
            rest = rest.replace(slot, "", 1)
        if len(text) - len(rest) != sum(map(len, slots)) or "{" in rest or "}" in rest:
            raise ValueError(f"must have {' and '.join(slots)} in it, once each")
        return text

    return AfterValidator(check)


Slot = Annotated[str, _pattern("{}")]
Compound = Annotated[str, _pattern("{unit}", "{tens}")]
Amount = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Whole = Annotated[int, Field(gt=0)]


def listed(table: Mapping[K, Iterable[str]]) -> Iterator[tuple[str, K]]:
    """Each phrase of a table of phrases with what it stands for."""
    return ((phrase, meaning) for meaning, phrases in table.items() for phrase in phrases)


def flags(phrases: Iterable[str]) -> PhraseTable[bool]:
    """A table that says only whether a phrase is one of these."""
    return PhraseTable((phrase, True) for phrase in phrases)


def with_lent(own: W, lent: Sequence[W]) -> W:
    """``own`` with the phrases of ``lent`` behind its own; what is not a table of phrases is never lent."""
    tables = {
        name: PhraseTable.merged(getattr(each, name) for each in (own, *lent))
        for name in own.__struct_fields__
        if isinstance(getattr(own, name), PhraseTable)
    }
    return replace(own, **tables)
