"""Answering at hand on a few invented sentences, with the tables that are shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import copies_in
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.text.identify import identify
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import LANGUAGES
from shipped import contrasts as shipped_contrasts
from shipped import glossary_of_the_field, whole_glossary

Telling = Callable[..., Library]


@pytest.fixture(scope="session")
def contrasts() -> Contrasts:
    return shipped_contrasts()


@pytest.fixture(scope="session")
def understanding(contrasts: Contrasts) -> Understanding:
    glossary = glossary_of_the_field()
    return Understanding(Analyzer(glossary, LANGUAGES), contrasts.metonyms)


@pytest.fixture(scope="session")
def everyday(contrasts: Contrasts) -> Understanding:
    """As ``understanding``, with the general vocabulary."""
    glossary = whole_glossary()
    return Understanding(Analyzer(glossary, LANGUAGES), contrasts.metonyms)


@pytest.fixture(scope="session")
def telling(understanding: Understanding, contrasts: Contrasts) -> Telling:
    """A library of short articles, which become the sources ``a``, ``b`` and so on."""
    return lambda *texts: _library(understanding, contrasts, texts)


@pytest.fixture(scope="session")
def telling_everyday(everyday: Understanding, contrasts: Contrasts) -> Telling:
    """As ``telling``, with the general vocabulary."""
    return lambda *texts: _library(everyday, contrasts, texts)


def _library(understanding: Understanding, contrasts: Contrasts, texts: Iterable[str]) -> Library:
    names = map(chr, range(ord("a"), ord("z") + 1))
    articles = [Article(name, text, identify(text, LANGUAGES)) for name, text in zip(names, texts, strict=False)]
    corpus = build_corpus(articles)
    store = MemoryStore(read_entries(corpus, understanding.analyzer))
    return Library(corpus, store, understanding, contrasts, copies_in(corpus, store))
