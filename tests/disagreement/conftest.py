"""A comparison at hand: of whole articles, or of short texts."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Comparer, Contrasts
from cpecbot.disagreement.judging import Judge
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analysis, Analyzer
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN, LANGUAGES
from fakes.readings import contrasts_of_roles
from shipped import contrasts as shipped_contrasts
from shipped import glossary_of_the_field, whole_glossary


class Remembering(Analyzer):
    """Analyses a sentence once: most articles that are compared here are copies with one sentence changed."""

    __slots__ = ()

    def analyze(self, text: str, language: Language, reference: date | None = None) -> Analysis:
        return _analysis(self, text, language, reference)


@functools.lru_cache(maxsize=1024)
def _analysis(analyzer: Analyzer, text: str, language: Language, reference: date | None) -> Analysis:
    return Analyzer.analyze(analyzer, text, language, reference)


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return glossary_of_the_field()


@pytest.fixture(scope="session")
def worded() -> Analyzer:
    """It knows the general vocabulary, too."""
    return Remembering(whole_glossary(), LANGUAGES)


@pytest.fixture(scope="session")
def contrasts() -> Contrasts:
    return shipped_contrasts()


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
