"""Commands that show the articles as they were read: ``sources`` and ``segment``."""

from __future__ import annotations

import click

from cpecbot.commands.options import open_corpus, open_languages, with_settings
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies
from cpecbot.corpus.copies.finding import find_copies
from cpecbot.language.sentences.wrapping import on_one_line
from cpecbot.models import Article, Sentence
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@with_settings
def sources(settings: Settings, as_json: bool) -> None:
    """List the articles and what each states of itself."""
    corpus = open_corpus(settings, open_languages(settings))
    copies = find_copies(corpus)
    for article in corpus.articles.values():
        count = len(corpus.sentences[article.source])
        line = dumps(_source_object(article, count, copies)) if as_json else _source_line(article, count, copies)
        say(line)


@click.command()
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@with_settings
def segment(settings: Settings, names: tuple[str, ...], as_json: bool) -> None:
    """Show the sentences of the articles, all or those named."""
    corpus = open_corpus(settings, open_languages(settings))
    for sentence in _sentences(corpus, names):
        say(dumps(_sentence_object(sentence)) if as_json else _sentence_line(sentence))


def _sentences(corpus: Corpus, names: tuple[str, ...]) -> list[Sentence]:
    chosen = [corpus.resolve(name) for name in names] or list(corpus.articles)
    return [sentence for source in chosen for sentence in corpus.sentences[source]]


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
    shown = on_one_line(sentence.text, sentence.language)
    return f"{sentence.source}:{sentence.span.start}-{sentence.span.end} [{sentence.kind}] {shown}"


COMMANDS = {"sources": sources, "segment": segment}
