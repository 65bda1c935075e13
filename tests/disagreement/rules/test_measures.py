"""What is measured of one event: how strong, how deep, how old, with which score."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.languages import Language
from cpecbot.models import Disagreement, Level
from fakes.languages import AR, EN, UR

Texts = Callable[..., tuple[Disagreement, ...]]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The quake off Ormara had a magnitude of 4.4.", "The quake off Ormara had a magnitude of 5.1.", EN),
        ("اورماڑہ کے زلزلے کی شدت 4.4 تھی۔", "اورماڑہ کے زلزلے کی شدت 5.1 تھی۔", UR),
        ("وقع الزلزال على عمق 7 كيلومترات.", "وقع الزلزال على عمق 19 كيلومترا.", AR),
        ("The poet Amina Tareen died aged 81.", "The poet Amina Tareen died at the age of 86.", EN),
    ],
)
def test_one_thing_has_one_measure(one: str, other: str, language: Language, texts: Texts) -> None:
    (note,) = texts((one, language), (other, language))
    assert note.level is Level.CONTRADICTION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The quake had a magnitude of 4.4.", "The quake struck at a depth of 9 km."),
        ("The quake had a magnitude of 4.4.", "An hour later another quake had a magnitude of 3.1."),
        ("The Falcons won 3-1 against the Wolves.", "The Wolves lost 1-3 against the Falcons."),
        ("The strike ended after 12 days.", "The agreement is valid for three years."),
    ],
)
def test_other_measures_and_other_things_are_apart(one: str, other: str, texts: Texts) -> None:
    assert [note for note in texts(one, other) if note.level is Level.CONTRADICTION] == []
