"""What is set against each other within two sentences that tell the same."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.alignment.aligning import Alignment, Row, align
from cpecbot.disagreement.alignment.oppositions import oppositions
from cpecbot.disagreement.alignment.paraphrases import contrasted, proposal
from cpecbot.disagreement.alignment.units import units
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.models import Dimension, Level, SentenceKind
from fakes.languages import AR
from fakes.readings import reading


def aligned(left: str, right: str, reader: Reader, **how: Any) -> Alignment:
    readings = (reading(left, source="a", **how), reading(right, source="b", **how))
    found = align(*(Row(each, units(each, reader), reader.glossary) for each in readings))
    assert found is not None
    return found


def opposed(left: str, right: str, reader: Reader, **how: Any) -> list[tuple[Dimension, Level]]:
    found = oppositions(aligned(left, right, reader, **how), reader)
    return [(each.dimension, each.level) for each in found]


def contradicted(*dimensions: Dimension) -> list[tuple[Dimension, Level]]:
    return [(dimension, Level.CONTRADICTION) for dimension in dimensions]


@pytest.mark.parametrize(
    ("one", "other", "dimension"),
    [
        ("m:5", "m:9", Dimension.SUM),
        ("q:5", "q:9", Dimension.COUNT),
        ("d:2026-01-04", "d:2026-02-04", Dimension.DATE),
        ("c:wang_yi", "c:ishaq_dar", Dimension.PARTY),
        ("c:country_cn", "c:country_ir", Dimension.PARTY),
        ("c:karachi", "c:lahore", Dimension.PLACE),
        ("c:karachi", "c:country_ir", Dimension.PLACE),
    ],
)
def test_one_value_or_name_stands_against_another_of_its_sort(
    one: str, other: str, dimension: Dimension, by_roles: Reader
) -> None:
    assert opposed(f"aa bb {one} cc", f"aa bb {other} cc", by_roles) == contradicted(dimension)


def test_two_pairs_of_a_sort_are_compared_and_three_are_not(by_roles: Reader) -> None:
    def listed(*sums: int) -> str:
        return "aa bb " + " cc ".join(f"m:{each}" for each in sums) + " dd ee"

    assert opposed(listed(1, 2), listed(5, 6), by_roles) == contradicted(Dimension.SUM, Dimension.SUM)
    assert opposed(listed(1, 2, 3), listed(5, 6, 7), by_roles) == []
    assert opposed(listed(1, 2), listed(5), by_roles) == []


@pytest.mark.parametrize(
    ("left", "right", "same_noun"),
    [
        ("aa n:5 jobs bb", "aa n:6 jobs bb", True),
        ("aa n:5 of jobs bb", "aa n:6 of jobs bb", True),
        ("bb of the n:5 of the jobs", "bb of the n:6 of the jobs", False),
        ("bb jobs n:5 of the aa", "bb jobs n:6 of the aa", True),
        ("bb jobs of n:5 of the aa", "bb jobs of n:6 of the aa", True),
        ("aa n:5 workers bb", "aa n:6 worker bb", True),
        ("aa n:5 jobs bb", "aa o:6 jobs bb", False),
        ("aa n:5", "aa n:6", True),
    ],
)
def test_plain_numbers_must_stand_at_the_same_word(left: str, right: str, same_noun: bool, by_roles: Reader) -> None:
    """Behind or before them, at most one word of grammar between."""
    assert bool(opposed(left, right, by_roles)) is same_noun


def test_a_value_that_the_other_sentence_holds_elsewhere_is_not_missing(by_roles: Reader) -> None:
    assert opposed("aa bb m:5 cc dd ee", "aa bb m:6 cc dd ee", by_roles) == contradicted(Dimension.SUM)
    assert opposed("aa bb m:5 cc dd ee", "aa bb m:6 cc 5 dd ee", by_roles) == []
    assert opposed("aa bb m:5 cc 6 dd ee", "aa bb m:6 cc dd ee", by_roles) == []
    assert opposed("aa bb five&m:5 cc dd ee", "aa bb six&m:6 cc five dd ee", by_roles) == contradicted(Dimension.SUM)


def test_two_bounds_may_both_hold_but_are_not_the_same_report(by_roles: Reader) -> None:
    differing = [(Dimension.SUM, Level.DIFFERING)]
    assert opposed("aa bb m:5+ cc", "aa bb m:6+ cc", by_roles) == differing
    assert opposed("aa bb m:5+ cc", "aa bb m:6 cc", by_roles) == []
    assert opposed("aa bb m:5+ cc", "aa bb m:4 cc", by_roles) == contradicted(Dimension.SUM)
    assert opposed("aa bb d:2026-01-01..2026-12-31 cc", "aa bb d:2026-01-04 cc", by_roles) == []


def bounded(row: Row, low: float | None) -> Row:
    """The row with ``low`` as the lower bound of its values."""
    return replace(
        row,
        units=tuple(replace(each, value=each.value and replace(each.value, low=low)) for each in row.units),
    )


def test_bounds_from_above_too(by_roles: Reader) -> None:
    def at_most(low: float | None, first: str, other: str) -> list[tuple[Dimension, Level]]:
        found = aligned(f"aa bb m:{first} cc", f"aa bb m:{other} cc", by_roles)
        again = align(bounded(found.left, low), bounded(found.right, low))
        assert again is not None
        return [(each.dimension, each.level) for each in oppositions(again, by_roles)]

    assert at_most(None, "5", "6") == [(Dimension.SUM, Level.DIFFERING)]
    assert at_most(1.0, "5", "6") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("c:karachi", "c:sindh"), ("c:sindh", "c:karachi"), ("c:beijing", "c:country_cn")],
)
def test_a_name_does_not_contradict_what_it_lies_in_or_stands_for(one: str, other: str, by_roles: Reader) -> None:
    reader = replace(by_roles, contrasts=replace(by_roles.contrasts, metonyms={"beijing": "country_cn"}))
    assert opposed(f"aa bb {one} cc", f"aa bb {other} cc", reader) == []


KAROT, ABBOT = "aaaa bbbb Karotxx cccc", "aaaa bbbb Abbotxx cccc"


def test_capitals_in_the_same_place_are_two_names_where_they_mean_names(by_roles: Reader) -> None:
    assert opposed(KAROT, ABBOT, by_roles) == contradicted(Dimension.PARTY)
    assert opposed(KAROT, ABBOT, by_roles, language=AR) == []
    assert opposed(KAROT, ABBOT, by_roles, kind=SentenceKind.HEADING) == []
    assert opposed(KAROT, ABBOT.replace("Abbotxx", "abbotxx"), by_roles) == []
    assert opposed(KAROT, ABBOT.replace("Abbotxx", "Karottxx"), by_roles) == []


@pytest.mark.parametrize(("capitals", "small", "names"), [(3, 2, True), (4, 2, False), (5, 3, False)])
def test_in_a_title_most_words_have_a_capital(capitals: int, small: int, names: bool, by_roles: Reader) -> None:
    """More than six of ten words of more than three letters; shorter ones and figures do not count."""
    shared = [*[f"{letter * 4}y" for letter in "ABCD"[: capitals - 1]], *[f"{letter * 4}x" for letter in "efg"[:small]]]
    left, right = (
        " ".join(["of", *shared[:-1], name, shared[-1], "Yes", "No", "12345"]) for name in ("Karotx", "Mibbul")
    )
    assert bool(opposed(left, right, by_roles)) is names


def test_names_that_the_dictionary_lists_on_both_sides_are_words(by_roles: Reader) -> None:
    assert opposed("aaaa bbbb Port cccc", "aaaa bbbb Road cccc", by_roles) == []
    assert opposed("aaaa bbbb Karotxx cccc", "aaaa bbbb Road cccc", by_roles) == contradicted(Dimension.PARTY)


def test_the_capital_that_opens_a_sentence_names_nobody_when_the_word_is_known(by_roles: Reader) -> None:
    assert opposed("Road aaaa bbbb cccc", "Karotxx aaaa bbbb cccc", by_roles) == []
    assert opposed("Abbotxx aaaa bbbb cccc", "Karotxx aaaa bbbb cccc", by_roles) == contradicted(Dimension.PARTY)
    filed = [f"zzzz {word} aaaa bbbb cccc" for word in ("Road", "Karotxx")]
    assert opposed(*filed, by_roles, dateline=1) == []
    assert opposed(*filed, by_roles) == contradicted(Dimension.PARTY)


# --- is the rest near enough ------------------------------------------------------------------------------------------


def noted(found: Alignment, reader: Reader) -> list[Level]:
    return [pair.left.level for pair in contrasted(found, reader)]


@pytest.mark.parametrize(
    ("matched", "closeness", "near"),
    [(3, 0.5, True), (3, 0.49, False), (2, 1.0, False), (3, 1.0, True), (5, 0.5, False)],
)
def test_a_contradiction_needs_three_words_and_six_tenths_in_common(
    matched: int, closeness: float, near: bool, by_roles: Reader
) -> None:
    """Of the content without what differs: three of six, one of which differs, are three of five."""
    found = replace(aligned("aa bb m:5 cc", "aa bb m:6 cc", by_roles), matched=matched, closeness=closeness)
    assert noted(found, by_roles) == ([Level.CONTRADICTION] if near else [])


@pytest.mark.parametrize(
    ("matched", "closeness", "length", "near"),
    [(6, 2 / 3, 12, True), (6, 0.65, 12, False), (6, 2 / 3, 13, False), (4, 1.0, 5, True), (3, 1.0, 5, False)],
)
def test_another_day_needs_more(matched: int, closeness: float, length: int, near: bool, by_roles: Reader) -> None:
    """Four words, three quarters, and half of the shorter sentence: dates mostly tell one event from another."""
    rest = " ".join(f"w{number}" for number in range(length - 1))
    left, right = (f"d:2026-0{month}-04 {rest}" for month in (1, 2))
    found = aligned(f"aa {left}", f"aa {right}", by_roles)
    left_row, right_row = (replace(row, units=row.units[1:]) for row in (found.left, found.right))
    found = replace(found, left=left_row, right=right_row, left_range=(0, 1), right_range=(0, 1))
    found = replace(found, matched=matched, closeness=closeness)
    assert noted(found, by_roles) == ([Level.CONTRADICTION] if near else [])


def test_two_oppositions_tell_of_one_thing_and_three_of_two(by_roles: Reader) -> None:
    two = aligned("aa bb m:5 cc q:7 dd", "aa bb m:6 cc q:8 dd", by_roles)
    assert noted(two, by_roles) == [Level.CONTRADICTION] * 2
    three = aligned("aa bb m:5 cc c:karachi dd q:7 ee", "aa bb m:6 cc c:lahore dd q:8 ee", by_roles)
    assert noted(three, by_roles) == []


def test_another_name_beside_another_figure_tells_of_two(by_roles: Reader) -> None:
    """Two persons are sentenced to as many years each."""
    for figure in ("m", "q"):
        pair = aligned(f"aa bb {figure}:5 cc c:karachi dd", f"aa bb {figure}:6 cc c:lahore dd", by_roles)
        assert noted(pair, by_roles) == []


WORDS = "aa bb cc dd", "ee ff gg hh"


@pytest.mark.parametrize(
    ("matched", "closeness", "near"), [(5, 0.6, True), (5, 0.59, False), (4, 1.0, False), (6, 0.65, True)]
)
def test_a_wording_needs_five_words_and_six_tenths_in_common(
    matched: int, closeness: float, near: bool, by_roles: Reader
) -> None:
    found = aligned(f"{WORDS[0]} c:confirm {WORDS[1]}", f"{WORDS[0]} c:deny {WORDS[1]}", by_roles)
    found = replace(found, matched=matched, closeness=closeness)
    assert noted(found, by_roles) == ([Level.WORDING] if near else [])


@pytest.mark.parametrize(("runs", "near"), [(0, False), (1, True), (3, True), (4, False)])
def test_more_than_three_other_wordings_are_another_statement(runs: int, near: bool, by_roles: Reader) -> None:
    words = [f"{letter}{letter}" for letter in "abcdefghijklm"]
    left, right = (
        " ".join(f"{word} {side}" if number < runs else word for number, word in enumerate(words))
        for side in ("c:confirm", "c:deny")
    )
    found = aligned(left, right, by_roles) if runs else aligned(" ".join(words), " ".join(words), by_roles)
    assert noted(replace(found, closeness=1.0), by_roles) == ([Level.WORDING] if near else [])


def test_another_word_is_no_opposite(by_roles: Reader) -> None:
    found = aligned(f"{WORDS[0]} c:trade {WORDS[1]}", f"{WORDS[0]} c:deny {WORDS[1]}", by_roles)
    assert noted(found, by_roles) == []


def test_the_same_word_inflected_or_one_more_word_is_no_wording(by_roles: Reader) -> None:
    for one, other in (("harbour", "harbours"), ("", "steady")):
        found = aligned(f"{WORDS[0]} {one} {WORDS[1]}", f"{WORDS[0]} {other} {WORDS[1]}", by_roles)
        assert noted(found, by_roles) == []


def test_how_an_outlet_reports_is_not_what_it_reports(by_roles: Reader) -> None:
    assert noted(aligned(f"{WORDS[0]} c:praise {WORDS[1]}", f"{WORDS[0]} steady {WORDS[1]}", by_roles), by_roles) == []


def test_all_that_differs_may_be_proposed(by_roles: Reader) -> None:
    found = aligned(f"{WORDS[0]} slow {WORDS[1]}", f"{WORDS[0]} steady {WORDS[1]}", by_roles)
    assert [(pair.left.values, pair.right.values) for pair in proposal(found)] == [({"slow"}, {"steady"})]
    assert list(proposal(aligned(" ".join(WORDS), f"{WORDS[0]} more {WORDS[1]}", by_roles))) == []


def test_a_finding_covers_what_matches_and_what_differs(by_roles: Reader) -> None:
    (pair,) = contrasted(aligned("xx aa bb cc m:5 yy", "zz aa bb cc m:6 ww", by_roles), by_roles)
    assert pair.left.reading.words_in(pair.left.evidence) == (1, 5)
    assert (pair.left.values, pair.right.values) == ({"5 USD"}, {"6 USD"})
    assert [pair.left.reading.words_in(mark) for mark in pair.left.highlights] == [(4, 5)]
    (pair,) = contrasted(aligned("xx m:5 aa bb cc yy", "zz m:6 aa bb cc ww", by_roles), by_roles)
    assert pair.left.reading.words_in(pair.left.evidence) == (1, 5)
