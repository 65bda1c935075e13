"""Claims of the wordings that ``contrasts.toml`` lists."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.disagreement.grouping.findings import Compare, Finding, claim, hull
from cpecbot.disagreement.reading.contrasts import Comparing, Contrast
from cpecbot.disagreement.reading.reader import Mark, Reader, Reading


def wording_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    own = reader.contrasts.terms.concepts
    marks = (*reading.terms, *(mark for mark in reading.concepts if mark.key not in own))
    present = {mark.key for mark in marks}
    for contrast in reader.contrasts.contrasts:
        if all(group & present for group in contrast.about) and contrast.options & present:
            yield from _findings(contrast, marks, reading)


def _findings(contrast: Contrast, marks: tuple[Mark, ...], reading: Reading) -> Iterator[Finding]:
    anchors = [mark for mark in marks if mark.key in contrast.about[0]]
    options = [
        mark
        for mark in marks
        if mark.key in contrast.options and any(_near(mark, anchor, contrast.reach) for anchor in anchors)
    ]
    if not options:
        return
    close = [anchor for anchor in anchors if any(_near(option, anchor, contrast.reach) for option in options)]
    first, last = hull((mark.first, mark.last) for mark in (*options, *close[:1]))
    evidence = reading.span(first, last)
    values = frozenset(mark.key for mark in options)
    yield Finding(
        rule=f"wording:{contrast.name}",
        head=contrast.name,
        claim=claim(reading, evidence, contrast.dimension, contrast.about[0], values),
        reading=reading,
        subject=contrast.subject,
        compare=Compare.SET if contrast.compare is Comparing.SET else Compare.CHOICE,
        level=contrast.level,
        context=reading.keys(),
        highlights=tuple(reading.span(mark.first, mark.last) for mark in options),
    )


def _near(option: Mark, anchor: Mark, reach: int) -> bool:
    gap = max(option.first - anchor.last, anchor.first - option.last)
    return not reach or gap <= reach
