"""What docs/languages.md says of the files is so: each exists, each key may stand in it, and faults read as shown.

That the language which it builds works, long/test_sixth_language.py shows.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from cpecbot.commands.language_files import LANGUAGE_FILES
from cpecbot.errors import GlossaryError
from cpecbot.languages import Profile, load_languages
from cpecbot.resources import default_config

PAGE = Path(__file__).resolve().parents[2] / "docs" / "languages.md"
TEXT = PAGE.read_text("utf-8")
SCHEMAS = {schema.file: schema for schema in (Profile, *LANGUAGE_FILES)}


def keys_of(schema: Any) -> Iterator[str]:
    """The names of every key that may stand in a file of ``schema``, whatever table it is in."""
    if isinstance(schema, type) and issubclass(schema, BaseModel):
        for name, field in schema.model_fields.items():
            yield name
            yield from keys_of(field.annotation)
    for part in get_args(schema):
        yield from keys_of(part)


def rows(heading: str) -> list[str]:
    """The rows of the table under a heading."""
    lines = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    return [line for line in lines if line.startswith("| ")][2:]


def named() -> Iterator[tuple[str, str]]:
    """Every file that the tables of keys name, and a key that they say stands there."""
    for row in (*rows("I want to mend …"), *rows("What a file can switch on")):
        file = ""
        spans = re.findall(r"`([^`]+)`", row)
        files = [span.split("/")[-1] for span in spans if span.endswith(".toml")]
        for span in spans:
            file = span.split("/")[-1] if span.endswith(".toml") else file or next(iter(files), "")
            if file and not span.endswith((".toml", ".po", "/")):
                yield from ((file, key) for key in re.split(r"\.", span.strip("[]").split(" = ")[0]))


def test_every_file_of_a_language_stands_in_the_page() -> None:
    """And none that is not read."""
    listed = [re.findall(r"`([^`]+)`", row)[0] for row in rows("The files")]
    assert sorted(listed) == sorted([*SCHEMAS, "messages.po"])


@pytest.mark.parametrize(("file", "key"), sorted(set(named())))
def test_a_key_that_the_page_names_may_stand_in_its_file(file: str, key: str) -> None:
    """In one of its tables."""
    assert key in set(keys_of(SCHEMAS[file]))


def test_a_fault_is_told_as_the_page_shows(tmp_path: Path) -> None:
    """With file, line and key."""
    shutil.copytree(default_config().parent / "languages", tmp_path / "config" / "languages")
    file = tmp_path / "config" / "languages" / "en" / "dates.toml"
    file.write_text(file.read_text("utf-8").replace("weak =", "week =", 1), "utf-8")
    with pytest.raises(GlossaryError) as raised:
        load_languages(tmp_path / "config" / "languages").check(LANGUAGE_FILES)
    told = str(raised.value).replace("\\", "/").removeprefix(f"{tmp_path}/".replace("\\", "/"))
    assert f"  {told}\n" in TEXT


def test_what_the_page_links_to_exists() -> None:
    """Beside it."""
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", TEXT):
        assert (PAGE.parent / link).exists(), link
