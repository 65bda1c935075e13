"""The options that commands share, and what they load."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from cpecbot.corpus import Corpus
from cpecbot.errors import CpecbotError
from cpecbot.languages import Language, Languages, load_languages
from cpecbot.models import AskOptions
from cpecbot.settings import Settings, load_settings

Function = Callable[..., Any]

question_argument = click.argument("words", metavar="QUESTION", nargs=-1)


class _CorpusPath(click.Path):
    """A path that is written out: an empty one, of a variable that is not set, would mean the folder at hand."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            raise click.UsageError("--corpus is empty. Give a folder of .txt files, or a .jsonl file.")
        return super().convert(value, param, ctx)


_corpus_option = click.option(
    "--corpus",
    type=_CorpusPath(),
    help="A folder of .txt files, or a .jsonl file, in place of the articles in the settings.",
)


def with_settings(function: Function) -> Function:
    """Add ``--corpus`` and hand the command its ``settings``."""

    def command(corpus: Path | None, **options: object) -> object:
        config: Path | None = click.get_current_context().obj
        return function(load_settings(config, corpus=corpus), **options)

    functools.update_wrapper(command, function)
    return _corpus_option(command)


def open_languages(settings: Settings) -> Languages:
    """Every language, each of its files and its catalogue read, so that a fault is told before anything is shown."""
    from cpecbot.commands.language_files import LANGUAGE_FILES  # noqa: PLC0415 - loads the rooms that read them
    from cpecbot.i18n import translator  # noqa: PLC0415 - loads Babel

    languages = load_languages(settings.tables / "languages")
    languages.check(LANGUAGE_FILES)
    for language in languages:
        translator(language)
    return languages


def open_corpus(settings: Settings, languages: Languages) -> Corpus:
    from cpecbot.corpus.loading import load_corpus  # noqa: PLC0415 - a snapshot needs nothing of this

    return load_corpus(settings.corpus, languages, settings.sources, settings.boilerplate, settings.max_article_bytes)


def language_named(code: str, languages: Languages) -> Language:
    """The language of a ``--lang``; BadParameter listing the codes when there is none."""
    language = languages.get(code)
    if language is None:
        raise click.BadParameter(f"{code!r} is not one of {', '.join(languages.codes)}.", param_hint="'--lang'")
    return language


class LanguageOption(click.Option):
    """A ``--lang``: its help lists the languages that there are, and a shell completes them."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        names, described = super().get_help_record(ctx) or ("", "")
        known = ", ".join(language.code for language in _known_languages(ctx))
        return names, f"{described}  [{known}]" if known else described

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        codes = (language.code for language in _known_languages(ctx))
        return [CompletionItem(code) for code in codes if code.startswith(incomplete)]


def _known_languages(context: click.Context) -> tuple[Language, ...]:
    """None where the settings or a table have a fault: help is shown all the same."""
    try:
        return tuple(open_languages(load_settings(context.obj)))
    except CpecbotError:
        return ()


def answer_options(settings: Settings, limit: int | None = None) -> AskOptions:
    quotes = limit or settings.quotes
    return AskOptions(limit=quotes, per_source=min(settings.per_source, quotes))


def talking_options(settings: Settings) -> AskOptions:
    """How a person is answered who can ask for more."""
    return replace(answer_options(settings), at_first=settings.quotes_at_first)


def joined(words: tuple[str, ...]) -> str:
    """The question as typed, its bytes read as UTF-8 whatever the locale made of them."""
    question = " ".join(os.fsencode(word).decode("utf-8", "replace") for word in words)
    if not question.strip():
        raise click.UsageError('Write a question, such as: cpecbot ask "When was the seventh round?"')
    return question
