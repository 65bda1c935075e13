"""Where a text says that something is not so, and how far that reaches: to the end of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from cpecbot.language.text.folding import Folded, fold, fold_text
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN, Script
from cpecbot.tables import Table

# In folded text. The comma or the point of a number ends no clause, nor does a hyphen within a word.
_CLAUSE_END = re.compile(r",(?!\d)|[.;:!?()](?!\d)|[，。；：！？、]|\s-\s")


class NegationFile(Table):
    """``negation.toml``: the words that deny.

    ``words`` are words and phrases, ``starts`` how a word begins that denies (Persian verbs); ``none`` are longer words
    and phrases in which these deny nothing.
    """

    file: ClassVar[str] = "negation.toml"

    words: Phrases = ()
    starts: Phrases = ()
    none: Phrases = ()


def denials(text: str, language: Language) -> tuple[Span, ...]:
    """Where the words of ``text`` stand that deny something, in its code points."""
    folded = fold(text)
    return tuple(folded.original(span) for span in language.once(_Denials).of(folded))


def denied_clauses(text: str, language: Language) -> tuple[Span, ...]:
    """The clauses of ``text`` in which something is denied, in its code points."""
    folded = fold(text)
    denied = tuple(language.once(_Denials).of(folded))
    if not denied:
        return ()
    ends = [0, *(found.end() for found in _CLAUSE_END.finditer(folded.text)), len(folded.text)]
    clauses = (Span(start, end) for start, end in pairwise(ends) if start < end)
    return tuple(folded.original(clause) for clause in clauses if clause.overlaps_any(denied))


class _Denials:
    """The words of one language that deny, as an expression; the longer ones that don't are found before them."""

    def __init__(self, language: Language) -> None:
        file = language.read(NegationFile)
        self._han = language.profile.script is Script.HAN
        words, none = (longest_first(map(fold_text, listed)) for listed in (file.words, file.none))
        starts = any_of(longest_first(map(fold_text, file.starts)))
        if language.profile.spaced:
            letter = rf"[^\W_{HAN}]"
            edges = rf"(?<!{letter})(?:{{}})(?!{letter})"
            whole = [edges.format(any_of(listed)) for listed in (none, words)]
            begun = rf"(?<!{letter})(?:{starts}){letter}*" if file.starts else NOTHING
        else:
            whole, begun = [any_of(listed) for listed in (none, words)], starts
        self._found = re.compile(f"(?P<none>{whole[0]})|(?P<word>{whole[1]}|{begun})")

    def of(self, folded: Folded) -> Iterator[Span]:
        text = simplify(folded.text) if self._han else folded.text
        return (Span(*found.span()) for found in self._found.finditer(text) if found["word"] is not None)
