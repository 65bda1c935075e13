"""Claims of whether something is so: denied against confirmed, approved against rejected."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.quantities.moments import Moment
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.rules.happenings import finding_of, told_at
from cpecbot.language.text.cues.negation import denied_clauses
from cpecbot.models import Dimension


def said_so(content: Content, reader: Reader) -> Iterator[Finding]:
    """Deeds that have an opposite, each as one of a pair: whoever did either did the one or the other.

    Nothing where the clause denies the deed itself: not to deny is not to confirm.
    """
    found: list[tuple[Item, str, str]] = []
    for item in content.items:
        for one, other in reader.contrasts.opposites:
            if one in item.concepts or other in item.concepts:
                found.append((item, f"{one}:{other}", one if one in item.concepts else other))
    if not found:
        return
    reading = content.reading
    denied = denied_clauses(reading.sentence.reading, reading.sentence.language)
    for item, pair, which in found:
        if content.place(item).overlaps_any(denied):
            continue
        either = replace(item, keys=frozenset({pair}), concepts=frozenset({which}))
        told = replace(told_at(item, (either,), content, reader), strict=True)
        told = replace(told, company=tuple(each for each in told.company if each.first != item.first))
        found_here = finding_of(item, told, content, Dimension.STANCE, which)
        # What is closed on one day may be open on the next.
        yield replace(found_here, rule="told:said", head=pair, moment=Moment(reading.published), lasting=False)
