"""A file of the cache is used only where it is whole, of the same making, and nobody else's."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from cpecbot.models import Span
from cpecbot.snapshot import Kept

VALUE = {"a": [Span(1, 2)]}
MADE_FROM, OTHERWISE = "0" * 64, "0" * 32 + "1" * 32

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "cpecbot"


@pytest.fixture
def kept(folder: Path) -> Kept:
    kept = Kept(folder)
    assert kept.put(MADE_FROM, VALUE)
    return kept


def file_in(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_kept_is_found_again(folder: Path, kept: Kept) -> None:
    assert kept.get(MADE_FROM) == VALUE
    assert Kept(folder).get(MADE_FROM) == VALUE


def test_nothing_is_found_where_nothing_was_kept(folder: Path) -> None:
    assert Kept(folder).get(MADE_FROM) is None
    assert not folder.exists()


def test_what_was_made_from_other_files_is_not_used(kept: Kept) -> None:
    """Not even where the name of the file, half of the fingerprint, is the same."""
    assert kept.get("1" * 64) is None
    assert kept.get(OTHERWISE) is None


def test_what_is_kept_anew_replaces_it(folder: Path, kept: Kept) -> None:
    assert kept.put(MADE_FROM, [Span(5, 6)])
    assert kept.get(MADE_FROM) == [Span(5, 6)]
    assert file_in(folder).suffix == ".snapshot"


class TestDamage:
    @pytest.mark.parametrize("size", [0, 1, 40, 120, -1])
    def test_half_a_file_is_none(self, folder: Path, kept: Kept, size: int) -> None:
        file = file_in(folder)
        file.write_bytes(file.read_bytes()[:size])
        assert kept.get(MADE_FROM) is None

    def test_no_changed_byte_is_taken(self, folder: Path, kept: Kept) -> None:
        file = file_in(folder)
        whole = file.read_bytes()
        for place in range(0, len(whole), 7):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert kept.get(MADE_FROM) is None, place

    def test_it_is_told_and_made_anew(self, folder: Path, kept: Kept, caplog: pytest.LogCaptureFixture) -> None:
        file_in(folder).write_bytes(b"nonsense")
        assert kept.get(MADE_FROM) is None
        assert "made anew" in caplog.text
        assert kept.put(MADE_FROM, VALUE)
        assert kept.get(MADE_FROM) == VALUE

    def test_a_folder_in_its_place_is_none(self, folder: Path, kept: Kept) -> None:
        file = file_in(folder)
        file.unlink()
        file.mkdir()
        assert kept.get(MADE_FROM) is None
        assert not kept.put(MADE_FROM, VALUE)
        assert [each.name for each in folder.iterdir()] == [file.name]


class TestOtherPeople:
    @posix
    def test_only_its_owner_can_read_it(self, folder: Path, kept: Kept) -> None:  # noqa: ARG002 - it was made
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(file_in(folder).stat().st_mode) == 0o600

    @posix
    @pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
    def test_a_file_that_others_can_write_is_not_read(self, folder: Path, kept: Kept, mode: int) -> None:
        file_in(folder).chmod(mode)
        assert kept.get(MADE_FROM) is None

    @posix
    @pytest.mark.parametrize("mode", [0o770, 0o777])
    def test_nor_is_one_in_a_folder_that_others_can_write(self, folder: Path, kept: Kept, mode: int) -> None:
        folder.chmod(mode)
        assert kept.get(MADE_FROM) is None

    @posix
    def test_nor_is_one_that_another_person_wrote(self, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        assert kept.get(MADE_FROM) is None


class TestUsable:
    """Nothing is made for a folder where it would not be kept, or never be read."""

    def test_a_folder_of_ones_own_is(self, folder: Path) -> None:
        assert Kept(folder).usable()
        assert Kept(folder).usable()
        assert list(folder.iterdir()) == []

    @posix
    def test_one_that_others_may_write_to_is_not_and_that_is_told(
        self, folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        folder.mkdir(parents=True)
        folder.chmod(0o770)
        assert not Kept(folder).usable()
        assert "others may write to it" in caplog.text

    def test_one_that_cannot_be_written_to_is_not(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        assert not Kept(folder).usable()

    def test_a_file_in_its_place_is_not(self, folder: Path) -> None:
        folder.parent.mkdir()
        folder.write_text("a file")
        assert not Kept(folder).usable()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    kept = Kept(tmp_path / "cache" / "cpecbot")
    assert not kept.put(MADE_FROM, VALUE)
    assert kept.get(MADE_FROM) is None


def test_a_value_that_cannot_be_kept_stops_nothing(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept = Kept(folder)
    assert not kept.put(MADE_FROM, lambda: None)
    assert "cannot be kept" in caplog.text
    assert kept.get(MADE_FROM) is None


def test_the_newest_stay(folder: Path) -> None:
    kept = Kept(folder)
    names = [f"{number:064x}"[::-1] for number in range(9)]
    for number, name in enumerate(names):
        assert kept.put(name, VALUE)
        os.utime(folder / f"{name[:32]}.snapshot", (number, number))
    found = [kept.get(name) for name in names]
    assert found[-1] == VALUE
    assert found[0] is None
    assert len(list(folder.iterdir())) <= 6


def test_what_was_kept_now_stays_whatever_the_clock_says(folder: Path) -> None:
    """The others seem to be of tomorrow, where the clock was set back."""
    kept = Kept(folder)
    for number in range(7):
        assert kept.put(f"{number:064x}"[::-1], VALUE)
    for file in folder.iterdir():
        os.utime(file, (2**33, 2**33))
    assert kept.put(MADE_FROM[:-1] + "f", VALUE)
    assert kept.get(MADE_FROM[:-1] + "f") == VALUE
    assert len(list(folder.iterdir())) == 6


@pytest.mark.parametrize(("age", "stays"), [(60, True), (-60, True), (7200, False), (-7200, False)])
def test_what_a_killed_process_left_is_cleared_away(folder: Path, kept: Kept, age: int, stays: bool) -> None:
    """Not what another is writing at this moment, nor what is none of ours."""
    part = folder / f"{MADE_FROM[:32]}k3_x9abc.part"
    foreign = [folder / name for name in ("film.part", "machine.snapshot", "notes.txt")]
    now = time.time()
    for file in (part, *foreign):
        file.write_bytes(b"half")
        os.utime(file, (now - age, now - age))
    assert kept.put(MADE_FROM, VALUE)
    assert part.exists() is stays
    assert all(file.exists() for file in foreign)
    assert kept.get(MADE_FROM) == VALUE


def test_nothing_half_written_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", fails)
    assert not Kept(folder).put(MADE_FROM, VALUE)
    assert list(folder.iterdir()) == []
