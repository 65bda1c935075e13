"""Files are found from a checkout, from inside one, and from an installed wheel."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cpecbot import resources


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package as it lies in site-packages."""
    package = tmp_path / "lib" / "site-packages" / "cpecbot"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    return package


def test_a_checkout_uses_its_own_files(root: Path, elsewhere: Path) -> None:
    assert resources.data_root() == root
    assert resources.local_config() == root / "config" / "local.toml"
    assert elsewhere == Path.cwd()


def test_a_wheel_uses_its_copy(wheel: Path, elsewhere: Path) -> None:
    assert resources.default_config() == wheel / "_data" / "config" / "default.toml"
    assert elsewhere == Path.cwd()


def test_a_wheel_used_inside_a_checkout_sees_what_is_edited_there(
    wheel: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert resources.data_root() == root
    assert wheel not in resources.data_root().parents


def test_another_project_is_no_checkout(wheel: Path, elsewhere: Path) -> None:
    (elsewhere / "config").mkdir()
    (elsewhere / "config" / "default.toml").touch()
    (elsewhere / "pyproject.toml").write_text('[project]\nname = "other"\n', "utf-8")
    assert resources.data_root() == wheel / "_data"


def test_own_settings_of_the_current_folder_come_first(elsewhere: Path) -> None:
    (elsewhere / "config").mkdir()
    (elsewhere / "config" / "local.toml").touch()
    assert resources.local_config() == Path("config", "local.toml")


@pytest.fixture
def nobodys(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A home folder, and no variable that says otherwise."""
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/home/someone")
    return monkeypatch


@pytest.mark.parametrize(
    ("platform", "state", "cache"),
    [
        ("linux", ".local/state/cpecbot", ".cache/cpecbot"),
        ("darwin", "Library/Application Support/cpecbot", "Library/Caches/cpecbot"),
        ("win32", "AppData/Local/cpecbot", "AppData/Local/cpecbot/cache"),
    ],
)
def test_what_is_kept_goes_where_the_system_has_it(
    nobodys: pytest.MonkeyPatch, platform: str, state: str, cache: str
) -> None:
    nobodys.setattr(sys, "platform", platform)
    home = Path("/home/someone")
    assert (resources.state_folder(), resources.cache_folder()) == (home / state, home / cache)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_variable_says_otherwise(nobodys: pytest.MonkeyPatch, tmp_path: Path, platform: str) -> None:
    nobodys.setattr(sys, "platform", platform)
    nobodys.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    nobodys.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert resources.state_folder() == tmp_path / "state" / "cpecbot"
    assert resources.cache_folder() == tmp_path / "cache" / "cpecbot"
    nobodys.setenv("XDG_STATE_HOME", "")
    assert resources.state_folder().is_relative_to(Path.home())


def test_windows_says_where_its_own_folder_is(nobodys: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nobodys.setattr(sys, "platform", "win32")
    nobodys.setenv("LOCALAPPDATA", str(tmp_path))
    assert resources.state_folder() == tmp_path / "cpecbot"
