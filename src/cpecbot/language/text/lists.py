"""Lists of phrases as a file writes them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text

# The commas of every script, so that a native keyboard serves.
_PARTED = expression(r"[,،、，\n]")


def split_phrases(value: Any) -> Any:
    """A string is phrases parted by commas or line breaks; an array may hold phrases with commas in them."""
    return [phrase.strip() for phrase in _PARTED.split(value) if phrase.strip()] if isinstance(value, str) else value


def _written(phrase: str) -> str:
    if not fold_text(phrase).strip():
        raise ValueError("nothing is left of it once vowel marks and the like are dropped")
    return phrase


Phrase = Annotated[str, AfterValidator(_written)]
Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(split_phrases)]
