"""Two sentences that tell the same, unit by unit: what matches, what is worth going on for, where it ends."""

from __future__ import annotations

import pytest

from cpecbot.disagreement.alignment.aligning import Alignment, Row, align, alignments, alike, spelled_alike
from cpecbot.disagreement.alignment.units import Unit, UnitKind
from cpecbot.disagreement.reading.reader import Reader
from fakes.readings import reading, value


def row(written: str) -> Row:
    """Units one by one: ``_of`` is a word of grammar, ``n:7`` a number, ``=karachi`` a place, ``Ab`` has a capital."""
    words = written.split()
    spelt = " ".join(word.strip("_=").rpartition(":")[2] for word in words)
    return Row(reading(spelt), tuple(map(unit, words, range(len(words)))))


def unit(word: str, place: int) -> Unit:
    if word.startswith("_"):
        return Unit(frozenset({word}), UnitKind.FUNCTION, "", place, place + 1, word)
    if word.startswith("="):
        return Unit(frozenset({word}), UnitKind.NAME, "place", place, place + 1, word)
    if word[1:2] == ":":
        return Unit(frozenset({word}), UnitKind.VALUE, "number", place, place + 1, word, value(word))
    return Unit(frozenset({word.casefold()}), UnitKind.WORD, "", place, place + 1, word.casefold())


def named(prefix: str, count: int) -> str:
    return " ".join(f"{prefix}{number}" for number in range(count))


def aligned(left: str, right: str) -> Alignment:
    found = align(row(left), row(right))
    assert found is not None
    return found


def ranges(left: str, right: str) -> tuple[tuple[int, int], tuple[int, int]]:
    found = aligned(left, right)
    return found.left_range, found.right_range


def differing(left: str, right: str) -> list[tuple[list[str], list[str]]]:
    found = aligned(left, right).differences
    return [([unit.text for unit in each.left], [unit.text for unit in each.right]) for each in found]


def test_nothing_in_common_is_no_alignment() -> None:
    assert align(row("aa bb"), row("cc dd")) is None


@pytest.mark.parametrize(
    ("unlike", "kind", "count", "goes_on"),
    [(12, "m", 5, True), (5, "m", 2, False), (3, "_f", 5, True), (5, "_f", 8, False)],
)
def test_unlike_words_are_passed_where_what_follows_is_worth_it(
    unlike: int, kind: str, count: int, goes_on: bool
) -> None:
    """A match is worth two, one of grammar a half; passing a pair of unlike words costs four fifths."""
    common, tail = named("p", 9), named(kind, count)
    left, right = (f"{common} {named(side, unlike)} {tail}" for side in "lr")
    end = 9 + unlike + count if goes_on else 9
    assert ranges(left, right) == ((0, end), (0, end))


@pytest.mark.parametrize(("extra", "matches", "goes_on"), [(19, 6, True), (10, 3, False)])
def test_words_that_only_one_side_has_cost_six_tenths(extra: int, matches: int, goes_on: bool) -> None:
    common, tail = named("p", 9), named("m", matches)
    found = ranges(f"{common} {named('l', extra)} {tail}", f"{common} {tail}")
    assert found == (((0, 9 + extra + matches), (0, 9 + matches)) if goes_on else ((0, 9), (0, 9)))
    found = ranges(f"{common} {tail}", f"{common} {named('l', extra)} {tail}")
    assert found == (((0, 9 + matches), (0, 9 + extra + matches)) if goes_on else ((0, 9), (0, 9)))


def test_values_of_one_kind_stand_in_one_place_though_they_differ() -> None:
    assert differing("aa bb n:5 cc dd", "aa bb n:6 cc dd") == [(["n:5"], ["n:6"])]


def test_what_only_moved_is_no_difference() -> None:
    assert differing("aa bb cc dd ee", "aa bb dd cc ee") == []
    assert differing("aa bb n:5 cc n:6 dd ee", "aa bb n:6 cc n:5 dd ee") == []
    assert differing("aa n:5 bb cc n:6", "aa n:5 bb cc n:5") == [(["n:6"], ["n:5"])]


def test_grammar_is_no_difference() -> None:
    assert differing("aa _of bb cc", "aa _in bb cc") == []


