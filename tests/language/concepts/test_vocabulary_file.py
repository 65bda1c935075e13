"""The files of the general vocabulary: a line a concept, a column a language, tabs in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.vocabulary_file import Rows, read_rows
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.toy import toy_languages

HEADER = "concept\tkind\tbroader\ten\tar\tfa\tur\tzh\n"
KITE = "kite\tthing\t\tkite\tطائرة ورقية\tبادبادک\tپتنگ\t风筝\n"
TOY = "toy\tthing\t\ttoy|plaything\tلعبة\tاسباب‌بازی\tکھلونا\t玩具\n"


def read(folder: Path, text: str, name: str = "play.tsv") -> Rows:
    (folder / name).write_text(text, "utf-8", newline="")
    return read_rows(folder, LANGUAGES)


def test_a_line_is_read_column_by_column_as_it_is_written(tmp_path: Path) -> None:
    rows = read(tmp_path, HEADER + KITE.replace("\tthing\t\t", "\tthing\ttoy|wind\t") + TOY)
    assert rows.keys == ("kite", "toy")
    assert rows.kinds == (ConceptKind.THING, ConceptKind.THING)
    assert rows.broader == (("toy", "wind"), ())
    assert rows.columns == {
        EN: ("kite", "toy|plaything"),
        AR: ("طائرة ورقية", "لعبة"),
        FA: ("بادبادک", "اسباب‌بازی"),
        UR: ("پتنگ", "کھلونا"),
        ZH: ("风筝", "玩具"),
    }


@pytest.mark.parametrize(
    "text",
    [
        HEADER + KITE.rstrip("\n"),
        HEADER + "\n" + KITE + "\n \n",
        (HEADER + KITE).replace("\n", "\r\n"),
        "\ufeff" + HEADER + KITE,
    ],
    ids=["no last line break", "empty lines", "line breaks of Windows", "byte order mark"],
)
def test_how_an_editor_saves_it_makes_no_difference(tmp_path: Path, text: str) -> None:
    rows = read(tmp_path, text)
    assert rows.keys == ("kite",)
    assert rows.columns[ZH] == ("风筝",)


def test_a_language_without_a_column_has_no_forms(tmp_path: Path) -> None:
    rows = read(tmp_path, "concept\tkind\tbroader\tzh\nkite\tthing\t\t风筝\n")
    assert rows.columns == {EN: ("",), AR: ("",), FA: ("",), UR: ("",), ZH: ("风筝",)}


def test_a_language_may_bring_forms_from_its_own_folder(tmp_path: Path) -> None:
    """Behind those of its column, and where it has none."""
    languages = toy_languages(
        tmp_path, concepts='[forms]\nkite = ["kajto", "flugilo"]\ntoy = ["ludilo"]\nnone = ["x"]\n'
    )
    table = (
        "concept\tkind\tbroader\ten\tqa\nkite\tthing\t\tkite\tdrako\ntoy\tthing\t\ttoy\t\ndoll\tthing\t\tdoll\tpupo\n"
    )
    (tmp_path / "play.tsv").write_text(table, "utf-8")
    rows = read_rows(tmp_path, languages)
    assert rows.keys == ("kite", "toy", "doll")
    assert rows.columns[languages["qa"]] == ("drako|kajto|flugilo", "ludilo", "pupo")
    assert rows.columns[languages["en"]] == ("kite", "toy", "doll")


def test_the_columns_of_languages_may_stand_in_any_order(tmp_path: Path) -> None:
    rows = read(tmp_path, "concept\tkind\tbroader\tzh\ten\nkite\tthing\t\t风筝\tkite\n")
    assert (rows.columns[EN], rows.columns[ZH]) == (("kite",), ("风筝",))


def test_the_files_of_a_folder_are_read_by_name_and_others_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not for reading", "utf-8")
    (tmp_path / "b.tsv").write_text(HEADER + KITE, "utf-8")
    assert read(tmp_path, HEADER + TOY, "a.tsv").keys == ("toy", "kite")


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_where_there_is_no_file_there_is_no_vocabulary(tmp_path: Path, folder: str) -> None:
    rows = read_rows(tmp_path / folder, LANGUAGES)
    assert rows.keys == ()
    assert set(rows.columns.values()) == {()}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "must begin with concept, kind, broader and a column a language."),
        (KITE, 1, "must begin with concept, kind, broader and a column a language."),
        (HEADER.replace("kind\tbroader", "broader\tkind") + KITE, 1, "must begin with concept, kind, broader and"),
        (HEADER.replace("\t", " ") + KITE, 1, "must begin with concept, kind, broader and a column a language."),
        (HEADER.replace("fa", "qa") + KITE, 1, "'qa' is no language; use en, ar, fa, ur, zh."),
        (HEADER.replace("\n", "\tnote\n") + KITE, 1, "'note' is no language; use en, ar, fa, ur, zh."),
        (HEADER + TOY + KITE.replace("\t风筝", ""), 3, "has 7 cells; it needs 8, with tabs."),
        (HEADER + KITE.replace("\n", "\tmore\n"), 2, "has 9 cells; it needs 8, with tabs."),
        (HEADER + KITE.replace("\t", "    "), 2, "has 1 cells; it needs 8, with tabs."),
        (HEADER + "\n" + KITE.replace("thing", "think"), 3, "unknown kind 'think'; did you mean 'thing'?"),
        (HEADER + KITE.replace("thing", "qualify"), 2, "unknown kind 'qualify'; did you mean 'quality'?"),
        (HEADER + KITE.replace("thing", "xyz"), 2, "unknown kind 'xyz'; use one of: institution, person, place, "),
        (HEADER + KITE.replace("thing", ""), 2, "unknown kind ''; use one of: "),
        (HEADER + KITE.replace("thing", "Thing"), 2, "unknown kind 'Thing'; did you mean 'thing'?"),
    ],
)
def test_a_mistake_is_told_with_its_file_its_line_and_what_to_do(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'play.tsv'}, line {line}: ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "cell", ["kite |drake", "kite| drake", " kite", "kite|", "|kite", "kite||drake", "fly/", "/flew", "fly/flew/flown"]
)
def test_a_form_that_is_empty_or_padded_is_refused(tmp_path: Path, cell: str) -> None:
    with pytest.raises(GlossaryError, match=r"play\.tsv, line 2: has an empty or padded form"):
        read(tmp_path, HEADER + KITE.replace("\tkite\t", f"\t{cell}\t"))


@pytest.mark.parametrize("key", ["", "a kite", "Kite", "4kite"])
def test_a_key_is_plain(tmp_path: Path, key: str) -> None:
    with pytest.raises(GlossaryError, match=r"line 2: .* is not a plain key"):
        read(tmp_path, HEADER + KITE.replace("kite\tthing", f"{key}\tthing"))


def test_a_column_stands_once(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="line 1: has the column 'en' twice"):
        read(tmp_path, "concept\tkind\tbroader\ten\ten\n")


def test_a_hidden_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "._play.tsv").write_bytes(b"\x00\xff")
    assert read(tmp_path, HEADER + KITE).keys == ("kite",)


def test_a_key_that_stands_twice_is_told_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, HEADER + KITE + TOY + KITE)
    first = tmp_path / "play.tsv"
    assert str(caught.value) == f"{first}, line 4: 'kite' is already at {first}, line 2; join the two or rename one."


def test_also_where_it_stands_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(HEADER + TOY + KITE, "utf-8")
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, HEADER + KITE, "b.tsv")
    second = f"{tmp_path / 'b.tsv'}, line 2: 'kite' is already at {tmp_path / 'a.tsv'}, line 3"
    assert str(caught.value).startswith(second)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "play.tsv").write_text(HEADER + KITE, "utf-16")
    with pytest.raises(GlossaryError, match=r"play\.tsv is not UTF-8 .*; save it as UTF-8"):
        read_rows(tmp_path, LANGUAGES)
