"""Commands that take questions: ``ask``, ``search`` and ``console``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import click

from cpecbot.answering import Library, answer_after
from cpecbot.commands.batch import Asked, Respond, answer_lines
from cpecbot.commands.library import Opening, open_for_command
from cpecbot.commands.options import (
    LanguageOption,
    answer_options,
    joined,
    language_named,
    question_argument,
    talking_options,
    with_settings,
)
from cpecbot.errors import QuestionError
from cpecbot.language.sentences.wrapping import on_one_line
from cpecbot.models import Hit
from cpecbot.rendering.surfaces.json import answer_to_json
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say


class _Lines(click.File):
    """A file, or a pipe that somebody writes to; opening one by its name would wait until somebody does."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(str(value))
        if path.is_fifo() and not path.is_relative_to("/dev"):
            self.fail(f"{value!r} is a named pipe. Write: --batch - < {value}", param, ctx)
        return super().convert(value, param, ctx)


def _batch(more: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--batch``, with ``more`` about what may stand in a line."""
    told = f'Lines of {{"id", "question"}}, answered one JSON object each ("-": standard input){more}'
    return click.option("--batch", type=_Lines("rb"), metavar="FILE", help=told)


_json = click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
_source = click.option("--source", "sources", multiple=True, metavar="NAME", help="Only this source (repeatable).")


@click.command()
@question_argument
@_json
@_batch('; with "previous", the questions asked before it in a conversation.')
@click.option("--limit", type=click.IntRange(1, 20), help="Quotes at most (default: the setting quotes).")
@_source
@click.option(
    "--lang",
    "languages",
    cls=LanguageOption,
    multiple=True,
    metavar="CODE",
    help="Only sources in this language (repeatable).",
)
@with_settings
def ask(settings: Settings, words: tuple[str, ...], batch: BinaryIO | None, **options: Any) -> None:
    """Answer one question, or a batch of them, with quotes of the articles."""
    question = _one_question(words, batch)
    opening = open_for_command(settings)
    admitted = tuple(language_named(code, opening.languages) for code in options["languages"])
    library = opening.library
    sources = _named(library, options["sources"])
    asking = replace(answer_options(settings, options["limit"]), languages=admitted, sources=sources)

    def respond(asked: Asked) -> Mapping[str, object]:
        answer = answer_after(asked.previous, asked.question, library.ask, asking)
        return answer_to_json(answer, library.corpus.articles, library.label)

    if batch:
        _answer_batch(batch, respond)
    elif options["as_json"]:
        say(dumps(respond(Asked(question))))
    else:
        from cpecbot.console import show_answer  # noqa: PLC0415 - rich is for people, not for JSON

        show_answer(library.ask(question, asking), library)


@click.command()
@question_argument
@_json
@_batch(".")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Sentences at most.")
@_source
@with_settings
def search(settings: Settings, words: tuple[str, ...], batch: BinaryIO | None, **options: Any) -> None:
    """Rank sentences for a question, without choosing or refusing."""
    question = _one_question(words, batch)
    library = open_for_command(settings).library
    sources = _named(library, options["sources"])

    def respond(asked: Asked) -> Mapping[str, object]:
        if asked.previous:
            raise QuestionError('search ranks for one question. Take "previous" out, or use: cpecbot ask --batch.')
        hits = library.search(asked.question, options["top"], sources=sources)
        return {"id": None, "hits": [_hit_object(hit) for hit in hits]}

    if batch:
        _answer_batch(batch, respond)
    elif options["as_json"]:
        say(dumps(respond(Asked(question))))
    else:
        for hit in library.search(question, options["top"], sources=sources):
            shown = on_one_line(hit.sentence.text, hit.sentence.language)
            say(f"{hit.score:8.3f}  {hit.sentence.source}  {shown}")


@click.command()
@with_settings
def console(settings: Settings) -> None:
    """Ask one question after the other; /help lists what else can be typed."""
    from cpecbot.console import converse  # noqa: PLC0415 - rich is for people, not for JSON

    opening = Opening(settings)
    converse(opening.library, talking_options(settings), settings.history, meanwhile=opening.keep)


def _one_question(words: tuple[str, ...], batch: BinaryIO | None) -> str:
    """The question typed; empty where a batch is asked instead."""
    if batch and words:
        raise click.UsageError("Give a question or --batch, not both.")
    return "" if batch else joined(words)


def _named(library: Library, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source for name in names for source in library.corpus.resolve_all(name))


def _answer_batch(batch: BinaryIO, respond: Respond) -> None:
    if not answer_lines(batch, respond):
        sys.exit(1)


def _hit_object(hit: Hit) -> dict[str, object]:
    span = hit.sentence.span
    return {"source": hit.sentence.source, "start": span.start, "end": span.end, "score": hit.score}


COMMANDS = {"ask": ask, "search": search, "console": console}
