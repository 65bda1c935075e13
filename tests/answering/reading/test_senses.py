"""What the words of a question may mean by the general vocabulary, beside what they are found by themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.senses import senses_by_place, with_senses
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch
from cpecbot.language.concepts.vocabulary import Vocabulary
from cpecbot.language.concepts.vocabulary_file import Rows
from cpecbot.models import Span, Status, Unit
from fakes.languages import EN

Telling = Callable[..., Library]

TEXT = "they came back to the red port"
CAME, BACK, CAME_BACK = Span(5, 9), Span(10, 14), Span(5, 14)
RED, PORT, RED_PORT = Span(22, 25), Span(26, 30), Span(22, 30)


def sense(concept: str, span: Span, *, implied: bool = False) -> ConceptMatch:
    return ConceptMatch(concept, span, EN, implied, general=True)


# --- which of them count ----------------------------------------------------------------------------------------------


def test_the_senses_of_one_place_stand_together() -> None:
    one, other, wider = sense("come", CAME), sense("arrive", CAME), sense("move", CAME, implied=True)
    assert senses_by_place([one, other, sense("red", RED), wider], [], [], []) == {
        CAME: [one, other, wider],
        RED: [sense("red", RED)],
    }


@pytest.mark.parametrize(
    ("place", "known", "stays"),
    [
        (RED_PORT, PORT, True),  # a phrase may hold a concept of the field
        (PORT, PORT, True),
        (PORT, RED_PORT, False),
        (CAME_BACK, Span(10, 17), False),
        (RED, PORT, True),
    ],
)
def test_a_part_of_a_concept_of_the_field_has_no_sense(place: Span, known: Span, stays: bool) -> None:
    assert bool(senses_by_place([sense("any", place)], [known], [], [])) == stays


@pytest.mark.parametrize(
    ("place", "taken", "stays"),
    [(CAME_BACK, BACK, False), (BACK, CAME_BACK, False), (CAME, CAME, False), (CAME, BACK, True)],
)
def test_what_is_taken_has_none(place: Span, taken: Span, stays: bool) -> None:
    assert bool(senses_by_place([sense("any", place)], [], [taken], [])) == stays


@pytest.mark.parametrize(
    ("place", "grammar", "stays"),
    [(CAME_BACK, BACK, True), (BACK, CAME_BACK, False), (BACK, BACK, False), (RED, BACK, True)],
)
def test_nor_has_what_is_but_grammar(place: Span, grammar: Span, stays: bool) -> None:
    assert bool(senses_by_place([sense("any", place)], [], [], [grammar])) == stays


# --- what they add to a unit ------------------------------------------------------------------------------------------

VOCABULARY = Vocabulary(
    Rows(
        ("go", "return", "move", "red", "colour"),
        (ConceptKind.LIGHT, ConceptKind.ACTION, ConceptKind.ACTION, ConceptKind.QUALITY, ConceptKind.LIGHT),
        ((),) * 5,
    )
)


def unit(span: Span, *keys: str, concept: str | None = None, light: bool = False) -> Unit:
    return Unit(span.slice(TEXT), span, frozenset(keys), concept=concept, light=light)


def told(units: list[Unit], *senses: ConceptMatch) -> list[Unit]:
    return list(with_senses(units, senses_by_place(senses, [], [], []), TEXT, VOCABULARY))


def test_a_word_is_found_by_each_of_its_senses() -> None:
    (red,) = told([unit(RED, "l:red")], sense("red", RED), sense("move", RED))
    assert red.keys == {"l:red", "c:red", "c:move"}
    assert red.broader == set()


def test_a_wider_concept_counts_for_a_part() -> None:
    (red,) = told([unit(RED, "l:red")], sense("red", RED), sense("colour", RED, implied=True))
    assert red.keys == {"l:red", "c:red"}
    assert red.broader == {"c:colour"}


def test_what_is_said_itself_is_not_wider() -> None:
    (red,) = told([unit(RED)], sense("red", RED), sense("colour", RED), sense("colour", RED, implied=True))
    assert red.keys == {"c:red", "c:colour"}
    assert red.broader == set()


def test_a_concept_of_the_field_keeps_its_own_wider_ones() -> None:
    (red,) = told([unit(RED, "c:x", concept="x")], sense("red", RED), sense("colour", RED, implied=True))
    assert red.keys == {"c:x", "c:red"}
    assert red.broader == set()


def test_the_words_of_a_phrase_are_found_by_its_sense() -> None:
    units = told([unit(CAME, "l:come"), unit(BACK, "l:back"), unit(RED, "l:red")], sense("return", CAME_BACK))
    assert [each.keys for each in units] == [{"l:come", "c:return"}, {"l:back", "c:return"}, {"l:red"}]


def test_a_word_may_be_in_several_phrases() -> None:
    (came,) = told([unit(CAME)], sense("return", CAME_BACK), sense("go", CAME))
    assert came.keys == {"c:return", "c:go"}


def test_a_phrase_of_mere_grammar_is_a_unit_of_its_own() -> None:
    units = told([unit(RED, "l:red")], sense("return", CAME_BACK))
    assert units == [unit(RED, "l:red"), unit(CAME_BACK, "c:return")]


@pytest.mark.parametrize(
    ("senses", "light"),
    [
        ([sense("go", CAME)], True),
        ([sense("go", CAME), sense("return", CAME)], False),
        ([sense("return", CAME)], False),
        ([sense("return", CAME), sense("colour", CAME, implied=True)], False),
        ([sense("go", CAME), sense("return", CAME, implied=True)], True),
        ([sense("go", CAME_BACK)], False),  # what the phrase is, its words need not be
        ([], False),
    ],
)
def test_a_word_is_light_whose_every_sense_is(senses: list[ConceptMatch], light: bool) -> None:
    (came,) = told([unit(CAME, "l:come")], *senses)
    assert came.light == light


def test_a_light_word_stays_one_whatever_it_may_mean() -> None:
    (came,) = told([unit(CAME, light=True)], sense("return", CAME))
    assert came.light


# --- in questions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "word", "keys"),
    [
        ("When did the ship come back?", "back", {"c:return_come_back", "l:back"}),
        ("Who took off the hat?", "hat", {"c:hat", "l:hat"}),
        ("What of the river bank?", "river", {"c:river", "c:riverbank"}),
        ("What of the credit card?", "card", {"c:credit_card", "l:card"}),
        ("Which kite went to the bank?", "kite", {"c:kite", "l:kite"}),
        ("من ركب القارب؟", "القارب", {"c:boat", "l:قارب"}),
        ("چه کسی نامه نوشت؟", "نوشت", {"c:write"}),
        ("کس نے پتنگ خریدی؟", "خریدی", {"c:buy"}),
        ("谁喝了咖啡？", "喝", {"c:drink"}),
        ("誰賣掉了房子？", "賣掉", {"c:sell"}),
    ],
)
def test_words_of_a_question_have_the_senses_of_the_vocabulary(
    everyday: Understanding, question: str, word: str, keys: set[str]
) -> None:
    (found,) = [each for each in everyday.read(question).units if each.text == word]
    assert keys <= found.keys


def test_a_name_of_the_field_is_read_as_without_the_vocabulary(
    everyday: Understanding, understanding: Understanding
) -> None:
    question = "What of the World Cup in Lahore?"
    assert everyday.read(question).units == understanding.read(question).units


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The painter bought a kite.", "من اشترى طائرة ورقية؟"),
        ("باع النجار القارب.", "Who sold the boat?"),
        ("نجار یک قایق فروخت.", "谁卖了船？"),
        ("بڑھئی نے کشتی بیچی۔", "چه کسی قایق فروخت؟"),
        ("木匠买了一只风筝。", "پتنگ کس نے خریدی؟"),
    ],
)
def test_a_question_in_one_language_meets_a_sentence_in_another(
    telling_everyday: Telling, telling: Telling, text: str, question: str
) -> None:
    """Their words have nothing in common but what they mean."""
    assert telling_everyday(text).search(question, 1)[0].score > 0
    assert [hit for hit in telling(text).search(question, 1) if hit.score > 0] == []


def test_a_sentence_in_another_language_answers(telling_everyday: Telling) -> None:
    answer = telling_everyday("باع النجار القارب يوم الاثنين.").ask("When was the boat sold?")
    assert answer.status is Status.ANSWERED
