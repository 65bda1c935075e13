"""Lists that stand inside a line: "three tasks: (1) …; (2) …", «١. … ٢. …» or 一、…二、….

A number alone proves nothing: "No. 1.", "on page 2.". So a list is a run of marks of one style that begins with the
first of a series and goes on with the next, each with words behind it; and the first two stand where a clause may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.boundaries import CLOSERS, TERMINALS
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.languages import Language
from cpecbot.models import Span

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# Before a mark that is no more than a number and a stop.
_CLAUSE_ENDS = frozenset(TERMINALS + CLOSERS + ":：;；؛,，،、—–")
# Each of them fits a mark of one style; what names its place in the series is the group "n". Brackets show a mark
# wherever it stands.
_ENCLOSED = (r"[(（\[［]\s?(?P<n>{n})\s?[)）\]］][.、:：]?", rf"(?P<n>[{_CIRCLED}])")
_OPEN = (
    r"(?<![\w.])(?P<n>{n})[.]?[)）]",
    r"(?<![\w.])(?P<n>{n})[.．۔](?=\s|[^\W\d])",
    r"(?<![\w.])(?P<n>{n})\s?[-–—](?=\s|[^\W\d])",
    r"(?<![\w.])(?P<n>{n})、",
)
_LOOK_BACK = 8
_LOOK_AHEAD = 40
_LETTER = expression(r"[^\W\d_]")
# So many letters make an item: "(a) and (b) above" are no list.
_LEAST_LETTERS = 4
_HAN_LETTERS = 2


class _Mark(Struct, frozen=True):
    """``number`` counts from 1; ``opens`` tells whether a clause may begin at it, ``announced`` whether a list may."""

    span: Span
    number: int
    opens: bool
    announced: bool


def inline_items(line: str, language: Language) -> tuple[Span, ...]:
    """What leads to a list inside ``line``, which may be empty, then its items, each without its mark.

    Nothing where there is no list.
    """
    for pattern, enclosed in language.once(_patterns):
        chain = _chain(line, tuple(_marks(line, pattern, language)), enclosed=enclosed)
        if chain:
            starts = [0, *(mark.span.end for mark in chain)]
            ends = [*(mark.span.start for mark in chain), len(line)]
            return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
    return ()


def _series(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(series.split()) for series in language.read(SentencesFile).enumerators)


def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each style, with whether its marks are enclosed."""
    letters = sorted({each for series in _series(language) for each in series}, key=len, reverse=True)
    number = "|".join([r"\d{1,2}", *map(re.escape, letters)])
    styles = [*((text, True) for text in _ENCLOSED), *((text, False) for text in _OPEN)]
    return tuple((re.compile(text.replace("{n}", number)), enclosed) for text, enclosed in styles)


def _marks(line: str, pattern: re.Pattern[str], language: Language) -> Iterator[_Mark]:
    for found in pattern.finditer(line):
        before = line[max(0, found.start() - _LOOK_BACK) : found.start()].rstrip()
        opens = not before or before[-1] in _CLAUSE_ENDS or found["n"] in _CIRCLED
        announced = not before or before[-1] in ":："
        for number in _places(found["n"], language):
            yield _Mark(Span(*found.span()), number, opens, announced)


def _places(written: str, language: Language) -> Iterator[int]:
    """Where ``written`` stands in a series; a letter may stand in several."""
    if written in _CIRCLED:
        yield _CIRCLED.index(written) + 1
    elif written.isdecimal():
        yield int(written)
    else:
        yield from {series.index(written) + 1 for series in language.once(_series) if written in series}


def _chain(line: str, marks: Sequence[_Mark], *, enclosed: bool) -> list[_Mark]:
    """The marks that count from the first on; none unless there are two, with words behind each."""
    chain: list[_Mark] = []
    for mark in marks:
        goes_on = not chain or _is_item(line, chain[-1].span.end, mark.span.start)
        if mark.number == len(chain) + 1 and goes_on and _may_stand(mark, chain, enclosed):
            chain.append(mark)
        elif mark.number == 1 and len(chain) < 2 and _may_stand(mark, [], enclosed):
            chain = [mark]
    return chain if len(chain) > 1 and _is_item(line, chain[-1].span.end, len(line)) else []


def _may_stand(mark: _Mark, chain: Sequence[_Mark], enclosed: bool) -> bool:
    """The first two marks of a list show where its clauses begin; one of them does where the list is announced."""
    if not chain:
        return mark.opens or enclosed
    return mark.opens or len(chain) > 1 or chain[0].announced


def _is_item(line: str, start: int, end: int) -> bool:
    letters = _LETTER.findall(line[start : min(end, start + _LOOK_AHEAD)])
    least = _HAN_LETTERS if any(letter > "\u2e80" for letter in letters) else _LEAST_LETTERS
    return len(letters) >= least
