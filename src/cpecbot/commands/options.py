"""The options that commands share, and what they load.

A short option means the same wherever it stands: ``-c`` the corpus, ``-s`` a source, ``-l`` the language of cpecbot's
own words, ``-L`` that of the sources, ``-n`` how many at most, ``-t`` the topic, ``-j`` JSON, ``-b`` a batch, ``-o``
the file that is written.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem
from msgspec.structs import replace

from cpecbot.errors import CpecbotError
from cpecbot.languages import Language, Languages, load_languages
from cpecbot.models import AskOptions
from cpecbot.settings import Settings, load_settings

if TYPE_CHECKING:
    from cpecbot.answering import Library
    from cpecbot.corpus import Corpus

Function = Callable[..., Any]

_EXAMPLE = 'such as: cpecbot ask "When was the seventh round?"'
_STANDARD_INPUT = "-"
# Of a question no more than LONGEST_QUESTION of answering is read.
_LONGEST_INPUT = 100_000


class AtMost(click.IntRange):
    """A whole number within bounds, refused in plain words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of at least {self.min}"
            self.fail(f"{value!r} is not a whole number {bounds}.", param, ctx)


class _CorpusPath(click.Path):
    """A path that is written out: an empty one, of a variable that is not set, would mean the folder at hand."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            raise click.UsageError("--corpus is empty. Give a folder of .txt files, or a .jsonl file.")
        return super().convert(value, param, ctx)


class LanguageOption(click.Option):
    """Its help lists the languages that there are, and a shell completes them."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        names, described = super().get_help_record(ctx) or ("", "")
        known = ", ".join(language.code for language in _known_languages(ctx))
        return names, f"{described}  [{known}]" if known else described

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        codes = (language.code for language in _known_languages(ctx))
        return [CompletionItem(code) for code in codes if code.startswith(incomplete)]


def _complete_source(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """As articles are called; none where the settings or the articles have a fault."""
    from cpecbot.corpus.reading import source_names  # noqa: PLC0415 - only a shell asks for it

    try:
        names = source_names(load_settings(_config(context), corpus=context.params.get("corpus")).corpus)
    except (CpecbotError, OSError):
        return []
    return [name for name in names if name.startswith(incomplete)]


question_argument = click.argument("words", metavar="[QUESTION]", nargs=-1)
topic_argument = click.argument("topic", nargs=-1)
sources_argument = click.argument("names", metavar="[SOURCE]...", nargs=-1, shell_complete=_complete_source)
json_option = click.option("-j", "--json", "as_json", is_flag=True, help="One JSON object per line.")
source_option = click.option(
    "-s",
    "--source",
    "sources",
    multiple=True,
    metavar="NAME",
    shell_complete=_complete_source,
    help="Only this source, or those of this outlet: 004, APP (repeatable).",
)
language_option = click.option(
    "-l",
    "--lang",
    "language",
    cls=LanguageOption,
    metavar="CODE",
    help="The language of what is not quoted (default: the question's, else the fallback in config/languages).",
)
source_language_option = click.option(
    "-L",
    "--source-language",
    "source_languages",
    cls=LanguageOption,
    multiple=True,
    metavar="CODE",
    help="Only sources in this language (repeatable).",
)
_corpus_option = click.option(
    "-c",
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


def language_named(code: str, languages: Languages, option: str = "--lang") -> Language:
    """The language that an ``option`` names; BadParameter listing the codes when there is none."""
    language = languages.get(code)
    if language is None:
        raise click.BadParameter(f"{code!r} is not one of {', '.join(languages.codes)}.", param_hint=f"'{option}'")
    return language


def spoken(code: str | None, languages: Languages) -> Language | None:
    """The language of ``--lang``, where it is given."""
    return None if code is None else language_named(code, languages)


def words_in(code: str | None, languages: Languages) -> Language:
    """The language of ``--lang`` for what no question has: else the fallback."""
    return spoken(code, languages) or languages.fallback


def sources_named(library: Library, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source for name in names for source in library.corpus.resolve_all(name))


def _known_languages(context: click.Context) -> tuple[Language, ...]:
    """None where the settings or a table have a fault: help is shown all the same."""
    try:
        return tuple(load_languages(load_settings(_config(context)).tables / "languages"))
    except CpecbotError:
        return ()


def _config(context: click.Context) -> Path | None:
    """``--config``; where a shell completes, no command has been called to hand it on."""
    config: Path | None = context.find_root().params.get("config")
    return config


def answer_options(settings: Settings, limit: int | None = None) -> AskOptions:
    quotes = limit or settings.quotes
    return AskOptions(limit=quotes, per_source=min(settings.per_source, quotes))


def talking_options(settings: Settings) -> AskOptions:
    """How a person is answered who can ask for more."""
    return replace(answer_options(settings), at_first=settings.quotes_at_first)


def question_of(words: tuple[str, ...]) -> str:
    """The question typed, its bytes read as UTF-8 whatever the locale made of them.

    For ``-``, and where nothing is typed and no person sits before it, that of standard input.
    """
    piped = words == (_STANDARD_INPUT,) or not (words or sys.stdin.isatty())
    question = _piped_question() if piped else " ".join(os.fsencode(word).decode("utf-8", "replace") for word in words)
    if not question.strip():
        where = "Standard input holds no question. Write" if piped else "Write"
        raise click.UsageError(f"{where} a question, {_EXAMPLE}")
    return question


def _piped_question() -> str:
    """All lines as one question; ``console`` and ``--batch`` take one from each line."""
    return " ".join(sys.stdin.read(_LONGEST_INPUT).removeprefix("\ufeff").split())
