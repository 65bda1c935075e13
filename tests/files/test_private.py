"""Files and folders for their owner alone, from their first moment on and where they were others' before."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from cpecbot.console.prompt import open_history
from cpecbot.files.private import is_open_to_others, owner_only, private_file, private_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True, params=[0o000, 0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> object:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_what_is_made_has_no_other_mode(tmp_path: Path) -> None:
    """Its parents, too."""
    private_folder(tmp_path / "a" / "b", "x")
    private_file(tmp_path / "a" / "b" / "x")
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b"), mode(tmp_path / "a" / "b" / "x")] == [0o700, 0o700, 0o600]


@pytest.mark.parametrize(("before", "after"), [(0o644, 0o600), (0o666, 0o600), (0o777, 0o600), (0o440, 0o400)])
def test_others_lose_their_rights_to_a_file_and_its_content_stays(tmp_path: Path, before: int, after: int) -> None:
    """The owner gains none."""
    file = tmp_path / "x"
    file.write_text("kept", "utf-8")
    file.chmod(before)
    private_file(file)
    assert mode(file) == after
    assert file.read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("content", "expected"),
    [((), 0o700), (("x", "x-wal", "cpecbot.sqlite3-shm", "console-history"), 0o700), (("x", "letter"), 0o755)],
)
def test_a_folder_of_ours_is_closed_and_a_person_s_is_not(
    tmp_path: Path, content: tuple[str, ...], expected: int
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0o755)
    for name in content:
        (folder / name).touch()
    private_folder(folder, "x")
    assert mode(folder) == expected


def test_the_console_s_history_is_the_person_s_alone(tmp_path: Path) -> None:
    """New, or left by an earlier version."""
    history = tmp_path / "state" / "console-history"
    open_history(history).store_string("a question")
    assert (mode(history), mode(history.parent)) == (0o600, 0o700)
    history.chmod(0o644)
    history.parent.chmod(0o755)
    open_history(history).store_string("another")
    assert (mode(history), mode(history.parent)) == (0o600, 0o700)


@pytest.mark.parametrize(("given", "is_open"), [(0o600, False), (0o640, True), (0o604, True), (0o602, True)])
def test_whether_others_may_use_a_file(tmp_path: Path, given: int, is_open: bool) -> None:
    (tmp_path / ".env").touch()
    (tmp_path / ".env").chmod(given)
    assert is_open_to_others(tmp_path / ".env") is is_open
    assert not is_open_to_others(tmp_path / "nowhere")


def test_whatever_is_made_meanwhile_is_private(tmp_path: Path) -> None:
    before = os.umask(0o022)
    with owner_only():
        (tmp_path / "x").touch()
    assert mode(tmp_path / "x") == 0o600
    assert os.umask(before) == 0o022


def test_what_is_no_history_is_left_as_it_is(tmp_path: Path) -> None:
    """Its content and its mode."""
    letter = tmp_path / "letter"
    letter.write_text("Dear sister", "utf-8")
    letter.chmod(0o644)
    open_history(letter).store_string("a question")
    assert (letter.read_text("utf-8"), mode(letter)) == ("Dear sister", 0o644)
