"""Answering a file of questions, a JSON object per line, in its order."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Never

from msgspec import Struct

from cpecbot.errors import CpecbotError, QuestionError
from cpecbot.files.bounded import bounded_lines
from cpecbot.files.json import parse_json
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.terminal import say

_EXPECTED = 'Write one {"id": "…", "question": "…"} per line.'
# Of a question no more than LONGEST_QUESTION of answering is read, nor of one asked before it.
_LONGEST_LINE = 1_000_000


class Asked(Struct, frozen=True):
    """A question, and those asked before it in the same conversation, the first one first."""

    question: str
    previous: tuple[str, ...] = ()


Respond = Callable[[Asked], Mapping[str, object]]


def answer_lines(stream: BinaryIO, respond: Respond) -> bool:
    """Write a line for each ``{"id", "question"}`` of ``stream`` as soon as it is answered; False if any failed.

    ``previous`` may stand beside them: an earlier question, or a list of them. A ``respond`` that has no use for them
    raises QuestionError.

    ``respond`` makes an object that starts with an ``id``, which becomes the line's. A line that cannot be used is
    answered in its place by ``{"id", "line", "error"}``, and the rest goes on.
    """
    complete = True
    for number, line, whole in _lines(stream):
        identifier: object = None
        try:
            record = _parse(line, number) if whole else _refuse_length(number)
            identifier = _identifier(record, number)
            reply = {**respond(_asked(record, number)), "id": identifier}
        except CpecbotError as error:
            complete = False
            reply = {"id": identifier, "line": number, "error": str(error)}
        say(dumps(reply))
    return complete


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """Each line with its number, and whether it is whole."""
    for number, (line, whole) in enumerate(bounded_lines(stream, _LONGEST_LINE), 1):
        # Editors on Windows open a file with a byte order mark.
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if content.strip() or not whole:
            yield number, content, whole


def _refuse_length(number: int) -> Never:
    raise QuestionError(f"Line {number} has more than {_LONGEST_LINE:,} bytes. {_EXPECTED}")


def _identifier(record: Mapping[str, object], number: int) -> object:
    identifier = record.get("id")
    if isinstance(identifier, dict | list):
        raise QuestionError(f'Line {number}: "id" has to be a text or a number.')
    return identifier


def _parse(line: bytes, number: int) -> dict[str, object]:
    try:
        record = parse_json(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise QuestionError(f"Line {number} is not UTF-8 (byte {error.start}). Save the file as UTF-8.") from error
    except ValueError as error:
        raise QuestionError(f"Line {number} is not JSON ({error}). {_EXPECTED}") from error
    if not isinstance(record, dict):
        raise QuestionError(f"Line {number} is not a JSON object. {_EXPECTED}")
    return record


def _asked(record: Mapping[str, object], number: int) -> Asked:
    question, previous = record.get("question"), record.get("previous")
    if not isinstance(question, str):
        raise QuestionError(f'Line {number} has no "question" text. {_EXPECTED}')
    earlier = [previous] if isinstance(previous, str) else [] if previous is None else previous
    if not isinstance(earlier, list) or not all(isinstance(each, str) for each in earlier):
        raise QuestionError(f'Line {number}: "previous" has to be a question or a list of questions.')
    return Asked(question, tuple(earlier))
