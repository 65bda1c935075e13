"""Where a name ends that stands before or behind a place of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN, Script

_QUOTES = {"»": "«", "”": "“", "’": "‘", "》": "《", "」": "「", "』": "『", "〉": "〈", '"': '"'}
_OPENING = frozenset(_QUOTES.values())
# In characters, what stands between quotation marks and is a name.
_LONGEST_QUOTED = 60
_LONGEST_RUN = 16
_LONGEST_NAME = 7
_WORD = expression(r"[^\W_]+(?:[\u200c'’.‐-][^\W_]+)*")
_HAN_RUN = expression(rf"[{HAN}·・‧]{{2,{_LONGEST_RUN}}}$")
_HAN_AHEAD = expression(rf"[{HAN}·・‧]{{2,8}}(?![{HAN}])")
# Nothing else stands between the words of a name.
_GAP = expression(r"[ \u00a0]?")
_LATIN = expression(f"[{Script.LATIN.letters}]")
# A word without a capital inside a name: University of the Punjab.
_LONGEST_LINK = 3


def quoted_before(text: str, end: int) -> Span | None:
    """What stands in quotation marks right before ``end``."""
    end = len(text[:end].rstrip())
    opening = _QUOTES.get(text[end - 1 : end])
    start = text.rfind(opening, max(0, end - _LONGEST_QUOTED), end - 1) if opening else -1
    return Span(start + 1, end - 1) if 0 <= start < end - 2 else None


def quoted_behind(text: str, start: int) -> Span | None:
    """What stands in quotation marks right behind ``start``."""
    start += len(text[start:]) - len(text[start:].lstrip())
    if text[start : start + 1] not in _OPENING:
        return None
    closing = [close for close, opening in _QUOTES.items() if opening == text[start]]
    ends = [text.find(close, start + 1, start + _LONGEST_QUOTED) for close in closing]
    end = min((place for place in ends if place > start + 1), default=0)
    return Span(start + 1, end) if end else None


def run_before(text: str, end: int) -> Span | None:
    """The run of Han characters that ends at ``end``."""
    found = _HAN_RUN.search(text[:end].rstrip())
    return Span(*found.span()) if found else None


def run_behind(text: str, start: int) -> Span | None:
    """The short run of Han characters that begins at ``start``."""
    found = _HAN_AHEAD.match(text, start)
    return Span(*found.span()) if found else None


def words_before(text: str, end: int, most: int = 2 * _LONGEST_NAME) -> list[Span]:
    """The words that end at ``end`` with nothing but spaces between them, in their order."""
    words: list[Span] = []
    following = len(text[:end].rstrip())
    for match in reversed(list(_WORD.finditer(text, 0, following))):
        if len(words) == most or not _GAP.fullmatch(text[match.end() : following]):
            break
        words.append(Span(*match.span()))
        following = match.start()
    return words[::-1]


def words_behind(text: str, start: int, most: int = _LONGEST_NAME) -> list[Span]:
    words: list[Span] = []
    for match in _WORD.finditer(text, start):
        if len(words) == most or not _GAP.fullmatch(text[start : match.start()]):
            break
        words.append(Span(*match.span()))
        start = match.end()
    return words


def capitalised(text: str, words: Sequence[Span], *, last: bool) -> list[Span]:
    """The ``last`` of ``words``, or else the first, that make a name in capitals, short words inside it included."""
    ordered = list(words[::-1] if last else words)
    run = list(takewhile(lambda word: _is_capital(text, word) or len(word) <= _LONGEST_LINK, ordered))
    while run and not _is_capital(text, run[-1]):
        run.pop()
    if not run or not _is_capital(text, run[0]):
        return []
    return run[::-1] if last else run


def without_grammar(text: str, words: Sequence[Span], language: Language, *, last: bool) -> list[Span]:
    """The ``last`` of ``words``, or else the first, up to one that carries grammar."""
    grammar = function_words(language)
    ordered = words[::-1] if last else words
    run = list(takewhile(lambda word: fold_text(word.slice(text)) not in grammar, ordered))[:_LONGEST_NAME]
    return run[::-1] if last else run


def is_latin(text: str) -> bool:
    return bool(_LATIN.match(text))


def around(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end)


def _is_capital(text: str, word: Span) -> bool:
    return text[word.start].isupper() or text[word.start].isdigit()
