"""A point of one article is told by another, told otherwise, touched, or left out."""

from __future__ import annotations

from collections.abc import Callable

from cpecbot.disagreement.retelling.retelling import Retelling
from cpecbot.models import Dimension, Retold
from fakes.languages import FA, UR, ZH

Retell = Callable[..., tuple[Retelling, ...]]

TREATY = "The two sides will build a bridge over the river. Fishermen will receive 40 million rupees."


def test_what_another_sentence_says_in_other_words_is_told(retold: Retell) -> None:
    """In one language or in another."""
    bridge, fishermen = retold(TREATY, "A bridge is to be built over the river. Fishermen get 40 million rupees.")
    assert (bridge.level, fishermen.level) == (Retold.TOLD, Retold.TOLD)
    assert [each.level for each in retold(TREATY, ("双方将在河上建一座桥。渔民将获得4000万卢比。", ZH))] == [
        Retold.TOLD
    ] * 2
    assert retold(TREATY, ("دریا پر پل تعمیر کیا جائے گا۔", UR))[0].level is Retold.TOLD


def test_another_number_is_told_otherwise_in_both_places(retold: Retell) -> None:
    """The words that differ are quoted from either article."""
    text = "ماهیگیران ۶۰ میلیون روپیه دریافت می‌کنند."
    fishermen = retold(TREATY, (text, FA))[1]
    assert fishermen.level is Retold.REWORDED
    (sum_of_money,) = fishermen.differing
    assert sum_of_money.dimension is Dimension.SUM
    assert sum_of_money.here
    assert sum_of_money.here.slice(TREATY) == "40 million rupees"
    assert sum_of_money.there
    assert sum_of_money.there.slice(text) == "۶۰ میلیون روپیه"


def test_what_no_sentence_speaks_of_is_left_out(retold: Retell) -> None:
    bridge, fishermen = retold(TREATY, "The bridge will be built over the river. Schools stay closed on Monday.")
    assert bridge.level is Retold.TOLD
    assert (fishermen.level, fishermen.entry) == (Retold.ABSENT, None)
