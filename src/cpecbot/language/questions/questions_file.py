"""What ``questions.toml`` of a language may hold: how it asks."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from cpecbot.tables import Table

WrittenPattern = Annotated[str, StringConstraints(pattern=r"\w")]
Word = Annotated[str, StringConstraints(pattern=r"^\w+$")]


class Contraction(Table):
    """A word that is written onto others, shortened: ``word`` stands as one of ``endings`` right after each of them."""

    word: Word
    endings: tuple[str, ...] = Field(min_length=1)
    after: tuple[Word, ...] = Field(min_length=1)


class QuestionsFile(Table):
    """``questions.toml``: polite openings, and patterns by the kind that they ask for, in order of precedence."""

    file: ClassVar[str] = "questions.toml"

    openings: tuple[str, ...] = ()
    joined: tuple[Word, ...] = ()
    contraction: Contraction | None = None
    which: tuple[WrittenPattern, ...] = ()
    which_of_definite: tuple[WrittenPattern, ...] = ()
    people: tuple[Word, ...] = ()
    alternatives: tuple[WrittenPattern, ...] = ()
    name: tuple[WrittenPattern, ...] = ()
    became: tuple[WrittenPattern, ...] = ()
    before: tuple[WrittenPattern, ...] = ()
    when: tuple[WrittenPattern, ...] = ()
    where: tuple[WrittenPattern, ...] = ()
    who: tuple[WrittenPattern, ...] = ()
    how_much: tuple[WrittenPattern, ...] = ()
    how_many: tuple[WrittenPattern, ...] = ()
    why: tuple[WrittenPattern, ...] = ()
    yes_no: tuple[WrittenPattern, ...] = ()
    topic: tuple[WrittenPattern, ...] = ()
