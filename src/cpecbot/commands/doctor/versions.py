"""What is installed, held against what it is tested with."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from cpecbot.commands.doctor.findings import Finding, Level
from cpecbot.resources import default_config
from cpecbot.settings import Settings

PACKAGE = "cpecbot"


def look(_: Settings) -> Iterator[Finding]:
    tested = _tested()
    installed = {name: _installed(name) for name in tested}
    missing = sorted(name for name in _needed() if _installed(name) is None)
    other = sorted(name for name, found in installed.items() if found not in {None, tested[name]})
    mend = "pip install -c config/constraints.txt . (in a copy of the repository)"
    if missing:
        yield Finding("versions", Level.WRONG, f"not installed: {', '.join(missing)}", mend)
    if other:
        told = ", ".join(f"{name} {installed[name]} (not {tested[name]})" for name in other)
        yield Finding("versions", Level.WARNING, f"other than it is tested with: {told}", mend)
    if not missing and not other:
        found = f"cpecbot {version(PACKAGE)} on Python {platform.python_version()}, with what it is tested with"
        yield Finding("versions", Level.OK, found)


def _tested() -> dict[str, str]:
    text = (default_config().parent / "constraints.txt").read_text("utf-8")
    pins = (line.split("==") for line in text.splitlines() if "==" in line and not line.startswith("#"))
    return {name.strip(): pinned.strip() for name, pinned in pins}


def _needed() -> list[str]:
    """The names that cpecbot needs itself, those of its extras left out."""
    wanted = (requirement for requirement in requires(PACKAGE) or () if "extra ==" not in requirement)
    return [found.group() for requirement in wanted if (found := re.match(r"[\w.-]+", requirement))]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
