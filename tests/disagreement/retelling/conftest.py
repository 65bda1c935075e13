"""Retellings of short texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.reading.antecedents import read_article
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.retelling.retelling import Retelling, Retellings
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN


@pytest.fixture(scope="session")
def retold(worded: Analyzer, contrasts: Contrasts, boilerplate: Boilerplate) -> Callable[..., tuple[Retelling, ...]]:
    """How the second text retells each sentence of the first; a text may carry its language."""

    def retell(first: str | tuple[str, Language], second: str | tuple[str, Language]) -> tuple[Retelling, ...]:
        pairs = [each if isinstance(each, tuple) else (each, EN) for each in (first, second)]
        articles = [Article(source, text, language) for source, (text, language) in zip("ab", pairs, strict=True)]
        corpus = build_corpus(articles, boilerplate)
        store = MemoryStore(read_entries(corpus, worded))
        reader = Reader(worded.glossary, contrasts)
        retellings = Retellings(store, lambda source: read_article(store.entries(source), None, reader), reader)
        return tuple(retellings.of(entry, "b") for entry in store.entries("a"))

    return retell
