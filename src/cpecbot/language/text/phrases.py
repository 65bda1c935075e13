"""Tokens of a folded text, and tables of phrases found in them.

Han characters are tokens of one character each, so that a table of phrases needs no word segmentation; spaces separate
tokens and are dropped; a line break is a token, so that nothing is read across lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from cpecbot.expressions import expression
from cpecbot.language.text.folding import Folded, fold, fold_text
from cpecbot.scripts import HAN, run_of

_HAN = rf"\u3007{HAN}"  # with the zero of Chinese dates, which Unicode counts among the marks
_LETTER = rf"[^\W\d_{_HAN}]"

# Every alternative is deterministic at its first characters: no input makes matching worse than linear.
_TOKEN = expression(
    rf"""
    (?P<other>https?://\S+ | \d{{1,2}}:\d\d(?::\d\d)?(?!\d))
  | (?P<part>\d{{1,9}}\u2044\d{{1,9}})
  | (?P<date>\d{{4}}(?P<by>[-/.])\d{{1,2}}(?P=by)\d{{1,2}}(?!\d)
    | \d{{1,2}}(?P<with>[-/.])\d{{1,2}}(?P=with)\d{{4}}(?!\d)
    | \d{{2}}/\d{{2}}/\d{{2}}(?![\d/]))
  | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)? | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)(?:\.\d+)?
    | \d{{1,3}}(?:'\d{{3}})+(?!\d)(?:\.\d+)? | \d+(?:\.\d+)*)
  | (?P<han>[{_HAN}])
  | (?P<word>{run_of(_LETTER)})
  | (?P<mark>\n | [^\w\s] | _ | \w)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """``start`` and ``end`` are code points of the folded text; ``kind`` names the alternative that matched."""

    text: str
    start: int
    end: int
    kind: str


def tokenize(text: str, folded: Folded) -> list[Token]:
    """Cut ``folded``, the folded copy of ``text``; a word's final ے stays apart from ی, which Urdu grammar needs."""
    return [
        Token(_with_barree(found[0], found.end(), text, folded), found.start(), found.end(), found.lastgroup or "")
        for found in _TOKEN.finditer(folded.text)
    ]


def _with_barree(word: str, end: int, text: str, folded: Folded) -> str:
    if word[-1] == "ي" and text[folded.offsets[end - 1]] == "ے":
        return word[:-1] + "ے"
    return word


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase of a table, cut like a text; without its offsets, which cost most of the time, where no ے needs them."""
    if "ے" in phrase:
        return tuple(token.text for token in tokenize(phrase, fold(phrase)))
    return tuple(found[0] for found in _TOKEN.finditer(fold_text(phrase)))


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` follows the one before it without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Phrases, folded and cut like the text, with what each stands for; of equal phrases the first one counts."""

    def __init__(self, entries: Iterable[tuple[str | tuple[str, ...], T]]) -> None:
        """A phrase that is cut already (see ``words_of``) is a tuple."""
        seen: dict[tuple[str, ...], T] = {}
        for phrase, meaning in entries:
            seen.setdefault(words_of(phrase) if isinstance(phrase, str) else phrase, meaning)
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words in sorted(seen, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append((words, seen[words]))

    @classmethod
    def merged(cls, tables: Iterable[PhraseTable[T]]) -> PhraseTable[T]:
        """One table of several, whose phrases it shares; of equal phrases that of the first table counts."""
        merged = cls(())
        for table in tables:
            for first, phrases in table._by_first.items():
                known = merged._by_first.get(first)
                both = phrases if known is None else sorted([*known, *phrases], key=lambda each: -len(each[0]))
                merged._by_first[first] = both
        return merged

    def match(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at token ``at``, and the token after it."""
        if not 0 <= at < len(tokens):
            return None
        phrases = self._by_first.get(tokens[at].text)
        if phrases is None:
            return None
        for words, meaning in phrases:
            end = at + len(words)
            if end == at + 1 or words == tuple([token.text for token in tokens[at:end]]):
                return meaning, end
        return None

    def match_before(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a phrase of the table ends right before token ``at``."""
        return any((found := self.match(tokens, at - length)) is not None and found[1] == at for length in (1, 2, 3))

    def covers(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether token ``at`` is within a phrase of the table, which may begin up to two tokens earlier."""
        return any((found := self.match(tokens, at - back)) is not None and found[1] > at for back in (0, 1, 2))

    @property
    def first_words(self) -> frozenset[str]:
        return frozenset(self._by_first)
