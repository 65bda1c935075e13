"""Wire copies among those who part ways: what several sources print in the same words is one voice."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.corpus.copies import Copies
from cpecbot.disagreement.grouping.groups import Group, Saying, agreeing
from cpecbot.models import Level

# A copy may tell less than its original, or put it otherwise, and still be the same voice.
_OF_ONE_VOICE = frozenset({Level.WORDING, Level.DETAIL})


def one_voice(group: Group, copies: Copies) -> Group | None:
    """``group`` with those who print another's telling behind that one; None where then nobody differs.

    Copies stand against each other only where they give other values, which somebody has changed. The figures of a form
    that is filled in anew are those of its day.
    """
    if copies.are_forms({saying.source for saying in group.sayings}):
        return None
    behind: dict[int, list[str]] = {}
    ordered = sorted(range(len(group.sayings)), key=lambda each: _rank(group.sayings[each], copies))
    for number in ordered:
        saying = group.sayings[number]
        told = (each for each in behind if _is_copy(saying, group.sayings[each], group.level, copies))
        behind.setdefault(next(told, number), []).append(saying.source)
    if len(behind) == len(group.sayings):
        return group
    kept = [_with(group.sayings[number], behind[number]) for number in sorted(behind)]
    return replace(group, sayings=tuple(kept)) if len(agreeing(kept)) > 1 else None


def _rank(saying: Saying, copies: Copies) -> int:
    """The original of a telling before its copies."""
    sentence = saying.first.reading.sentence
    return copies.telling(sentence).index(sentence)


def _is_copy(saying: Saying, other: Saying, level: Level, copies: Copies) -> bool:
    if saying.source == other.source or (saying.values != other.values and level not in _OF_ONE_VOICE):
        return False
    told = {each for finding in other.findings for each in copies.telling(finding.reading.sentence)}
    return all(finding.reading.sentence in told for finding in saying.findings)


def _with(saying: Saying, printing: Sequence[str]) -> Saying:
    copies = (source for source in dict.fromkeys(printing) if source != saying.source)
    return replace(saying, copies=tuple(copies))
