"""Reading glossary files and saying by file and line what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.matching import form_keys
from cpecbot.languages import Language, Languages
from cpecbot.tables import parse_toml, read_text

_KEY = re.compile(r"[a-z][a-zA-Z0-9_]*")
_FIELDS = ("kind", "broader")


@dataclass(frozen=True, slots=True)
class _File:
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
    concepts: dict[str, Concept] = {}
    homes: dict[str, _File] = {}
    for file in _files(path):
        for key, table in parse_toml(file.text, file.path).items():
            if key in homes:
                raise file.error(key, f"is already in {homes[key].path}; join the two or rename one.")
            concepts[key] = _concept(key, table, file, languages)
            homes[key] = file
    _refuse_repeated_forms(concepts.values(), homes)
    _refuse_bad_broader(concepts, homes)
    return tuple(concepts.values())


def _files(path: Path) -> Iterator[_File]:
    paths = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not paths:
        raise GlossaryError(f"{path} holds no .toml file; put a glossary there or set another folder.")
    for each in paths:
        yield _File(each, read_text(each))


def _concept(key: str, table: object, file: _File, languages: Languages) -> Concept:
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
    forms = {language: _strings(key, table, language.code, file) for language in languages}
    for language, listed in forms.items():
        if not listed:
            raise file.error(key, f"has no form in {language}; add at least one.")
    return Concept(key, kind, forms, _strings(key, table, "broader", file))


def _unknown(name: str, codes: tuple[str, ...]) -> str:
    near = get_close_matches(name, (*_FIELDS, *codes), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"use kind, broader or a language: {', '.join(codes)}."
    return f"has an unknown entry {name!r}; {hint}"


def _strings(key: str, table: Mapping[str, object], name: str, file: _File) -> tuple[str, ...]:
    listed = table.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise file.error(key, f"{name} must be a list of strings.", f"{name} ")
    for item in listed:
        if item != item.strip() or not item.removeprefix("="):
            raise file.error(key, f"{name} has an empty or padded form {item!r}; correct or remove it.", f'"{item}"')
    return tuple(listed)


def _refuse_repeated_forms(concepts: Iterable[Concept], homes: Mapping[str, _File]) -> None:
    """A form that two concepts share would make a match arbitrary; how they fold decides, not how they look."""
    owners: dict[tuple[Language, tuple[str, ...], str], str] = {}
    for concept in concepts:
        for language, forms in concept.forms.items():
            for form in forms:
                for spelling in form_keys(form, language):
                    if not spelling:
                        raise homes[concept.key].error(
                            concept.key, f"{language} form {form!r} has no letter or digit; remove it.", f'"{form}"'
                        )
                    literal = form if form.startswith("=") else ""
                    owner = owners.setdefault((language, spelling, literal), concept.key)
                    if owner != concept.key:
                        raise homes[concept.key].error(
                            concept.key,
                            f"{language} form {form!r} already belongs to [{owner}]; "
                            "keep it in one, or make one the broader of the other.",
                            f'"{form}"',
                        )


def _refuse_bad_broader(concepts: Mapping[str, Concept], homes: Mapping[str, _File]) -> None:
    for concept in concepts.values():
        for broader in concept.broader:
            if broader not in concepts:
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
        for broader in concepts[key].broader:
            _follow(broader, (*trail, key), concepts, homes, done)
        done.add(key)
