"""From articles and tables to the library that answers. A snapshot of one needs nothing of this."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from cpecbot.answering.library import Library
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies
from cpecbot.corpus.copies.finding import find_copies
from cpecbot.disagreement import Contrasts, load_contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary, load_glossary, refuse_faulty_forms
from cpecbot.language.names.aliases.learning import learn
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.languages import Language, Languages
from cpecbot.models import Article, Sentence, Span, Value
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store

# Articles whose values are at hand while they are compared.
_NEAR = 256


def build_library(corpus: Corpus, languages: Languages, tables: Path, glossary: Path | None = None) -> Library:
    """Read the tables in the folder ``tables`` and index ``corpus``; ``glossary`` replaces the one there.

    Raises GlossaryError when a table is malformed.
    """
    analyzer, contrasts = read_tables(languages, tables, glossary)
    corpus = named_elsewhere(corpus, analyzer.glossary)
    analyzer = with_aliases(analyzer, (sentence for read in corpus.sentences.values() for sentence in read))
    store = MemoryStore(read_entries(corpus, analyzer))
    return put_together(corpus, store, analyzer, contrasts, copies_in(corpus, store))


def read_tables(languages: Languages, tables: Path, glossary: Path | None) -> tuple[Analyzer, Contrasts]:
    """What all articles are read with. Raises GlossaryError when a table is malformed."""
    analyzer = Analyzer(load_glossary(glossary or tables / "glossary", languages, tables / "vocabulary"), languages)
    contrasts = load_contrasts(tables / "contrasts.toml", languages)
    refuse_faulty_forms(languages, analyzer.glossary, contrasts.terms)
    return analyzer, contrasts


def put_together(corpus: Corpus, store: Store, analyzer: Analyzer, contrasts: Contrasts, copies: Copies) -> Library:
    """The library of ``corpus``, whose entries ``store`` has and whose names ``analyzer`` knows."""
    names = NameIndex(analyzer.languages.once(Pronunciation), store.names())
    return Library(corpus, store, Understanding(analyzer, contrasts.metonyms, names), contrasts, copies)


def copies_in(corpus: Corpus, store: Store) -> Copies:
    """The copies in ``corpus``, whose values ``store`` has read already."""

    @lru_cache(maxsize=_NEAR)
    def read(source: str) -> Mapping[Span, Sequence[Value]]:
        return {entry.sentence.span: entry.analysis.values for entry in store.entries(source)}

    return find_copies(corpus, lambda sentence: read(sentence.source)[sentence.span])


def with_aliases(analyzer: Analyzer, sentences: Iterable[Sentence]) -> Analyzer:
    """``analyzer`` with what ``sentences`` give as other names of one thing."""
    aliases = learn(sentences, analyzer.languages, lambda name: _meant(name, analyzer.glossary))
    return replace(analyzer, aliases=aliases)


def _meant(name: str, glossary: Glossary) -> frozenset[str]:
    """The concepts that all of ``name`` stands for, in any language."""
    return frozenset(match.concept for match in glossary.match(name, None) if match.span == Span(0, len(name)))


def named_elsewhere(corpus: Corpus, glossary: Glossary) -> Corpus:
    """``corpus`` with what the outlets and places that its articles name are called in other languages."""
    articles = {source: known_elsewhere(article, glossary) for source, article in corpus.articles.items()}
    return replace(corpus, articles=articles)


def known_elsewhere(article: Article, glossary: Glossary) -> Article:
    return dataclasses.replace(
        article, elsewhere=_other_names(article, glossary), also_called=_all_names(article, glossary)
    )


def _other_names(article: Article, glossary: Glossary) -> Mapping[str, Mapping[Language, str]]:
    outlets = {name: ConceptKind.INSTITUTION for name in (article.outlet, *article.cites) if name}
    places = {article.place: ConceptKind.PLACE} if article.place else {}
    return {name: glossary.names(name, kind) for name, kind in (places | outlets).items()}


def _all_names(article: Article, glossary: Glossary) -> Mapping[str, frozenset[str]]:
    outlets = (name for name in (article.outlet, *article.cites) if name)
    return {name: glossary.forms_of(name, ConceptKind.INSTITUTION) for name in outlets}
