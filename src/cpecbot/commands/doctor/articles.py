"""What the answers are made of: the tables, and the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cpecbot.commands.doctor.findings import Finding, Level
from cpecbot.commands.library import open_library
from cpecbot.corpus import Corpus
from cpecbot.settings import Settings


def look(settings: Settings) -> Iterator[Finding]:
    """Raises the CpecbotError that names a fault in a table or an article; they are read, not their snapshot."""
    library = open_library(settings.model_copy(update={"snapshot": False}))
    codes = ", ".join(library.languages.codes)
    yield Finding("tables", Level.OK, f"all tables of {settings.tables} are read; languages: {codes}")
    yield _corpus(library.corpus, settings)


def _corpus(corpus: Corpus, settings: Settings) -> Finding:
    articles = corpus.articles.values()
    if not articles:
        mend = "Set corpus to a folder of .txt files, or to a .jsonl file."
        return Finding("corpus", Level.WRONG, f"there are no articles in {settings.corpus}", mend)
    languages = Counter(article.language.code for article in articles)
    counted = ", ".join(f"{code} {count}" for code, count in languages.most_common())
    sentences = sum(map(len, corpus.sentences.values()))
    days = sorted(article.published for article in articles if article.published is not None)
    dated = f"{days[0]} to {days[-1]}, {len(articles) - len(days)} without a date" if days else "none has a date"
    return Finding("corpus", Level.OK, f"{len(articles)} articles ({counted}), {sentences} sentences; {dated}")
