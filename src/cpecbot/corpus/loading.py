"""From files to a corpus: what each article is and states of itself, and its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.corpus import Corpus
from cpecbot.corpus.cutting import cut
from cpecbot.corpus.facts import PRIMARY, Facts, load_facts
from cpecbot.corpus.reading import MAX_ARTICLE_BYTES, RawArticle, read_articles
from cpecbot.corpus.stamps import find_stamps
from cpecbot.corpus.stating import stated_facts
from cpecbot.errors import CorpusError
from cpecbot.language.text.identify import identify
from cpecbot.languages import Language, Languages
from cpecbot.models import Article, Sentence

# Enough of an article to tell its language.
_SAMPLE = 4000


class Cutter(Struct, frozen=True):
    """From an article as read to what it is and states of itself, and its sentences.

    ``known`` overrides what an article or its line states; entries for sources that are not there are ignored, so that
    one file can serve several corpora.
    """

    languages: Languages
    known: Mapping[str, Facts]
    boilerplate: Boilerplate

    def facts(self, raw: RawArticle) -> Facts:
        """What is known of an article beside its text."""
        return self.known.get(raw.source, Facts()).over(raw.facts)

    def read(self, raw: RawArticle) -> tuple[Article, tuple[Sentence, ...]]:
        """Raises CorpusError for a language that there is not."""
        facts = self.facts(raw)
        language = _stated(facts.language, raw, self.languages) or identify(raw.text[:_SAMPLE], self.languages)
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
        # The stamps tell its day and are not among its sentences.
        return article, cut(article, stamps, self.boilerplate)


def load_cutter(languages: Languages, sources_toml: Path | None = None, boilerplate_toml: Path | None = None) -> Cutter:
    """``sources_toml`` is what is known, ``boilerplate_toml`` the lines that are no part of articles.

    Raises CorpusError.
    """
    known = load_facts(sources_toml) if sources_toml else {}
    boilerplate = load_boilerplate(boilerplate_toml, languages) if boilerplate_toml else Boilerplate()
    return Cutter(languages, known, boilerplate)


def build_corpus(articles: Iterable[Article], boilerplate: Boilerplate | None = None) -> Corpus:
    """Cut ``articles`` into sentences."""
    rules = boilerplate or Boilerplate()
    return _corpus((each, cut(each, find_stamps(each.text, each.language), rules)) for each in articles)


def load_corpus(
    path: Path,
    languages: Languages,
    sources_toml: Path | None = None,
    boilerplate_toml: Path | None = None,
    max_bytes: int = MAX_ARTICLE_BYTES,
) -> Corpus:
    """Load the articles at ``path`` (see ``read_articles`` and ``load_cutter``). Raises CorpusError."""
    cutter = load_cutter(languages, sources_toml, boilerplate_toml)
    return _corpus(map(cutter.read, read_articles(path, max_bytes)))


def _corpus(read: Iterable[tuple[Article, tuple[Sentence, ...]]]) -> Corpus:
    by_source = {article.source: (article, sentences) for article, sentences in read}
    articles = {source: article for source, (article, _) in by_source.items()}
    sentences = {source: listed for source, (_, listed) in by_source.items()}
    return Corpus(MappingProxyType(articles), MappingProxyType(sentences))


def _stated(code: str | None, raw: RawArticle, languages: Languages) -> Language | None:
    if code is not None and languages.get(code) is None:
        known = ", ".join(languages.codes)
        raise CorpusError(f'{raw.origin}: "language" is {code!r}. Use one of {known}, or leave it out.')
    return languages.get(code)
