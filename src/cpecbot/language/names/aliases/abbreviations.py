"""Which words a short form stands for, by their first letters and the letters that follow.

After Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text" (PSB 2003):
every letter of the short form is found in the words before it, from the last to the first, and its first letter begins
a word. Where no space parts words, the short form is made of characters of the long one.
"""

from __future__ import annotations

from collections.abc import Sequence

# In letters.
_SHORTEST, _LONGEST = 2, 10


def words_of(short: str, words: Sequence[str]) -> int:
    """How many of the last of ``words`` the folded ``short`` stands for; 0 when it is no short form of any."""
    if not _SHORTEST <= len(short) <= _LONGEST or short in words:
        return 0
    if initials(words[-len(short) :]) == short:
        return len(short)
    place = len(short) - 1
    for number in range(len(words) - 1, max(-1, len(words) - _most_words(short) - 1), -1):
        place = _unmatched(short, place, words[number])
        if place < 0:
            count = len(words) - number
            return count if count > 1 else 0
    return 0


def _most_words(short: str) -> int:
    return min(len(short) + 5, len(short) * 2)


def _unmatched(short: str, place: int, word: str) -> int:
    """Up to which letter ``short`` is left, when those that ``word`` has in order, from its end, are taken off."""
    for at in range(len(word) - 1, -1, -1):
        if place >= 0 and word[at] == short[place] and (place > 0 or at == 0):
            place -= 1
    return place


def made_of(short: str, run: str) -> int:
    """How many of the last characters of ``run`` have ``short`` for a short form, as 发改委 is of 发展和改革委员会.

    0 when it is none. Its last character may stand before the end: 委 for 委员会.
    """
    if not _SHORTEST <= len(short) <= _LONGEST:
        return 0
    at = len(run)
    for character in reversed(short):
        at = run.rfind(character, 0, at)
        if at < 0:
            return 0
    length = len(run) - at
    return length if length >= 2 * len(short) - 1 else 0


def initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)
