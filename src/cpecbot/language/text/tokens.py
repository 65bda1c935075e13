"""Words of a folded text: runs of letters and digits, simplified Chinese as character bigrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cpecbot.language.text.folding import Folded, fold
from cpecbot.language.text.simplified import simplify
from cpecbot.models import Span

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_TOKEN = re.compile(rf"[{_HAN}]+|(?:(?![{_HAN}])[^\W_])+(?:['.](?=[^\W_])(?:(?![{_HAN}])[^\W_])+)*")
_HAN_START = re.compile(rf"[{_HAN}]")
_POSSESSIVE = re.compile(r"'s$|'$")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word and where it stands in the original text."""

    text: str
    span: Span


def tokenize(text: str | Folded) -> tuple[Token, ...]:
    """Cut a text into tokens in order; the bigrams of a Chinese run overlap, a lone character stands for itself."""
    folded = fold(text) if isinstance(text, str) else text
    return tuple(_tokens(folded))


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
