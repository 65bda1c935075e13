"""Reading a TOML table of words that a person edits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from cpecbot.errors import GlossaryError


def read_table(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises GlossaryError naming the file, the line and what to do."""
    return parse_table(read_text(path), path)


def read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"{path} cannot be read ({error.strerror}); check the path and its rights.") from error
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8.") from error


def parse_table(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(f"{path}: not valid TOML: {error}; correct that line.") from error
