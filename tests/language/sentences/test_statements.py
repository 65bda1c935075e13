"""Cutting long sentences where the file of an invented language says so."""

from __future__ import annotations

from pathlib import Path

from cpecbot.language.sentences.statements import statement_spans
from cpecbot.languages import Language
from fakes.toy import toy

JOINTS = '[statements]\nlong = 40\nshortest = 10\njoints = [";", "；"]\n'
CLAUSES = '[statements]\nlong = 40\nshortest = 10\n[clauses]\njoints = [","]\nconjunctions = ["wa"]\nverbs = "gon"\n'


def cut(text: str, language: Language) -> list[str]:
    return [span.slice(text) for span in statement_spans(text, language)]


def test_without_a_file_no_sentence_is_cut(tmp_path: Path) -> None:
    text = "a; " * 200
    assert cut(text, toy(tmp_path)) == [text]


def test_a_long_sentence_is_cut_at_its_joints_and_a_shorter_one_stays(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences=JOINTS)
    parts = ["x" * 19 + "; ", "y" * 19]
    assert cut("".join(parts), language) == parts
    assert cut("".join(parts)[1:], language) == ["".join(parts)[1:]]


def test_no_piece_is_shorter_than_the_shortest(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences=JOINTS)
    assert cut("x" * 8 + "; " + "y" * 40, language) == ["x" * 8 + "; ", "y" * 40]
    assert cut("x" * 7 + "; " + "y" * 40, language) == ["x" * 7 + "; " + "y" * 40]
    assert cut("x" * 40 + "; " + "y" * 9, language) == ["x" * 40 + "; " + "y" * 9]


def test_a_mark_of_ascii_needs_a_space_and_a_wide_one_needs_none(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences=JOINTS)
    assert len(cut("x" * 20 + ";" + "y" * 20, language)) == 1
    assert len(cut("x" * 20 + "；" + "y" * 20, language)) == 2


def test_a_comma_cuts_only_where_a_clause_of_its_own_opens(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences=CLAUSES)
    parts = ["x" * 20 + ", ", "wagon " + "y" * 20]
    assert cut("".join(parts), language) == parts
    assert len(cut(f"{'x' * 20}, domo {'y' * 20}", language)) == 1


def test_nothing_inside_quotation_marks_is_cut(tmp_path: Path) -> None:
    language = toy(tmp_path, sentences=JOINTS)
    assert len(cut(f"“{'x' * 20}; {'y' * 20}”", language)) == 1