@pytest.mark.parametrize(("between", "seen"), [(3, True), (4, False)])
def test_values_and_names_at_the_edge_are_set_against_each_other(between: int, seen: bool) -> None:
    """At most four words outside of what matches, with nothing but grammar between; so are two capitals."""
    for one, other in (("n:5", "n:6"), ("=karachi", "=lahore"), ("Abcd", "Efgh")):
        left, right = (f"aa bb cc {named(side, between)} {end}" for side, end in (("_l", one), ("_r", other)))
        assert bool(aligned(left, right).differences) is seen
        left, right = (f"{end} {named(side, between)} aa bb cc" for side, end in (("_l", one), ("_r", other)))
        assert bool(aligned(left, right).differences) is seen
    assert ranges("aa bb _l n:5", "aa bb _r n:6") == ((0, 4), (0, 4))
    assert ranges("n:5 _l aa bb", "n:6 _r aa bb") == ((0, 4), (0, 4))


@pytest.mark.parametrize(("left", "right"), [("n:5", "=lahore"), ("xx n:5", "yy n:6"), ("Abcd", "efgh"), ("xx", "yy")])
def test_other_words_at_the_edge_are_not(left: str, right: str) -> None:
    assert ranges(f"aa bb {left}", f"aa bb {right}") == ((0, 2), (0, 2))


def test_closeness_is_the_share_of_the_content_that_matches() -> None:
    found = aligned("aa _of bb xx cc", "aa _of bb yy zz cc")
    assert (found.matched, found.closeness) == (3, pytest.approx(3 / 5))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("port", "porz", True),
        ("por", "por", False),
        ("stemsaaaaaaa", "stemsiiiiiii", True),
        ("stemkaaaaaaa", "stemsiiiiiii", False),
        ("abcdefghij", "axcdxfghxj", True),
        ("abcdefghij", "axcxxfghxj", False),
        ("abcdef", "axcdxf", False),
        ("gwadar", "gawadir", True),
    ],
)
def test_one_stem_few_letters_apart_or_the_same_consonants_are_one_word(one: str, other: str, same: bool) -> None:
    """Five first letters, or seven of ten; of less than four letters nothing is sure."""
    assert spelled_alike(one, other) is spelled_alike(other, one) is same


def test_values_are_not_alike_by_their_spelling() -> None:
    assert not alike(unit("n:10000", 0), unit("n:10001", 0))
    assert alike(unit("portal", 0), unit("portals", 0))
    assert alike(unit("n:5", 0), unit("n:5", 3))


def told(side: str, shared: int = 4, own: int = 1) -> str:
    """``shared`` words that others have, too, with the first of ``own`` others among them and the rest behind."""
    words = [f"shared{number}" for number in range(shared)]
    others = [f"{side}{number}" for number in range(own)]
    return " ".join([*words[:-1], *others[:1], words[-1], *others[1:]])


def found(*sentences: tuple[str, str], reader: Reader) -> set[tuple[str, str]]:
    """Which of the sentences, by source and its number among all, are aligned with which."""
    readings = [reading(text, source=source) for source, text in sentences]
    names = {id(each): f"{each.sentence.source}{number}" for number, each in enumerate(readings)}
    return {(names[id(each.left.reading)], names[id(each.right.reading)]) for each in alignments(readings, reader)}


@pytest.mark.parametrize(
    ("shared", "own", "aligned"), [(3, 4, True), (2, 1, False), (3, 5, False), (4, 6, True), (4, 7, False)]
)
def test_sentences_that_share_three_words_and_two_fifths_are_aligned(
    shared: int, own: int, aligned: bool, by_roles: Reader
) -> None:
    """Two fifths of the content of the shorter one."""
    longer, shorter = f"{told('left', shared, own)} more words here", told("right", shared, own)
    assert bool(found(("a", longer), ("b", shorter), reader=by_roles)) is aligned
    assert bool(found(("a", shorter), ("b", longer), reader=by_roles)) is aligned


def test_the_closest_eight_are_looked_at(by_roles: Reader) -> None:
    """Of ten sources that are as close, the first and the last are not aligned; of nine they are."""
    for count, met in ((9, True), (10, False)):
        listed = [(chr(ord("a") + number), told(f"own{number}")) for number in range(count)]
        assert (("a0", f"{listed[-1][0]}{count - 1}") in found(*listed, reader=by_roles)) is met


def test_of_one_source_the_closest_three_are_looked_at(by_roles: Reader) -> None:
    listed = [("ab"[number > 3], told(f"own{number}")) for number in range(8)]
    pairs = found(*listed, reader=by_roles)
    assert ("a0", "b6") in pairs
    assert ("a0", "b7") not in pairs


def test_what_a_source_says_in_the_very_same_units_needs_no_aligning(by_roles: Reader) -> None:
    one, other = told("one"), told("other")
    assert found(("a", one), ("b", other), ("b", one), reader=by_roles) == set()
    assert found(("b", other), ("b", one), ("c", one), reader=by_roles) == set()
    assert found(("a", one), ("b", other), ("b", told("else")), reader=by_roles) == {("a0", "b1"), ("a0", "b2")}
