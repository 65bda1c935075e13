"""Where the articles, the configuration and a person's own files are found, in a checkout and in an installed wheel."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def data_root() -> Path:
    """The folder that holds ``config/`` and ``seeds/``: the checkout, else the copy inside the wheel."""
    is_checkout = (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "config" / "default.toml").is_file()
    return _CHECKOUT if is_checkout else _PACKAGE / "_data"


def default_config() -> Path:
    return data_root() / "config" / "default.toml"


def local_config() -> Path:
    """A person's own settings: ``config/local.toml`` of the current folder, else of the checkout."""
    here = Path("config", "local.toml")
    return here if here.is_file() or data_root() != _CHECKOUT else _CHECKOUT / "config" / "local.toml"


def state_folder() -> Path:
    """Where history and database go unless a setting says otherwise (XDG Base Directory; on Windows, LocalAppData)."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "cpecbot"
