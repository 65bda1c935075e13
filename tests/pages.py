"""The README and the other pages, as the tests that hold them to the program read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "docs"
PAGES = (*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")), *sorted(SITE.glob("*.md")))


def text_of(name: str) -> str:
    """A page of the documentation, or ``README``."""
    page = ROOT / "README.md" if name == "README" else SITE / f"{name}.md"
    return page.read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """What stands between fences, in a list as well."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```", text, re.MULTILINE | re.DOTALL)
    return [dedent(block) for _, block in found]


def rows(text: str, heading: str) -> list[str]:
    """The rows of the tables under a heading, with their headers."""
    lines = text.split(f"{heading}\n", 1)[1].split("\n## ", maxsplit=1)[0].splitlines()
    tables = [line for line in lines if line.startswith("| ")]
    return [line for line in tables if not line.startswith("| ---")]


def links(page: Path) -> Iterator[str]:
    """Where a page leads to, beside or above it."""
    yield from re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text("utf-8"))


def ours(line: str) -> str | None:
    """A command line of ours, without the path to it; None where it is another program's."""
    line = re.sub(r"^(/opt/cpecbot/bin/|\.venv/bin/)", "", line.strip())
    return line if line.startswith("cpecbot ") and "COMMAND" not in line else None
