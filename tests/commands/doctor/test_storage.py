"""Where the bot remembers: there, sound, its owner's alone, and with room."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cpecbot.commands.doctor import storage
from cpecbot.commands.doctor.findings import Level
from cpecbot.settings import load_settings
from cpecbot.storage import Storage
from cpecbot.storage.schema import MIGRATIONS

pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In a folder that is its owner's alone."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    return folder / "cpecbot.sqlite3"


@pytest.fixture
async def used(path: Path) -> Path:
    """As the bot leaves it."""
    kept = Storage(path)
    await kept.open()
    await kept.close()
    return path


def told(path: Path, check: str = "storage") -> list[tuple[Level, str]]:
    settings = load_settings(database=path)
    return [(each.level, each.found) for each in storage.look(settings) if each.check == check]


def test_a_file_that_is_not_there_yet_is_made_at_the_first_start(path: Path) -> None:
    assert told(path / "further" / "down") == [(Level.OK, f"{path / 'further' / 'down'} is made at the first start")]


def test_a_file_that_cannot_be_made_is_wrong(path: Path) -> None:
    path.write_text("no folder", "utf-8")
    assert told(path / "below")[0][0] is Level.WRONG


def test_a_folder_in_its_place_is_wrong(path: Path) -> None:
    path.mkdir()
    assert told(path)[0][0] is Level.WRONG


def test_what_the_bot_leaves_is_sound(used: Path) -> None:
    ((level, found),) = told(used)
    assert level is Level.OK
    assert f"schema {len(MIGRATIONS)}" in found


def test_what_is_no_database_is_wrong(path: Path) -> None:
    path.write_bytes(b"x" * 5000)
    path.chmod(0o600)
    ((level, found),) = told(path)
    assert (level, "cannot be read" in found) == (Level.WRONG, True)


def test_damage_is_wrong(used: Path) -> None:
    """A page of an index that is not what it should be."""
    content = bytearray(used.read_bytes())
    content[4096 * 2 : 4096 * 2 + 100] = b"\xff" * 100
    used.write_bytes(content)
    assert told(used)[0][0] is Level.WRONG


def test_a_file_of_a_later_program_is_wrong(used: Path) -> None:
    with closing(sqlite3.connect(used)) as file:
        file.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    assert told(used)[0][0] is Level.WRONG


def test_a_file_of_another_program_is_wrong(path: Path) -> None:
    """As the bot would not open it."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE places (url)")
        file.commit()
    path.chmod(0o600)
    ((level, found),) = told(path)
    assert (level, "another program" in found) == (Level.WRONG, True)


def test_a_file_that_another_program_holds_is_told(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LOCK_WAIT", 0.01)
    with closing(sqlite3.connect(used, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = told(used)
    assert (Level.WARNING, f"{used} is held by another program") in found


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize(("mode", "folder", "warnings"), [(0o600, 0o755, 0), (0o640, 0o700, 1), (0o604, 0o775, 2)])
def test_who_else_may_use_it_is_told(used: Path, mode: int, folder: int, warnings: int) -> None:
    used.chmod(mode)
    used.parent.chmod(folder)
    found = told(used)
    assert sum(level is Level.WARNING for level, _ in found) == warnings


@pytest.mark.parametrize(
    ("free", "level"),
    [(10**9, Level.OK), (10**9 - 1, Level.WARNING), (10**8, Level.WARNING), (10**8 - 1, Level.WRONG)],
)
def test_little_room_is_told(path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: Level) -> None:
    usage = shutil.disk_usage(path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free))
    ((found, _),) = told(path, "disk")
    assert found is level


@pytest.fixture(autouse=True)
def _no_leftovers(tmp_path: Path) -> Iterator[None]:
    yield
    assert not [*tmp_path.glob("**/*-journal")]
