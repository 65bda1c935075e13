"""Where settings come from besides files of settings: variables, ``.env``, the service manager; and whom to trust."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from dotenv.parser import parse_stream

from cpecbot import resources
from cpecbot.errors import SettingsError
from cpecbot.expressions import expression
from cpecbot.tables import read_text

ENVIRONMENT_PREFIX = "CPECBOT_"
CREDENTIALS = "CREDENTIALS_DIRECTORY"
"""The variable of systemd's LoadCredential: a folder of files, each named as the variable whose value it holds."""

ENV_FILE = Path(".env")

_CREDENTIALS = expression(r"(?<=//)[^/@\s]*(?=@)|[0-9]+:[A-Za-z0-9_-]{20,}", re.ASCII)


def dotenv() -> Mapping[str, object]:
    """What ``.env`` sets; SettingsError where a line of it cannot be understood, which would be lost without a word."""
    if not ENV_FILE.is_file():
        return {}
    bindings = tuple(parse_stream(io.StringIO(read_text(ENV_FILE, SettingsError))))
    for binding in bindings:
        if binding.error:
            raise SettingsError(
                f"{ENV_FILE}, line {binding.original.line}: not a setting. Write {ENVIRONMENT_PREFIX}NAME=value."
            )
    values = {binding.key: binding.value for binding in bindings if binding.key}
    for name, value in values.items():
        # A foreign folder's file could send a variable of the person's to wherever it names.
        if name.upper().startswith(ENVIRONMENT_PREFIX) and "${" in (value or ""):
            raise SettingsError(f"{ENV_FILE}: {name} refers to another variable. Write the value itself.")
    return values


def credentials() -> Path | None:
    """The folder that the service manager hands secrets over in; none in a unit without any."""
    folder = Path(os.environ.get(CREDENTIALS, ""))
    return folder if os.environ.get(CREDENTIALS) and folder.is_dir() else None


def handed_over() -> Mapping[str, Path]:
    """The files there, by their names."""
    folder = credentials()
    return {file.name: file for file in folder.iterdir()} if folder is not None else {}


def own_keys(variables: Mapping[str, object]) -> tuple[str, ...]:
    own = (name for name in variables if name.upper().startswith(ENVIRONMENT_PREFIX))
    return tuple(name[len(ENVIRONMENT_PREFIX) :].lower() for name in own)


def origins(given: Iterable[str], files: Iterable[tuple[Path, Iterable[str]]]) -> Mapping[str, Path]:
    """For each setting that a file of the current folder or of the program sets, that file.

    Not for those that are ``given`` as arguments or named otherwise. ``files``: the strongest first, what each sets.
    """
    found = {name: file for file, names in reversed([*files]) for name in names}
    local = own_keys({name: value for name, value in dotenv().items() if value})
    found |= dict.fromkeys(local, ENV_FILE)
    named = {*given, *own_keys({name: value for name, value in os.environ.items() if value})}
    named |= {*own_keys(handed_over())} - {*local}  # they are stronger than the files, and weaker than .env
    return {name: file.absolute() for name, file in found.items() if name not in named}


def folder_of(file: Path) -> Path:
    """``config/local.toml`` and ``.env`` beside ``config`` are of one folder."""
    return file.parent.parent if file.parent.name == "config" else file.parent


def is_trusted(file: Path) -> bool:
    """Whether a file of settings stands with the program, and not only where the person stands."""
    return resources.is_home(folder_of(file))


def without_credentials(text: str) -> str:
    """Leave out the password of an address, and a token wherever somebody put it, such as in a webhook's path."""
    return _CREDENTIALS.sub("…", text)
