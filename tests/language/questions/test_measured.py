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


def test_what_asks_for_a_property_does_not_ask_about_a_topic() -> None:
    asked = question_words(EN).read("What was the magnitude of the quake?")
    assert asked.kind is QuestionKind.HOW_MUCH
    assert question_words(EN).kind("What was the reason of the quake?") is QuestionKind.TOPIC


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
