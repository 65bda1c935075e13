"""Lines as they are seen, for terminals that show text in the order in which it is stored (UAX #9).

Letters of the Arabic script are given the forms in which they join, since such terminals seldom join them.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import deque
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from bidi.mirror import MIRRORED as _MIRRORED

from cpecbot.i18n.direction import FSI, LRI, PDI, RLI, first_strong

# Invisible characters that have done their work when the letters are joined and the line is in order.
_NON_JOINER = "\u200c"
_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e" + LRI + RLI + FSI + PDI)
# What stands for a character while a line is put into order, to be found again: others of its bidirectional class.
_PROBES: Mapping[str, range] = MappingProxyType(
    {
        "L": range(0x3400, 0x4DB0),
        "R": range(0x1E800, 0x1E8C5),
        "AL": range(0xFBD3, 0xFD3E),
        "EN": range(0x1D7CE, 0x1D800),
        "AN": range(0x10E60, 0x10E7F),
        "ET": range(0x20A0, 0x20C1),
        "ON": range(0x2500, 0x2580),
    }
)
# Each two belong together, as do those that they stand for (rule N0).
_PROBING_BRACKETS = "⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦑⦒⦗⦘⸢⸣⸤⸥⸦⸧⸨⸩⁅⁆❨❩❪❫❬❭❮❯❰❱❲❳❴❵"
_BRACKETS: Mapping[str, str] = MappingProxyType({"(": ")", "[": "]", "{": "}"})


def in_sight(text: str, right_to_left: bool, opened: str = "") -> list[tuple[int, str]]:
    """What is seen of a line, from left to right: a letter with the marks on it, and its place in ``text``.

    ``opened`` are the isolates that it begins within.
    """
    letters = _letters(text)
    order = visual_order(opened + "".join(letter[:1] for _, letter in letters), right_to_left)
    within = ((*letters[number - len(opened)], leftwards) for number, leftwards in order if number >= len(opened))
    return [
        (place, _MIRRORED.get(letter, letter) if leftwards else letter)
        for place, letter, leftwards in within
        if letter not in _CONTROLS
    ]


def visual_order(text: str, right_to_left: bool) -> list[tuple[int, bool]]:
    """The places of the characters of a line, from left to right, in a paragraph of that direction.

    Beside each stands whether it is read leftwards, which turns a bracket round.
    """
    probes = _probes(text)
    waiting: dict[str, deque[tuple[int, bool]]] = {}
    for probe, place, again in probes:
        waiting.setdefault(probe, deque()).append((place, again))
    probed = "".join(probe for probe, _, _ in probes)
    # Where there is no probe, as for a space, one is as good as another.
    seen = [waiting[probe].popleft() for probe in get_display(probed, base_dir="R" if right_to_left else "L")]
    at = {each: number for number, each in enumerate(seen)}
    return [(place, at.get((place, True), at[place, False]) < at[place, False]) for place, again in seen if not again]


def _probes(text: str) -> list[tuple[str, int, bool]]:
    """What stands for each character, and its place.

    What has two sides stands there twice, to tell which way it is read.
    """
    pools: dict[str, Iterator[str]] = {
        kind: (chr(code) for code in codes if chr(code) not in text) for kind, codes in _PROBES.items()
    }
    brackets = _paired(text)
    probes = []
    for place, character in enumerate(text):
        pool = brackets.get(place) or pools.get(unicodedata.bidirectional(character)) or iter(())
        for again in (False, True)[: 2 if character in _MIRRORED else 1]:
            probes.append((next(pool, character), place, again))
    return probes


def _paired(text: str) -> dict[int, Iterator[str]]:
    """The probes of the brackets that belong together, by their places."""
    pool = iter(zip(_PROBING_BRACKETS[::2], _PROBING_BRACKETS[1::2], strict=True))
    found: dict[int, Iterator[str]] = {}
    for opening, closing in _bracket_pairs(text):
        outer, inner = next(pool, None), next(pool, None)
        if outer and inner:
            found[opening], found[closing] = iter((outer[0], inner[0])), iter((inner[1], outer[1]))
    return found


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The places of two brackets each that belong together (BD16); what is within an isolate is so by itself."""
    isolates: list[list[int]] = [[]]
    for place, character in enumerate(text):
        waiting = isolates[-1]
        if character in (LRI, RLI, FSI):
            isolates.append([])
        elif character == PDI and len(isolates) > 1:
            isolates.pop()
        elif character in _BRACKETS:
            waiting.append(place)
        elif opening := [each for each in waiting if _BRACKETS[text[each]] == character]:
            del waiting[waiting.index(opening[-1]) :]
            yield opening[-1], place


def left_open(text: str) -> str:
    """The isolates that the next line of a paragraph is still in; those of any direction have found theirs."""
    opened: list[str] = []
    for place, character in enumerate(text):
        if character in (LRI, RLI):
            opened.append(character)
        elif character == FSI:
            opened.append(RLI if first_strong(text[place + 1 :]) else LRI)
        elif character == PDI and opened:
            opened.pop()
    return "".join(opened)


def _letters(text: str) -> list[tuple[int, str]]:
    """Each character with the marks on it, joined to its neighbours, and its place."""
    letters: list[tuple[int, str]] = []
    for place, character in enumerate(_shaped(text)):
        if character == _NON_JOINER:
            continue
        if letters and unicodedata.bidirectional(character) in ("NSM", "BN"):
            letters[-1] = (letters[-1][0], letters[-1][1] + character)
        else:
            letters.append((place, character))
    return letters


def _shaped(text: str) -> str:
    """The letters in the forms in which they join, each for each, so that lines stay as wide as they were wrapped."""
    shaped = str(_shaper().reshape(text))
    return shaped if len(shaped) == len(text) else text


@functools.cache
def _shaper() -> ArabicReshaper:
    kept = ("delete_harakat", "delete_tatweel", "shift_harakat_position", "support_ligatures")
    return ArabicReshaper(configuration=dict.fromkeys(kept, False))
