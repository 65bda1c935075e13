"""Reading a TOML table about the articles that a person edits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from cpecbot.errors import CorpusError


def read_table(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises CorpusError naming the file and what to do."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read as TOML ({error}). Correct the file.") from error
