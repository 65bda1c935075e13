"""Words of a folded text: runs of letters and digits, and of Han characters their bigrams, whatever the language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.text.folding import REMEMBERED, Folded, fold
from cpecbot.language.text.simplified import simplify
from cpecbot.models import Span
from cpecbot.scripts import HAN, run_of

_WORD = run_of(rf"[^\W_{HAN}]")
_TOKEN = expression(rf"[{HAN}]+|{_WORD}(?:['.]{_WORD})*")
_HAN_START = expression(rf"[{HAN}]")
_POSSESSIVE = expression(r"'s$|'$")


class Token(Struct, frozen=True, gc=False, array_like=True):
    """A folded word and where it stands in the original text."""

    text: str
    span: Span


def tokenize(text: str | Folded) -> tuple[Token, ...]:
    """Cut a text into tokens in order; the bigrams of a run of Han overlap, a lone character stands for itself."""
    if isinstance(text, str):
        return _remembered(text) if len(text) <= REMEMBERED else tuple(_tokens(fold(text)))
    return tuple(_tokens(text))


@lru_cache(maxsize=128)
def _remembered(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(fold(text)))


def _tokens(folded: Folded) -> Iterator[Token]:
    for match in _TOKEN.finditer(folded.text):
        run, start = match.group(), match.start()
        if _HAN_START.match(run):
            yield from _bigrams(simplify(run), start, folded)
        else:
            word = run if run[0].isdigit() else _POSSESSIVE.sub("", run).replace(".", "")
            yield Token(word, folded.original(Span(start, match.end())))


def _bigrams(run: str, start: int, folded: Folded) -> Iterator[Token]:
    width = min(2, len(run))
    for index in range(len(run) - width + 1):
        span = Span(start + index, start + index + width)
        yield Token(run[index : index + width], folded.original(span))


def is_han(token: str) -> bool:
    return bool(_HAN_START.match(token))
