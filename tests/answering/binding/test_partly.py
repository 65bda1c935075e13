"""The number of a part is told from that of its whole, whichever of the two comes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Emphasised = Callable[[str, str], tuple[str, ...]]

BEHIND = {
    "en": "The council received 340 petitions, of which 52 were rejected.",
    "ar": "تجمع 340 عاملا أمام المصنع، واعتقلت الشرطة 52 منهم.",
    "zh": "警方拘留340人，其中52人获释。",
    "ur": "حادثے میں زخمیوں کی تعداد 340 ہے جن میں سے 52 ہسپتال میں ہیں۔",
}


@pytest.mark.parametrize(
    ("language", "question", "value"),
    [
        ("en", "How many petitions were rejected?", "52"),
        ("en", "How many petitions were received?", "340"),
        ("ar", "كم عاملا اعتقلت الشرطة؟", "52"),
        ("ar", "كم عاملا تجمع أمام المصنع؟", "340"),
        ("zh", "有多少人获释？", "52"),
        ("zh", "警方拘留多少人？", "340"),
        ("ur", "کتنے زخمی ہسپتال میں ہیں؟", "52"),
    ],
)
def test_a_part_that_points_back_to_its_whole(emphasised: Emphasised, language: str, question: str, value: str) -> None:
    assert emphasised(question, BEHIND[language]) == (value,)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("How many barges sank in the storm?", "Three of the eleven barges sank in the storm.", "Three"),
        ("How many seats did the Green League win?", "The Green League won 31 of the 90 seats in the council.", "31"),
        ("How many seats are in the council?", "The Green League won 31 of the 90 seats in the council.", "90"),
    ],
)
def test_a_part_before_its_whole(emphasised: Emphasised, question: str, text: str, value: str) -> None:
    assert emphasised(question, text) == (value,)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("How many died in Toba?", "Floods killed 61 people, 24 of them in Toba.", "24"),
        ("How many people died?", "Floods killed 61 people, 24 of them in Toba.", "61"),
        ("托巴有多少人死亡？", "洪水造成61人死亡，其中托巴24人。", "24"),
    ],
)
def test_what_happened_to_the_whole_happened_to_the_part(
    emphasised: Emphasised, question: str, text: str, value: str
) -> None:
    assert emphasised(question, text) == (value,)
