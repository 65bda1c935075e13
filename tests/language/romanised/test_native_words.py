"""A spelling in Latin letters finds the word that sounds so."""

from __future__ import annotations

import pytest

from cpecbot.language.romanised.native_words import NativeWords
from cpecbot.language.romanised.sounds import WordSounds
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from fakes.languages import AR, FA, UR


def words(language: Language, *written: str, rare: float = 0.0) -> NativeWords:
    return NativeWords(language.once(WordSounds), dict.fromkeys(map(fold_text, written), rare))


@pytest.mark.parametrize(
    ("language", "spelling", "meant"),
    [
        (UR, "sailab", "سیلاب"),
        (UR, "selab", "سیلاب"),
        (UR, "taleem", "تعلیم"),
        (UR, "khilari", "کھلاڑی"),
        (UR, "bandargah", "بندرگاہ"),
        (UR, "ghaza", "غزہ"),
        (FA, "mosabeghe", "مسابقه"),
        (FA, "ghaze", "غزه"),
        (FA, "mardom", "مردم"),
        (FA, "eghtesad", "اقتصاد"),
        (AR, "mustashfa", "مستشفى"),
        (AR, "ghazza", "غزة"),
        (AR, "muhandis", "مهندس"),
        (AR, "gawla", "جولة"),
    ],
)
def test_a_word_is_heard_in_its_spellings(language: Language, spelling: str, meant: str) -> None:
    others = ("گاز", "غاز", "بندر", "مستقبل", "تعداد", "سلام", "مهند", "جملة", "مرض")
    assert words(language, meant, *others).like(spelling)[0].word == fold_text(meant)


@pytest.mark.parametrize(
    ("language", "spelling"), [(UR, "sailab"), (FA, "mosabeghe"), (AR, "mustashfa"), (UR, "e"), (AR, "'"), (FA, "")]
)
def test_nothing_is_heard_where_nothing_sounds_so(language: Language, spelling: str) -> None:
    assert words(language, "گندم", "درخت", "شجرة").like(spelling) == ()


def test_of_words_that_sound_alike_the_one_of_the_articles_is_meant() -> None:
    """Which is not rare."""
    known = NativeWords(AR.once(WordSounds), {"حارب": 0.04, "حرب": 0.0})
    assert [heard.word for heard in known.like("harb")] == ["حرب", "حارب"]


def test_of_two_words_the_one_that_writes_the_vowels_is_likelier() -> None:
    assert words(UR, "حکمت", "حکومت").like("hukumat")[0].word == fold_text("حکومت")


def test_a_rare_word_has_to_be_nearer() -> None:
    """Else some word is heard in everything."""
    near = words(UR, "اجتماع")
    cost = near.like("ijtama")[0].cost
    assert cost > 0
    assert words(UR, "اجتماع", rare=0.3).like("ijtama") == ()
