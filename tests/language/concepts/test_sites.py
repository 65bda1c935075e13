"""Which concepts are kinds of places."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.sites import SitesFile, read_sites
from cpecbot.tables import read_schema
from shipped import whole_glossary


def test_each_kind_of_place_is_a_concept_and_stands_there_once(root: Path) -> None:
    glossary = whole_glossary()
    sites = read_schema(root / "config" / "vocabulary" / SitesFile.file, SitesFile).sites
    assert glossary.vocabulary.sites == set(sites)
    assert not [key for key, times in Counter(sites).items() if times > 1]
    assert not [key for key in sites if glossary.find(key) is None]


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_sites(tmp_path) == frozenset()


def test_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / SitesFile.file).write_text('sites = ["village", "bridge"]', encoding="utf-8")
    assert read_sites(tmp_path) == {"village", "bridge"}


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    (tmp_path / SitesFile.file).write_text("sites = 3", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"sites\.toml"):
        read_sites(tmp_path)
