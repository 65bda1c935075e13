"""Quotation marks and brackets that really pair up, so that what stands inside them can be left whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cpecbot.models import Span

_PAIRS = {
    "(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "﴾": "﴿",
    "«": "»", "‹": "›", "“": "”", "„": "“", "‘": "’",
    "「": "」", "『": "』", "《": "》", "〈": "〉",
}  # fmt: skip
_OPENER = {closing: opening for opening, closing in _PAIRS.items() if opening != "„"}
_STRAIGHT = '"'
MARKS = frozenset(_PAIRS) | frozenset(_PAIRS.values()) | {_STRAIGHT}


def _unreliable(line: str) -> frozenset[str]:
    """Opening marks of the kinds that this line writes the wrong way round, as in ``علی) ع (رفت``."""
    first: dict[str, str] = {}
    for mark in line:
        if mark in MARKS and mark != _STRAIGHT:
            first.setdefault(_OPENER.get(mark, mark), mark)
    return frozenset(opening for opening, mark in first.items() if mark != opening)


def _opens(line: str, index: int) -> bool:
    """Whether the straight quotation mark at ``index`` can only be an opening one."""
    before = line[index - 1] if index else " "
    after = line[index + 1] if index + 1 < len(line) else " "
    return (before.isspace() or before in _PAIRS) and after.isalnum()


def enclosures(line: str, reach: int) -> tuple[Span, ...]:
    """Spans from an opening mark up to and with its closing one, at most ``reach`` code points apart, by their end.

    A mark without a partner, or with a far one, encloses nothing: one forgotten quotation mark must not swallow the
    rest of a paragraph. Linear in the length of the line.
    """
    unreliable = _unreliable(line)
    opened: dict[str, int] = {}
    found: list[Span] = []
    for index, mark in enumerate(line):
        if mark not in MARKS:
            continue
        opening = _OPENER.get(mark, mark)
        if opening in unreliable:
            continue
        closes = opening in opened and (mark != opening or (mark == _STRAIGHT and not _opens(line, index)))
        if not closes:
            if mark == opening:
                opened[mark] = index
        elif index - (start := opened.pop(opening)) <= reach:
            found.append(Span(start, index + 1))
    return tuple(found)


def outside(offsets: Iterable[int], spans: Iterable[Span]) -> Iterator[int]:
    """Those of the offsets that are not inside any of the spans, in order; ``n log n``."""
    inside = iter(sorted(spans))
    reached, upcoming = 0, next(inside, None)
    for offset in sorted(offsets):
        while upcoming is not None and upcoming.start < offset:
            reached, upcoming = max(reached, upcoming.end), next(inside, None)
        if offset >= reached:
            yield offset
