"""The real articles, as every test meets them."""

from __future__ import annotations

import functools
import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from command_line import Cli, run_cli
from cpecbot.answering import Library
from cpecbot.answering import building as libraries
from cpecbot.corpus import Corpus
from cpecbot.languages import Language, Languages
from cpecbot.models import Article
from fakes.languages import LANGUAGES
from shipped import ROOT, faulty_forms_refused, glossary_in
from shipped import corpus as shipped_corpus
from shipped import library as shipped_library

# What it asserts is told as in a test.
pytest.register_assert_rewrite("rewritten")
# Tests and articles stay until the end, and looking for garbage among them takes a tenth of all time: do so seldom.
gc.set_threshold(50_000)
# A busy machine is no failure; and what CI says of a change is said again when it is run again.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:  # noqa: ARG001
    """Call a case by its language, ``test_x[ur]``; the signature is pytest's."""
    return str(val) if isinstance(val, Language) else None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Files that are named are run in this process, without starting others; None leaves the number to pytest-xdist."""
    named = config.option.file_or_dir
    return 0 if named and not any(Path(each).is_dir() for each in named) else None


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """However many libraries the tests of a process build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libraries, "load_glossary", glossary_in)
        patch.setattr(libraries, "refuse_faulty_forms", faulty_forms_refused)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def languages() -> Languages:
    """The languages that are shipped."""
    return LANGUAGES


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The five articles of ``seeds/`` with the configuration that is shipped."""
    return shipped_corpus()


@pytest.fixture(scope="session")
def articles(corpus: Corpus) -> Mapping[str, Article]:
    """The five articles by their number, such as ``004``."""
    return {source[:3]: article for source, article in corpus.articles.items()}


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, a home of its own, and none of the developer's own settings."""
    for name in os.environ:
        if name.upper().startswith("CPECBOT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # Few tests start twice on the same articles.
    monkeypatch.setenv("CPECBOT_SNAPSHOT", "false")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    """The five articles, ready to answer."""
    return shipped_library()


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> Cli:  # noqa: ARG001  # nothing of the developer's own
    """Run a command: ``cli("ask", "--json", "…")``."""
    return functools.partial(run_cli, monkeypatch)
