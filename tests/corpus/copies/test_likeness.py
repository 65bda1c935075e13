"""How alike two statements are, and whether their figures agree."""

from __future__ import annotations

import pytest

from corpus.copies.samples import article
from cpecbot.corpus.copies.likeness import Likeness, likeness
from cpecbot.corpus.copies.lines import read_lines
from cpecbot.corpus.loading import build_corpus
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Sentence, Value
from fakes.languages import EN, ZH


def alike(one: str, other: str, language: Language = EN) -> Likeness:
    corpus = build_corpus((article("a", one, language, 1), article("b", other, language, 1)))
    (left,), (right,) = read_lines(corpus.sentences)

    def values(sentence: Sentence) -> tuple[Value, ...]:
        return find_values(sentence.reading, sentence.language, corpus.articles[sentence.source].published)

    return likeness(left, right, values)


def test_the_share_counts_words_in_the_same_order() -> None:
    assert alike("One calm day it rained.", "One calm day it snowed.").share == pytest.approx(0.8)
    assert alike("One calm day it rained.", "Rained it day calm one.").share == pytest.approx(0.2)


def test_characters_are_the_words_of_chinese() -> None:
    assert alike("港口今天开放了。", "港口今天关闭了。", ZH).share == pytest.approx(5 / 7)


def test_what_is_left_of_a_statement_is_the_same_statement() -> None:
    long = "The bridge over the river was opened by the governor on a bright morning in front of all the villagers."
    assert alike(long, "The bridge over the river was opened by the governor.").share == 1
    assert alike(long, "The bridge was opened by the governor.").share < 0.6, "too short to be more than a phrase"


@pytest.mark.parametrize(
    ("one", "other", "disagreeing"),
    [
        ("The dollar closed at 282.20 rupees.", "The dollar closed at 282.20 rupees.", False),
        ("The dollar closed at 282.20 rupees.", "The dollar closed at 282.10 rupees.", True),
        ("The fire killed more than 1,400 people.", "The fire killed more than 1400 people.", False),
        ("The fire killed more than 1,400 people.", "The fire killed 3,251 people there.", True),
        ("The fire killed nine people on the hill.", "The fire killed 9 people on the hill.", False),
        ("The fire killed nine people on the hill.", "The fire killed people on the hill.", False),
        ("It opened on Thursday in the old town.", "It opened on May 1 in the old town.", False),
        ("It opened on Thursday in the old town.", "It opened on May 2 in the old town.", True),
        ("They sent 5 boats and 5 planes out.", "They sent 5 boats and 6 planes out.", True),
        ("It opened last week in the old town.", "It opened last week in the old town.", False),
    ],
)
def test_figures_and_days_agree_or_not_however_they_are_written(one: str, other: str, disagreeing: bool) -> None:
    assert alike(one, other).disagreeing is disagreeing


def test_a_figure_that_is_written_otherwise_is_the_same_word() -> None:
    assert alike("Nine men ran away.", "9 men ran away.").share == 1
    assert alike("Ten men ran away.", "9 men ran away.").share == 0.75


@pytest.mark.parametrize(
    ("share", "agreeing", "paraphrase"),
    [(0.3, False, True), (0.29, False, False), (0.2, True, True), (0.19, True, False)],
)
def test_less_is_enough_where_the_figures_are_the_same(share: float, agreeing: bool, paraphrase: bool) -> None:
    assert Likeness(share, agreeing=agreeing).paraphrase is paraphrase


@pytest.mark.parametrize(("share", "verbatim"), [(0.75, True), (0.74, False)])
def test_nearly_word_for_word(share: float, verbatim: bool) -> None:
    assert Likeness(share).verbatim is verbatim


def test_that_both_name_a_day_proves_nothing() -> None:
    assert not alike("It rained on Thursday in the north.", "She sang on Thursday in the north.").agreeing
    assert alike("It cost 48 dollars in the north.", "She paid 48 dollars in the north.").agreeing


@pytest.mark.parametrize(
    ("one", "other", "language", "disagreeing"),
    [
        ("The depot had a licence, an official said.", "The depot had no licence, an official said.", EN, True),
        ("The depot had no licence, an official said.", "The depot had no licence, the official said.", EN, False),
        (
            "The guards of the old depot had locked both doors, an official said.",
            "The guards of the old depot had locked both doors, an official said, and nobody heard the bell.",
            EN,
            False,
        ),
        ("官员说仓库有执照并通过检查", "官员说仓库没有执照并通过检查", ZH, True),
    ],
)
def test_nearly_the_same_words_disagree_where_one_alone_denies(
    one: str, other: str, language: Language, disagreeing: bool
) -> None:
    """Of a statement that was cut nobody knows what the rest denied."""
    assert alike(one, other, language).disagreeing is disagreeing
