"""What makes another thing of a thing of the same name, as each language says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.text.cues.qualifiers import QualifiersFile, qualifiers
from cpecbot.language.text.folding import fold
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

FILES = {language: language.read(QualifiersFile) for language in LANGUAGES}


def told(language: Language, text: str, noun: str, sort: str, known: tuple[str, ...] = ()) -> set[str]:
    def place(word: str) -> Span:
        return Span(text.index(word), text.index(word) + len(word))

    return set(qualifiers(language).around(fold_simply(text, language), place(noun), sort, map(place, known)))


@pytest.mark.parametrize(
    ("language", "text", "noun", "sort", "expected"),
    [
        (EN, "the deputy miller", "miller", "offices", {"deputy"}),
        (EN, "the Deputy Chief Miller", "Miller", "offices", {"deputy"}),
        (EN, "the former fat old village miller", "miller", "offices", set()),
        (EN, "the former village miller", "miller", "offices", {"former"}),
        (EN, "the deputy of the miller", "miller", "offices", set()),
        (EN, "the miller-elect", "miller", "offices", {"future"}),
        (EN, "the vice-miller", "vice-miller", "offices", {"deputy"}),
        (EN, "the women's egg race", "race", "sex", {"women"}),
        (EN, "the semi-final", "final", "parts", {"semi"}),
        (EN, "the eighth-final", "final", "parts", {"eighth"}),
        (ZH, "八分之一决赛", "决赛", "parts", {"eighth"}),
        (ZH, "臨時磨坊主", "磨坊主", "offices", {"acting"}),
        (ZH, "準決賽", "決賽", "parts", {"semi"}),
        (ZH, "村里批准磨坊主", "磨坊主", "offices", set()),
        (ZH, "北磨坊", "磨坊", "side", {"northern"}),
        (ZH, "河北磨坊", "磨坊", "side", set()),
        (ZH, "重新选举", "选举", "age", set()),
        (AR, "نائب الطحان", "الطحان", "offices", {"deputy"}),
        (AR, "ونائب الطحان", "الطحان", "offices", {"deputy"}),
        (AR, "طحان القرية السابق", "طحان", "offices", {"former"}),
        (FA, "معاون آسیابان", "آسیابان", "offices", {"deputy"}),
        (FA, "آسیابان پیشین", "آسیابان", "offices", {"former"}),
        (UR, "سابق کپتان", "کپتان", "offices", {"former"}),
        (UR, "خواتین کی دوڑ", "دوڑ", "sex", {"women"}),
        (ZH, "副校长", "校长", "offices", {"deputy"}),
        (ZH, "目前校长", "校长", "offices", set()),
        (ZH, "前校长", "校长", "offices", {"former"}),
        (ZH, "女子单打决赛", "决赛", "sex", {"women"}),
    ],
)
def test_what_is_told_of_a_noun(language: Language, text: str, noun: str, sort: str, expected: set[str]) -> None:
    """Up to two words away, where no word of grammar stands between."""
    assert told(language, text, noun, sort) == expected


def test_a_known_phrase_may_stand_between() -> None:
    """Where the language writes no spaces."""
    assert told(ZH, "前挪威校长", "校长", "offices") == set()
    assert told(ZH, "前挪威校长", "校长", "offices", ("挪威",)) == {"former"}


def test_a_word_for_it_anywhere() -> None:
    """Not only beside the noun."""
    assert qualifiers(EN).says(fold("The women ran."), "sex", ["women"])
    assert not qualifiers(EN).says(fold("The omen ran."), "sex", ["men"])


@pytest.mark.parametrize("language", [*LANGUAGES])
def test_each_phrase_is_told_though_most_texts_are_not_looked_at_for_it(language: Language) -> None:
    """What decides that a text has none of a member's phrases passes every one of them."""
    file, gap = FILES[language], " " if language.profile.spaced else ""
    for sort, members in {"offices": file.offices, "parts": file.parts, **file.kinds}.items():
        for member, written in members.items():
            for phrase in written:
                around = phrase.replace("…", gap).replace("{}", "§").strip()
                text, place = fold(around), around.index("§")
                assert member in qualifiers(language).around(text, Span(place, place + 1), sort), phrase


def test_the_sorts_a_text_has_words_of() -> None:
    assert set(qualifiers(EN).sorts_in(fold("the women's daily race"))) == {"sex", "period"}


@pytest.mark.parametrize("language", [*LANGUAGES])
def test_every_language_tells_the_same(language: Language) -> None:
    """Else a question of one could not be told apart from the sentences of another."""
    mine, first = FILES[language], FILES[EN]
    assert (set(mine.offices), set(mine.parts)) == (set(first.offices), set(first.parts))
    assert {name: set(sort) for name, sort in mine.kinds.items()} == {
        name: set(sort) for name, sort in first.kinds.items()
    }


@given(st.text(max_size=40), st.integers(0, 39), st.integers(1, 5))
def test_any_place_of_any_text_may_be_asked(text: str, start: int, length: int) -> None:
    """An unknown sort tells nothing."""
    place = Span(min(start, len(text)), min(start + length, len(text)))
    for language in LANGUAGES:
        assert qualifiers(language).around(fold(text), place, "offices") <= set(FILES[language].offices)
        assert not qualifiers(language).around(fold(text), place, "taste")
