"""Counts that stand in a row and divide one whole: "82 men and 93 women"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cpecbot.disagreement.reading.content import Content
from cpecbot.disagreement.reading.sentence import Amount
from cpecbot.language.text.folding import fold_text

# So many words, and no deed, may stand between two counts of one row.
_GAP = 3
# What parts the counts of a row: a comma, but no end of a clause.
_ENDS = frozenset(".;:!?。；：！？؛؟۔()（）")


def row_of(amount: Amount, counts: Collection[Amount], content: Content) -> frozenset[float]:
    """The numbers of the row that ``amount`` stands in, its own with them; none where it stands alone."""
    ordered = sorted(counts, key=lambda each: each.first)
    row = next(row for row in _rows(ordered, content) if amount in row)
    return frozenset(each.value.low for each in row if each.value.low is not None) if len(row) > 1 else frozenset()


def _rows(ordered: Sequence[Amount], content: Content) -> Iterator[list[Amount]]:
    row: list[Amount] = []
    for amount in ordered:
        if row and not _adjoin(row[-1], amount, content):
            yield row
            row = []
        row.append(amount)
    if row:
        yield row


def _adjoin(one: Amount, other: Amount, content: Content) -> bool:
    """Whether the two count what stands side by side, to which one thing or nothing happened."""
    reading = content.reading
    if other.first - one.last > _GAP * reading.scale:
        return False
    if any(one.last <= item.first < other.first and (item.deed or item.reporting) for item in content.items):
        return False
    between = reading.sentence.reading[content.place(one).end : content.place(other).start]
    return _ENDS.isdisjoint(fold_text(between))


def of_other_wholes(one: frozenset[float], other: frozenset[float]) -> bool:
    """Whether two rows divide two wholes: no part is the same, and together they are more or fewer."""
    return bool(one and other) and one.isdisjoint(other) and sum(one) != sum(other)
