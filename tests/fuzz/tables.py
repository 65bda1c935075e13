"""Every file that a person edits is read, or refused in lines that say what is wrong where."""

from __future__ import annotations

import functools
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from hypothesis import strategies as st

from cpecbot.commands.language_files import LANGUAGE_FILES
from cpecbot.corpus.boilerplate import load_boilerplate
from cpecbot.corpus.facts import load_facts
from cpecbot.disagreement import load_contrasts
from cpecbot.errors import CpecbotError
from cpecbot.evaluation import load_passages, load_questions
from cpecbot.i18n import catalogue
from cpecbot.language.concepts.actors import ActorsFile
from cpecbot.language.concepts.glossary_file import read_concepts
from cpecbot.language.concepts.opposites import OppositesFile
from cpecbot.language.concepts.sites import SitesFile
from cpecbot.language.concepts.vocabulary_file import read_rows
from cpecbot.languages import Profile, load_languages
from cpecbot.settings import load_settings
from cpecbot.tables import read_schema
from fakes.languages import LANGUAGES
from fuzz.mutating import mutated
from shipped import CONFIG, ROOT

_LARGEST = 20_000
_VALUE = re.compile(r"""(?:^[^#\n=]*=|[,\[])[ ]*("[^"\n]*"|'[^'\n]*'|\[[^\]]*\]|[\w.-]+)""", re.M)
_KEY = re.compile(r"^\[*([\w.\"-]+)(?=[ ]*[\]=])", re.M)
_VALUES = (
    *('""', '" "', "[]", "[[]]", '["", 1]', "{}", "{a = 1}", "[{}]", "0", "-1", "1.5", "nan", "inf", "true"),
    "1979-05-27",
    *("99999999999999999999999", "9223372036854775807", '"\\u0000"', r'"\n"', '"("', '"(?P<x>a)"', '"{x}"', '"{"'),
    *('["a", ["b"]]', "{a = {a = {a = 1}}}", '"[a-"', '"\\\\"', '"x|"', '"…"', '"1-2"', '"٣"', "07:32:00", '"[[a]"'),
)
_KEYS = ('""', "x", '"a b"', "1", '"…"', "en", "fa", "a.b.c", '"\\u0000"', "nan", "file", "model_config", "__class__")


def _catalogue(path: Path) -> None:
    language = load_languages(path.parents[1])[path.parent.name]
    catalogue.load(language)


def _environment(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        load_settings()
    finally:
        os.chdir(before)


def _readers() -> Mapping[str, tuple[Path, Callable[[Path], object]]]:
    """By a name for each kind of file: one that is shipped, and what reads such a file."""
    english, languages = CONFIG / "languages" / "en", CONFIG / "languages"
    readers: dict[str, tuple[Path, Callable[[Path], object]]] = {
        "local.toml": (CONFIG / "default.toml", load_settings),
        ".env": (Path(__file__).with_name("example.env"), _environment),
        "sources.toml": (CONFIG / "sources.toml", load_facts),
        "boilerplate.toml": (CONFIG / "boilerplate.toml", lambda path: load_boilerplate(path, LANGUAGES)),
        "contrasts.toml": (CONFIG / "contrasts.toml", lambda path: load_contrasts(path, LANGUAGES)),
        "glossary.toml": (CONFIG / "glossary" / "incidents.toml", lambda path: read_concepts(path, LANGUAGES)),
        "town.tsv": (CONFIG / "vocabulary" / "town.tsv", lambda path: read_rows(path.parent, LANGUAGES)),
        "opposites.toml": (CONFIG / "vocabulary" / "opposites.toml", lambda path: read_schema(path, OppositesFile)),
        "actors.toml": (CONFIG / "vocabulary" / "actors.toml", lambda path: read_schema(path, ActorsFile)),
        "sites.toml": (CONFIG / "vocabulary" / "sites.toml", lambda path: read_schema(path, SitesFile)),
        "judged.jsonl": (ROOT / "tests" / "judged" / "own_questions.jsonl", load_questions),
        "judged.json": (ROOT / "tests" / "judged" / "own_passages.json", load_passages),
        "en/language.toml": (english / Profile.file, lambda path: load_languages(path.parents[1])),
        "fa/messages.po": (languages / "fa" / catalogue.FILE, _catalogue),
    }
    for schema in LANGUAGE_FILES:
        for code in ("en", "fa"):
            shipped = languages / code / schema.file
            if shipped.is_file():
                readers[f"{code}/{schema.file}"] = (shipped, functools.partial(read_schema, schema=schema))
    return readers


READERS = _readers()


@functools.cache
def _shipped(name: str) -> bytes:
    """The beginning of the file, in whole tables or lines."""
    raw = READERS[name][0].read_bytes()
    if len(raw) <= _LARGEST or name.endswith(".json"):
        return raw
    return raw[: max(raw.rfind(b"\n\n", 0, _LARGEST), raw.rfind(b"\n", 0, _LARGEST)) + 1]


@st.composite
def _revalued(draw: st.DrawFn, original: bytes) -> bytes:
    """A table that is still one, with other values or other keys."""
    text = original.decode()
    for pattern, others in draw(st.lists(st.sampled_from([(_VALUE, _VALUES), (_KEY, _KEYS)]), min_size=1, max_size=3)):
        places = list(pattern.finditer(text))
        if places:
            place = places[draw(st.integers(0, len(places) - 1))]
            text = text[: place.start(1)] + draw(st.sampled_from(others)) + text[place.end(1) :]
    return text.encode()


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(st.sampled_from(list(READERS)))
    original = _shipped(name)
    return name, draw(mutated([original]) | _revalued(original))


def check(example: tuple[str, bytes]) -> None:
    name, content = example
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        if name.endswith(".po"):
            for code in ("en", "fa"):
                (path.parents[1] / code).mkdir(exist_ok=True)
                for file in (Profile.file, catalogue.FILE):
                    shutil.copy(CONFIG / "languages" / code / file, path.parents[1] / code / file)
        path.write_bytes(content)
        try:
            READERS[name][1](path)
        except CpecbotError as error:
            told = str(error)
            assert told
            assert all(len(line) < 1000 for line in told.splitlines()), "a line nobody reads to its end"
