"""An article beside a copy of it in which something is written otherwise, compared inside a test."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import date

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Comparer
from cpecbot.disagreement.judging import Judge
from cpecbot.language.analysis import Analysis, Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Level
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import LANGUAGES
from shipped import CONFIG, contrasts, whole_glossary

DIGITS = {"ascii": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹", "devanagari": "०१२३४५६७८९"}


class Remembering(Analyzer):
    """Analyses a sentence once: most articles that are compared here are copies with one sentence changed."""

    def analyze(self, text: str, language: Language, reference: date | None = None) -> Analysis:
        return _analysis(self, text, language, reference)


@functools.lru_cache(maxsize=1024)
def _analysis(analyzer: Analyzer, text: str, language: Language, reference: date | None) -> Analysis:
    return Analyzer.analyze(analyzer, text, language, reference)


@functools.cache
def worded() -> Analyzer:
    """It knows the general vocabulary, too."""
    return Remembering(whole_glossary(), LANGUAGES)


@functools.cache
def boilerplate() -> Boilerplate:
    return load_boilerplate(CONFIG / "boilerplate.toml", LANGUAGES)


def comparing(*articles: Article, judge: Judge | None = None) -> Comparer:
    """A comparer of the given articles, with the tables that are shipped."""
    corpus = build_corpus(articles, boilerplate())
    store = MemoryStore(read_entries(corpus, worded()))
    return Comparer(store, corpus.articles, whole_glossary(), contrasts(), judge)


def notes_beside(article: Article, text: str) -> list[Disagreement]:
    """What is noted between ``article`` and a copy of it with ``text``."""
    notes = comparing(article, replace(article, source="copy", text=text)).all()
    return [note for note in notes if len({source for side in note.sides for source in side.sources}) > 1]


def assert_one_note(article: Article, said: str, instead: str) -> None:
    """Where the copy says ``instead``, once, there is one note, with the changed words of both sides."""
    assert said in article.text
    (note,) = notes_beside(article, article.text.replace(said, instead, 1))
    assert note.level in (Level.CONTRADICTION, Level.DIFFERING)
    place = article.text.index(said)
    assert any(
        quote.source == "copy" and quote.span.start < place + len(instead) and place < quote.span.end
        for side in note.sides
        for quote in side.quotes
    )


def assert_no_note(article: Article, said: str, instead: str) -> None:
    assert said in article.text
    assert notes_beside(article, article.text.replace(said, instead, 1)) == []


def assert_digits_are_no_matter(article: Article, script: str) -> None:
    """All digits of an article in another script leave every fact as it was."""
    known = str.maketrans("".join(DIGITS.values()), DIGITS[script] * len(DIGITS))
    assert notes_beside(article, article.text.translate(known)) == []
