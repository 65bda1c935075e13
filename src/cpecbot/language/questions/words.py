"""The words of a question, contracted ones apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN, run_of

_LETTERS = run_of(rf"[^\W_{HAN}]")
_WORD = expression(rf"[{HAN}]|{_LETTERS}(?:'[a-z]+)?")


class Word(Struct, frozen=True):
    """A folded word and where it stands, in code points of the question."""

    text: str
    span: Span


def texts(text: str, language: Language) -> tuple[str, ...]:
    """The folded words of ``text``."""
    return tuple(word.text for word in words_of(text, language))


def words_of(text: str, language: Language) -> tuple[Word, ...]:
    """The words of ``text``, one character each where they are Han."""
    return language.once(_Cutter).of(text)


class _Cutter:
    """Cuts the questions of one language; several readers of one question cut it, and the same parts of it."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._contracted = _contracted(language)
        self.of = lru_cache(maxsize=128)(self._cut)

    def _cut(self, text: str) -> tuple[Word, ...]:
        folded = fold_simply(text, self._language)
        return tuple(
            Word(word, folded.original(span))
            for found in _WORD.finditer(folded.text)
            for word, span in _uncontracted(found, self._contracted)
        )


def _contracted(language: Language) -> Mapping[str, tuple[str, str]]:
    """The two words that each contraction stands for."""
    written = language.read(QuestionsFile).contraction
    if written is None:
        return {}
    pairs = ((first, ending) for first in written.after for ending in written.endings)
    return {fold_text(first + ending): (fold_text(first), fold_text(written.word)) for first, ending in pairs}


def _uncontracted(found: re.Match[str], contracted: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Span]]:
    """``who's`` and ``whos`` read as ``who`` and ``is``."""
    if found[0] in contracted:
        first, second = contracted[found[0]]
        split = found.start() + len(first)
        yield first, Span(found.start(), split)
        yield second, Span(split, found.end())
    else:
        yield found[0], Span(*found.span())
