"""Sources that report another event are told apart, and do not contradict by themselves."""

from __future__ import annotations

from collections.abc import Callable

from cpecbot.models import Dimension, Disagreement, Level

Texts = Callable[..., tuple[Disagreement, ...]]

SEVENTH = "The seventh round of the China-Pakistan strategic dialogue was held in Beijing."
FIFTH = "The fifth round of the China-Pakistan strategic dialogue was held in Islamabad."


def test_the_minority_round_is_another_event(texts: Texts) -> None:
    """The source that names another round than most may speak of another meeting."""
    (note,) = texts(SEVENTH, SEVENTH, FIFTH)
    assert (note.dimension, note.level, note.other_event) == (Dimension.ORDINAL, Level.CONTRADICTION, ("c",))


def test_another_event_has_its_own_place_and_sums(texts: Texts) -> None:
    """Only what makes it another event is noted, not all that follows from that."""
    loan = " China will provide $2 billion in loans."
    notes = texts(SEVENTH + loan, SEVENTH + loan, FIFTH + loan.replace("2", "3"))
    assert [note.dimension for note in notes] == [Dimension.ORDINAL]


def test_without_a_majority_nobody_is_the_outlier(texts: Texts) -> None:
    """Of two sources neither is the odd one."""
    (note,) = texts(SEVENTH, FIFTH)
    assert note.other_event == ()


def test_a_source_at_odds_with_itself_has_a_note_of_its_own(texts: Texts) -> None:
    """A dialogue named after two countries but chaired by the ministers of two others."""
    text = (
        "The China-America strategic dialogue was held and co-chaired by Pakistani Foreign Minister Ishaq Dar "
        "and Chinese Foreign Minister Wang Yi."
    )
    (note,) = texts(text)
    assert note.kind == "inner:party"
    assert [side.values for side in note.sides] == [("country_cn", "country_us"), ("country_cn", "country_pk")]
    assert {source for side in note.sides for source in side.sources} == {"a"}


def test_a_dialogue_of_other_countries_is_no_contradiction(texts: Texts) -> None:
    """An article on another pair of countries speaks of another dialogue."""
    notes = texts(
        "China and Pakistan met. The China-Pakistan strategic dialogue was held.",
        "India and Russia met. The India-Russia strategic dialogue was held.",
    )
    assert notes == ()
