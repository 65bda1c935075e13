"""Tables that a person edits: every fault is told with the file, the line and the key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import Field

from cpecbot.errors import CorpusError, GlossaryError
from cpecbot.tables import Table, compile_written, line_of, read_schema, read_text, read_toml


class Inner(Table):
    """A table within a table."""

    word: str = "inner"
    forms: tuple[str, ...] = ()


class Outer(Table):
    """A file of each kind of value."""

    file: ClassVar[str] = "outer.toml"

    number: int = Field(default=3, ge=1)
    words: tuple[str, ...] = ("a", "b")
    inner: Inner = Inner()
    rows: tuple[Inner, ...] = ()


def written(folder: Path, text: str) -> Path:
    path = folder / Outer.file
    path.write_text(text, "utf-8")
    return path


def test_what_is_not_given_counts_as_the_schema_says(tmp_path: Path) -> None:
    """An empty file is one with nothing to say."""
    assert read_schema(written(tmp_path, ""), Outer) == Outer()


def test_what_is_given_is_read(tmp_path: Path) -> None:
    """Tables, lists and tables in lists."""
    text = 'number = 5\nwords = ["x"]\n[inner]\nword = "y"\n[[rows]]\nforms = ["z", "zz"]\n'
    read = read_schema(written(tmp_path, text), Outer)
    assert read == Outer(number=5, words=("x",), inner=Inner(word="y"), rows=(Inner(forms=("z", "zz")),))


@pytest.mark.parametrize(
    ("text", "line", "key", "problem"),
    [
        ("number = 1\nnumbers = 2\n", 2, "numbers", 'no such key; did you mean "number"'),
        ('# the first\nnumber = "many"\n', 2, "number", r"must be a whole number.*\(it is 'many'\)"),
        ("\nnumber = 0\n", 2, "number", r"must be at least 1 \(it is 0\)"),
        ('words = [\n  "a",\n  7,\n]\n', 1, r"words\.1", r"must be a text.* \(it is 7\)"),
        ('words = "a"\n', 1, "words", "must be a list"),
        ("[inner]\nword = 3\n", 2, r"inner\.word", r"must be a text.* \(it is 3\)"),
        ("[inner]\nwrod = 'x'\n", 2, r"inner\.wrod", 'no such key; did you mean "word"'),
        ("number = 1\n\n[iner.deep]\nx = 1\n", 3, "iner", 'no such key; did you mean "inner"'),
        ("inner.word = 3\n", 1, r"inner\.word", "must be a text"),
        ("inner = { word = 3 }\n", 1, r"inner\.word", "must be a text"),
        ('word = "x"\n', 1, "word", "no such key"),
        ("number = 2\n\n[other]\nx = 1\n", 3, "other", "no such key"),
        ('[[rows]]\nword = "x"\n\n[[rows]]\nforms = "y"\n', 5, r"rows\.1\.forms", "must be a list"),
        ('"number" = "x"\n', 1, "number", "must be a whole number"),
    ],
)
def test_a_fault_is_told_with_file_line_and_key(tmp_path: Path, text: str, line: int, key: str, problem: str) -> None:
    """In one line, with what was written there."""
    with pytest.raises(GlossaryError, match=rf"outer\.toml, line {line}: {key}: [^\n]*{problem}[^\n]*\.$"):
        read_schema(written(tmp_path, text), Outer)


def test_each_fault_has_a_line_of_its_own(tmp_path: Path) -> None:
    """So that one look mends them all."""
    with pytest.raises(GlossaryError) as raised:
        read_schema(written(tmp_path, 'number = "x"\nwords = 1\n[inner]\nwrod = 1\n'), Outer)
    assert [line.split(": ")[1] for line in str(raised.value).splitlines()] == ["number", "words", "inner.wrod"]


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    """By the reader of TOML."""
    path = written(tmp_path, "number = 1\nwords = =\n")
    for read in (lambda: read_schema(path, Outer), lambda: read_toml(path)):
        with pytest.raises(GlossaryError, match=r"outer\.toml: not valid TOML: .*line 2.*; correct that line\.$"):
            read()


def test_a_number_without_end_before_a_mistake_is_told_too(tmp_path: Path) -> None:
    path = written(tmp_path, f'words = ["a", {"9" * 5000}"b"]\n')
    with pytest.raises(GlossaryError, match=r"outer\.toml: not valid TOML: .*; correct that line\.$"):
        read_toml(path)


def test_what_is_not_utf_8_is_told_with_the_byte(tmp_path: Path) -> None:
    """An editor may have saved it in another encoding."""
    path = tmp_path / Outer.file
    path.write_bytes('words = ["é"]'.encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"outer\.toml is not UTF-8 \(byte 10\); save it as UTF-8\.$"):
        read_schema(path, Outer)


@pytest.mark.parametrize("written", ["(", "[[a]", "a(?i)b", "a{99999999999}", "(" * 5000 + ")" * 5000])
def test_an_expression_that_python_would_only_warn_of_is_refused_too(written: str) -> None:
    with pytest.raises(re.error):
        compile_written(written)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_what_cannot_be_read_is_told_with_the_reason(tmp_path: Path, name: str) -> None:
    """A file that is gone, and a folder in its place; as the error that the caller wants."""
    for error in (GlossaryError, CorpusError):
        with pytest.raises(
            error, match=r"cannot be read \(.+\); check the path and its rights\.$|is a folder; give a file\.$"
        ):
            read_text(tmp_path / name, error)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Editors on Windows put one there."""
    path = tmp_path / Outer.file
    path.write_bytes(b"\xef\xbb\xbfnumber = 4\n")
    assert read_text(path) == "number = 4\n"
    assert read_toml(path) == {"number": 4}


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ([], 1),
        (["first"], 1),
        (["second"], 2),
        (["table"], 4),
        (["table", "second"], 5),
        (["table", "missing"], 4),
        (["missing"], 1),
        (["dotted", "inside"], 6),
        (["list"], 8),
    ],
)
def test_the_line_of_a_key_is_that_of_its_last_part_that_is_found(keys: list[str], line: int) -> None:
    """A key of the same name further up, or inside a longer one, is another."""
    text = "first = 1\nsecond = 2\n\n[table]\nsecond = 3\ndotted.inside = 4\n\n[[list]]\nx = 1\n"
    assert line_of(text, keys) == line


def test_a_table_cannot_be_changed() -> None:
    """It is shared by all that read it."""
    with pytest.raises(ValueError, match="frozen"):
        Outer().number = 4  # type: ignore[misc]
