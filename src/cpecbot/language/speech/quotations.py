"""Marks of quotation, and whether a text begins or ends within quoted words that go on from sentence to sentence."""

from __future__ import annotations

from cpecbot.expressions import expression

QUOTATION = frozenset('"“”„«»‹›「」『』‘')
_MARK = expression(f"[{''.join(sorted(QUOTATION - {'‘'}))}]")
_OPENING = frozenset("“„«‹「『")
_CLOSING = frozenset("»›」』")
# What may stand right before words that are quoted.
_BEFORE = frozenset(("", " ", ":", "：", "(", "،", ","))
_NOTHING = frozenset(("", " "))


def _marks(text: str) -> list[tuple[int, bool]]:
    """The marks of ``text``, each with whether it opens; a single one may be an apostrophe."""
    return [(found.start(), _opens(text, found.start())) for found in _MARK.finditer(text)]


def _opens(text: str, place: int) -> bool:
    before, behind = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if text[place] in _CLOSING:
        return False
    if text[place] in _OPENING:
        return behind not in _NOTHING or before in _NOTHING
    return before in _BEFORE and behind not in _NOTHING


def left_open(text: str) -> int | None:
    """Where the last quoted words of ``text`` begin, if it ends within them."""
    marks = _marks(text)
    return marks[-1][0] if marks and marks[-1][1] else None


def closed(text: str) -> int | None:
    """Where the words end that ``text`` begins within; None where it does not, as far as it shows."""
    marks = _marks(text)
    return marks[0][0] if marks and not marks[0][1] else None


def has_marks(text: str) -> bool:
    return bool(_marks(text))


def is_quoted(text: str) -> bool:
    """Whether all of ``text`` stands in one pair of marks, or in several."""
    marks = _marks(text)
    whole = len(marks) > 1 and marks[0] == (0, True) and not marks[-1][1]
    return whole and not any(each.isalnum() for each in text[marks[-1][0] :])
