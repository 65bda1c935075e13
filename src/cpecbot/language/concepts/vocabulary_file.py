"""Reading the files of the general vocabulary, and saying by file and line what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Never

from msgspec import Struct, field

from cpecbot.errors import GlossaryError
from cpecbot.expressions import expression
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.language_file import brought_forms
from cpecbot.languages import Language, Languages
from cpecbot.tables import read_text

# What stands between the cells of a line, between the forms in a cell, and between the principal parts of a verb.
_CELL_SEPARATOR = "\t"
FORM_SEPARATOR = "|"
PART_SEPARATOR = "/"
_FIRST = ("concept", "kind", "broader")
_KEY = expression(r"[a-z][a-zA-Z0-9_]*")
# A blank at the edge of a form, a form of nothing, a principal part of nothing or a third one.
_FAULTY = expression(r" [|/\t]|[|/\t] |\|\||\|[\t/]|[\t/]\||/\t|\t/|//|[|/ ]\r?$|/[^|\t]*/")
_KINDS = {kind.value: kind for kind in ConceptKind}


class Rows(Struct, frozen=True):
    """The lines of every file, column by column; ``columns`` are the cells of each language, as they are written."""

    keys: tuple[str, ...] = ()
    kinds: tuple[ConceptKind, ...] = ()
    broader: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)


def read_rows(folder: Path, languages: Languages) -> Rows:
    """The lines of every ``*.tsv`` in ``folder``, by name; none where there is no such folder.

    Raises GlossaryError naming the file, the line and what to do.
    """
    keys: dict[str, str] = {}
    kinds: list[ConceptKind] = []
    broader: list[tuple[str, ...]] = []
    columns: dict[Language, list[str]] = {language: [] for language in languages}
    for path in sorted(folder.glob("[!.]*.tsv")):
        for place, row in _rows(path, languages):
            key = row["concept"]
            if not _KEY.fullmatch(key):
                raise GlossaryError(f"{place}: {key!r} is not a plain key; use ASCII letters, digits and _.")
            if key in keys:
                raise GlossaryError(f"{place}: {key!r} is already at {keys[key]}; join the two or rename one.")
            keys[key] = place
            kinds.append(_KINDS.get(row["kind"]) or _unknown_kind(row["kind"], place))
            broader.append(tuple(row["broader"].split(FORM_SEPARATOR)) if row["broader"] else ())
            for language, column in columns.items():
                column.append(row.get(language.code, ""))
    for language, column in columns.items():
        _bring(column, keys, language)
    return Rows(tuple(keys), tuple(kinds), tuple(broader), {each: tuple(column) for each, column in columns.items()})


def _bring(column: list[str], keys: Iterable[str], language: Language) -> None:
    """Add the forms that stand in the folder of ``language`` to its ``column``."""
    brought = brought_forms(language)
    for number, key in enumerate(keys if brought else ()):
        column[number] = FORM_SEPARATOR.join(filter(None, (column[number], *brought.get(key, ()))))


def _rows(path: Path, languages: Languages) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each line as its cells by the name of their column, with where it stands."""
    first, *lines = read_text(path).split("\n")
    names = tuple(first.split(_CELL_SEPARATOR))
    if names[: len(_FIRST)] != _FIRST:
        raise GlossaryError(f"{path}, line 1: must begin with {', '.join(_FIRST)} and a column a language.")
    for name in names[len(_FIRST) :]:
        if names.count(name) > 1:
            raise GlossaryError(f"{path}, line 1: has the column {name!r} twice; join the two.")
        if name not in languages.codes:
            raise GlossaryError(f"{path}, line 1: {name!r} is no language; use {', '.join(languages.codes)}.")
    for number, line in enumerate(lines, 2):
        cells = line.rstrip("\r").split(_CELL_SEPARATOR)
        if line.strip() and _FAULTY.search(line):
            raise GlossaryError(f"{path}, line {number}: has an empty or padded form; correct or remove it.")
        if len(cells) == len(names):
            yield f"{path}, line {number}", dict(zip(names, cells, strict=True))
        elif line.strip():
            raise GlossaryError(f"{path}, line {number}: has {len(cells)} cells; it needs {len(names)}, with tabs.")


def _unknown_kind(name: str, place: str) -> Never:
    near = get_close_matches(name, _KINDS, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"use one of: {', '.join(_KINDS)}."
    raise GlossaryError(f"{place}: has an unknown kind {name!r}; {hint}")
