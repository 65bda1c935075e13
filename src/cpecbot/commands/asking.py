"""Commands that take questions: ``ask``, ``search`` and ``console``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
from msgspec.structs import replace

from cpecbot.commands.batch import Asked, Respond, answer_lines
from cpecbot.commands.library import Opening, open_for_command
from cpecbot.commands.lines import say_line
from cpecbot.commands.options import (
    AtMost,
    answer_options,
    json_option,
    language_named,
    language_option,
    question_argument,
    question_of,
    source_language_option,
    source_option,
    sources_named,
    spoken,
    talking_options,
    with_settings,
)
from cpecbot.errors import QuestionError
from cpecbot.models import Answer, Hit, Status
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say

if TYPE_CHECKING:
    from cpecbot.answering import Library

_NOTHING_FOUND = 1


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
    return click.option("-b", "--batch", type=_Lines("rb"), metavar="FILE", help=told)


@click.command()
@question_argument
@json_option
@_batch('; with "previous", the questions asked before it in a conversation.')
@click.option("-n", "--limit", type=AtMost(1, 20), help="Quotes at most (default: the setting quotes).")
@source_option
@source_language_option
@language_option
@with_settings
def ask(settings: Settings, words: tuple[str, ...], batch: BinaryIO | None, **options: Any) -> None:
    """Answer one question, or a batch of them, with quotes of the articles.

    Without a QUESTION, or for "-", it is read from standard input. Ends with 0 when it is answered and with 1 when it
    is not; a batch ends with 0 when every line could be used, whatever came of it.
    """
    question = _one_question(words, batch)
    opening = open_for_command(settings)
    language = spoken(options["language"], opening.languages)
    admitted = tuple(
        language_named(code, opening.languages, "--source-language") for code in options["source_languages"]
    )
    library = opening.library
    sources = sources_named(library, options["sources"])
    asking = answer_options(settings, options["limit"])
    asking = replace(asking, languages=admitted, sources=sources, fallback_language=language, spoken=language)
    if batch:
        from cpecbot.answering import answer_after  # noqa: PLC0415 - loaded by now

        _answer_batch(
            batch,
            lambda asked: _object(answer_after(asked.previous, asked.question, library.ask, asking), library),
        )
    else:
        answer = library.ask(question, asking)
        if options["as_json"]:
            say(dumps(_object(answer, library)))
        else:
            from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

            Screen(library, settings.bidi).answer(answer)
        _end_with(answer.status is Status.ANSWERED)


@click.command()
@question_argument
@json_option
@_batch(".")
@click.option("-n", "--top", type=AtMost(1), default=10, show_default=True, help="Sentences at most.")
@source_option
@with_settings
def search(settings: Settings, words: tuple[str, ...], batch: BinaryIO | None, **options: Any) -> None:
    """Rank sentences for a question, without choosing or refusing.

    Without a QUESTION, or for "-", it is read from standard input. Ends with 1 when no sentence is found.
    """
    question = _one_question(words, batch)
    library = open_for_command(settings).library
    sources = sources_named(library, options["sources"])

    def found(question: str) -> tuple[Hit, ...]:
        return library.search(question, options["top"], sources=sources)

    def respond(asked: Asked) -> Mapping[str, object]:
        if asked.previous:
            raise QuestionError('search ranks for one question. Take "previous" out, or use: cpecbot ask --batch.')
        return _hits_object(found(asked.question))

    if batch:
        _answer_batch(batch, respond)
    else:
        hits = found(question)
        if options["as_json"]:
            say(dumps(_hits_object(hits)))
        else:
            for hit in hits:
                say_line(_hit_line(hit), settings.bidi)
        _end_with(bool(hits))


@click.command()
@language_option
@with_settings
def console(settings: Settings, language: str | None) -> None:
    """Ask one question after the other; /help lists what else can be typed."""
    opening = Opening(settings)
    chosen = spoken(language, opening.languages)
    library = opening.library
    from cpecbot.console import converse  # noqa: PLC0415 - rich is for people, not for JSON

    converse(library, talking_options(settings), settings.history, chosen, bidi=settings.bidi, meanwhile=opening.keep)


def _one_question(words: tuple[str, ...], batch: BinaryIO | None) -> str:
    """The question asked; empty where a batch is asked instead."""
    if batch and words:
        raise click.UsageError("Give a question or --batch, not both.")
    return "" if batch else question_of(words)


def _answer_batch(batch: BinaryIO, respond: Respond) -> None:
    _end_with(answer_lines(batch, respond))


def _end_with(found: bool) -> None:
    click.get_current_context().exit(0 if found else _NOTHING_FOUND)


def _object(answer: Answer, library: Library) -> Mapping[str, object]:
    from cpecbot.rendering.surfaces.json import answer_to_json  # noqa: PLC0415 - help and completion need no Babel

    return answer_to_json(answer, library.corpus.articles, library.label)


def _hits_object(hits: tuple[Hit, ...]) -> Mapping[str, object]:
    return {"id": None, "hits": [_hit_object(hit) for hit in hits]}


def _hit_object(hit: Hit) -> dict[str, object]:
    span = hit.sentence.span
    return {"source": hit.sentence.source, "start": span.start, "end": span.end, "score": hit.score}


def _hit_line(hit: Hit) -> str:
    from cpecbot.language.sentences.wrapping import on_one_line  # noqa: PLC0415 - loaded by now

    return f"{hit.score:8.3f}  {hit.sentence.source}  {on_one_line(hit.sentence.text, hit.sentence.language)}"


COMMANDS = {"ask": ask, "search": search, "console": console}
