"""Which candidates become quotes, and why none does."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.answering.ranking.choosing import (
    arrange,
    as_sure_as_the_first,
    floor_of,
    nearest,
    of_the_kind_asked,
    passing,
    why_unanswered,
)
from cpecbot.answering.ranking.scoring import MIN_COVERAGE
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Reason, Span, Unit
from fakes.candidates import candidate, unit
from fakes.languages import AR, EN, FA, UR

HELD = (Span(0, 1),)
TOPIC, WHEN, WHO = QuestionKind.TOPIC, QuestionKind.WHEN, QuestionKind.WHO


def asking(kind: QuestionKind, *units: Unit, language: Language = EN) -> Query:
    return Query("", language, kind, units)


# --- how much is enough -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("best", "kind", "floor"),
    [
        (1.0, TOPIC, 0.65),
        (1.0, WHEN, 0.7),
        (1.0, QuestionKind.HOW_MUCH, 0.7),
        (1.0, WHO, 0.65),
        (0.6, TOPIC, 0.45),
        (0.6, WHEN, 0.45),
        (0.65, WHEN, 0.455),
    ],
)
def test_a_quote_covers_enough_of_the_question_and_of_what_the_best_covers(
    best: float, kind: QuestionKind, floor: float
) -> None:
    """A date or a sum belongs to the event of its sentence: there more is asked."""
    assert floor_of([candidate(coverage=best), candidate(coverage=0.1)], kind) == pytest.approx(floor)


def test_one_that_tells_of_another_thing_neither_answers_nor_raises_the_floor() -> None:
    other, weaker = candidate(coverage=1.0, differs=True), candidate(coverage=0.5)
    assert floor_of([other, weaker], WHEN) == pytest.approx(MIN_COVERAGE)
    assert passing([other, weaker], WHEN) == [weaker]


def test_without_candidates_the_floor_is_the_lowest() -> None:
    assert (floor_of([], TOPIC), passing([], TOPIC)) == (MIN_COVERAGE, [])


@pytest.mark.parametrize(("kind", "kept"), [(WHEN, 2), (WHO, 2), (TOPIC, 3)])
def test_a_fact_is_told_further_by_what_covers_nearly_as_much(kind: QuestionKind, kept: int) -> None:
    first, enough, short = candidate(coverage=0.7), candidate(coverage=0.75), candidate(coverage=0.7499)
    found = [candidate(coverage=1.0), first, enough, short]
    assert as_sure_as_the_first([first, enough, short], found, asking(kind)) == [first, enough, short][:kept]
    assert as_sure_as_the_first([], found, asking(kind)) == []


def test_just_enough_is_enough() -> None:
    best, enough, short = candidate(coverage=1.0), candidate(coverage=0.65), candidate(coverage=0.6499)
    assert passing([best, enough, short], TOPIC) == [best, enough]
    assert passing([candidate(coverage=MIN_COVERAGE)], TOPIC) != []
    assert passing([candidate(coverage=MIN_COVERAGE - 1e-4)], TOPIC) == []


# --- the kind of thing asked for --------------------------------------------------------------------------------------


def test_a_question_for_a_topic_takes_every_sentence(library: Library) -> None:
    found = [candidate(answering=HELD), candidate()]
    assert of_the_kind_asked(asking(TOPIC), found, library.glossary) == found


def test_a_question_for_a_date_takes_only_those_that_hold_one(library: Library) -> None:
    found = [candidate(), candidate(answering=HELD, coverage=0.1)]
    assert of_the_kind_asked(asking(WHEN), found, library.glossary) == found[1:]
    assert of_the_kind_asked(asking(WHEN), found[:1], library.glossary) == []


@pytest.mark.parametrize(("coverage", "preferred"), [(0.75, True), (0.74, False)])
def test_who_is_told_by_names_where_they_are_nearly_as_much_on_topic(
    coverage: float, preferred: bool, library: Library
) -> None:
    """Three quarters of what the best sentence covers; else all sentences stay."""
    found = [candidate(coverage=1.0), candidate(coverage=coverage, answering=HELD)]
    assert of_the_kind_asked(asking(WHO), found, library.glossary) == (found[1:] if preferred else found)


def test_names_in_sentences_that_do_not_answer_are_not_preferred(library: Library) -> None:
    found = [candidate(coverage=0.5), candidate(coverage=0.44, answering=HELD)]
    assert of_the_kind_asked(asking(WHO), found, library.glossary) == found


def test_a_class_that_is_named_asks_for_its_members(library: Library) -> None:
    sectors = asking(TOPIC, unit("c:sector", concept="sector"))
    found = [candidate(), candidate(answering=HELD)]
    assert of_the_kind_asked(sectors, found, library.glossary) == found[1:]


# --- the order of quotes ----------------------------------------------------------------------------------------------


def test_every_source_comes_before_a_second_quote_of_one() -> None:
    found = [
        candidate("a", 1.0, keys="l:port"),
        candidate("a", 1.0, 0.9, keys="l:road", number=1),
        candidate("b", 0.8, keys="l:rail", number=2),
    ]
    assert arrange(found, EN, 2) == [found[0], found[2], found[1]]
    assert arrange(found, EN, 1) == [found[0], found[2]]
    assert arrange([], EN, 2) == []


@pytest.mark.parametrize(("coverage", "added"), [(0.9, True), (0.89, False)])
def test_a_second_quote_covers_nearly_as_much_as_the_best_of_all(coverage: float, added: bool) -> None:
    found = [
        candidate("b", 1.0, keys="l:rail"),
        candidate("a", 0.95, keys="l:port", number=1),
        candidate("a", coverage, keys="l:road", number=2),
    ]
    assert (found[2] in arrange(found, EN, 2)) is added


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("l:a l:b l:c l:d l:e", "l:a l:b l:c l:x l:y", True),
        ("l:a l:b l:c l:d l:e", "l:a l:b l:v l:x l:y", False),
        ("l:a l:b l:c l:d l:e l:f l:g", "l:a l:b l:c l:d l:x l:y l:z", False),
        ("l:a l:b l:c", "l:a l:b l:c l:x l:y l:z", True),
        ("", "", False),
        ("c:a c:b", "c:a c:b", False),
    ],
)
def test_a_second_quote_does_not_say_the_same_words_again(first: str, second: str, alike: bool) -> None:
    """Six of ten words of the shorter one."""
    found = [candidate(keys=first), candidate(keys=second, number=1)]
    assert (len(arrange(found, EN, 2)) == 1) is alike


@pytest.mark.parametrize(("behind", "first"), [(0.0999, "b"), (0.101, "a")])
def test_of_equal_candidates_the_one_in_the_language_of_the_question_comes_first(behind: float, first: str) -> None:
    found = [candidate("a", score=1.0, language=AR), candidate("b", score=1.0 - behind, number=1)]
    assert arrange(found, EN, 2)[0].entry.sentence.source == first
    assert arrange(found, FA, 2)[0].entry.sentence.source == "a"


@pytest.mark.parametrize(("coverage", "first"), [(0.9, "b"), (0.89, "a")])
def test_what_leaves_out_more_of_the_question_is_no_equal(coverage: float, first: str) -> None:
    found = [candidate("a", score=1.0, language=AR), candidate("b", coverage, score=0.95, number=1)]
    assert arrange(found, EN, 1)[0].entry.sentence.source == first


def test_a_difference_of_just_a_tenth_is_none() -> None:
    found = [candidate("a", score=0.1, language=AR), candidate("b", score=0.0, number=1)]
    assert arrange(found, EN, 2)[0].entry.sentence.source == "b"


def test_equally_good_candidates_keep_their_order() -> None:
    found = [candidate("b", number=1), candidate("a", number=0)]
    assert [each.entry.number for each in arrange(found, EN, 2)] == [0, 1]


# --- why there is no answer -------------------------------------------------------------------------------------------

GWADAR, AGREED = unit("c:gwadar", concept="gwadar"), unit("c:agree", concept="agree")


@pytest.mark.parametrize(
    ("coverage", "credit", "shown"),
    [
        (0.15, {GWADAR: 1.0}, True),
        (0.1499, {GWADAR: 1.0}, False),
        (0.4, {GWADAR: 0.5}, True),
        (0.4, {GWADAR: 0.49}, False),
        (0.4, {AGREED: 1.0}, False),
        (0.4, {AGREED: 1.0, GWADAR: 0.25}, False),
        (0.4, {}, False),
    ],
)
def test_the_nearest_passage_shares_a_subject_with_the_question(
    coverage: float, credit: dict[Unit, float], shown: bool, library: Library
) -> None:
    best = candidate(coverage=coverage, credit=credit)
    assert nearest([best, candidate(credit={GWADAR: 1.0})], library.glossary) is (best if shown else None)
    assert nearest([], library.glossary) is None


def unanswered(*words: str, unknown: int, language: Language = EN) -> Reason:
    units = tuple(unit(word) for word in words)
    return why_unanswered(asking(TOPIC, *units, language=language), Weights({}, {}, units[:unknown]), None)


def test_what_no_dictionary_lists_is_gibberish_where_there_is_one() -> None:
    """Every word must be strange, and unknown to the articles."""
    assert unanswered("asdkjh", "qwlkej", unknown=2) is Reason.GIBBERISH
    assert unanswered("asdkjh", "capital", unknown=2) is Reason.OFF_TOPIC
    assert unanswered("asdkjh", "qwlkej", unknown=1) is Reason.OFF_TOPIC
    assert unanswered("asdkjh", "qwlkej", unknown=2, language=UR) is Reason.OFF_TOPIC
    assert unanswered(unknown=0) is Reason.OFF_TOPIC


def test_with_a_near_passage_the_topic_was_near() -> None:
    assert why_unanswered(asking(TOPIC), Weights({}, {}, ()), candidate()) is Reason.NEAR_TOPIC
