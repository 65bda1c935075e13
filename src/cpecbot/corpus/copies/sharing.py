"""Which of what two articles have in common is copied, and whether an article is a copy as a whole.

The shares and lengths were set on twenty small cases and tell them from five real events and the communiqué of two
states that two papers retell in nearly its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from statistics import fmean as mean

from msgspec import Struct

from cpecbot.corpus.copies.lines import Line, quoted_shares
from cpecbot.corpus.copies.matching import Matches, Place, runs
from cpecbot.models import Article

# An article is a copy where so many of its words are copied; where they were put otherwise more must be. Of two papers
# that retell one communiqué a quarter of the words is alike, of what a machine put otherwise more than four fifths.
_HALF = 0.5
_MOST = 0.6
# Among statements that were printed as they stood one that has less in common is the paper's own.
_STYLED = 0.5
# Of fewer words than these two may tell the same by chance; a word of Han is mostly two characters.
_LEAST_WORDS, _LEAST_OF_HAN = 20, 40
# So many statements on end are no chance, where each by itself may be.
_RUN, _LONG_RUN = 2, 3
# A passage in a report of one's own is taken over as it stands; two reports of one agency's news come near that.
_CLOSE = 0.85
# Of notices that are written anew every day the words are the same and the figures are not.
_FIGURES_APART = 1 / 3
_SAME_FORM = 0.6
_STATEMENTS_OF_A_FORM = 3
# A statement that is mostly somebody's words is quoted, not copied.
_SPOKEN = 0.5
_QUOTING = 0.4
# In days. A wire lives for some; the communiqué of the next round repeats whole sentences of the last.
_LIFE = 7


class Side(Struct, frozen=True, dict=True):  # with a dict, for what is found out of it
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


class Shared(Struct, frozen=True):
    """What is copied between two articles, ``one`` being the earlier in the corpus.

    ``whole`` says of each of the two whether it is a copy as a whole; ``passage`` that some of one stands in the other,
    more than what both quote of somebody. A ``form`` is filled in anew on another day, and nothing of it is copied.
    """

    copied: tuple[Place, ...] = ()
    whole: tuple[bool, bool] = (False, False)
    passage: bool = False
    form: bool = False


NOTHING_SHARED = Shared()


def shared(one: Side, other: Side, found: Matches) -> Shared:
    """What is copied of ``found``; nothing where the two are forms filled in anew, or of different weeks."""
    if not found:
        return NOTHING_SHARED
    if _is_a_form(one, found):
        return Shared(form=_days_apart(one.article, other.article) > 0 and _fills_in_anew(found))
    agreeing = {at: alike for at, alike in found.items() if not alike.disagreeing}
    verbatim = {at for at, alike in agreeing.items() if alike.verbatim}
    in_order = {at for run in runs(agreeing) if len(run) >= _LONG_RUN for at in _copied_in_order(run, found)}
    halves = _covers(one, other, verbatim, _HALF)
    if not any(halves) and _days_apart(one.article, other.article) > _LIFE:
        return NOTHING_SHARED
    if any(halves):
        return Shared(tuple(sorted(verbatim | in_order)), halves, passage=True)
    whole = _covers(one, other, in_order, _MOST)
    # Nobody has a part of a report put otherwise and writes as much again.
    if any(whole) and all(_covers(one, other, in_order, _HALF)):
        return Shared(tuple(sorted(verbatim | in_order)), whole, passage=True)
    passages = [run for run in runs(verbatim) if len(run) >= _RUN and mean(found[at].share for at in run) >= _CLOSE]
    own = [[at for at in run if not one.is_spoken(at[0])] for run in passages]
    copied = {at for run in passages for at in run}
    copied |= {at for at, alike in agreeing.items() if alike.share >= _SAME_FORM and _quotes(one, other, at)}
    return Shared(tuple(sorted(copied)), passage=any(len(run) >= _LONG_RUN for run in own))


def _is_a_form(side: Side, found: Matches) -> bool:
    alike = {at: each for at, each in found.items() if each.share >= _SAME_FORM}
    apart = sum(len(side.lines[at[0]].words) for at, each in alike.items() if each.disagreeing)
    return apart > _FIGURES_APART * sum(len(side.lines[at[0]].words) for at in alike)


def _copied_in_order(run: Sequence[Place], found: Matches) -> Iterator[Place]:
    """The statements of a run; where most were printed as they stood, without what merely stands among them."""
    printed = 2 * sum(found[at].verbatim for at in run) >= len(run)
    return (at for at in run if not printed or found[at].share >= _STYLED)


def _fills_in_anew(found: Matches) -> bool:
    """Whether so many statements have other figures that nobody has just mended one."""
    return sum(each.disagreeing for each in found.values() if each.share >= _SAME_FORM) >= _STATEMENTS_OF_A_FORM


def _covers(one: Side, other: Side, places: Collection[Place], least: float) -> tuple[bool, bool]:
    """Whether so much of each of the two stands at ``places``; of neither where that is but a few words."""
    ours, theirs = {at[0] for at in places}, {at[1] for at in places}
    enough = _LEAST_WORDS if one.article.language.profile.spaced else _LEAST_OF_HAN
    if sum(len(one.lines[place].words) for place in ours) < enough:
        return False, False
    return one.covered(ours) >= least, other.covered(theirs) >= least


def _days_apart(one: Article, other: Article) -> int:
    """None as far as anybody tells."""
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def _quotes(one: Side, other: Side, at: Place) -> bool:
    """Whether both statements give the words of somebody."""
    return one.quoted[at[0]] >= _QUOTING and other.quoted[at[1]] >= _QUOTING
