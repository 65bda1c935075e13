"""Which of what two articles have in common is copied, and whether an article is a copy as a whole.

The shares and lengths were set on twenty small cases and tell them from five real events and the communiqué of two
states that two papers retell in nearly its words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from statistics import fmean as mean

from cpecbot.corpus.copies.lines import Line, quoted_shares
from cpecbot.corpus.copies.matching import Matches, Place, runs
from cpecbot.models import Article

# An article is a copy where so many of its words are copied; where they were put otherwise nearly all must be.
_HALF = 0.5
_NEARLY_ALL = 0.7
# Of fewer words than these two may tell the same by chance; a word of Han is mostly two characters.
_LEAST_WORDS, _LEAST_OF_HAN = 20, 40
# So many statements on end are no chance, where each by itself may be.
_RUN, _LONG_RUN = 2, 3
# A passage in a report of one's own is taken over as it stands; two reports of one agency's news come near that.
_CLOSE = 0.85
# Of notices that are written anew every day the words are the same and the figures are not.
_FIGURES_APART = 1 / 3
_SAME_FORM = 0.6
# A statement that is mostly somebody's words is quoted, not copied.
_SPOKEN = 0.5
_QUOTING = 0.4
# A wire lives for days; the communiqué of the next round repeats whole sentences of the last.
_LIFE = timedelta(days=7)


@dataclass(frozen=True)  # without slots, for what is found out of it
class Side:
    """An article and its statements."""

    article: Article
    lines: Sequence[Line]

    @cached_property
    def quoted(self) -> Sequence[float]:
        return quoted_shares(self.article, self.lines)

    def is_spoken(self, place: int) -> bool:
        return self.quoted[place] >= _SPOKEN

    def covered(self, places: Collection[int]) -> float:
        """The share of its words, as far as they are its own, that stand at ``places``."""
        lengths = [0 if self.is_spoken(place) else len(line.words) for place, line in enumerate(self.lines)]
        return sum(lengths[place] for place in set(places)) / (sum(lengths) or 1)


@dataclass(frozen=True, slots=True)
class Shared:
    """What is copied between two articles, ``one`` being the earlier in the corpus.

    ``whole`` says of each of the two whether it is a copy as a whole; ``passage`` that some of one stands in the other,
    more than what both quote of somebody.
    """

    copied: tuple[Place, ...] = ()
    whole: tuple[bool, bool] = (False, False)
    passage: bool = False


NOTHING_SHARED = Shared()


def shared(one: Side, other: Side, found: Matches) -> Shared:
    """What is copied of ``found``; nothing where the two are forms filled in anew, or of different weeks."""
    if not found or _is_a_form(one, found):
        return NOTHING_SHARED
    agreeing = {at: alike for at, alike in found.items() if not alike.disagreeing}
    verbatim = {at for at, alike in agreeing.items() if alike.verbatim}
    in_order = {at for run in runs(agreeing) if len(run) >= _LONG_RUN for at in run}
    halves = _covers(one, other, verbatim, _HALF)
    if not any(halves) and _weeks_apart(one.article, other.article):
        return NOTHING_SHARED
    whole = _either(halves, _covers(one, other, in_order, _NEARLY_ALL))
    if any(whole):
        return Shared(tuple(sorted(verbatim | in_order)), whole, passage=True)
    passages = [run for run in runs(verbatim) if len(run) >= _RUN and mean(found[at].share for at in run) >= _CLOSE]
    own = [[at for at in run if not one.is_spoken(at[0])] for run in passages]
    copied = {at for run in passages for at in run}
    copied |= {at for at, alike in agreeing.items() if alike.share >= _SAME_FORM and _quotes(one, other, at)}
    return Shared(tuple(sorted(copied)), passage=any(len(run) >= _LONG_RUN for run in own))


def _is_a_form(side: Side, found: Matches) -> bool:
    apart = sum(len(side.lines[at[0]].words) for at, alike in found.items() if alike.disagreeing)
    alike = sum(len(side.lines[at[0]].words) for at, each in found.items() if each.share >= _SAME_FORM)
    return apart > _FIGURES_APART * alike


def _covers(one: Side, other: Side, places: Collection[Place], least: float) -> tuple[bool, bool]:
    """Whether so much of each of the two stands at ``places``; of neither where that is but a few words."""
    ours, theirs = {at[0] for at in places}, {at[1] for at in places}
    enough = _LEAST_WORDS if one.article.language.profile.spaced else _LEAST_OF_HAN
    if sum(len(one.lines[place].words) for place in ours) < enough:
        return False, False
    return one.covered(ours) >= least, other.covered(theirs) >= least


def _either(one: tuple[bool, bool], other: tuple[bool, bool]) -> tuple[bool, bool]:
    return one[0] or other[0], one[1] or other[1]


def _weeks_apart(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > _LIFE


def _quotes(one: Side, other: Side, at: Place) -> bool:
    """Whether both statements give the words of somebody."""
    return one.quoted[at[0]] >= _QUOTING and other.quoted[at[1]] >= _QUOTING
