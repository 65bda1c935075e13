"""Whose a figure is, where several have one of a kind: the votes of one candidate are not those of another."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.occasions.elsewhere import is_mentioned
from cpecbot.disagreement.occasions.rivals import is_far
from cpecbot.disagreement.occasions.slots import COUNT, Slot
from cpecbot.disagreement.reading.content import Item

# Of how much more than one holder has all of them together may have.
_ALMOST = 1.25


def held_by_others(one: Slot, other: Slot, matching: Matching) -> bool:
    """Whether one is of somebody, and the other of somebody else, or of all.

    Surely so only where somebody gets it, or several in one sentence have one each.
    """
    if not (one.held or other.held):
        return False
    mine, theirs = one.holders, other.holders
    if _is_of_another(one, other, matching) or _is_of_another(other, one, matching):
        return True
    if not (mine and theirs):
        return _is_of_all(one, other, matching) or _is_of_all(other, one, matching)
    if any(matching.same(item, each) for item in mine for each in theirs):
        return False
    return _are_known(mine, other, matching) or _are_known(theirs, one, matching)


def _is_of_another(one: Slot, other: Slot, matching: Matching) -> bool:
    """Whether who holds ``one`` has another figure of the kind in the sentence of ``other``."""
    if not one.held or any(matching.same(item, each) for item in one.holders for each in other.holders):
        return False
    rivals = [each.item for each in other.named if not each.owned]
    return any(matching.same(item, each) for item in one.holders for each in rivals)


def _are_known(holders: Sequence[Item], to: Slot, matching: Matching) -> bool:
    """Whether the article of the other figure names them too, so that they would be known again."""
    return any(is_mentioned(item, to, matching) for item in holders)


def _is_of_all(one: Slot, other: Slot, matching: Matching) -> bool:
    """Whether ``other``, whose sentence names nobody, counts so much more that it is hardly of who holds ``one``."""
    if not one.held or other.named or one.sort != COUNT or not is_far(one, other, _ALMOST):
        return False
    return _are_known(one.holders, other, matching)
