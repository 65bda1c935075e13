"""What a sentence counts for on a thing that it doesn't name."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from cpecbot.answering.ranking.inheriting import Inheriting
from cpecbot.language.concepts.concept import Concept, ConceptKind, ConceptMatch, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry
from cpecbot.store.surroundings import Surroundings
from fakes.candidates import unit
from fakes.entries import entries_of
from fakes.languages import EN, LANGUAGES

NAMES = [ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PROJECT, ConceptKind.TITLE]
KINDS = {
    "barn": ConceptKind.PROJECT,
    "kiosk": ConceptKind.PROJECT,
    "building": ConceptKind.ECONOMY,
    "fire": ConceptKind.EVENT,
    "flood": ConceptKind.EVENT,
}
BOTH = Concept("both_of_them", ConceptKind.GENERIC, {}, traits=frozenset({Trait.BOTH_PARTIES}))
GLOSSARY = Glossary([BOTH, *(Concept(key, kind, {}) for key, kind in KINDS.items())], LANGUAGES, with_cldr=False)

BARN = unit("c:barn", concept="barn", broader="c:building")
FIRE = unit("c:fire", concept="fire")
RED = unit("l:red")
ANN = replace(unit("n:ann"), named=True)

BEFORE = Surroundings(before=frozenset({"c:barn", "n:ann", "c:fire", "l:red"}))
OPENING = Surroundings(opening=frozenset({"c:barn"}))
REFERRED = replace(BEFORE, refers=True)


def inheriting(*units: Unit, glossary: Glossary = GLOSSARY) -> Inheriting:
    return Inheriting.of(Query("", EN, QuestionKind.TOPIC, units), glossary)


def entry(keys: str = "l:other", around: Surroundings = BEFORE, *, parts: str = "") -> Entry:
    (made,) = entries_of(("a", keys))
    return replace(made, surroundings=around, parts=frozenset(parts.split()))


def credit(
    asked: Unit,
    told: Entry,
    *others: Unit,
    matched: Iterable[Unit] = (),
    named: Iterable[str] = ("a",),
    glossary: Glossary = GLOSSARY,
) -> float:
    """What ``told`` counts for on ``asked``, in a question that names the ``others`` too."""
    places = {each: (Span(0, 1),) for each in matched}
    return inheriting(asked, *others, glossary=glossary).credit(asked, told, places, frozenset(named))


# --- the article around -----------------------------------------------------------------------------------------------


def test_the_article_counts_a_quarter_and_its_opening_two_fifths() -> None:
    assert credit(BARN, entry(around=Surroundings())) == 0.25
    assert credit(BARN, entry(around=OPENING)) == 0.4
    assert credit(BARN, entry(around=replace(OPENING, refers=True))) == 0.4  # "they" are those named right before
    assert credit(BARN, entry("c:kiosk", OPENING), RED, matched=[RED]) == 0.4


@pytest.mark.parametrize("around", [Surroundings(), OPENING, BEFORE, REFERRED])
def test_where_the_article_names_it_nowhere_nothing_is_inherited(around: Surroundings) -> None:
    """A title that a store does not hold is no sentence of the article."""
    assert credit(BARN, entry(around=around), named="b") == 0.0


def test_what_is_wider_counts_half_and_in_an_article_on_the_thing_eight_tenths() -> None:
    assert credit(BARN, entry("c:building", Surroundings()), named=()) == 0.5
    assert credit(BARN, entry("c:building", Surroundings())) == 0.8
    assert credit(BARN, entry("c:building", REFERRED)) == 0.8


@pytest.mark.parametrize("around", [Surroundings(), OPENING, REFERRED])
@pytest.mark.parametrize("named", ["a", ""])
def test_a_word_inside_a_phrase_counts_six_tenths_whatever_stands_around(around: Surroundings, named: str) -> None:
    assert credit(BARN, entry("c:building", around, parts="c:barn"), named=named) == 0.6


# --- both sides -------------------------------------------------------------------------------------------------------

PARTIES = Surroundings(parties=frozenset({"c:barn", "c:kiosk"}))


@pytest.mark.parametrize("told", [entry("c:both_of_them", PARTIES), entry(around=PARTIES, parts="c:both_of_them")])
def test_both_are_the_two_that_were_named(told: Entry) -> None:
    """Said by itself or within a phrase, such as "bilateral trade"."""
    assert credit(BARN, told) == 0.95


@pytest.mark.parametrize("told", [entry("l:other", PARTIES), entry("c:both_of_them", Surroundings())])
def test_without_the_word_or_without_the_two_they_are_not(told: Entry) -> None:
    assert credit(BARN, told) == 0.25


def test_both_are_no_third() -> None:
    assert credit(FIRE, entry("c:both_of_them", PARTIES)) == 0.25


# --- the sentence before ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [BARN, FIRE, ANN, RED])
def test_who_is_meant_by_they_counts_seven_tenths(asked: Unit) -> None:
    assert credit(asked, entry("c:kiosk c:flood n:bob", REFERRED)) == 0.7


@pytest.mark.parametrize(
    ("asked", "others", "matched", "expected"),
    [
        (BARN, [RED], [RED], 0.7),  # all is said of it
        (BARN, [RED], [], 0.4),
        (BARN, [RED, FIRE], [RED], 0.4),  # not all
        (BARN, [RED, FIRE], [RED, FIRE], 0.7),
        (BARN, [ANN], [ANN], 0.4),  # nothing is asked of the two but that they are named
        (BARN, [replace(RED, light=True)], [], 0.4),
        (ANN, [RED], [RED], 0.7),
        (FIRE, [BARN], [BARN], 0.4),  # an event is named again
        (RED, [BARN], [BARN], 0.4),  # and so is what a thing is like
    ],
)
def test_a_thing_goes_unnamed_where_all_that_is_asked_of_it_is_said(
    asked: Unit, others: list[Unit], matched: list[Unit], expected: float
) -> None:
    assert credit(asked, entry(), *others, matched=matched) == expected


@pytest.mark.parametrize("kind", list(ConceptKind))
def test_what_has_a_name_goes_unnamed_an_act_does_not(kind: ConceptKind) -> None:
    glossary = Glossary([Concept("thing", kind, {})], LANGUAGES, with_cldr=False)
    thing = unit("c:thing", concept="thing")
    told = entry(around=Surroundings(before=thing.keys))
    assert credit(thing, told, RED, matched=[RED], glossary=glossary) == (0.7 if kind in NAMES else 0.4)


@pytest.mark.parametrize(
    ("asked", "others", "keys", "expected"),
    [
        (BARN, [RED], "c:kiosk", 0.25),
        (BARN, [RED], "c:flood", 0.7),  # of another kind
        (BARN, [RED, unit("c:kiosk", concept="kiosk")], "c:kiosk", 0.7),  # it is asked about
        (FIRE, [RED], "c:flood", 0.25),
        (ANN, [RED], "n:bob", 0.25),
        (ANN, [RED], "c:kiosk", 0.7),
        (ANN, [RED, replace(unit("n:bob"), named=True)], "n:bob", 0.7),
        (RED, [BARN], "l:blue n:bob", 0.4),  # a word has no rivals
    ],
)
def test_where_another_of_its_kind_is_named_the_sentence_no_longer_speaks_of_it(
    asked: Unit, others: list[Unit], keys: str, expected: float
) -> None:
    assert credit(asked, reading_concepts(entry(keys)), *others, matched=[RED]) == expected


def reading_concepts(told: Entry) -> Entry:
    """``told`` with the concepts of its keys found in it."""
    concepts = tuple(ConceptMatch(key[2:], Span(0, 1), EN) for key in told.keys if key[0] == "c")
    return replace(told, analysis=replace(told.analysis, concepts=concepts))


# --- going on ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("units", "shares", "matched", "expected"),
    [
        ([BARN, RED], {BARN: 0.7, RED: 1.0}, [RED], True),
        ([BARN, RED], {BARN: 0.95, RED: 1.0}, [RED], True),
        ([BARN, RED], {BARN: 0.69, RED: 1.0}, [RED], False),  # the thing is not meant
        ([BARN, RED], {BARN: 0.7, RED: 0.7}, [], False),  # nothing is said of it
        ([BARN, RED], {BARN: 1.0, RED: 1.0}, [BARN, RED], False),  # it is named
        ([BARN, FIRE, RED], {BARN: 0.7, FIRE: 0.7, RED: 1.0}, [RED], False),  # not all is said
        ([BARN, ANN], {BARN: 0.7, ANN: 1.0}, [ANN], False),  # all that is asked are names
        ([ANN, RED], {ANN: 0.7, RED: 1.0}, [RED], True),
        ([FIRE, RED], {FIRE: 0.7, RED: 1.0}, [RED], False),
    ],
)
def test_a_sentence_goes_on_that_says_all_of_a_thing_it_leaves_unnamed(
    units: list[Unit], shares: dict[Unit, float], matched: list[Unit], expected: bool
) -> None:
    assert inheriting(*units).goes_on(shares, matched) == expected
