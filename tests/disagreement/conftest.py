"""A comparison at hand: of whole articles, or of short texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.snapshot import build_corpus
from cpecbot.disagreement import Comparer, Contrasts, Judge, load_contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN, LANGUAGES
from fakes.readings import contrasts_of_roles


@pytest.fixture(scope="session")
def glossary(root: Path) -> Glossary:
    return load_glossary(root / "config" / "glossary", LANGUAGES)


@pytest.fixture(scope="session")
def worded(root: Path) -> Analyzer:
    """It knows the general vocabulary, too."""
    return Analyzer(load_glossary(root / "config" / "glossary", LANGUAGES, root / "config" / "vocabulary"), LANGUAGES)


@pytest.fixture(scope="session")
def contrasts(root: Path) -> Contrasts:
    return load_contrasts(root / "config" / "contrasts.toml", LANGUAGES)


@pytest.fixture(scope="session")
def boilerplate(root: Path) -> Boilerplate:
    return load_boilerplate(root / "config" / "boilerplate.toml", LANGUAGES)


@pytest.fixture(scope="session")
def reader(glossary: Glossary, contrasts: Contrasts) -> Reader:
    return Reader(glossary, contrasts)


@pytest.fixture(scope="session")
def by_roles(glossary: Glossary) -> Reader:
    """A reader to whom every role has one term of its name; for readings spelt out word by word."""
    return Reader(glossary, contrasts_of_roles())


@pytest.fixture(scope="session")
def analyzer(glossary: Glossary) -> Analyzer:
    return Analyzer(glossary, LANGUAGES)


@pytest.fixture(scope="session")
def comparing(worded: Analyzer, contrasts: Contrasts, boilerplate: Boilerplate) -> Callable[..., Comparer]:
    """A comparer of the given articles, with the tables that are shipped."""

    def make(*articles: Article, judge: Judge | None = None) -> Comparer:
        corpus = build_corpus(articles, boilerplate)
        store = MemoryStore(read_entries(corpus, worded))
        return Comparer(store, corpus.articles, worded.glossary, contrasts, judge)

    return make


@pytest.fixture(scope="session")
def texts(comparing: Callable[..., Comparer]) -> Callable[..., tuple[Disagreement, ...]]:
    """The notes on short texts, which become the sources ``a``, ``b``, ``c`` …; a text may carry its language."""

    def notes(*given: str | tuple[str, Language], judge: Judge | None = None) -> tuple[Disagreement, ...]:
        pairs = [each if isinstance(each, tuple) else (each, EN) for each in given]
        articles = [Article(chr(ord("a") + place), text, language) for place, (text, language) in enumerate(pairs)]
        return comparing(*articles, judge=judge).all()

    return notes
