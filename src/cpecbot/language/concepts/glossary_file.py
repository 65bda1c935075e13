"""Reading glossary files and saying by file and line what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from cpecbot.errors import GlossaryError
from cpecbot.expressions import expression
from cpecbot.language.concepts.concept import Concept, ConceptKind, Members, Trait
from cpecbot.language.concepts.matching import form_keys, read_forms
from cpecbot.languages import Language, Languages
from cpecbot.tables import parse_toml, read_text

_KEY = expression(r"[a-z][a-zA-Z0-9_]*")
# Countries that no file tells of are told by CLDR, which is slow to read.
_COUNTRY = expression("country_[a-z]{2}")
_FIELDS = ("kind", "broader", "traits", "members")


class _File(Struct, frozen=True):
    path: Path
    text: str

    def line(self, key: str, needle: str = "") -> int:
        """The number, from 1, of the line where table ``key`` starts, or of the first one after it with ``needle``."""
        header = re.search(rf"^[ \t]*\[[ \t]*\"?{re.escape(key)}\"?[ \t]*\]", self.text, re.MULTILINE)
        start = header.start() if header else 0
        found = self.text.find(needle, header.end() if header else 0) if needle else start
        return self.text.count("\n", 0, found if found >= 0 else start) + 1

    def error(self, key: str, problem: str, needle: str = "") -> GlossaryError:
        return GlossaryError(f"{self.path}, line {self.line(key, needle)}: [{key}] {problem}")


def read_concepts(path: Path, languages: Languages) -> tuple[Concept, ...]:
    """The concepts of a TOML file, or of every ``*.toml`` in a folder, by name.

    Raises GlossaryError naming the file, the line and what to do.
    """
    tables: dict[str, object] = {}
    homes: dict[str, _File] = {}
    for file in _files(path):
        for key, table in parse_toml(file.text, file.path).items():
            if key in homes:
                raise file.error(key, f"is already in {homes[key].path}; join the two or rename one.")
            tables[key] = table
            homes[key] = file
    written = _written(tables.values(), languages)
    concepts = {key: _concept(key, table, homes[key], languages, written) for key, table in tables.items()}
    _refuse_shared_forms(concepts.values(), homes)
    _refuse_bad_broader(concepts, homes)
    return tuple(concepts.values())


def _written(tables: Iterable[object], languages: Languages) -> frozenset[Language]:
    """The languages that the files are written in: one that has a form anywhere has one of every concept."""
    named = frozenset().union(*(table for table in tables if isinstance(table, dict)))
    return frozenset(language for language in languages if language.code in named)


def _files(path: Path) -> Iterator[_File]:
    paths = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not paths:
        raise GlossaryError(f"{path} holds no .toml file; put a glossary there or set another folder.")
    for each in paths:
        yield _File(each, read_text(each))


def _concept(key: str, table: object, file: _File, languages: Languages, written: frozenset[Language]) -> Concept:
    if not isinstance(table, dict):
        raise GlossaryError(f"{file.path}: {key!r} stands outside a concept; write it under a [concept] header.")
    if not _KEY.fullmatch(key):
        raise file.error(key, "is not a plain key; use ASCII letters, digits and _.")
    for name in table.keys() - {*_FIELDS, *languages.codes}:
        raise file.error(key, _unknown(name, languages.codes), name)
    try:
        kind = ConceptKind(str(table.get("kind")))
    except ValueError:
        raise file.error(key, f"needs a kind, one of: {', '.join(ConceptKind)}.", "kind") from None
    forms = {language: _strings(key, table, language.code, file) for language in languages if language in written}
    for language, listed in forms.items():
        if not listed:
            raise file.error(key, f"has no form in {language}; add at least one.")
    broader, traits = _strings(key, table, "broader", file), _traits(key, table, file)
    return Concept(key, kind, forms, broader, traits, _members(key, table, file))


def _traits(key: str, table: Mapping[str, object], file: _File) -> frozenset[Trait]:
    named = _strings(key, table, "traits", file)
    for name in named:
        if name not in frozenset(Trait):
            raise file.error(key, f"has an unknown trait {name!r}; {_near(name, tuple(Trait))}", f'"{name}"')
    return frozenset(map(Trait, named))


def _members(key: str, table: Mapping[str, object], file: _File) -> Members | None:
    match table.get("members"):
        case None:
            return None
        case {"of": str(name), "least": int(least), **others} if not others and least > 0:
            sorts = {sort.value: sort for sort in (*ConceptKind, *Trait)}
            if name in sorts:
                return Members(sorts[name], least)
            raise file.error(key, f"has members of an unknown kind or trait {name!r}; {_near(name, sorts)}", "members")
        case _:
            raise file.error(key, 'needs members = { of = "a kind or trait", least = 2 }.', "members")


def _unknown(name: str, codes: tuple[str, ...]) -> str:
    near = get_close_matches(name, (*_FIELDS, *codes), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"use {', '.join(_FIELDS)} or a language: {', '.join(codes)}."
    return f"has an unknown entry {name!r}; {hint}"


def _near(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(known)}."


def _strings(key: str, table: Mapping[str, object], name: str, file: _File) -> tuple[str, ...]:
    listed = table.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise file.error(key, f"{name} must be a list of strings.", f"{name} ")
    for item in listed:
        if item != item.strip() or not item.removeprefix("="):
            raise file.error(key, f"{name} has an empty or padded form {item!r}; correct or remove it.", f'"{item}"')
    return tuple(listed)


class FormOwners:
    """Which concept a form belongs to; how forms fold decides, not how they look."""

    def __init__(self) -> None:
        self._owners: dict[Language, dict[tuple[tuple[str, ...], str], str]] = {}

    def claim(self, form: str, language: Language, key: str) -> str | None:
        """Give ``form`` to the concept ``key``; what is wrong with that, if it is.

        A form that two concepts share would make a match arbitrary.
        """
        literal = form if form.startswith("=") else ""
        owners = self._owners.setdefault(language, {})
        for spelling in form_keys(form, language):
            if not spelling:
                return f"{language} form {form!r} has no letter or digit; remove it."
            owner = owners.setdefault((spelling, literal), key)
            if owner != key:
                return (
                    f"{language} form {form!r} already belongs to [{owner}]; "
                    "keep it in one, or make one the broader of the other."
                )
        return None


def _refuse_shared_forms(concepts: Collection[Concept], homes: Mapping[str, _File]) -> None:
    owners = FormOwners()
    for language in frozenset().union(*(concept.forms for concept in concepts)):
        read_forms((form for concept in concepts for form in concept.forms.get(language, ())), language)
    for concept in concepts:
        for language, forms in concept.forms.items():
            for form in forms:
                if problem := owners.claim(form, language, concept.key):
                    raise homes[concept.key].error(concept.key, problem, f'"{form}"')


def _refuse_bad_broader(concepts: Mapping[str, Concept], homes: Mapping[str, _File]) -> None:
    for concept in concepts.values():
        for broader in concept.broader:
            if broader not in concepts and not _COUNTRY.fullmatch(broader):
                near = get_close_matches(broader, concepts, 1)
                hint = f"did you mean {near[0]!r}?" if near else "add that concept or remove the word."
                raise homes[concept.key].error(
                    concept.key, f"has an unknown broader concept {broader!r}; {hint}", f'"{broader}"'
                )
    done: set[str] = set()
    for key in concepts:
        _follow(key, (), concepts, homes, done)


def _follow(
    key: str, trail: tuple[str, ...], concepts: Mapping[str, Concept], homes: Mapping[str, _File], done: set[str]
) -> None:
    if key in trail:
        circle = " → ".join((*trail[trail.index(key) :], key))
        raise homes[key].error(key, f"is broader than itself: {circle}; remove one of these links.", "broader")
    if key not in done:
        for broader in filter(concepts.__contains__, concepts[key].broader):
            _follow(broader, (*trail, key), concepts, homes, done)
        done.add(key)
