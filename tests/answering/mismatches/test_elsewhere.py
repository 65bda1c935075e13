"""What happened near a country did not happen in it; where it did, or where the question says near, it answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.mismatches.elsewhere import scenes
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Status

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A mudslide buried 52 goats near the border with Norway.", "How many goats were buried in Norway?"),
        ("A raft with 12 monks sank off the coast of Malta.", "How many monks were on the raft in Malta?"),
        ("دُفن 52 ماعزا قرب الحدود مع النرويج.", "كم ماعزا دُفن في النرويج؟"),
        ("در نزدیکی مرز نروژ ۵۲ بز مردند.", "چند بز در نروژ مردند؟"),
        ("ناروے کی سرحد کے قریب 52 بکریاں مر گئیں۔", "ناروے میں کتنی بکریاں مر گئیں؟"),
        ("与挪威接壤的县城有52只山羊死亡。", "挪威有多少山羊死亡？"),
        ("A mudslide buried 52 goats near the border with Norway.", "在挪威有多少山羊？"),
    ],
)
def test_near_a_country_is_not_in_it(telling: Telling, text: str, question: str) -> None:
    answer = telling(text).ask(question)
    assert answer.status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A mudslide buried 52 goats in Norway near the border with Sweden.", "How many goats were buried in Norway?"),
        ("A mudslide buried 52 goats near Norway.", "How many goats were buried near Norway?"),
        ("A mudslide buried 52 goats in neighbouring Norway.", "How many goats were buried in Norway?"),
        ("دُفن 52 ماعزا في النرويج قرب الحدود مع السويد.", "كم ماعزا دُفن في النرويج؟"),
        ("دُفن 52 ماعزا قرب الحدود مع النرويج.", "كم ماعزا دُفن قرب الحدود مع النرويج؟"),
        ("ناروے کی سرحد کے قریب 52 بکریاں مر گئیں۔", "ناروے کی سرحد کے قریب کتنی بکریاں مر گئیں؟"),
    ],
)
def test_in_it_and_near_it_as_asked(telling: Telling, text: str, question: str) -> None:
    answer = telling(text).ask(question)
    assert answer.status is Status.ANSWERED
    (mark,) = answer.quotes[0].highlights
    assert "52" in mark.slice(text)


def test_what_was_near_is_shown_as_the_nearest_passage_without_its_number(telling: Telling) -> None:
    text = "A mudslide buried 52 goats near the border with Norway."
    nearest = telling(text).ask("How many goats were buried in Norway?").nearest
    assert nearest is not None
    assert all("52" not in mark.slice(text) for mark in nearest.highlights)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("In Norway 40 goats were lost on Sunday.", "How many goats were lost in Malta?"),
        ("The minister flew to Karachi on Sunday.", "When did the minister fly to Lahore?"),
        ("وصل الوزير إلى كراتشي يوم الأحد.", "متى وصل الوزير إلى لاهور؟"),
        ("وزیر روز یکشنبه به کراچی رسید.", "وزیر چه روزی به لاهور رسید؟"),
        ("وزیر اتوار کو کراچی پہنچا۔", "وزیر لاہور کب پہنچا؟"),
        ("部长星期日抵达卡拉奇。", "部长什么时候抵达拉合尔？"),
    ],
)
def test_what_happened_in_another_place_did_not_happen_there(telling: Telling, text: str, question: str) -> None:
    """Also where another article names the place, so that it weighs no more than what the sentence does tell."""
    named = "Lahore and Malta grow oranges. Ministers like oranges. Goats fly to Malta. They were lost in Lahore."
    assert "a" not in {quote.source for quote in telling(text, named).ask(question).quotes}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("In Lahore 40 goats were lost on Sunday.", "How many goats were lost in Punjab?"),
        ("In Pakistan 40 goats were lost on Sunday.", "How many goats were lost in Pakistan?"),
        ("The minister flew from Lahore to Karachi on Sunday.", "When did the minister fly to Karachi?"),
    ],
)
def test_a_place_around_it_and_one_it_was_left_for_are_no_other_places(
    telling: Telling, text: str, question: str
) -> None:
    assert telling(text).ask(question).status is Status.ANSWERED


FAR = "The sun shone. The moon rose. The rain fell. "


@pytest.mark.parametrize(
    ("between", "told"),
    [("", True), ("The sun shone. ", True), (FAR, False)],
)
def test_a_place_named_right_before_is_that_of_what_follows(telling: Telling, between: str, told: bool) -> None:
    """And by its opening, of all of the article; one that is named somewhere else is not."""
    happened = "In Norway 40 goats were lost."
    question = "How many goats were lost in Malta?"
    before = telling(f"The barn burned. Malta has many goats. {between}{happened}").explain(question)
    at_its_opening = telling(f"Malta has many goats. {FAR}{happened}").explain(question)
    answering = [
        next(each.answering for each in found.sentences if each.sentence.text == happened)
        for found in (before, at_its_opening)
    ]
    assert answering == [("40",) if told else (), ("40",)]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("How many goats were lost in Malta?", ["Malta"]),
        ("How many goats were lost in Zorbograd?", ["Zorbograd"]),
        ("How many goats were lost near Malta?", []),
        ("How many goats were lost in autumn?", []),
        ("When did the minister fly to Zorbograd?", ["Zorbograd"]),
        ("كم ماعزا ضاع في مالطا؟", ["مالطا"]),
        ("كم ماعزا ضاع في زوربوغراد؟", ["زوربوغراد"]),
        ("كم ماعزا ضاع قرب مالطا؟", []),
        ("چند بز در مالت گم شد؟", ["مالت"]),
        ("چند بز در زوربوگراد گم شد؟", ["زوربوگراد"]),
        ("چند بز نزدیک مالت گم شد؟", []),
        ("پرتگال میں کتنی بکریاں گم ہوئیں؟", ["پرتگال"]),
        ("زوربوگراڈ میں کتنی بکریاں گم ہوئیں؟", ["زوربوگراڈ"]),
        ("پرتگال کے قریب کتنی بکریاں گم ہوئیں؟", []),
        ("马耳他丢了多少山羊？", ["马耳他"]),  # no word says that it is in it
        ("佐尔博格勒丢了多少山羊？", []),  # and so not every name may be a place
    ],
)
def test_where_it_happened_by_the_words_around_the_place(
    everyday: Understanding, question: str, places: list[str]
) -> None:
    assert [each.unit.text for each in scenes(everyday.read(question), everyday.analyzer.glossary)] == places


@pytest.mark.parametrize(
    ("text", "question", "places", "number"),
    [
        ("In {} 40 goats were lost.", "How many goats were lost in Zorbograd?", "Teskal Zorbograd", "40"),
        ("ضاع 40 ماعزا في {}.", "كم ماعزا ضاع في زوربوغراد؟", "تسكال زوربوغراد", "40"),
        ("در {} ۴۰ بز گم شد.", "چند بز در زوربوگراد گم شد؟", "تسکال زوربوگراد", "۴۰"),
        ("{} میں 40 بکریاں گم ہوئیں۔", "زوربوگراڈ میں کتنی بکریاں گم ہوئیں؟", "ٹیسکال زوربوگراڈ", "40"),
    ],
)
def test_a_town_that_nobody_knows_is_another_one_too(
    telling: Telling, text: str, question: str, places: str, number: str
) -> None:
    """However little it weighs, because another article names it in every sentence."""
    other, asked = places.split()
    named = f"{asked}! {asked}! {asked}! {asked}!"
    found = [telling(text.format(place), named).explain(question).sentences for place in (other, asked)]
    answering = [next(each.answering for each in one if each.sentence.source == "a") for one in found]
    assert answering == [(), (number,)]
