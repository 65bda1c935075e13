"""Answering a file of questions, a JSON object per line, in its order."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import click

from cpecbot.errors import CpecbotError, QuestionError
from cpecbot.rendering.surfaces.lines import dumps

Respond = Callable[[str], Mapping[str, object]]


def answer_lines(stream: BinaryIO, respond: Respond) -> bool:
    """Write a line for each ``{"id", "question"}`` of ``stream`` as soon as it is answered; False if any failed.

    ``respond`` makes an object that starts with an ``id``, which becomes the line's. A line that cannot be used is
    answered in its place by ``{"id", "line", "error"}``, and the rest goes on.
    """
    complete = True
    for number, line in _lines(stream):
        identifier: object = None
        try:
            record = _parse(line, number)
            identifier = record.get("id")
            reply = {**respond(_question(record, number)), "id": identifier}
        except CpecbotError as error:
            complete = False
            reply = {"id": identifier, "line": number, "error": str(error)}
        click.echo(dumps(reply))
    return complete


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(stream, 1):
        # Editors on Windows open a file with a byte order mark.
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if content.strip():
            yield number, content


def _parse(line: bytes, number: int) -> dict[str, object]:
    expected = 'Write one {"id": "…", "question": "…"} per line.'
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise QuestionError(f"Line {number} is not UTF-8 (byte {error.start}). Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"Line {number} is not JSON ({error}). {expected}") from error
    if not isinstance(record, dict):
        raise QuestionError(f"Line {number} is not a JSON object. {expected}")
    return record


def _question(record: Mapping[str, object], number: int) -> str:
    question = record.get("question")
    if not isinstance(question, str):
        raise QuestionError(f'Line {number} has no "question" text. Write one {{"id": "…", "question": "…"}} per line.')
    return question
