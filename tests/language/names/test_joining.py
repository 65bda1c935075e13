"""A name of several words in one script may be one word in another."""

from __future__ import annotations

import pytest

from cpecbot.language.names.finding import Name
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.joining import joined, parted
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import EN, LANGUAGES, UR

PLACE = "贾拉尔普尔库莱什瓦拉"


def index(*names: str) -> NameIndex:
    return NameIndex(LANGUAGES.once(Pronunciation), map(fold_text, names))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("جلال پور قریش والا میں", UR, PLACE),
        ("in Jalalpur Qureshwala yesterday", EN, PLACE),
        ("جلال پور میں", UR, "jalalpur"),
    ],
)
def test_words_that_together_sound_like_a_name_are_one(text: str, language: Language, name: str) -> None:
    found = list(joined(text, tokenize(text), function_words(language), index(name).like))
    assert {form for _, alike in found for form in alike} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jalalpur and Qureshwala", PLACE),
        ("Jalalpur, Qureshwala", PLACE),
        ("an apple", "anapol"),
        ("in Jalalpur", PLACE),
    ],
)
def test_others_are_not(text: str, name: str) -> None:
    assert not list(joined(text, tokenize(text), function_words(EN), index(name).like))


def test_a_name_in_syllables_is_parted_into_what_it_sounds_like() -> None:
    name = Name(PLACE, Span(3, 13))
    parts = parted(name, index("Jalalpur", "Qureshwala", "Lahore").like)
    assert [set(alike) for _, alike in parts] == [{"jalalpur"}, {"qureshwala"}]
    assert [parts[0][0].span.start, parts[-1][0].span.end] == [3, 13]
    assert not parted(name, index("Jalalpur", "Lahore").like)
