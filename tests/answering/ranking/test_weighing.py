"""What each unit of a question weighs: its rarity in the articles, times what its kind says about a topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.ranking.weighing import is_subject, weigh
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.bm25 import inverse_document_frequency
from cpecbot.store.memory import MemoryStore
from fakes.entries import entries_of
from fakes.languages import EN, LANGUAGES

Telling = Callable[..., Library]

ARTICLE = (
    "The port of Gwadar grew. Xanadu is calm. Talks on water went on. A minister agreed. "
    "The sector is strategic. It was mentioned on one day. An attack took place in 2026."
)
SENTENCES = 7


def weights(library: Library, question: str) -> dict[str, float]:
    """The weight of each unit of ``question``, by its words."""
    return {each.unit.text: each.weight for each in library.explain(question).units}


def rarity(sentences: int) -> float:
    return inverse_document_frequency(sentences, SENTENCES)


@pytest.mark.parametrize(
    ("question", "word", "factor"),
    [
        ("What of Gwadar?", "Gwadar", 1.0),
        ("What of 2026?", "2026", 0.4),
        ("What of the minister?", "minister", 0.7),
        ("What of the talks?", "talks", 0.6),
        ("What of the sector?", "sector", 0.4),
        ("What was strategic?", "strategic", 0.35),
        ("What was agreed?", "agreed", 0.35),
        ("What of a day?", "day", 0.3),
        ("What of Xanadu?", "Xanadu", 0.4),
        ("What was mentioned?", "mentioned", 0.05),
    ],
)
def test_a_thing_weighs_more_than_how_it_is_put(telling: Telling, question: str, word: str, factor: float) -> None:
    assert weights(telling(ARTICLE), question)[word] == pytest.approx(factor * rarity(1))


def test_what_the_glossary_knows_and_no_article_names_weighs_more(telling: Telling) -> None:
    assert weights(telling(ARTICLE), "What of Lahore?")["Lahore"] == pytest.approx(1.3 * rarity(0))


@pytest.mark.parametrize(
    ("question", "word", "factor"),
    [
        ("What of the visit?", "visit", 0.4),  # what happens
        ("Was it condemned?", "condemned", 0.25),  # what is done
        ("Who condemned it?", "condemned", 0.35 * 1.3),  # what tells who
    ],
)
def test_a_deed_that_no_article_names_weighs_no_more_than_another_word_for_it(
    telling: Telling, question: str, word: str, factor: float
) -> None:
    assert weights(telling(ARTICLE), question)[word] == pytest.approx(factor * rarity(0))


def test_asked_when_an_event_weighs_as_much_as_a_thing(telling: Telling) -> None:
    library = telling(ARTICLE)
    assert weights(library, "When was the attack?")["attack"] == pytest.approx(0.6 * 1.6 * rarity(1))
    assert weights(library, "Where was the attack?")["attack"] == pytest.approx(0.6 * rarity(1))
    assert weights(library, "When did Gwadar grow?")["Gwadar"] == pytest.approx(rarity(1))


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        ("What of zorb?", {"zorb": 1.0}),
        ("What of zorb and kwyjibo?", {"zorb": 0.5, "kwyjibo": 0.5}),
        ("What of zorb and kwyjibo at Xanadu?", {"zorb": 0.5, "kwyjibo": 0.5}),
        ("What of zorb and Lahore?", {"zorb": 1.0}),
    ],
)
def test_unknown_words_together_weigh_as_much_as_one(telling: Telling, question: str, shares: dict[str, float]) -> None:
    found = weights(telling(ARTICLE), question)
    assert {word: found[word] for word in shares} == pytest.approx(
        {word: 0.3 * share * rarity(0) for word, share in shares.items()}
    )


def test_a_light_word_that_no_article_holds_shares_in_nothing(telling: Telling) -> None:
    found = weights(telling(ARTICLE), "What of zorb was explained?")
    assert found == pytest.approx({"zorb": 0.3 * rarity(0), "explained": 0.05 * rarity(0)})


def test_a_plain_word_of_a_language_that_no_article_is_in_weighs_less(telling: Telling) -> None:
    library = telling("Gwadar grew. Xanadu is calm.")
    question = "ماذا عن xanadu في غوادر؟"
    assert weights(library, question)["xanadu"] == pytest.approx(0.3 * inverse_document_frequency(1, 2))


@pytest.mark.parametrize(
    ("question", "text", "plain", "count"),
    [
        ("What of Xanadu at Gwadar?", "The port of Gwadar grew.", 0.4, 1),
        ("What of Xanadu at Gwadar?", "قال الوزير إن غوادر هادئة.", 0.3, 1),
        ("What of zorb at Gwadar?", "قال الوزير إن غوادر هادئة.", 0.3, 0),
    ],
)
def test_a_plain_word_proves_less_of_an_article_in_another_language(
    telling: Telling, question: str, text: str, plain: float, count: int
) -> None:
    """The Arabic sentence names Gwadar, and cannot name what is only a word."""
    library = telling("The port of Gwadar grew.", "قال الوزير إن غوادر هادئة.", "Xanadu is calm.")
    weight = {number: inverse_document_frequency(number, 3) for number in range(4)}
    (on_gwadar,) = [each for each in library.explain(question).sentences if each.sentence.text == text]
    assert on_gwadar.coverage == pytest.approx(weight[2] / (weight[2] + plain * weight[count]))


@pytest.mark.parametrize(
    ("question", "word", "factor"),
    [
        ("What of the umbrella?", "umbrella", 0.4),  # a thing
        ("What of the carpenter?", "carpenter", 0.4),  # somebody
        ("What of the avalanche?", "avalanche", 0.4),  # an event
        ("Who climbed?", "climbed", 0.25),  # what is done
        ("What is wet?", "wet", 0.25),  # what a thing is like
        ("What of zorb?", "zorb", 0.3),
    ],
)
def test_a_thing_that_no_article_speaks_of_weighs_more_than_what_it_is_like(
    telling_everyday: Telling, question: str, word: str, factor: float
) -> None:
    assert weights(telling_everyday(ARTICLE), question)[word] == pytest.approx(factor * rarity(0))


def test_words_whose_meaning_is_known_share_nothing_with_those_that_nobody_knows(telling_everyday: Telling) -> None:
    found = weights(telling_everyday(ARTICLE), "What of the umbrella, the carpenter, zorb and kwyjibo?")
    assert found == pytest.approx(
        {
            word: share * rarity(0)
            for word, share in [("umbrella", 0.4), ("carpenter", 0.4), ("zorb", 0.15), ("kwyjibo", 0.15)]
        }
    )


def test_a_word_whose_meaning_is_known_weighs_as_a_plain_one_where_an_article_has_it(
    telling_everyday: Telling,
) -> None:
    library = telling_everyday("The umbrella is wet. Xanadu is calm.")
    two = inverse_document_frequency(1, 2)
    assert weights(library, "What of the umbrella at Xanadu?") == pytest.approx(
        {"umbrella": 0.4 * two, "Xanadu": 0.4 * two}
    )


@pytest.mark.parametrize(("word", "abroad"), [("umbrella", 0.4), ("squeaked", 0.3)])
def test_what_can_be_recognised_abroad_weighs_more_there(telling_everyday: Telling, word: str, abroad: float) -> None:
    """The Arabic sentence could speak of an umbrella, and does not."""
    text = "قال الوزير إن غوادر هادئة."
    library = telling_everyday("The port of Gwadar grew.", text, f"Xanadu {word}.")
    two, one = inverse_document_frequency(2, 3), inverse_document_frequency(1, 3)
    (on_gwadar,) = [
        each for each in library.explain(f"What of the {word} at Gwadar?").sentences if each.sentence.text == text
    ]
    assert on_gwadar.coverage == pytest.approx(two / (two + abroad * one))


def test_an_article_in_another_language_may_speak_of_what_a_word_means(telling_everyday: Telling) -> None:
    library = telling_everyday("باع النجار مظلة.", "Xanadu is calm.")
    found = weights(library, "What of the umbrella?")["umbrella"]
    assert found == pytest.approx(0.4 * inverse_document_frequency(1, 2))


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("What of Gwadar?", True),
        ("What of 2026?", True),
        ("What of the minister?", True),
        ("What of the talks?", True),
        ("What of Xanadu?", True),
        ("What of the sector?", False),
        ("What was strategic?", False),
        ("What of a day?", False),
        ("What was mentioned?", False),
    ],
)
def test_events_and_offices_are_something_to_ask_about_and_qualities_are_not(
    understanding: Understanding, question: str, subject: bool
) -> None:
    (unit,) = understanding.read(question).units
    assert is_subject(unit, understanding.analyzer.glossary) == subject


# --- words of one phrase ----------------------------------------------------------------------------------------------

ONE_THING = Glossary([Concept("thing", ConceptKind.POLICY, {})], LANGUAGES, with_cldr=False)


def shares(sentences: list[str], *units: Unit) -> list[float]:
    """What each of ``units`` weighs beside ``sentences`` of these keys, as a share of what it would weigh alone."""
    store = MemoryStore(entries_of(*(("a", keys) for keys in sentences)))
    together = weigh(Query("", EN, QuestionKind.TOPIC, units), store, ONE_THING)
    alone = [weigh(Query("", EN, QuestionKind.TOPIC, (unit,)), store, ONE_THING) for unit in units]
    here = [together.at_home[unit] / each.at_home[unit] for unit, each in zip(units, alone, strict=True)]
    there = [together.abroad[unit] / each.abroad[unit] for unit, each in zip(units, alone, strict=True)]
    assert here == there
    return here


def word(name: str, at: int, *, light: bool = False) -> Unit:
    return Unit(name, Span(at, at + len(name)), frozenset({f"l:{name}"}), light=light)


RIO, GRANDE = word("rio", 0), word("grande", 4)
TOGETHER, RIO_ALONE, GRANDE_ALONE = "l:rio l:grande", "l:rio", "l:grande"


@pytest.mark.parametrize(
    ("sentences", "share"),
    [
        ([TOGETHER] * 2, 1 / 2),
        ([TOGETHER], 1.0),  # once may be by chance
        ([TOGETHER] * 2 + [RIO_ALONE] * 9, 1 / 2),  # a river where Grande is rare
        ([TOGETHER] * 7 + [RIO_ALONE] * 3 + [GRANDE_ALONE] * 3, 1 / 2),
        ([TOGETHER] * 6 + [RIO_ALONE] * 3 + [GRANDE_ALONE] * 3, 1.0),  # six of nine
        ([RIO_ALONE, GRANDE_ALONE], 1.0),
    ],
)
def test_two_words_that_hardly_stand_apart_weigh_as_one(sentences: list[str], share: float) -> None:
    assert shares(sentences, RIO, GRANDE) == [share, share]


@pytest.mark.parametrize(
    "other",
    [
        word("grande", 5),  # something stands in between
        word("grande", 4, light=True),
        Unit("grande", Span(4, 10), frozenset({"l:grande"}), concept="thing"),
    ],
)
def test_words_apart_light_ones_and_concepts_make_no_phrase(other: Unit) -> None:
    assert shares([TOGETHER] * 2, RIO, other) == [1.0, 1.0]


def test_of_three_words_each_weighs_a_third_and_a_fourth_by_itself() -> None:
    sentences = ["l:rio l:grande l:sul l:east", "l:rio l:grande l:sul", "l:rio l:grande l:sul", "l:east"]
    units = (RIO, GRANDE, word("sul", 11), word("east", 15))
    assert shares(sentences, *units) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1.0])


def test_a_phrase_of_the_question_weighs_as_one_word(telling: Telling) -> None:
    apart = telling("Zorb grows. Kwyj sleeps. Zorb eats. Kwyj drinks.")
    beside = telling("Zorb Kwyj grows. The Zorb Kwyj sleeps. Ann eats. Bob drinks.")
    one, two = (weights(library, "What of Zorb Kwyj?") for library in (apart, beside))
    assert two == pytest.approx({each: weight / 2 for each, weight in one.items()})
