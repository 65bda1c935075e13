"""The languages there are: one folder each, ``config/languages/<code>/``, that holds all that is true of it.

What a language needs beyond this file is read by the room that it is about: each has the schema of its own file, and
asks the language for it. So a language carries its data wherever it goes, and no code names one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from pydantic import Field

from cpecbot.errors import GlossaryError
from cpecbot.tables import Table, read_schema

M = TypeVar("M")
T = TypeVar("T", bound=Table)


class Lent(StrEnum):
    """What a language may lend to texts of every other one."""

    VALUES = "values"
    CONCEPTS = "concepts"


class Punctuation(Table):
    """The marks that newspapers set around and between quoted words.

    ``parentheses`` has a place for what stands in them, and the space before them where there is one.
    """

    opening: str = "“"
    closing: str = "”"
    between: str = "; "
    stop: str = "."
    colon: str = ":"
    after_colon: str = " "
    parentheses: str = " ({})"

    def quote(self, text: str) -> str:
        return f"{self.opening}{text}{self.closing}"


class Profile(Table):
    """``language.toml``: how a language is written, and which libraries know it by which name.

    ``spaced`` tells whether white space parts its words.
    """

    file: ClassVar[str] = "language.toml"

    script: str
    spaced: bool = True
    right_to_left: bool = False
    locale: str
    digits: str = Field(default="0123456789", min_length=10, max_length=10)
    fallback: bool = False
    lends: frozenset[Lent] = frozenset()
    italics: bool = False
    keys_are_words: bool = False
    punctuation: Punctuation = Punctuation()


@dataclass(frozen=True, slots=True)
class Language:
    """A language that articles and people write. Two are equal when their ``code`` (ISO 639) is."""

    code: str
    folder: Path = field(compare=False)
    profile: Profile = field(compare=False, repr=False)
    _peers: dict[str, Language] = field(compare=False, repr=False)
    _made: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return self.code

    @property
    def fallback(self) -> Language:
        """The language that serves where this one does not; itself where it is that one."""
        return next(iter(self._peers.values()))

    def read(self, schema: type[T]) -> T:
        """The file of ``schema`` in this language's folder, or its defaults where there is none; read once.

        Raises GlossaryError naming the file, the line, the key and what is wrong.
        """
        made = self._made.get(schema)
        if made is None:
            path = self.folder / schema.file
            made = self._made[schema] = read_schema(path, schema) if path.is_file() else schema()
        return cast(T, made)

    def once(self, make: Callable[[Language], M]) -> M:
        """What ``make`` makes of this language: made when it is first asked for, then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(M, self._made[make])

    def with_lenders(self, what: Lent) -> tuple[Language, ...]:
        """Itself, then those whose ``what`` is read inside texts of every language."""
        lenders = (peer for peer in self._peers.values() if what in peer.profile.lends and peer != self)
        return (self, *lenders)


class Languages:
    """Every language, by code: the fallback first, the others in the order of their codes."""

    def __init__(self, folder: Path, profiles: dict[str, Profile]) -> None:
        self._by_code: dict[str, Language] = {}
        self._made: dict[object, Any] = {}
        for code in sorted(profiles, key=lambda code: (not profiles[code].fallback, code)):
            self._by_code[code] = Language(code, folder / code, profiles[code], self._by_code)

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __getitem__(self, code: str) -> Language:
        """Raises KeyError when there is no such language."""
        return self._by_code[code]

    def get(self, code: str | None) -> Language | None:
        return self._by_code.get(code) if code else None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    @property
    def fallback(self) -> Language:
        """The language that is spoken, and that a text is read in, where nothing tells."""
        return next(iter(self))

    def of_script(self, script: str) -> tuple[Language, ...]:
        return tuple(language for language in self if language.profile.script == script)

    def once(self, make: Callable[[Languages], M]) -> M:
        """What ``make`` makes of all languages together: made when it is first asked for, then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(M, self._made[make])


def load_languages(folder: Path) -> Languages:
    """Every language that has a folder with a ``language.toml`` in ``folder``.

    Raises GlossaryError naming the file, the line, the key and what is wrong.
    """
    files = sorted(folder.glob(f"*/{Profile.file}"))
    if not files:
        raise GlossaryError(f"{folder} holds no language; put a folder with a {Profile.file} there, such as en/.")
    profiles = {file.parent.name: read_schema(file, Profile) for file in files}
    fallbacks = [code for code, profile in profiles.items() if profile.fallback]
    if len(fallbacks) != 1:
        named = ", ".join(fallbacks) or "none"
        raise GlossaryError(f"{folder}: one language must have fallback = true in its {Profile.file}; now: {named}.")
    return Languages(folder, profiles)
