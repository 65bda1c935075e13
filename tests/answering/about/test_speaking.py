"""What somebody said is answered by who speaks, not by who is named."""

from __future__ import annotations

import pytest

from answering.conftest import Telling

OMAN = "Oman said the ferry to Mora must be free. A gull sat on the pier."
YEMEN = "Yemen said the ferry to Mora would cost ten dollars. The ferry has two decks."
BOTH = "Oman and Yemen met in Mora. Both sides agreed to paint the ferry white."


def quoted(telling_everyday: Telling, question: str, *texts: str) -> list[str]:
    return [quote.text for quote in telling_everyday(*texts).ask(question).quotes]


@pytest.mark.parametrize(
    "question",
    ["What did Oman say about the ferry?", "ماذا قالت عمان عن العبارة؟", "阿曼对渡轮怎么说？"],
)
def test_only_the_words_of_the_one_asked_for_are_quoted(telling_everyday: Telling, question: str) -> None:
    assert quoted(telling_everyday, question, OMAN, YEMEN) == ["Oman said the ferry to Mora must be free."]


def test_what_several_said_is_said_by_each_of_them(telling_everyday: Telling) -> None:
    assert quoted(telling_everyday, "What did Yemen say about the ferry?", BOTH) == [
        "Both sides agreed to paint the ferry white."
    ]


def test_who_is_only_spoken_about_has_said_nothing(telling_everyday: Telling) -> None:
    accused = "Yemen accused Oman of delaying the ferry to Mora."
    assert quoted(telling_everyday, "What did Oman say about the ferry?", accused) == []
    assert quoted(telling_everyday, "What did Yemen say about the ferry?", accused) == [accused]


def test_a_verb_of_a_position_asks_for_words_too(telling_everyday: Telling) -> None:
    minister = "Transport minister Lena Quist promised that the ferry would be painted."
    captain = "Captain Omar Reyes promised that the ferry would be on time."
    question = "What has the minister pledged about the ferry?"
    assert quoted(telling_everyday, question, captain, minister) == [minister]


def test_a_place_that_is_no_state_says_nothing_and_is_spoken_of(telling_everyday: Telling) -> None:
    assert quoted(telling_everyday, "关于卡拉奇说了什么？", "Karachi has a new pier. Yemen has none.") == [
        "Karachi has a new pier."
    ]


def test_who_said_it_is_answered_by_what_somebody_says(telling_everyday: Telling) -> None:
    told = "Inspector Lena Quist said that the brakes of the cable car had never been tested."
    named = "The operator of the cable car left."
    assert quoted(telling_everyday, "Who said that the brakes of the cable car were not tested?", named, told) == [told]


def test_a_quote_carries_who_says_it(telling_everyday: Telling) -> None:
    library = telling_everyday("Captain Omar Reyes said the ferry was late. He added that the pier of Mora was shut.")
    quotes = library.ask("What happened to the pier of Mora?").quotes
    assert [quote.speaker and quote.speaker.words for quote in quotes] == ["Captain Omar Reyes"]
