"""The pages hang together: each is on the site, what they link to exists, what they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from cpecbot.resources import default_config
from pages import PAGES, ROOT, SITE, links, rows, text_of

NAVIGATION = ROOT / "config" / "mkdocs.yml"


def anchors(page: Path) -> set[str]:
    """What GitHub and the site make of its headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_exists(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", sorted(SITE.glob("*.md")), ids=lambda page: page.name)
def test_a_page_of_the_site_leads_to_no_file_beyond_it(page: Path) -> None:
    """The site holds nothing else."""
    assert not [link for link in links(page) if link.startswith("..")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_bar_stands_in_the_code_of_a_table(page: Path) -> None:
    """GitHub wants it escaped there; the site then shows the escape."""
    assert not re.findall(r"`[^`\n]*\\\|[^`\n]*`", page.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_block_is_of_a_kind_that_a_test_looks_at(page: Path) -> None:
    """What is typed is ``sh``, whose lines are run."""
    kinds = re.findall(r"^ *```(\w*)$", page.read_text("utf-8"), re.MULTILINE)
    assert set(kinds[::2]) <= {"sh", "json", "toml", "yaml", "text", "nginx", "po"}
    assert set(kinds[1::2]) <= {""}


def test_every_page_is_in_the_navigation_and_the_readme() -> None:
    site = yaml.safe_load(NAVIGATION.read_text("utf-8"))
    listed = [page for part in site["nav"] for page in _pages(part)]
    assert sorted(listed) == sorted(page.name for page in SITE.glob("*.md"))
    read_on = {Path(link).name for page in ("README.md", "CONTRIBUTING.md") for link in links(ROOT / page)}
    assert set(listed) - {"index.md", "releasing.md", "contributing.md"} <= read_on


def test_the_site_fetches_nothing() -> None:
    """Neither when it is built nor when it is read."""
    site = yaml.safe_load(NAVIGATION.read_text("utf-8"))
    assert site["theme"]["font"] is False
    assert not {"extra_javascript", "extra_css"} & set(site)
    assert site["plugins"] == ["search"]


def test_files_of_the_configuration_that_are_named_exist() -> None:
    table = rows(text_of("articles"), "## What a person edits")
    names = [name for row in table for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert {"default.toml", "sources.toml", "glossary/", "languages/"} <= set(names)
    for name in set(names) - {"config/"}:
        assert (default_config().parent / name).exists(), name


def _pages(part: dict[str, object] | str) -> list[str]:
    """The pages of a part of the navigation, which may hold parts."""
    if isinstance(part, str):
        return [part]
    (inner,) = part.values()
    return [inner] if isinstance(inner, str) else [page for each in inner for page in _pages(each)]  # type: ignore[attr-defined]


def test_every_room_of_the_program_is_told_of_and_none_that_is_not_there() -> None:
    table = rows(text_of("architecture"), "## The rooms")
    named = {span.rstrip("/") for row in table[1:] for span in re.findall(r"`([^`]+)`", row.split(" | ")[0])}
    rooms = {path.name for path in (ROOT / "src" / "cpecbot").iterdir() if not path.name.startswith("__")}
    assert named == rooms - {"py.typed"}
