"""What is installed is pinned, and what a wheel carries is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

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
    """As where it is tested."""
    requires = PROJECT["build-system"]["requires"]
    assert all("==" in requirement for requirement in requires)
    (builder,) = (requirement for requirement in requires if requirement.startswith("hatchling"))
    assert builder in (ROOT / "config" / "constraints.txt").read_text("utf-8").splitlines()


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    """Only that one may wait to be released, and versions go down."""
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    found = [re.fullmatch(r"(\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d|unreleased)\)", heading) for heading in headings]
    versions = [match.group(1) for match in found if match]
    assert len(versions) == len(headings)
    assert versions[0] == PROJECT["project"]["version"]
    assert versions == sorted(set(versions), key=lambda version: [*map(int, version.split("."))], reverse=True)
    assert not [heading for heading in headings[1:] if heading.endswith("(unreleased)")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """What is installed, built from the files that there are."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return ZipFile(built)


def test_a_wheel_carries_all_that_is_edited_and_nothing_of_a_persons_own(wheel: ZipFile) -> None:
    names = set(wheel.namelist())
    for folder, at in (
        ("src/cpecbot", "cpecbot"),
        ("seeds", "cpecbot/_data/seeds"),
        ("config", "cpecbot/_data/config"),
    ):
        files = {path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()}
        at_home = {path for path in files if "__pycache__" in path.parts or (folder == "config" and _at_home(path))}
        assert len(files - at_home) > 3
        assert {f"{at}/{path.as_posix()}" for path in files - at_home} <= names
        assert not {f"{at}/{path.as_posix()}" for path in at_home} & names
    assert all(name.startswith(("cpecbot/", "cpecbot-")) for name in names)
    assert not [name for name in names if "test" in Path(name).name and name.endswith(".py")]


def test_a_wheel_leaves_a_persons_own_settings_at_home() -> None:
    left = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    assert left == ["config/local.toml", "config/deploy", "config/mkdocs.yml"]


def _at_home(path: Path) -> bool:
    """A person's own settings, and what sets up a computer or a site."""
    return path.parts[0] in ("local.toml", "deploy", "mkdocs.yml")


def test_a_wheel_is_small(wheel: ZipFile) -> None:
    assert sum(each.compress_size for each in wheel.infolist()) < 5_000_000


def test_a_wheel_tells_its_licences(wheel: ZipFile) -> None:
    """And carries them, that of the fonts beside the fonts as well."""
    names = wheel.namelist()
    (metadata,) = (wheel.read(name).decode() for name in names if name.endswith(".dist-info/METADATA"))
    assert "License-Expression: MIT AND OFL-1.1\n" in metadata
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "OFL.txt"}
    assert "cpecbot/rendering/pictures/fonts/OFL.txt" in names
