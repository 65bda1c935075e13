"""A comparison at hand: of whole articles, or of short texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.snapshot import build_corpus
from cpecbot.disagreement import Comparer, Contrasts, Judge, load_contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.language.text.stopwords import load_stopwords
from cpecbot.models import Article, Disagreement, Language


@pytest.fixture(scope="session")
def glossary(root: Path) -> Glossary:
    return load_glossary(root / "config" / "glossary")


@pytest.fixture(scope="session")
def contrasts(root: Path) -> Contrasts:
    return load_contrasts(root / "config" / "contrasts.toml")


@pytest.fixture(scope="session")
def stopwords(root: Path) -> Mapping[Language, frozenset[str]]:
    return load_stopwords(root / "config" / "stopwords.toml")


@pytest.fixture(scope="session")
def boilerplate(root: Path) -> Boilerplate:
    return load_boilerplate(root / "config" / "boilerplate.toml")


@pytest.fixture(scope="session")
def reader(glossary: Glossary, contrasts: Contrasts, stopwords: Mapping[Language, frozenset[str]]) -> Reader:
    return Reader(glossary, contrasts, stopwords)


@pytest.fixture(scope="session")
def comparing(reader: Reader, boilerplate: Boilerplate) -> Callable[..., Comparer]:
    """A comparer of the given articles, with the tables that are shipped."""

    def make(*articles: Article, judge: Judge | None = None) -> Comparer:
        corpus = build_corpus(articles, boilerplate)
        return Comparer(corpus.sentences, corpus.articles, reader.glossary, reader.contrasts, reader.stopwords, judge)

    return make


@pytest.fixture(scope="session")
def texts(comparing: Callable[..., Comparer]) -> Callable[..., tuple[Disagreement, ...]]:
    """The notes on short texts, which become the sources ``a``, ``b``, ``c`` …; a text may carry its language."""

    def notes(*given: str | tuple[str, Language], judge: Judge | None = None) -> tuple[Disagreement, ...]:
        pairs = [each if isinstance(each, tuple) else (each, Language.EN) for each in given]
        articles = [Article(chr(ord("a") + place), text, language) for place, (text, language) in enumerate(pairs)]
        return comparing(*articles, judge=judge).all()

    return notes
