"""The languages that are shipped, as files that a native speaker reads and mends; and a sixth one beside them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from command_line import Cli
from cpecbot.commands.language_files import LANGUAGE_FILES
from cpecbot.i18n import Message, Plural, count, format_list, format_number, native_name, say
from cpecbot.languages import Language, Languages, Profile, load_languages
from fakes.languages import EN, LANGUAGES

NAMES = sorted({path.name for language in LANGUAGES for path in language.folder.iterdir()})
TABLES = [language.folder / name for language in LANGUAGES for name in NAMES if name.endswith(".toml")]
_KEY = re.compile(r"[\w\"'.-]+\s*=")


def called(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def keys_of(text: str) -> Iterator[int]:
    """The lines, from 0, that begin a value or a table; not those inside a value of several lines."""
    lines = text.splitlines(keepends=True)
    number = 0
    while number < len(lines):
        end = number + 1
        if _KEY.match(lines[number]):
            yield number
            while not _whole("".join(lines[number:end])):
                end += 1
        elif lines[number].startswith("["):
            yield number
        number = end


def _whole(value: str) -> bool:
    try:
        tomli.loads(value)
    except tomli.TOMLDecodeError:
        return False
    return True


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_each_language_has_the_same_files(language: Language) -> None:
    """So that a new one is a copy of any of them, translated."""
    assert sorted(path.name for path in language.folder.iterdir()) == NAMES


def test_every_table_is_read_and_right() -> None:
    """None is left that no schema reads."""
    LANGUAGES.check(LANGUAGE_FILES)
    assert {path.name for path in TABLES} == {Profile.file, *(schema.file for schema in LANGUAGE_FILES)}


@pytest.mark.parametrize("path", TABLES, ids=called)
def test_a_table_opens_with_what_it_is_for(path: Path) -> None:
    """In a comment."""
    assert path.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("path", TABLES, ids=called)
def test_every_key_or_its_group_has_a_comment_above(path: Path) -> None:
    """A group are keys with no empty line between them; what is said of a table may stand right below its name."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for number in keys_of(text):
        above = number
        while above and lines[above - 1].strip():
            above -= 1
        below = lines[number + 1 : number + 2] if lines[number].startswith("[") else []
        said = any(line.startswith("#") for line in [*lines[above:number], *below])
        assert said, f"{called(path)}, line {number + 1}"


@pytest.mark.parametrize("path", TABLES, ids=called)
def test_no_line_is_too_long_to_be_read(path: Path) -> None:
    """At most 120 characters."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        assert len(line) <= 120, f"{called(path)}, line {number}"


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_profile_has_its_keys_in_one_order(language: Language) -> None:
    """That of the schema, in each language."""
    keys = list(tomli.loads((language.folder / Profile.file).read_text("utf-8")))
    assert keys == [key for key in Profile.model_fields if key in keys]


@pytest.fixture
def six(tmp_path: Path, root: Path) -> Languages:
    """The shipped languages, and German in a few lines."""
    folder = tmp_path / "languages"
    shutil.copytree(root / "config" / "languages", folder)
    german = folder / "de"
    german.mkdir()
    (german / Profile.file).write_text('[punctuation]\nopening = "„"\nclosing = "“"\n', "utf-8")
    (german / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "sources_title"\nmsgstr "Quellen"\n',
        "utf-8",
    )
    return load_languages(folder)


def test_a_sixth_language_is_a_folder(six: Languages) -> None:
    """It speaks its own words where it has them, and the fallback's elsewhere; dates and numbers are those of CLDR."""
    german = six["de"]
    six.check(LANGUAGE_FILES)
    assert say(Message.SOURCES_TITLE, german) == "Quellen"
    assert say(Message.NO_ANSWER, german) == say(Message.NO_ANSWER, EN)
    assert count(Plural.SOURCES_COUNT, 2, german) == count(Plural.SOURCES_COUNT, 2, EN)
    assert native_name(german) == "Deutsch"
    assert format_number(1234567, german) == "1.234.567"
    assert format_list(["a", "b"], german) == "a und b"


def test_a_language_without_a_catalogue_speaks_the_fallback_s(six: Languages) -> None:
    """All of it."""
    (six["de"].folder / "messages.po").unlink()
    assert say(Message.SOURCES_TITLE, six["de"]) == say(Message.SOURCES_TITLE, EN)
    assert count(Plural.SOURCES_COUNT, 1, six["de"]) == count(Plural.SOURCES_COUNT, 1, EN)


def test_a_program_with_a_sixth_language_knows_it(cli: Cli, six: Languages, tmp_path: Path) -> None:
    """A ``--lang`` lists it with the others."""
    (tmp_path / "local.toml").write_text('tables = "."\n')
    result = cli("--config", str(tmp_path / "local.toml"), "ask", "--help")
    assert ", ".join(six.codes) in " ".join(result.out.split())
    assert "de" in six.codes
