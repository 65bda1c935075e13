"""Keeping the two writing directions of a line apart (UAX #9, The Unicode Bidirectional Algorithm).

An isolate has no effect beyond its paragraph, so each line is treated on its own.
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.languages import Language

LRM, RLM = "\u200e", "\u200f"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_MARKS = dict.fromkeys(map(ord, (LRM, RLM)))
_JOINED_FIGURES = expression(r"\d[^\w\s]+\d")
# Levels beyond 125 are ignored (UAX #9, max_depth); half as many openers are more than any text holds.
_MOST_CONTROLS = 60
_ISOLATED = expression(f"[{LRI}{RLI}{FSI}][^{LRI}{RLI}{FSI}{PDI}]*{PDI}")
_ISOLATE_CONTROL = expression(f"[{LRI}{RLI}{FSI}{PDI}]")


class Isolation(Struct, frozen=True):
    """The invisible characters that go before and after a text so that it cannot disturb its surroundings."""

    before: str = ""
    after: str = ""

    def wrap(self, text: str) -> str:
        return f"{self.before}{text}{self.after}"


def is_right_to_left(language: Language) -> bool:
    return language.profile.right_to_left


def base_mark(language: Language) -> str:
    """The invisible strong character that settles a line's direction where clients go by its first strong character."""
    return RLM if is_right_to_left(language) else LRM


def first_strong(text: str) -> bool | None:
    """Whether the first strong character outside isolates is right-to-left; None when there is none (rule P2)."""
    depth = 0
    for char in text:
        if char in (LRI, RLI, FSI):
            depth += 1
        elif char == PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL"):
            return kind != "L"
    return None


def isolation(text: str, inner: Language, outer: Language) -> Isolation:
    """What isolates words of ``inner`` in a line of ``outer``; empty when they share a direction and are balanced.

    Words whose first strong character is of the other direction are isolated too: they would turn their line round.

    Surplus closing controls inside the text get openers of their own and unclosed ones are closed, so that nothing
    leaks out.
    """
    surplus, unclosed = _unbalanced(text)
    inwards = is_right_to_left(inner)
    agree = inwards is is_right_to_left(outer) and first_strong(text) in (inwards, None)
    if agree and not surplus and not unclosed:
        return Isolation()
    opener = RLI if inwards else LRI
    return Isolation(opener * (1 + surplus), PDI * (1 + unclosed))


def isolate(text: str, outer: Language) -> str:
    """``text`` as it may stand in a line of ``outer``, isolated when any of it runs the other way.

    So are figures with punctuation between them (``2025–2029``), which right-to-left text would swap.
    """
    surplus, unclosed = _unbalanced(text)
    if not surplus and not unclosed and not _runs_against(text, outer):
        return text
    opener = LRI if first_strong(text) is None else FSI
    return Isolation(opener * (1 + surplus), PDI * (1 + unclosed)).wrap(text)


def without_marks(text: str) -> str:
    """The text as it was before anything was isolated or settled in it."""
    return _ISOLATE_CONTROL.sub("", text).translate(_MARKS)


def settling_mark(line: str, language: Language) -> str:
    """The direction mark that a line needs in front so that its first strong character does not turn it round.

    Some clients pass over isolates when they look for that character, some do not.
    """
    wanted = is_right_to_left(language)
    naive = first_strong(_ISOLATE_CONTROL.sub("", line))
    return "" if first_strong(line) is wanted and naive is wanted else base_mark(language)


def settle(line: str, language: Language) -> str:
    return settling_mark(line, language) + line


def _runs_against(text: str, outer: Language) -> bool:
    text = _ISOLATED.sub("", text)
    kinds = {unicodedata.bidirectional(char) for char in text}
    if kinds & {"LRE", "RLE", "LRO", "RLO"}:
        return True
    if is_right_to_left(outer):
        return "L" in kinds or bool(_JOINED_FIGURES.search(text))
    return bool(kinds & {"R", "AL", "AN"})


def _unbalanced(text: str) -> tuple[int, int]:
    """The number of closing controls without an opener and of openers without a close."""
    surplus = unclosed = 0
    for match in _ISOLATE_CONTROL.finditer(text):
        if match[0] != PDI:
            unclosed += 1
        elif unclosed:
            unclosed -= 1
        else:
            surplus += 1
    return min(surplus, _MOST_CONTROLS), min(unclosed, _MOST_CONTROLS)
