"""A date answers where it dates what is asked about, and not what another clause or another deed says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Emphasised = Callable[[str, str], tuple[str, ...]]


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        # What is dated is the opening of the road, told of in a clause of its own.
        (
            "When was the report on the road published?",
            "The report says that the two cities will celebrate their harbour festival in 2031.",
            (),
        ),
        (
            "گزارش کمیسیون چه زمانی منتشر شد؟",
            "در گزارش کمیسیون آمده است که دو شهر از سال ۲۰۳۱ جشنواره مشترک برگزار می‌کنند.",
            (),
        ),
        # A clause goes on about what stands right before it.
        (
            "When was the earthquake?",
            "Rescuers still search for the victims of the earthquake, which struck on Sunday.",
            ("Sunday",),
        ),
        # Nothing happens in a clause that only tells the day.
        ("When was the summit held?", "The summit was held in Multan, on Thursday evening.", ("Thursday",)),
        # Without a topic the deed named alone takes no date from the deed in between.
        (
            "When was the joint statement announced?",
            "They announced the launch of a commemorative festival in 2031.",
            (),
        ),
        ("When was the festival announced?", "They announced the festival on Friday.", ("Friday",)),
    ],
)
def test_a_date_of_another_clause_is_no_answer(
    emphasised: Emphasised, question: str, text: str, values: tuple[str, ...]
) -> None:
    assert emphasised(question, text) == values


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        # An amount or a rank that the question names says which one of a list is asked for.
        (
            "Which country pledged $70 million for the dam?",
            "Norway pledged $90 million for the dam, Oman $70 million and Chile $20 million.",
            ("Oman",),
        ),
        # So does a moment, of what rose from then to now.
        (
            "What was the price of wheat in 2015?",
            "The price of wheat rose from 90 dollars in 2015 to 130 dollars in 2023.",
            ("90 dollars",),
        ),
        # A population is a number that counts nothing by the side of it.
        ("What is the population of Tolo?", "The population of Tolo has reached 3.2 million.", ("3.2 million",)),
        # The price of a tonne is no tonnes.
        ("每吨大米的价格是多少？", "该公司以每吨410美元的价格出口了7万吨大米。", ("410美元",)),
        # Each of two shares with the one who has it.
        (
            "What percentage of the vote did Dara Molin get?",
            "Results gave Aurel Vance 61 percent of the vote and Dara Molin 35 percent.",
            ("35 percent",),
        ),
    ],
)
def test_what_the_question_names_beside_a_value_says_which(
    emphasised: Emphasised, question: str, text: str, values: tuple[str, ...]
) -> None:
    assert emphasised(question, text) == values
