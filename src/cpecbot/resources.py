"""Where the articles, the configuration and a person's own files are found, in a checkout and in an installed wheel."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
STATE_FILES = DATABASE, HISTORY = "cpecbot.sqlite3", "console-history"
"""What the program keeps in its state folder."""

_PROJECT_NAME = 'name = "cpecbot"'


def data_root() -> Path:
    """The folder that holds ``config/`` and ``seeds/``.

    The checkout that the program runs from, or that the person stands in, so that what is edited there counts even
    when a wheel is installed; else the copy inside the wheel.
    """
    checkouts = (folder for folder in (_PACKAGE.parents[1], Path.cwd()) if _is_checkout(folder))
    return next(checkouts, _PACKAGE / "_data")


def default_config() -> Path:
    return data_root() / "config" / "default.toml"


def local_config() -> Path:
    """A person's own settings: ``config/local.toml`` of the current folder, else of the checkout."""
    here = Path("config", "local.toml")
    return here if here.is_file() else data_root() / "config" / "local.toml"


def is_home(folder: Path) -> bool:
    """Whether the running program itself stands in ``folder``: who may change it there may do anything as it is."""
    return _PACKAGE.is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(_PACKAGE)


def state_folder() -> Path:
    """Where history and database go unless a setting says otherwise.

    By the XDG Base Directory Specification; else Application Support on macOS, LocalAppData on Windows.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "cpecbot")
    return _own_folder("XDG_STATE_HOME", ".local/state", on_macos="Library/Application Support")


def cache_folder() -> Path:
    """Where goes what can be made again."""
    if sys.platform == "win32":
        return state_folder() / "cache"
    return _own_folder("XDG_CACHE_HOME", ".cache", on_macos="Library/Caches")


def _own_folder(variable: str, usual: str, on_macos: str) -> Path:
    """A folder of ours in the one that ``variable`` names, else in that of the system below the person's home."""
    base = os.environ.get(variable) or Path.home() / (on_macos if sys.platform == "darwin" else usual)
    return Path(base) / "cpecbot"


def _is_checkout(folder: Path) -> bool:
    project = folder / "pyproject.toml"
    if not (project.is_file() and (folder / "config" / "default.toml").is_file()):
        return False
    return _PROJECT_NAME in project.read_text("utf-8", errors="replace")
