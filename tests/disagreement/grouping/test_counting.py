"""Whether two figures count the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpecbot.disagreement.grouping.counting import likeness
from cpecbot.disagreement.reading.quantities.figures import Figure
from cpecbot.models import Span
from fakes.languages import AR, EN
from fakes.readings import value

KILLED, INJURED, RESCUED = (frozenset({f"c:{deed}"}) for deed in ("killed", "injured", "rescued"))
FAMILIES = {"c:killed": frozenset({"casualty"}), "c:injured": frozenset({"casualty"})}
TOLL = Figure(
    value("n:17"),
    Span(0, 2),
    EN,
    frozenset(),
    people=True,
    things=False,
    people_of=frozenset(),
    deeds=(KILLED,),
    places=frozenset({"c:multan"}),
    events=frozenset({"c:flood"}),
    content=(frozenset({"c:flood"}),),
    families=FAMILIES,
)
SHEEP = replace(TOLL, nouns=frozenset({"c:sheep"}), people=False, things=True)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"deeds": (RESCUED, KILLED)}, True),
        ({"deeds": (INJURED,)}, False),
        ({"deeds": (RESCUED,)}, False),
        ({"places": frozenset({"c:lahore"})}, False),
        ({"places": frozenset({"c:multan", "c:lahore"})}, False),
        ({"places": frozenset(), "around": frozenset({"c:multan"})}, True),
        ({"places": frozenset(), "around": frozenset({"c:lahore"})}, False),
        ({"places": frozenset()}, False),
        ({"people_of": frozenset({"c:country_cn"})}, False),
        ({"aside": True}, False),
        ({"nouns": frozenset({"c:passenger"}), "people": False}, True),
        ({"nouns": frozenset({"c:sheep"}), "people": False, "things": True}, False),
    ],
)
def test_the_same_happened_to_the_same_in_the_same_place(other: dict[str, object], same: bool) -> None:
    """The injured are not the killed, a part is not the whole, people are no sheep."""
    assert (likeness(TOLL, replace(TOLL, **other)) > 0) is same  # type: ignore[arg-type]


def test_rivals_of_one_family_are_apart_although_they_share_a_deed() -> None:
    left = frozenset({"c:leave"})
    one, other = replace(TOLL, deeds=(left, KILLED)), replace(TOLL, deeds=(left, INJURED))
    assert likeness(one, other) == 0
    assert likeness(one, replace(other, families={})) > 0


def test_things_have_one_name() -> None:
    assert likeness(SHEEP, SHEEP) > 0
    assert likeness(SHEEP, replace(SHEEP, nouns=frozenset({"c:goat"}))) == 0
    assert likeness(replace(SHEEP, deeds=()), SHEEP) > 0
    assert likeness(replace(TOLL, deeds=()), TOLL) == 0


def test_names_that_no_table_lists_are_compared_in_one_language_only() -> None:
    here, there = (replace(TOLL, places=frozenset({name})) for name in ("n:zorbina", "n:kalvar"))
    assert likeness(here, there) == 0
    assert likeness(here, replace(there, language=AR)) > 0


@pytest.mark.parametrize(("shared", "same"), [(1, False), (2, True)])
def test_without_a_place_half_of_the_rest_must_be_shared(shared: int, same: bool) -> None:
    bare = replace(TOLL, places=frozenset(), events=frozenset())
    words = [frozenset({f"c:{word}"}) for word in "abcd"]
    others = [frozenset({f"c:{word}"}) for word in "wxyz"]
    one = replace(bare, content=tuple(words))
    other = replace(bare, content=(*words[:shared], *others[shared:]))
    assert (likeness(one, other) > 0) is same


def test_of_things_to_which_nothing_happened_the_sentences_share_something() -> None:
    """What only stood before both does not make the seats of a party those of its house."""
    house, party, seen = (frozenset({f"c:{word}"}) for word in ("house", "party", "vote"))
    seats = replace(SHEEP, deeds=(), places=frozenset(), events=frozenset(), nearby=frozenset({"c:house", "c:party"}))
    one, other = replace(seats, content=(house,)), replace(seats, content=(party,))
    assert likeness(one, other) == 0
    assert likeness(replace(one, content=(house, seen)), replace(other, content=(party, seen))) > 0
    assert likeness(replace(one, deeds=(KILLED,)), replace(other, deeds=(KILLED,))) > 0
