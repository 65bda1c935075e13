"""Names of outlets as articles write them."""

from __future__ import annotations

import re

from cpecbot.corpus.articles_file import ArticlesFile

_MARKS = " \t\u00a0\u200c،؛,;:：|-–—/«»“”\"'‘’《》〈〉()（）[]【】"
_LONGEST = 60


def shown_name(written: str) -> str:
    """``written`` without the marks around it; empty when it is too long to be a name."""
    name = " ".join(written.split()).strip(_MARKS)
    return name if len(name) <= _LONGEST else ""


def nameless(name: str, file: ArticlesFile) -> bool:
    """Whether ``name`` holds a word that stands where an outlet's name would, such as "desk"."""
    spaced = f" {name.casefold()} "
    return any(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", spaced) for word in file.nobody)
