"""Lists of phrases as a file writes them, and tables of them that a language lends to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.phrases import PhraseTable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    W = TypeVar("W", bound=DataclassInstance)
else:
    W = TypeVar("W")

# The commas of every script, so that a native keyboard serves.
_PARTED = re.compile(r"[,،、，\n]")


def _phrases(value: Any) -> Any:
    """A string is phrases parted by commas or line breaks; an array may hold phrases with commas in them."""
    return [phrase.strip() for phrase in _PARTED.split(value) if phrase.strip()] if isinstance(value, str) else value


def _written(phrase: str) -> str:
    if not fold_text(phrase).strip():
        raise ValueError("nothing is left of it once vowel marks and the like are dropped")
    return phrase


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


Phrase = Annotated[str, AfterValidator(_written)]
Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(_phrases)]
Slot = Annotated[str, _pattern("{}")]
Compound = Annotated[str, _pattern("{unit}", "{tens}")]
Amount = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Whole = Annotated[int, Field(gt=0)]


def flags(phrases: Iterable[str]) -> PhraseTable[bool]:
    """A table that says only whether a phrase is one of these."""
    return PhraseTable((phrase, True) for phrase in phrases)


def with_lent(own: W, lent: Sequence[W]) -> W:
    """``own`` with the phrases of ``lent`` behind its own; what is not a table of phrases is never lent."""
    tables = {
        field.name: PhraseTable.merged(getattr(each, field.name) for each in (own, *lent))
        for field in fields(own)
        if isinstance(getattr(own, field.name), PhraseTable)
    }
    return replace(own, **tables)
