"""Tables that a person edits: TOML, checked against a schema, every fault told with file, line and key."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

import tomli
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from cpecbot.errors import CpecbotError, GlossaryError
from cpecbot.expressions import expression
from cpecbot.files.bounded import read_bytes


class Table(BaseModel):
    """The schema of a file: its fields are the keys that may stand there, with what counts where they do not."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    file: ClassVar[str]


T = TypeVar("T", bound=Table)

# TOML's whole numbers have 64 bits; Python reads longer ones, and cannot write those of more than 4,300 digits.
_ENDLESS_NUMBER = expression(r"(?<![\w\"'])[+-]?(?:0[xob])?[0-9a-fA-F_]{400,}(?![\w\"'])", re.ASCII)
# By the types of pydantic's errors; a bound is told by its name there.
_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), "must be a whole number"),
        **dict.fromkeys(("float_parsing", "float_type", "finite_number"), "must be a number"),
        **dict.fromkeys(("bool_parsing", "bool_type"), "must be true or false"),
        **dict.fromkeys(
            ("tuple_type", "list_type", "set_type", "frozen_set_type"), 'must be a list, such as ["…", "…"]'
        ),
        **dict.fromkeys(("dict_type", "model_type"), "must be a table, such as [name]"),
        "string_type": 'must be a text in quotation marks, such as "…"',
        "path_type": 'must be a path in quotation marks, such as "…"',
        "greater_than_equal": "must be at least {ge}",
        "less_than_equal": "must be at most {le}",
        "greater_than": "must be more than {gt}",
        "less_than": "must be less than {lt}",
        "literal_error": "must be {expected}",
    }
)
_LINE_BREAK = expression(r"\n\s*")


def joined(written: str) -> str:
    """An expression of several lines as one, without what indents them."""
    return _LINE_BREAK.sub("", written.strip()) if "\n" in written else written


def compile_written(written: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """``written`` by a person as an expression. Raises re.error also for what Python warns of or cannot count to."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return re.compile(written, flags)
        except (Warning, OverflowError, RecursionError) as warning:
            raise re.error(str(warning)) from None


def read_expression(flags: re.RegexFlag = re.NOFLAG) -> BeforeValidator:
    """Reads a text as a regular expression; one of several lines is read as one, without what indents them."""

    def compiled(written: object) -> re.Pattern[str]:
        if not isinstance(written, str):
            raise ValueError("should be a regular expression")
        try:
            return compile_written(joined(written), flags)
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error

    return BeforeValidator(compiled)


def texts_of(value: object) -> Iterator[str]:
    """Every text that stands in a table, or in a value of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Table | Mapping):
        yield from texts_of([each for _, each in (value.items() if isinstance(value, Mapping) else value)])
    elif isinstance(value, Iterable):
        for each in value:
            yield from texts_of(each)


def read_schema(path: Path, schema: type[T]) -> T:
    """The file as a value of ``schema``. Raises GlossaryError naming the file, the line, the key and what is wrong."""
    text = read_text(path)
    try:
        return schema.model_validate(parse_toml(text, path))
    except ValidationError as error:
        told = (_told(path, text, item, schema) for item in error.errors(include_url=False))
        raise GlossaryError("\n".join(told)) from None


def read_text(path: Path, error: type[CpecbotError] = GlossaryError) -> str:
    """The UTF-8 text of a file, a byte order mark left out; raises ``error`` naming the file and what to do."""
    try:
        text = read_bytes(path, error).decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise error(f"{path} is not UTF-8 (byte {failure.start}); save it as UTF-8.") from failure
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_toml(text: str, path: Path, error: type[CpecbotError] = GlossaryError) -> dict[str, Any]:
    """The tables of ``text``, which stands in ``path``; raises ``error`` naming the line."""
    if number := _ENDLESS_NUMBER.search(text):
        line = text.count("\n", 0, number.start()) + 1
        raise error(f"{path}, line {line}: {number[0][:20]}… is too long a number; correct that line.")
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as failure:  # of a long number before a mistake it says what Python does
        raise error(f"{path}: not valid TOML: {failure}; correct that line.") from failure


def read_toml(path: Path, error: type[CpecbotError] = GlossaryError) -> dict[str, Any]:
    """The tables of a file; raises ``error`` naming the file, the line and what to do."""
    return parse_toml(read_text(path, error), path, error)


def line_of(text: str, keys: Iterable[str]) -> int:
    """The number, from 1, of the line where the last of the nested ``keys`` stands that can be found."""
    place = 0
    for key in keys:
        written = rf"[\"']?{re.escape(key)}[\"']?"
        found = re.compile(rf"^[ \t]*\[+[^\]\n]*\b{written}[ \t]*[\].]|(?:^|[{{,.])[ \t]*{written}[ \t]*[=.]", re.M)
        match = found.search(text, place)
        place = match.start() if match else place
    return text.count("\n", 0, place) + 1 + text[place:].startswith("\n")


def in_plain_words(item: Mapping[str, Any]) -> str:
    """What one of pydantic's errors asks for, in the words of who edits the file, without what stands there."""
    template = _PROBLEMS.get(item["type"])
    if template is None:
        return str(item["msg"]).removeprefix("Value error, ")
    return template.format_map(item.get("ctx", {}))


def _told(path: Path, text: str, item: Any, schema: type[Table]) -> str:
    keys = [str(part) for part in item["loc"] if isinstance(part, str)]
    name = ".".join(map(str, item["loc"]))
    return f"{path}, line {line_of(text, keys)}: {name}: {_problem(item, schema)}."


def _problem(item: Any, schema: type[Table]) -> str:
    """What is wrong, in the words of who edits the file."""
    if item["type"] == "missing":
        return "is missing"
    if item["type"] == "extra_forbidden":
        near = get_close_matches(str(item["loc"][-1]), _beside(item["loc"], schema), 1)
        return f'no such key; did you mean "{near[0]}"' if near else "no such key"
    # What is wrong with a whole table is not told by the table.
    value = "" if isinstance(item["input"], dict) else f" (it is {item['input']!r})"
    return f"{in_plain_words(item)}{value}"


def _beside(loc: Iterable[int | str], schema: type[BaseModel]) -> list[str]:
    """The keys that may stand where the last of ``loc`` stands."""
    for part in tuple(loc)[:-1]:
        field = schema.model_fields.get(str(part))
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        schema = inner
    return list(schema.model_fields)
