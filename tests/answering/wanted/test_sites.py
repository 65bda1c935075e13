"""Places that are told by their kind, shown where a question asks where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]

PAINTINGS = "Where were the stolen paintings found?"
WHALE = "أين عثر الصيادون على الحوت؟"
CARS = "خودروهای سرقتی کجا پیدا شد؟"
FIRE = "آگ کہاں لگی؟"
PICTURES = "被盗的画在哪里找到？"


@pytest.mark.parametrize(
    ("question", "text", "place"),
    [
        (PAINTINGS, "The stolen paintings were found in an abandoned warehouse on Friday.", "an abandoned warehouse"),
        (PAINTINGS, "The stolen paintings were found at the Oakden Street school.", "the Oakden Street school"),
        (WHALE, "عثر الصيادون على الحوت في ميناء الصفا صباح الأربعاء.", "ميناء الصفا"),
        (WHALE, "عثر الصيادون على الحوت قرب الجسر القديم.", "الجسر القديم"),
        (CARS, "پلیس خودروهای سرقتی را در ایستگاه مرکزی پیدا کرد.", "ایستگاه مرکزی"),
        (FIRE, "آگ کل شام ایک کپڑے کے گودام میں لگی۔", "ایک کپڑے کے گودام"),
        (FIRE, "آگ کل شام نیلم پل کے قریب لگی۔", "نیلم پل"),
        (PICTURES, "警方在河边一间废弃仓库里找到了被盗的画。", "河边一间废弃仓库"),
        (PICTURES, "警方在村口找到了被盗的画。", "村口"),
    ],
)
def test_a_place_is_told_by_its_kind_with_what_is_said_of_it(
    telling_everyday: Telling, question: str, text: str, place: str
) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == (place,)


def test_what_tells_of_one_place_together_is_one(telling_everyday: Telling) -> None:
    text = "The stolen paintings were found in a hut near the village of Trelby."
    (sentence,) = telling_everyday(text).explain(PAINTINGS).sentences
    assert sentence.answering == ("a hut near the village of Trelby",)


@pytest.mark.parametrize(
    ("question", "place"),
    [("Where did the parade start from?", "the old market"), ("Where did it go to?", "the bridge")],
)
def test_the_end_that_is_asked_for_is_the_place(telling_everyday: Telling, question: str, place: str) -> None:
    (sentence,) = telling_everyday("The parade went from the old market to the bridge.").explain(question).sentences
    assert sentence.answering == (place,)


def test_a_place_of_which_only_the_kind_is_told_stands_behind_one_of_which_more_is(telling_everyday: Telling) -> None:
    text = "Police at the station said the stolen paintings were found in Trelby."
    (sentence,) = telling_everyday(text).explain(PAINTINGS).sentences
    assert sentence.answering == ("Trelby",)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # Nothing is said to be there.
        (PAINTINGS, "The stolen paintings that a museum bought were found."),
        # It only tells of which kind something else is.
        (PAINTINGS, "The stolen paintings were found by chance, said people at the school board."),
        # A picture of a place is none.
        (PICTURES, "被盗的画找到了，它由一座博物馆买下。"),
        (FIRE, "آگ نے ایک گودام تباہ کر دیا جو کل لگی۔"),
        # It is asked about.
        ("Where is the museum?", "The crowd waited in the museum."),
    ],
)
def test_other_words_tell_of_no_place(telling_everyday: Telling, question: str, text: str) -> None:
    (sentence,) = telling_everyday(text).explain(question).sentences
    assert sentence.answering == ()
