"""The options that commands share, and what they load."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cpecbot.corpus import Corpus, load_corpus
from cpecbot.settings import Settings, load_settings

Function = Callable[..., Any]


def with_settings(function: Function) -> Function:
    """Add ``--corpus`` and hand the command its ``settings``."""

    @click.option(
        "--corpus",
        type=click.Path(path_type=Path),
        help="A folder of .txt files, or a .jsonl file, in place of the articles in the settings.",
    )
    @click.pass_obj
    @functools.wraps(function)
    def command(config: Path | None, *arguments: object, corpus: Path | None, **options: object) -> Any:
        return function(load_settings(config, corpus=corpus), *arguments, **options)

    return command


def open_corpus(settings: Settings) -> Corpus:
    return load_corpus(settings.corpus, settings.sources, settings.boilerplate, settings.max_article_bytes)
