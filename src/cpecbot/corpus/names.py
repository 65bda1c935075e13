"""Names of outlets as articles write them."""

from __future__ import annotations

import re
from functools import lru_cache

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text, unite_letters
from cpecbot.language.text.simplified import simplify

_MARKS = " \t\u00a0\u200c،؛,;:：|-–—/«»“”\"'‘’《》〈〉()（）[]【】"
_LONGEST = 60
# Such a script sets no spaces between its words.
_UNSPACED = expression(r"[\u3400-\u9fff]")
# A longer word may end another one: newsdesk.
_LEAST_ENDING = 4


def shown_name(written: str) -> str:
    """``written`` without the marks around it; empty when it is too long to be a name."""
    name = " ".join(written.split()).strip(_MARKS)
    return name if len(name) <= _LONGEST else ""


def nameless(name: str, file: ArticlesFile) -> bool:
    """Whether ``name``, of no known outlet, holds a word that stands where a name would, such as "desk"."""
    plain = _plain(name)
    return not known(name, file) and any(_holding(_plain(word)).search(plain) for word in file.nobody)


def known(name: str, file: ArticlesFile) -> bool:
    """Whether ``name`` is one of the file's outlets."""
    return _plain(name) in map(_plain, file.outlets)


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """The letters and digits of ``name`` alone, folded: however it is spaced and dotted, it is one name."""
    return "".join(character for character in simplify(fold_text(name)) if character.isalnum())


def named_groups(match: re.Match[str], original: str) -> dict[str, str]:
    """What the groups of a match in ``unite_letters(original)`` are in ``original``; none that are empty."""
    groups = {name: original[slice(*match.span(name))].strip() for name in match.groupdict() if match[name]}
    return {name: text for name, text in groups.items() if text}


@lru_cache(maxsize=4096)
def _holding(word: str) -> re.Pattern[str]:
    written = re.escape(word)
    if _UNSPACED.match(word):
        return re.compile(written)
    ending = rf"|{written}$" if len(word) >= _LEAST_ENDING else ""
    return re.compile(rf"(?<!\w){written}(?!\w){ending}")


def _plain(name: str) -> str:
    return unite_letters(name).casefold()
