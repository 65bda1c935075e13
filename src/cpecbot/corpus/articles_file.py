"""How the newspapers of a language lay out an article: the file that says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from cpecbot.corpus.expressions import PIECE, Expression, compiled_alone
from cpecbot.language.text.folding import unite_letters
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.tables import Table, joined, read_expression

_STATED = frozenset({"place", "date", "outlet", "cites"})
_LISTS = ("outlets", "places", "nobody")


def _piece(written: str) -> str:
    """A piece, which is an expression by itself."""
    written = unite_letters(joined(written))
    try:
        compiled_alone(written)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return written


def _expression(written: object, info: ValidationInfo) -> Expression:
    """An expression with its ``{pieces}``; ``{outlets}``, ``{places}`` and ``{nobody}`` are any of what is listed."""
    if not isinstance(written, str):
        raise ValueError("should be a regular expression")
    pieces = info.data.get("pieces", {}) | {name: _any_of(info.data.get(name, ())) for name in _LISTS}
    unknown = [name for text in (written, *pieces.values()) for name in PIECE.findall(text) if name not in pieces]
    if unknown:
        raise ValueError(f"no such piece: {{{unknown[0]}}}; write one of {', '.join(sorted(pieces))}")
    try:
        return Expression(unite_letters(joined(written)), pieces)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> str:
    return unite_letters(any_of(longest_first(names)))


def _states(*names: str) -> AfterValidator:
    known = frozenset(names)

    def check(expression: Expression) -> Expression:
        if not expression.groups or expression.groups - known:
            raise ValueError(f"should have named groups of {', '.join(sorted(known))}, and no others")
        return expression

    return AfterValidator(check)


_Read = BeforeValidator(_expression)
Dateline = Annotated[Expression, _Read, _states(*_STATED)]
Sourcing = Annotated[Expression, _Read, _states("cites")]
StampLine = Annotated[Expression, _Read, _states("date", "outlet")]
WholeLine = Annotated[re.Pattern[str], read_expression(re.IGNORECASE)]
Words = Annotated[str, Field(pattern=r"\S")]
Piece = Annotated[Words, AfterValidator(_piece)]
_NO_PIECES: Any = Field(default_factory=dict)


class Furniture(Table):
    """Lines of a web page that are not the article; see ``boilerplate``."""

    lines: tuple[Words, ...] = ()
    tails: tuple[Words, ...] = ()
    patterns: tuple[WholeLine, ...] = ()


class Stamps(Table):
    """``[stamps]``: what stands beside the date that a page puts above or below an article; see ``stamps``."""

    published: tuple[Words, ...] = ()
    updated: tuple[Words, ...] = ()
    words: tuple[Words, ...] = ()


class ArticlesFile(Table):
    """``articles.toml``; the expressions match texts with ``unite_letters``.

    ``datelines`` are tried in order, ``cites`` are looked for anywhere, ``stamp_lines`` at the head and the tail;
    ``nobody`` stands where an agency would and names none. A title that holds one of ``full_texts`` may be that of a
    statement itself, which others report.
    """

    file: ClassVar[str] = "articles.toml"

    pieces: dict[Annotated[str, Field(pattern=r"^[a-z_]+$")], Piece] = _NO_PIECES
    outlets: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()
    nobody: tuple[Words, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    cites: tuple[Sourcing, ...] = ()
    stamp_lines: tuple[StampLine, ...] = ()
    stamps: Stamps = Field(default_factory=Stamps)
    full_texts: tuple[Words, ...] = ()
    boilerplate: Furniture = Field(default_factory=Furniture)
