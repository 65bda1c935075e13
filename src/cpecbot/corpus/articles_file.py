"""How the newspapers of a language lay out an article: the file that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from cpecbot.language.text.folding import unite_letters
from cpecbot.tables import Table, expression

_STATED = frozenset({"place", "date", "outlet", "cites"})
_PIECE = re.compile(r"\{([a-z_]+)\}")


def _filled_in(written: object, info: ValidationInfo) -> object:
    """An expression with its ``{pieces}``; ``{outlets}``, ``{places}`` and ``{nobody}`` are any of what is listed."""
    if not isinstance(written, str):
        return written
    lists = {name: _any_of(info.data.get(name, ())) for name in ("outlets", "places", "nobody")}
    pieces: dict[str, str] = lists | info.data.get("pieces", {})

    def piece(found: re.Match[str]) -> str:
        if found[1] not in pieces:
            raise ValueError(f"no such piece: {found[0]}; write one of {', '.join(sorted(pieces))}")
        return f"(?:{_PIECE.sub(piece, pieces[found[1]])})"

    return unite_letters(_PIECE.sub(piece, written))


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"


def _states(*names: str) -> AfterValidator:
    known = frozenset(names)

    def check(pattern: re.Pattern[str]) -> re.Pattern[str]:
        named = set(pattern.groupindex)
        if not named or named - known:
            raise ValueError(f"should have named groups of {', '.join(sorted(known))}, and no others")
        return pattern

    return AfterValidator(check)


_Expression = (expression(), BeforeValidator(_filled_in))
Dateline = Annotated[re.Pattern[str], *_Expression, _states(*_STATED)]
Sourcing = Annotated[re.Pattern[str], *_Expression, _states("cites")]
StampLine = Annotated[re.Pattern[str], *_Expression, _states("date", "outlet")]
WholeLine = Annotated[re.Pattern[str], expression(re.IGNORECASE)]
Words = Annotated[str, Field(pattern=r"\S")]
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
    ``nobody`` stands where an agency would and names none.
    """

    file: ClassVar[str] = "articles.toml"

    pieces: dict[Annotated[str, Field(pattern=r"^[a-z_]+$")], Words] = _NO_PIECES
    outlets: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()
    nobody: tuple[Words, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    cites: tuple[Sourcing, ...] = ()
    stamp_lines: tuple[StampLine, ...] = ()
    stamps: Stamps = Stamps()
    boilerplate: Furniture = Furniture()
