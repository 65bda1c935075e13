"""Words as the runs of letters that they are made of, so that inflected and derived words resemble one another.

Character n-grams of words, their borders marked, after McNamee and Mayfield, "Character N-Gram Tokenization for
European Language Text Retrieval" (Information Retrieval 7, 2004), who find four letters best for most languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LENGTH = 4
_BORDER = "_"


def ngrams(words: Iterable[str]) -> Iterator[str]:
    """The runs of ``LENGTH`` letters of each of ``words``, its borders counted; a shorter word is one run."""
    for word in words:
        bordered = f"{_BORDER}{word}{_BORDER}"
        for start in range(max(1, len(bordered) - LENGTH + 1)):
            yield bordered[start : start + LENGTH]
