"""The options that commands share, and what they load."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cpecbot.corpus import Corpus, load_corpus
from cpecbot.models import AskOptions, Language
from cpecbot.settings import Settings, load_settings

Function = Callable[..., Any]

_corpus_option = click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    help="A folder of .txt files, or a .jsonl file, in place of the articles in the settings.",
)


def with_settings(function: Function) -> Function:
    """Add ``--corpus`` and hand the command its ``settings``."""

    def command(corpus: Path | None, **options: object) -> object:
        config: Path | None = click.get_current_context().obj
        return function(load_settings(config, corpus=corpus), **options)

    functools.update_wrapper(command, function)
    return _corpus_option(command)


def open_corpus(settings: Settings) -> Corpus:
    return load_corpus(settings.corpus, settings.sources, settings.boilerplate, settings.max_article_bytes)


def answer_options(settings: Settings, limit: int | None = None, languages: tuple[Language, ...] = ()) -> AskOptions:
    quotes = limit or settings.quotes
    return AskOptions(limit=quotes, per_source=min(settings.per_source, quotes), languages=languages)
