"""What is installed is pinned, and what a wheel carries is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
WANTED = [*PROJECT["project"]["dependencies"], *EXTRAS["test"], *EXTRAS["dev"]]


def name_of(requirement: str) -> str:
    """The normalised name of a requirement (PEP 503), without extras and versions."""
    match = re.match(r"[\w.-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match.group()).lower()


@pytest.mark.parametrize("requirement", [each for each in WANTED if name_of(each) != "cpecbot"])
def test_every_dependency_has_one_exact_version(requirement: str) -> None:
    lines = (ROOT / "config" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#") and name_of(line) == name_of(requirement)]
    assert len(pins) == 1
    assert re.fullmatch(r"[\w.-]+==[\w.]+", pins[0])


def test_what_builds_the_wheel_is_pinned() -> None:
    assert all("==" in requirement for requirement in PROJECT["build-system"]["requires"])


def test_a_wheel_carries_articles_and_configuration() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    carried = {"src/cpecbot": "cpecbot", "seeds": "cpecbot/_data/seeds", "config": "cpecbot/_data/config"}
    assert wheel["sources"] == carried
    assert wheel["only-include"] == list(carried)
    assert all((ROOT / folder).is_dir() for folder in carried)


def test_a_wheel_leaves_a_persons_own_settings_at_home() -> None:
    left = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    assert left == ["config/local.toml", "config/deploy", "config/mkdocs.yml"]
