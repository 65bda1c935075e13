"""What a person knows of an article overrides what the article says; nothing is guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpecbot.corpus.facts import Facts, load_facts
from cpecbot.errors import CorpusError


def test_stated_facts_complete_each_other() -> None:
    known = Facts(outlet="APP")
    stated = Facts(outlet="Someone", place="Islamabad", cites=("Xinhua",))
    assert known.over(stated) == Facts(outlet="APP", place="Islamabad", cites=("Xinhua",))


def test_a_table_is_read_per_source(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text('["a b"]\noutlet = "Dawn"\npublished = 2026-01-05T10:00:00\ncites = ["APP"]\n', "utf-8")
    assert load_facts(file) == {"a b": Facts(outlet="Dawn", published=date(2026, 1, 5), cites=("APP",))}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\noutlte = 'APP'", r"\[a\] has the unknown key 'outlte'"),
        ("[a]\ncites = 'APP'", r'\[a\] "cites" must be a list'),
        ("[a]\nrole = 'main'", r'\[a\] "role" is \'main\''),
        ("[a]\nrole = ['primary']", r'\[a\] "role" is \['),
        ("a = 1", '"a" must be a table'),
        ("[a", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_table(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message):
        load_facts(file)


def test_every_shipped_table_is_an_article_that_is_there(root: Path) -> None:
    tables = load_facts(root / "config" / "sources.toml")
    assert set(tables) == {file.stem for file in (root / "seeds").glob("*.txt")}
