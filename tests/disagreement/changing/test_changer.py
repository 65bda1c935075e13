"""What becomes of each point from one round to the next."""

from __future__ import annotations

from datetime import date

import pytest

from cpecbot.models import Change, ChangeKind, Changes
from disagreement.changing.conftest import Changed, Text
from fakes.languages import AR, EN, FA, UR, ZH

THIRD = "The third round of the Osk–Marn rice talks was held in Veld on 4 May 2021."
FOURTH = "The fourth round of the Osk–Marn rice talks was held in Rava."
LEADS = {
    EN: FOURTH,
    AR: "انعقدت الجولة الرابعة من محادثات الأرز بين أوسك ومارن.",
    FA: "دور چهارم مذاکرات برنج میان اسک و مارن برگزار شد.",
    UR: "چاول پر مذاکرات کا چوتھا دور مکمل ہوا۔",
    ZH: "第四轮大米会谈落幕。",
}


def told(changes: Changes, kind: ChangeKind) -> list[tuple[list[str], list[str]]]:
    """The words of both rounds, for each change of the kind."""
    return [(_texts(change, "earlier"), _texts(change, "later")) for change in changes.of_kind(kind)]


def _texts(change: Change, side: str) -> list[str]:
    return [quote.text for quote in getattr(change, side)]


def test_each_point_is_new_dropped_reworded_or_kept(changed: Changed) -> None:
    """A figure that is another one is told otherwise; one that is the same in other words is kept."""
    earlier = (
        "Both agreed to import 300 tonnes of rice. A laboratory for seeds will be set up. They condemned poaching."
    )
    later = (
        "They agreed to import 500 tonnes of rice. Both sides condemned poaching. Tourists may cross without a visa."
    )
    (changes,) = changed(f"{THIRD} {earlier}", f"{FOURTH} {later}")
    assert (changes.earlier.number, changes.later.number) == (3, 4)
    assert told(changes, ChangeKind.REWORDED) == [
        (["Both agreed to import 300 tonnes of rice."], ["They agreed to import 500 tonnes of rice."])
    ]
    assert told(changes, ChangeKind.DROPPED) == [(["A laboratory for seeds will be set up."], [])]
    assert told(changes, ChangeKind.NEW) == [([], ["Tourists may cross without a visa."])]
    assert told(changes, ChangeKind.KEPT) == [(["They condemned poaching."], ["Both sides condemned poaching."])]


@pytest.mark.parametrize(
    "later",
    [
        (f"{LEADS[AR]} واتفق الجانبان على استيراد 300 طن من الأرز.", AR),
        (f"{LEADS[FA]} دو طرف بر سر واردات ۳۰۰ تن برنج توافق کردند.", FA),
        (f"{LEADS[UR]} فریقین نے 300 ٹن چاول درآمد کرنے پر اتفاق کیا۔", UR),
        (f"{LEADS[ZH]} 双方同意进口300吨大米。", ZH),
    ],
)
def test_a_point_is_kept_across_languages(changed: Changed, later: Text) -> None:
    """What another language tells is neither new nor dropped."""
    (changes,) = changed(f"{THIRD} Both agreed to import 300 tonnes of rice.", later)
    assert [change.kind for change in changes.changes] == [ChangeKind.KEPT]


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        ("They will build a hospital in Osk.", "They will build a school in Osk.", ChangeKind.REWORDED),
        ("They called for a truce in Lebanon.", "They called for a truce in Gaza.", ChangeKind.REWORDED),
        ("They will build a hospital in Osk.", "In Osk a hospital will be built.", ChangeKind.KEPT),
        ("They called for a truce in Gaza.", "A truce in Gaza was called for.", ChangeKind.KEPT),
    ],
)
def test_another_thing_in_the_same_words_is_not_kept(
    changed: Changed, earlier: str, later: str, kind: ChangeKind
) -> None:
    """What one round says of one thing and the next of another in its place is told otherwise."""
    (changes,) = changed(f"{THIRD} {earlier}", f"{FOURTH} {later}")
    assert told(changes, kind) == [([earlier], [later])]


def test_what_several_articles_on_a_round_tell_is_one_change(changed: Changed) -> None:
    """One quote of each; and what one of them tells is not dropped because another is silent."""
    both = "Tourists may cross without a visa."
    texts = (f"{THIRD} They condemned poaching.", f"{FOURTH} {both}", f"{FOURTH} {both} They condemned poaching.")
    (changes,) = changed(*texts)
    (new,) = changes.of_kind(ChangeKind.NEW)
    assert [quote.source for quote in new.later] == ["b", "c"]
    assert not changes.of_kind(ChangeKind.DROPPED)


def test_what_a_later_article_recalls_is_no_point_of_it(changed: Changed) -> None:
    """A sentence that begins with the earlier round keeps nothing."""
    recalled = "At the third round the sides had condemned poaching."
    (changes,) = changed(f"{THIRD} They condemned poaching.", f"{FOURTH} Tourists may cross.\n\n{recalled}")
    assert told(changes, ChangeKind.DROPPED) == [(["They condemned poaching."], [])]
    assert told(changes, ChangeKind.NEW) == [([], ["Tourists may cross."])]


@pytest.mark.parametrize(
    "said",
    [
        "The delegates visited the old harbour.",
        "The talks lasted two days.",
        "The next round will be held in Osk.",
        "The sides thanked the people of Rava for their hospitality.",
        "The session was chaired by Nadia Hult.",
    ],
)
def test_courtesies_make_no_point(changed: Changed, said: str) -> None:
    """What is said of the meeting alone is neither new nor dropped."""
    (changes,) = changed(f"{THIRD} They condemned poaching.", f"{FOURTH} They condemned poaching. {said}")
    assert [change.kind for change in changes.changes] == [ChangeKind.KEPT]


@pytest.mark.parametrize(
    ("before", "dropped"),
    [
        ("Rice, seeds and boats were weighed in the port. A mill was built.", False),
        ("A mill was built.", True),
    ],
)
def test_what_is_spoken_of_is_not_called_dropped(changed: Changed, before: str, dropped: bool) -> None:
    """Where most of its words stand in the other articles, nobody knows."""
    (changes,) = changed(f"{THIRD} Seeds from the port went by boats.", f"{FOURTH} {before}")
    assert bool(changes.of_kind(ChangeKind.DROPPED)) is dropped


def test_three_rounds_are_told_from_each_to_the_next(changed: Changed) -> None:
    """The first and the last are not compared."""
    fifth = "The fifth round of the Osk–Marn rice talks was held in Osk."
    found = changed(THIRD, FOURTH, fifth)
    assert [(changes.earlier.number, changes.later.number) for changes in found] == [(3, 4), (4, 5)]


def test_a_round_has_the_day_that_its_report_states(changed: Changed) -> None:
    """Where nobody knows when it was published."""
    (changes,) = changed(THIRD, FOURTH)
    assert (changes.earlier.day, changes.later.day) == (date(2021, 5, 4), None)


def test_without_two_rounds_nothing_changed(changed: Changed) -> None:
    """Two reports of one round, and one of another series."""
    other = "The fifth round of the border talks between Sorel and Veld was held."
    assert changed(THIRD, THIRD, other) == ()


def test_a_sum_that_may_be_another_rounds_is_neither_new_nor_dropped(changed: Changed) -> None:
    """Nothing but the sum tells that both are of one payment."""
    (changes,) = changed(f"{THIRD} Completion frees $700 million.", f"{FOURTH} Veld obtains $900 million.")
    assert not changes.of_kind(ChangeKind.NEW)
    assert not changes.of_kind(ChangeKind.DROPPED)
