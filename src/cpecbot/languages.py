"""The languages there are: one folder each, ``config/languages/<code>/``, that holds all that is true of it.

What a language needs beyond this file is read by the room that it is about: each has the schema of its own file, and
asks the language for it. So a language carries its data wherever it goes, and no code names one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar, cast

from babel.localedata import exists
from pydantic import AfterValidator, Field

from cpecbot.errors import GlossaryError
from cpecbot.expressions import expression
from cpecbot.parts import Parts
from cpecbot.scripts import Script
from cpecbot.tables import Table, read_schema

_CODE = expression(r"[a-z]{2,3}")
_JOINER = expression(r"[^{}]*\{0\}[^{}]+\{1\}[^{}]*")
# In a date pattern: words between apostrophes, and the fields that make a whole day (UTS #35, part 4).
_LITERAL = expression(r"'[^']*'")
_FIELD = expression(r"([A-Za-z])\1*")
_FIELDS_OF_A_DAY = frozenset(("d", "dd", "M", "MM", "MMM", "MMMM", "y"))

M = TypeVar("M")
T = TypeVar("T", bound=Table)


class Lent(StrEnum):
    """What a language may lend to texts of every other one."""

    VALUES = "values"
    CONCEPTS = "concepts"


def _from_nought_to_nine(digits: str) -> str:
    if [unicodedata.decimal(digit, None) for digit in digits] != list(range(10)):
        raise ValueError("write ten digits, from nought to nine")
    return digits


def _of_cldr(name: str) -> str:
    if not exists(name):
        raise ValueError("CLDR knows no such locale; write one such as en or en_GB")
    return name


def _of_two(joiner: str) -> str:
    if not _JOINER.fullmatch(joiner):
        raise ValueError("write {0} and {1} with what joins them between, such as {0} and {1}")
    return joiner


def _of_a_day(pattern: str) -> str:
    fields = [match[0] for match in _FIELD.finditer(_LITERAL.sub("", pattern))]
    if sorted(field[0] for field in fields) != ["M", "d", "y"] or not _FIELDS_OF_A_DAY.issuperset(fields):
        raise ValueError("write a day, a month and a year once each, as CLDR does, such as d MMMM y")
    return pattern


Digits = Annotated[str, AfterValidator(_from_nought_to_nine)]
LocaleName = Annotated[str, AfterValidator(_of_cldr)]
Joiner = Annotated[str, AfterValidator(_of_two)]
DatePattern = Annotated[str, AfterValidator(_of_a_day)]


class Punctuation(Table):
    """The marks that newspapers set around and between quoted words, and between the items of a list.

    ``parentheses`` has a place for what stands in them, and the space before them where there is one.
    """

    opening: str = "“"
    closing: str = "”"
    between: str = "; "
    comma: str = ", "
    stop: str = "."
    question: str = "?"
    colon: str = ":"
    after_colon: str = " "
    parentheses: str = Field(default=" ({})", pattern=r"^[^{}]*\{\}[^{}]*$")

    def quote(self, text: str) -> str:
        return f"{self.opening}{text}{self.closing}"


class Lists(Table):
    """What joins the last two items of a list, ``{0} and {1}``, where newspapers do not write what CLDR gives.

    Where white space does not part the words of a language, a blank at an item stays only beside Latin letters and
    figures: 来源 002 和 003, 甲和乙.
    """

    last: Joiner | None = None
    last_or: Joiner | None = None


class Profile(Table):
    """``language.toml``: how a language is written, and which libraries know it by which name.

    ``name`` is what its speakers call it, CLDR's word where none is given; ``locale`` its code, or none where CLDR does
    not know the language; ``long_date`` is what newspapers write for CLDR's long date. ``spaced`` tells whether white
    space parts its words. ``font`` is a file in the language's folder, or one of those that come along.
    """

    file: ClassVar[str] = "language.toml"

    name: str = ""
    script: Script = Script.LATIN
    spaced: bool = True
    right_to_left: bool = False
    locale: LocaleName | None = None
    digits: Digits = "0123456789"
    long_date: DatePattern | None = None
    fallback: bool = False
    lends: frozenset[Lent] = frozenset()
    italics: bool = False
    keys_are_words: bool = False
    font: str = "latin-arabic.ttf"
    punctuation: Punctuation = Field(default_factory=Punctuation)
    lists: Lists = Field(default_factory=Lists)


class Language:
    """A language that articles and people write. Two are equal when their ``code`` (ISO 639) is.

    No dataclass, so that what is written down of a sentence has the code, and not the tables.
    """

    __slots__ = ("_made", "_peers", "_tables", "code", "folder", "profile")

    def __init__(self, code: str, folder: Path, profile: Profile, peers: dict[str, Language]) -> None:
        """``peers`` are all languages by code, itself among them."""
        self.code = code
        self.folder = folder
        self.profile = profile
        self._peers = peers
        self._made: Parts[Callable[[Language], Any], Any] = Parts()
        self._tables: Parts[type[Table], Table] = Parts()

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def __str__(self) -> str:
        return self.code

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and self.code == other.code

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def fallback(self) -> Language:
        """The language that serves where this one does not; itself where it is that one."""
        return self.peers[0]

    @property
    def peers(self) -> tuple[Language, ...]:
        """Every language that was loaded with it, itself among them, the fallback first."""
        return tuple(self._peers.values())

    def read(self, schema: type[T]) -> T:
        """The file of ``schema`` in this language's folder, or its defaults where there is none; read once.

        Raises GlossaryError naming the file, the line, the key and what is wrong.
        """
        try:
            return cast(T, self._tables[schema])
        except KeyError:
            path = self.folder / schema.file
            return cast(T, self._tables.setdefault(schema, read_schema(path, schema) if _exists(path) else schema()))

    def once(self, make: Callable[[Language], M]) -> M:
        """What ``make`` makes of this language: made when it is first asked for, then kept."""
        try:
            return cast(M, self._made[make])
        except KeyError:
            return cast(M, self._made.setdefault(make, make(self)))

    def with_lenders(self, what: Lent) -> tuple[Language, ...]:
        """Itself, then those whose ``what`` is read inside texts of every language."""
        lenders = (peer for peer in self.peers if what in peer.profile.lends and peer != self)
        return (self, *lenders)


class Languages:
    """Every language, by code: the fallback first, the others in the order of their codes."""

    def __init__(self, folder: Path, profiles: dict[str, Profile]) -> None:
        self._by_code: dict[str, Language] = {}
        self._made: Parts[Callable[[Languages], Any], Any] = Parts()
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

    def of_script(self, script: Script) -> tuple[Language, ...]:
        return tuple(language for language in self if language.profile.script == script)

    def once(self, make: Callable[[Languages], M]) -> M:
        """What ``make`` makes of all languages together: made when it is first asked for, then kept."""
        try:
            return cast(M, self._made[make])
        except KeyError:
            return cast(M, self._made.setdefault(make, make(self)))

    def check(self, schemas: Iterable[type[Table]]) -> None:
        """Read every file of every language now, so that a fault is told at the start and not at some question.

        Raises GlossaryError with a line for each fault; a table that none of the ``schemas`` reads is one, since its
        name may be misspelt.
        """
        schemas = tuple(schemas)
        known = (Profile.file, *(schema.file for schema in schemas))
        faults = [fault for language in self for fault in (*_unread(language, known), *_unreadable(language, schemas))]
        if faults:
            raise GlossaryError("\n".join(faults))


def _unread(language: Language, known: tuple[str, ...]) -> Iterator[str]:
    for path in sorted(language.folder.glob("*.toml")):
        if path.name not in known:
            meant = get_close_matches(path.name, known, 1)
            hint = f"Did you mean {meant[0]}?" if meant else f"Known files: {', '.join(known)}."
            yield f"{path}: nothing reads a file of this name. {hint}"


def _unreadable(language: Language, schemas: Iterable[type[Table]]) -> Iterator[str]:
    for schema in schemas:
        try:
            language.read(schema)
        except GlossaryError as error:
            yield str(error)


def load_languages(folder: Path) -> Languages:
    """Every language, one for each folder in ``folder``; hidden ones are left alone.

    Raises GlossaryError naming the file, the line, the key and what is wrong.
    """
    files = [each / Profile.file for each in _folders(folder)]
    bare = [file.parent for file in files if not _exists(file)]
    if len(bare) == len(files):
        raise GlossaryError(f"{folder} holds no language; put a folder with a {Profile.file} there, such as en/.")
    if bare:
        told = (f"{each} has no {Profile.file}; write one, or move the folder away." for each in bare)
        raise GlossaryError("\n".join(told))
    profiles = {file.parent.name: _profile(file) for file in files}
    fallbacks = [code for code, profile in profiles.items() if profile.fallback]
    if len(fallbacks) != 1:
        named = ", ".join(fallbacks) or "none"
        raise GlossaryError(f"{folder}: one language must have fallback = true in its {Profile.file}; now: {named}.")
    return Languages(folder, profiles)


def _folders(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [each for each in inside if each.is_dir() and not each.name.startswith((".", "__"))]


def _exists(file: Path) -> bool:
    """Whether there is such a file; one that may not be looked at is told when it is read."""
    try:
        return file.exists()
    except OSError:
        return True


def _profile(file: Path) -> Profile:
    code = file.parent.name
    if not _CODE.fullmatch(code):
        raise GlossaryError(f"{file.parent}: name the folder by the language's code (ISO 639), such as en or ckb.")
    profile = read_schema(file, Profile)
    known = profile.locale or not exists(code)
    return profile if known else profile.model_copy(update={"locale": code})
