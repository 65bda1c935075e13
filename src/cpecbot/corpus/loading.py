"""From files to a corpus: what each article is and states of itself, and its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import MappingProxyType

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.corpus import Corpus
from cpecbot.corpus.cutting import cut
from cpecbot.corpus.facts import PRIMARY, Facts, load_facts
from cpecbot.corpus.reading import MAX_ARTICLE_BYTES, RawArticle, read_articles
from cpecbot.corpus.stamps import Stamp, find_stamps
from cpecbot.corpus.stating import stated_facts
from cpecbot.errors import CorpusError
from cpecbot.language.text.identify import identify
from cpecbot.languages import Language, Languages
from cpecbot.models import Article

# Enough of an article to tell its language.
_SAMPLE = 4000


def build_corpus(articles: Iterable[Article], boilerplate: Boilerplate | None = None) -> Corpus:
    """Cut ``articles`` into sentences."""
    return _corpus(((article, find_stamps(article.text, article.language)) for article in articles), boilerplate)


def _corpus(stamped: Iterable[tuple[Article, Sequence[Stamp]]], boilerplate: Boilerplate | None) -> Corpus:
    rules = boilerplate or Boilerplate()
    by_source = {article.source: (article, stamps) for article, stamps in stamped}
    articles = {source: article for source, (article, _) in by_source.items()}
    sentences = {source: cut(article, stamps, rules) for source, (article, stamps) in by_source.items()}
    return Corpus(MappingProxyType(articles), MappingProxyType(sentences))


def load_corpus(
    path: Path,
    languages: Languages,
    sources_toml: Path | None = None,
    boilerplate_toml: Path | None = None,
    max_bytes: int = MAX_ARTICLE_BYTES,
) -> Corpus:
    """Load the articles at ``path`` (see ``read_articles``).

    ``sources_toml`` overrides what an article or its line states; entries for sources that are not here are ignored,
    so that one file can serve several corpora. Raises CorpusError.
    """
    known = load_facts(sources_toml) if sources_toml else {}
    boilerplate = load_boilerplate(boilerplate_toml, languages) if boilerplate_toml else None
    raw_articles = read_articles(path, max_bytes)
    return _corpus((_article(raw, known.get(raw.source, Facts()), languages) for raw in raw_articles), boilerplate)


def _article(raw: RawArticle, known: Facts, languages: Languages) -> tuple[Article, Sequence[Stamp]]:
    """The article, and its stamps, which tell its day and are not among its sentences."""
    facts = known.over(raw.facts)
    language = _stated(facts.language, raw, languages) or identify(raw.text[:_SAMPLE], languages)
    stamps = find_stamps(raw.text, language)
    facts = facts.over(stated_facts(raw.text, language, stamps))
    article = Article(
        source=raw.source,
        text=raw.text,
        language=language,
        outlet=facts.outlet,
        place=facts.place,
        published=facts.published,
        title=facts.title,
        url=facts.url,
        cites=facts.cites,
        primary=facts.role == PRIMARY,
    )
    return article, stamps


def _stated(code: str | None, raw: RawArticle, languages: Languages) -> Language | None:
    if code is not None and languages.get(code) is None:
        known = ", ".join(languages.codes)
        raise CorpusError(f'{raw.origin}: "language" is {code!r}. Use one of {known}, or leave it out.')
    return languages.get(code)
