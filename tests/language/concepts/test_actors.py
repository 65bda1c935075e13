"""Which concepts are somebody that does something, and which say who heads something."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.actors import Actors, ActorsFile, read_actors
from cpecbot.tables import read_schema
from shipped import whole_glossary

LISTS = ("people", "bodies", "heading", "heads", "said_to_head", "undergone")


@pytest.mark.parametrize("name", LISTS)
def test_each_is_a_concept_and_stands_in_its_list_once(root: Path, name: str) -> None:
    glossary = whole_glossary()
    listed = getattr(read_schema(root / "config" / "vocabulary" / ActorsFile.file, ActorsFile), name)
    assert getattr(glossary.vocabulary.actors, name) == set(listed)
    assert listed
    assert not [key for key, times in Counter(listed).items() if times > 1]
    assert not [key for key in listed if glossary.find(key) is None]


def test_nobody_is_both_a_person_and_a_body() -> None:
    actors = whole_glossary().vocabulary.actors
    assert actors.people.isdisjoint(actors.bodies)
    assert actors.said_to_head <= actors.heads & actors.heading


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_actors(tmp_path) == Actors()


def test_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ActorsFile.file).write_text('people = ["nurse"]\nheads = ["mayor", "rector"]', encoding="utf-8")
    assert read_actors(tmp_path) == Actors(people=frozenset({"nurse"}), heads=frozenset({"mayor", "rector"}))


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    (tmp_path / ActorsFile.file).write_text("bodies = 3", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"actors\.toml"):
        read_actors(tmp_path)
