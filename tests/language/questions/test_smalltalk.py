"""What is said to a bot beside questions."""

from __future__ import annotations

import pytest

from cpecbot.language.questions.smalltalk import SmallTalk, small_talk
from cpecbot.language.text.identify import guess
from cpecbot.languages import Language
from fakes.languages import EN, FA, LANGUAGES, UR, ZH


@pytest.fixture(scope="module")
def smalltalk() -> SmallTalk:
    return small_talk(LANGUAGES)


@pytest.mark.parametrize("text", ["hiiii", "Hello, how are you?", "السلام عليكم!", "سلام", "你好"])
def test_greetings_are_known_however_drawn_out(smalltalk: SmallTalk, text: str) -> None:
    assert smalltalk.is_greeting(text)


@pytest.mark.parametrize("text", ["hello when was the round", "", "Gwadar"])
def test_a_question_after_a_greeting_is_a_question(smalltalk: SmallTalk, text: str) -> None:
    assert not smalltalk.is_greeting(text)


def test_openings_endings_and_pronouns_lean_on_the_last_question(smalltalk: SmallTalk) -> None:
    assert smalltalk.leans_back("and Afghanistan?", EN)
    assert smalltalk.leans_back("阿富汗呢？", ZH)
    assert smalltalk.refers("who signed it?", EN)
    assert not smalltalk.refers("who signed the statement?", EN)


@pytest.mark.parametrize(
    ("text", "language", "leans"),
    [
        ("和阿富汗", ZH, True),
        ("和", ZH, False),
        ("and", EN, False),
        ("android phones", EN, False),
        ("Afghanistan too", EN, True),
    ],
)
def test_only_a_language_without_spaces_writes_an_opening_onto_what_follows(
    smalltalk: SmallTalk, text: str, language: Language, leans: bool
) -> None:
    assert smalltalk.leans_back(text, language) == leans


@pytest.mark.parametrize(
    ("text", "language", "refers"),
    [("它是谁签署的", ZH, True), ("its text", EN, True), ("items of the list", EN, False)],
)
def test_a_pronoun_is_a_word_of_its_own_where_spaces_part_words(
    smalltalk: SmallTalk, text: str, language: Language, refers: bool
) -> None:
    assert smalltalk.refers(text, language) == refers


@pytest.mark.parametrize(
    ("text", "fallback", "language"),
    [
        ("السلام علیکم", None, "ur"),
        ("السلام عليكم", None, "ar"),
        ("السلام عليكم", UR, "ar"),
        ("سلام علیکم", None, "fa"),
        ("سلام علیکم", UR, "ur"),  # said in both: that of the chat
        ("سلام", None, "fa"),
        ("سلام", UR, "ur"),
        ("شب بخیر، خداحافظ", UR, "fa"),
        ("شب بخیر، خدا حافظ", FA, "ur"),
        ("صباح النور", FA, "ar"),
        ("روز خوش", UR, "fa"),
        ("آداب و تسلیمات", FA, "ur"),
        ("晚安", None, "zh"),
        ("Good night, thanks", ZH, "en"),
    ],
)
def test_a_greeting_is_in_the_language_that_says_it(
    smalltalk: SmallTalk, text: str, fallback: Language | None, language: str
) -> None:
    assert smalltalk.is_thanks(text)
    assert smalltalk.language(text, guess(text, LANGUAGES, fallback), fallback).code == language


def test_what_no_language_says_whole_is_in_the_likeliest(smalltalk: SmallTalk) -> None:
    text = "السلام عليكم، ٹھیک ہے"
    assert smalltalk.is_thanks(text)
    assert smalltalk.language(text, guess(text, LANGUAGES)).code == "ur"


def test_what_is_said_over_and_over_is_still_a_greeting(smalltalk: SmallTalk) -> None:
    assert smalltalk.is_thanks("hello, thanks a lot")
    assert not smalltalk.is_greeting("hello, thanks a lot")


def test_a_message_of_nothing_but_greetings_may_be_as_long_as_telegram_takes(smalltalk: SmallTalk) -> None:
    assert smalltalk.is_greeting("hi " * 1365)
    assert not smalltalk.is_greeting("hi " * 1365 + "Gwadar")
