"""How a language is written in Latin letters: the file that says so."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from cpecbot.language.names.names_file import Sounds
from cpecbot.tables import Table

Sign = Annotated[str, Field(min_length=1, max_length=1)]
Written = Annotated[str, Field(min_length=1)]


class RomanisedFile(Table):
    """``romanised.toml``: words with white space between them.

    ``words`` are the language's small words with their spellings in Latin letters; those that are ``shared`` with names
    or with other languages prove less. ``between`` stand for a sound between two words. ``figures`` stand for letters,
    ``signs`` for the language's own punctuation. ``starts`` are written onto the front of a word, each with what the
    language writes; without one of the ``endings``, a word ends in what stands behind it. ``forms`` are endings in the
    language's own letters, and what some form of the word has in their place. ``sounds`` are those of letters of either
    script that stand for others in words than in names (see ``NamesFile``).
    """

    file: ClassVar[str] = "romanised.toml"

    words: dict[Written, str] = Field(default_factory=dict)
    shared: str = ""
    between: str = ""
    figures: str = ""
    signs: dict[Sign, str] = Field(default_factory=dict)
    starts: dict[Written, str] = Field(default_factory=dict)
    endings: dict[Written, tuple[str, ...]] = Field(default_factory=dict)
    forms: dict[Written, tuple[Written, ...]] = Field(default_factory=dict)
    sounds: dict[Written, Sounds] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_spelling_once(self) -> Self:
        counts = Counter(spelling for spellings in self.words.values() for spelling in spellings.split())
        if twice := [spelling for spelling, count in counts.items() if count > 1]:
            raise ValueError(f"words: {twice[0]!r} is written twice; a spelling stands for one word")
        return self
