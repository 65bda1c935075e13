"""What is said to a bot beside questions."""

from __future__ import annotations

import pytest

from cpecbot.language.questions.smalltalk import SmallTalk, small_talk
from fakes.languages import EN, LANGUAGES, ZH


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
