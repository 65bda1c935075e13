"""The sentences of a corpus, each read once: retrieval, scoring, quoting and comparing all go by this one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cpecbot.corpus import Corpus
from cpecbot.language.analysis import Analysis, Analyzer
from cpecbot.models import Article, Sentence, SentenceKind, TermKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence and what was read in it.

    ``number`` counts the entries of the whole corpus, in the order of its articles and then of reading. ``analysis``
    counts code points of the sentence, not of the article. ``keys`` are those of its terms, words inside phrases left
    out. ``leads`` is the first statement of its article, headings apart.
    """

    number: int
    sentence: Sentence
    analysis: Analysis
    keys: frozenset[str]
    leads: bool = False


def quotable(entry: Entry) -> bool:
    """Whether it states something; a heading only names what is stated below it."""
    return entry.sentence.kind is not SentenceKind.HEADING


def read_entries(corpus: Corpus, analyzer: Analyzer) -> tuple[Entry, ...]:
    """Every sentence of ``corpus``, in the order of its articles."""
    entries: list[Entry] = []
    for source, article in corpus.articles.items():
        entries.extend(read_article(article, corpus.sentences[source], analyzer, len(entries)))
    return tuple(entries)


def read_article(
    article: Article, sentences: Iterable[Sentence], analyzer: Analyzer, first_number: int = 0
) -> Iterator[Entry]:
    """The entries of one article, numbered from ``first_number``."""
    led = False
    for number, sentence in enumerate(sentences, first_number):
        analysis = analyzer.analyze(sentence.reading, sentence.language, article.published)
        keys = frozenset(term.key for term in analysis.terms if term.kind is not TermKind.PART)
        leads = not led and sentence.kind is not SentenceKind.HEADING
        led = led or leads
        yield Entry(number, sentence, analysis, keys, leads)
