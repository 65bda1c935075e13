"""What a language brings to the glossary: how CLDR's names are written in its texts, and forms of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from cpecbot.errors import GlossaryError
from cpecbot.languages import Language, LocaleName
from cpecbot.tables import Table, line_of, read_text

Form = Annotated[str, StringConstraints(pattern=r"^=?[^\s=](.*\S)?$")]
MonthPattern = Annotated[str, StringConstraints(pattern=r"^[^{}]*\{\}[^{}]*$")]


class Names(Table):
    """How the names that CLDR lists differ from those that newspapers write.

    ``locale`` serves in place of that of the profile, ``months_of`` are locales whose months are used too,
    ``places_of`` those whose countries and cities are. ``months`` are further ways to write them, ``{}`` being the
    number; ``weekdays`` what else a part of their names is written as. ``left_out`` are characters that newspapers do
    without; ``also_words`` count only letter for letter, ``no_names`` not at all.
    """

    locale: LocaleName | None = None
    months_of: tuple[LocaleName, ...] = ()
    places_of: tuple[LocaleName, ...] = ()
    months: tuple[MonthPattern, ...] = ()
    weekdays: Mapping[str, str] = {}
    left_out: str = ""
    also_words: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()


class ConceptsFile(Table):
    """``concepts.toml``: names, words beside a place, and forms by the key of a concept or of a term of contrasts.

    ``covering_words`` are longer words in which a form is no form (北京时间 is no city); ``people_endings`` make of a
    place the name of a person, unless it ends in one of ``final_vowels``.
    """

    file: ClassVar[str] = "concepts.toml"

    names: Names = Field(default_factory=Names)
    locatives: tuple[str, ...] = ()
    covering_words: tuple[Form, ...] = ()
    people_endings: tuple[str, ...] = ()
    final_vowels: str = ""
    forms: Mapping[str, tuple[Form, ...]] = {}
    synonyms: tuple[tuple[Form, ...], ...] = ()


def brought_forms(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The forms that stand in the folder of ``language``, by the key of their concept."""
    return language.read(ConceptsFile).forms


def fault(language: Language, problem: str, *keys: str) -> GlossaryError:
    """An error that names the line of the file where the last of the nested ``keys`` stands."""
    path = language.folder / ConceptsFile.file
    return GlossaryError(f"{path}, line {line_of(read_text(path), keys)}: {problem}")
