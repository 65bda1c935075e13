"""Commands that show the articles as they were read: ``sources`` and ``segment``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cpecbot.commands.library import open_for_command
from cpecbot.commands.lines import say_line
from cpecbot.commands.options import json_option, open_corpus, open_languages, sources_argument, with_settings
from cpecbot.models import Article, Sentence
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import meanwhile, say

if TYPE_CHECKING:
    from cpecbot.corpus import Corpus
    from cpecbot.corpus.copies import Copies


@click.command()
@sources_argument
@json_option
@with_settings
def sources(settings: Settings, names: tuple[str, ...], as_json: bool) -> None:
    """List the articles and what each states of itself, all or those named."""
    corpus = _open(settings, names)
    from cpecbot.corpus.copies.finding import find_copies  # noqa: PLC0415 - help and completion need no NumPy

    copies = find_copies(corpus)
    for article in (corpus.articles[source] for source in _chosen(corpus, names)):
        count = len(corpus.sentences[article.source])
        if as_json:
            say(dumps(_source_object(article, count, copies)))
        else:
            say_line(_source_line(article, count, copies), settings.bidi)


@click.command()
@sources_argument
@json_option
@with_settings
def segment(settings: Settings, names: tuple[str, ...], as_json: bool) -> None:
    """Show the sentences of the articles, all or those named."""
    corpus = _open(settings, names)
    for source in _chosen(corpus, names):
        for sentence in corpus.sentences[source]:
            if as_json:
                say(dumps(_sentence_object(sentence)))
            else:
                say_line(_sentence_line(sentence), settings.bidi)


def _open(settings: Settings, names: tuple[str, ...]) -> Corpus:
    """Outlets may be named in any way that the glossary knows, which is read for that alone."""
    if names:
        return open_for_command(settings).library.corpus
    with meanwhile("Reading the articles …"):
        return open_corpus(settings, open_languages(settings))


def _chosen(corpus: Corpus, names: tuple[str, ...]) -> list[str]:
    return [source for name in names for source in corpus.resolve_all(name)] or list(corpus.articles)


def _source_object(article: Article, sentences: int, copies: Copies) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language.code,
        "outlet": article.outlet,
        "place": article.place,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "url": article.url,
        "cites": list(article.cites),
        "characters": len(article.text),
        "sentences": sentences,
        "copy_of": copies.originals.get(article.source),
        "shares_passages_with": list(copies.passages.get(article.source, ())),
    }


def _source_line(article: Article, sentences: int, copies: Copies) -> str:
    stated = (article.outlet or "outlet not stated", article.place, article.published, article.title)
    described = ", ".join(str(fact) for fact in stated if fact)
    original = copies.originals.get(article.source)
    copied = f", copy of {original}" if original else ""
    return f"{article.source}  [{article.language}]  {described}  ({sentences} statements{copied})"


def _sentence_object(sentence: Sentence) -> dict[str, object]:
    return {
        "source": sentence.source,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.text,
        "kind": sentence.kind,
    }


def _sentence_line(sentence: Sentence) -> str:
    from cpecbot.language.sentences.wrapping import on_one_line  # noqa: PLC0415 - loaded by now

    shown = on_one_line(sentence.text, sentence.language)
    return f"{sentence.source}:{sentence.span.start}-{sentence.span.end} [{sentence.kind}] {shown}"


COMMANDS = {"sources": sources, "segment": segment}
