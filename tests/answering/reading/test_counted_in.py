"""The property that a question asks for by the unit in which it counts."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.counted_in import counted_in
from cpecbot.language.questions.kinds import question_words
from cpecbot.languages import Language
from cpecbot.models import Measured
from fakes.languages import AR, EN, FA, UR, ZH


@pytest.mark.parametrize(
    ("language", "question", "measured", "unit"),
    [
        (EN, "How many hectares were flooded?", Measured.AREA, "hectares"),
        (EN, "How many kilometres an hour does it do?", Measured.SPEED, "kilometres an hour"),
        (EN, "How many kilometres were built?", None, "kilometres"),
        (EN, "How many days did it last?", None, "days"),
        (AR, "كم لترا انسكب؟", Measured.VOLUME, "لترا"),
        (FA, "چند هکتار سوخت؟", Measured.AREA, "هکتار"),
        (UR, "کتنے میگاواٹ بجلی؟", Measured.POWER, "میگاواٹ"),
        (ZH, "多少公顷被淹？", Measured.AREA, "公顷"),
    ],
)
def test_a_unit_tells_the_property_where_it_is_of_one_alone(
    language: Language, question: str, measured: Measured | None, unit: str
) -> None:
    found = counted_in(question, language, question_words(language).spans(question))
    assert found is not None
    assert (found[0], found[1].slice(question).strip()) == (measured, unit)


@pytest.mark.parametrize("question", ["How many people came?", "How many dollars were paid?", "How many?"])
def test_what_is_counted_otherwise_is_no_unit_of_measure(question: str) -> None:
    assert counted_in(question, EN, question_words(EN).spans(question)) is None
