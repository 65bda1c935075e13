"""Where a text says that something is not so, and how far that reaches: to the end of the clause."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from cpecbot.expressions import expression
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table

# In folded text. The comma or the point of a number ends no clause, nor does a hyphen within a word.
_CLAUSE_END = expression(r",(?!\d)|[.;:!?()](?!\d)|[，。；：！？、]|\s-\s")


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
    return language.once(_Denials).marks.within(text)


def denied_clauses(text: str, language: Language) -> tuple[Span, ...]:
    """The clauses of ``text`` in which something is denied, in its code points; those of the last texts are kept."""
    return language.once(_Denials).clauses(text)


class _Denials:
    """The words of one language that deny."""

    def __init__(self, language: Language) -> None:
        file = language.read(NegationFile)
        self._language = language
        self.marks = Marks(language, file.words, file.none, file.starts)
        self.clauses = lru_cache(maxsize=2048)(self._clauses)

    def _clauses(self, text: str) -> tuple[Span, ...]:
        folded = fold_simply(text, self._language)
        denied = tuple(self.marks.of(folded))
        if not denied:
            return ()
        ends = [0, *(found.end() for found in _CLAUSE_END.finditer(folded.text)), len(folded.text)]
        clauses = (Span(start, end) for start, end in pairwise(ends) if start < end)
        return tuple(folded.original(clause) for clause in clauses if clause.overlaps_any(denied))
