"""How a question asks for a property that is measured."""

from __future__ import annotations

import pytest

from cpecbot.language.questions.kinds import question_words
from cpecbot.language.questions.measured import MeasuresFile, cues
from cpecbot.languages import Language
from cpecbot.models import Measured, QuestionKind
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH


@pytest.mark.parametrize(
    ("language", "question", "measured", "named"),
    [
        (EN, "What was the magnitude of the quake?", Measured.MAGNITUDE, ["magnitude"]),
        (EN, "What was the top speed of the train?", Measured.SPEED, ["speed"]),
        (EN, "What is the role of speed?", None, []),
        (EN, "What do they say about depth?", None, []),
        (EN, "How deep was the quake?", Measured.DEPTH, ["How", "deep"]),
        (EN, "How much did the rate of growth rise?", Measured.SHARE, ["rate"]),
        (EN, "How many people died at that depth?", None, []),
        (EN, "How long is the bridge?", Measured.EXTENT, ["How", "long", "is"]),
        (EN, "How long did it take?", Measured.DURATION, ["How", "long"]),
        (EN, "When did she score?", Measured.MINUTE, []),
        (EN, "When did she leave?", None, []),
        (AR, "على أي عمق وقع الزلزال؟", Measured.DEPTH, ["على", "أي", "عمق"]),
        (AR, "كم بلغ ارتفاع السد؟", Measured.HEIGHT, ["ارتفاع"]),
        (AR, "كم بلغ ارتفاع الأسعار؟", None, []),
        (FA, "دمای هوا در تهران چقدر است؟", Measured.TEMPERATURE, ["دمای"]),
        (FA, "نتیجه بازی چه بود؟", Measured.SCORE, ["نتیجه", "بازی"]),
        (UR, "ٹرین کی رفتار کتنی ہے؟", Measured.SPEED, ["رفتار"]),
        (ZH, "大坝有多高？", Measured.HEIGHT, ["多", "高"]),
        (ZH, "列车的时速是多少？", Measured.SPEED, ["时", "速"]),
    ],
)
def test_a_property_is_asked_for_by_a_phrase_or_by_its_name(
    language: Language, question: str, measured: Measured | None, named: list[str]
) -> None:
    asked = question_words(language).read(question)
    assert (asked.measured, [span.slice(question) for span in asked.named]) == (measured, named)


@pytest.mark.parametrize(
    ("question", "kind", "measured"),
    [
        ("How long ago was it built?", QuestionKind.WHEN, None),
        ("How long was it built for?", QuestionKind.HOW_MUCH, Measured.EXTENT),
        ("At what time was it built?", QuestionKind.WHEN, Measured.TIME),
        ("In what part of the country was it built?", QuestionKind.WHERE, None),
        ("What part of the wall was built?", QuestionKind.HOW_MUCH, Measured.SHARE),
        ("How high is the inflation rate?", QuestionKind.HOW_MUCH, Measured.SHARE),
        ("How high is the tower?", QuestionKind.HOW_MUCH, Measured.HEIGHT),
    ],
)
def test_a_phrase_for_a_property_that_is_but_a_part_of_other_question_words_asks_for_none(
    question: str, kind: QuestionKind, measured: Measured | None
) -> None:
    asked = question_words(EN).read(question)
    assert (asked.kind, asked.measured) == (kind, measured)


def test_of_a_phrase_with_gaps_what_stands_in_them_stays_what_is_asked_about() -> None:
    question = "How much does the old bell weigh?"
    named = question_words(EN).read(question).named
    assert [span.slice(question) for span in named] == ["How", "much", "does", "weigh"]
    assert question_words(EN).read("How much does the old bell of the town hall weigh?").measured is None


def test_a_star_stands_for_one_word() -> None:
    question = "How many metres long is the wall?"
    asked = question_words(EN).read(question)
    assert asked.measured is Measured.LENGTH
    assert [span.slice(question) for span in asked.named] == ["How", "many", "long"]
    assert question_words(EN).read("How many old people long for it?").measured is None


def test_what_became_of_something_is_no_word_of_what_is_asked_about() -> None:
    question = "What happened to the ship?"
    asked = question_words(EN).read(question)
    assert asked.kind is QuestionKind.TOPIC
    assert [span.slice(question) for span in asked.spans] == ["What", "happened", "to"]
    assert not question_words(EN).read("What did the ship carry?").spans


def test_what_asks_for_a_property_does_not_ask_about_a_topic() -> None:
    asked = question_words(EN).read("What was the magnitude of the quake?")
    assert asked.kind is QuestionKind.HOW_MUCH
    assert question_words(EN).kind("What was the story of the quake?") is QuestionKind.TOPIC


@pytest.mark.parametrize("language", list(LANGUAGES), ids=str)
def test_every_language_asks_for_these(language: Language) -> None:
    """A property without words is one that nobody can ask for."""
    named = {measured for measured, each in language.read(MeasuresFile).wordings() if each.asked or each.names}
    needed = {
        Measured.MAGNITUDE, Measured.DEPTH, Measured.HEIGHT, Measured.TEMPERATURE, Measured.SPEED, Measured.SHARE,
        Measured.DURATION, Measured.SCORE, Measured.MINUTE,
    }  # fmt: skip
    assert needed <= named
    assert cues(language).first_words
