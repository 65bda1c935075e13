"""Whatever changes what is read changes its fingerprint."""

from __future__ import annotations

import ast
import contextlib
import os
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from cpecbot.snapshot import fingerprint
from cpecbot.snapshot.fingerprints import _LIBRARIES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "deep" / "b.toml").write_text("two")
    return tmp_path


def renamed(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "c.txt")


def moved_a_letter(folder: Path) -> None:
    """The same bytes one after the other, in other files."""
    (folder / "a.txt").write_text("onet")
    (folder / "deep" / "b.toml").write_text("wo")


CHANGES: tuple[Callable[[Path], object], ...] = (
    lambda folder: (folder / "a.txt").write_text("One"),
    lambda folder: (folder / "deep" / "b.toml").write_text("two "),
    lambda folder: (folder / "new.txt").write_text(""),
    lambda folder: (folder / "a.txt").unlink(),
    renamed,
    moved_a_letter,
)


@pytest.mark.parametrize("change", CHANGES)
def test_another_file_is_another(folder: Path, change: Callable[[Path], object]) -> None:
    before = fingerprint([folder], 5)
    change(folder)
    assert fingerprint([folder], 5) != before


def test_the_same_is_the_same(folder: Path) -> None:
    before = fingerprint([folder], 5, "a")
    (folder / "a.txt").write_text("one")
    assert fingerprint([folder], 5, "a") == before
    assert len(before) == 64


def test_settings_count(folder: Path) -> None:
    assert fingerprint([folder], 5) != fingerprint([folder], 6)
    assert fingerprint([folder], 5) != fingerprint([folder], 5, 5)


def test_where_it_stands_counts(tmp_path: Path) -> None:
    """Messages name the file."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("one")
    assert fingerprint([tmp_path / "here"]) != fingerprint([tmp_path / "there"])


def test_the_program_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder / "package"
    package.mkdir()
    (package / "code.py").write_text("a = 1")
    monkeypatch.setattr("cpecbot.snapshot.fingerprints._PACKAGE", package)
    before = fingerprint([])
    (package / "code.py").write_text("a = 12")
    assert fingerprint([]) != before


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fingerprint([tmp_path / "missing"])


def test_a_device_is_told_instead_of_read_to_its_end() -> None:
    with pytest.raises(OSError, match="is no file"):
        fingerprint([Path(os.devnull)])


@pytest.mark.parametrize(("size", "taken"), [(3, True), (4, False)])
def test_a_file_of_any_size_is_not_read_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, size: int, taken: bool
) -> None:
    monkeypatch.setattr("cpecbot.snapshot.fingerprints._LARGEST", 3)
    (folder / "a.txt").write_bytes(b"x" * size)
    with contextlib.nullcontext() if taken else pytest.raises(OSError, match=r"a\.txt has more than 3 bytes"):
        fingerprint([folder])


def test_a_large_file_is_never_in_memory_as_a_whole(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(30_000_000)
    tracemalloc.start()
    try:
        fingerprint([folder])
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def imported(file: Path) -> Iterator[str]:
    """The packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_every_library_that_reads_counts(root: Path) -> None:
    """What they find is kept; those that check tables, and that fetch from a cluster, find nothing."""
    rooms = ("answering", "corpus", "disagreement", "i18n", "language", "store")
    files = (file for room in rooms for file in (root / "src" / "cpecbot" / room).rglob("*.py"))
    others = {"cpecbot", "opensearchpy", "pydantic", "_typeshed"}  # the last is for the type checker alone
    packages = {name for file in files for name in imported(file)} - sys.stdlib_module_names - others
    distributions = packages_distributions()
    assert {distributions[name][0].lower().replace("_", "-") for name in packages} == {*_LIBRARIES}
