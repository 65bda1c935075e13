"""What changed between short texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.changing.changer import Changer
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Changes
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN

Text = str | tuple[str, Language]
Changed = Callable[..., tuple[Changes, ...]]


@pytest.fixture(scope="session")
def changed(worded: Analyzer, contrasts: Contrasts, boilerplate: Boilerplate) -> Changed:
    """What changed between the rounds that texts report; these become the sources ``a``, ``b`` and so on."""

    def make(*texts: Text) -> tuple[Changes, ...]:
        pairs = [each if isinstance(each, tuple) else (each, EN) for each in texts]
        articles = [Article(chr(ord("a") + place), *pair) for place, pair in enumerate(pairs)]
        corpus = build_corpus(articles, boilerplate)
        store = MemoryStore(read_entries(corpus, worded))
        return Changer(store, corpus.articles, worded.glossary, contrasts).all()

    return make
