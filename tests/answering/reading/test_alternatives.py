"""What a question offers to choose from weighs little beside what it asks."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "offered", "kept"),
    [
        ("Who escaped from the factory: workers or guards?", {"workers", "guards"}, "factory"),
        ("من هرب من المصنع: العمال أم الحراس؟", {"العمال", "الحراس"}, "المصنع"),
        ("چه کسانی از کارخانه گریختند: کارگران یا نگهبانان؟", {"کارگران", "نگهبانان"}, "کارخانه"),
        ("کارخانے سے کون بھاگا: مزدور یا محافظ؟", {"مزدور", "محافظ"}, "کارخانے"),
        ("谁逃出了工厂，工人还是警卫？", {"工人", "警卫"}, "工厂"),
    ],
)
def test_of_those_offered_none_has_to_be_told(
    everyday: Understanding, question: str, offered: set[str], kept: str
) -> None:
    light = {unit.text: unit.light for unit in everyday.read(question).units}
    assert all(light[word] for word in offered)
    assert not light[kept]


@pytest.mark.parametrize(
    "question",
    ["Workers or guards?", "When did workers or guards leave?", "Who hid the maps and the boats?"],
)
def test_elsewhere_all_of_them_are_asked_about(everyday: Understanding, question: str) -> None:
    assert not any(unit.light for unit in everyday.read(question).units if unit.text in {"guards", "maps", "boats"})
