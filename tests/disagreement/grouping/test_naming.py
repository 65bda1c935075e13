"""What a note is called: by a concept that every side holds, by a word of its quotes, or by nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.disagreement.grouping.naming import measured_by
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Measured
from fakes.languages import AR, EN, FA, UR, ZH
from fakes.readings import finding, value

Comparing = Callable[..., Comparer]

MERGER = "The airlines Lumo and Corva agreed to merge in Hanoi, Vietnam, on 3 May 2024."
MERGER_UR = "ویتنام کے شہر ہنوئی میں لومو اور کوروا ایئرلائنز نے انضمام پر اتفاق کر لیا۔"
MERGER_ZH = "越南两家航空公司在河内同意合并。"
MERGER_FA = "دو شرکت هواپیمایی لومو و کوروا در هانوی ویتنام با ادغام موافقت کردند."
MERGER_AR = "اتفقت شركتا الطيران لومو وكورفا على الاندماج في هانوي بفيتنام."


def noted(comparing: Comparing, *told: tuple[str, Language]) -> Disagreement:
    """The one note on articles of one day."""
    articles = [
        Article(source, text, language, published=date(2024, 5, 3))
        for source, (text, language) in zip("abc", told, strict=False)
    ]
    (note,) = comparing(*articles).all()
    return note


@pytest.mark.parametrize(
    ("other", "language", "word"),
    [
        (f"{MERGER_UR} نئی کمپنی کے پاس 158 طیارے ہیں۔", UR, "طیارے"),
        (f"{MERGER_ZH} 新公司拥有158架飞机。", ZH, "飞机"),
        (f"{MERGER_FA} شرکت تازه ۱۵۸ هواپیما دارد.", FA, "هواپیما"),
        (f"{MERGER_AR} وتملك الشركة الجديدة 158 طائرة.", AR, "طائرة"),
    ],
)
def test_what_no_glossary_holds_has_the_words_of_its_quotes(
    comparing: Comparing, other: str, language: Language, word: str
) -> None:
    """In each language what stands there, and no sense that the general vocabulary may have for it."""
    note = noted(comparing, (f"{MERGER} The new company has 146 aircraft.", EN), (other, language))
    assert not note.subject
    assert dict(note.words) == {EN: "aircraft", language: word}


def test_what_happened_to_all_that_are_counted_is_a_concept_of_the_glossary(comparing: Comparing) -> None:
    """Who says only that they are people names nothing."""
    one = ("Fire in a hotel in Tbilisi\n\nThe fire in the hotel in Tbilisi killed 11 people.", EN)
    other = ("第比利斯酒店火灾\n\n第比利斯酒店火灾造成18人死亡。", ZH)
    note = noted(comparing, one, other)
    assert (note.subject, note.words) == ("killed", ())


@pytest.mark.parametrize("thing", ["relief camps", "medical camps"])
def test_a_kind_stands_with_its_noun(comparing: Comparing, thing: str) -> None:
    """What was done to things is not what is counted."""
    told = f"{MERGER} The new company opened 146 {thing} this year."
    note = noted(comparing, (told, EN), (told.replace("146", "158"), EN))
    assert (note.subject, dict(note.words)) == ("", {EN: thing})


def test_what_stands_behind_a_noun_is_no_part_of_it(comparing: Comparing) -> None:
    told = "ویتنام میں سیلاب آیا۔ 146 دیہات سیلاب سے متاثر ہوئے۔"
    assert dict(noted(comparing, (told, UR), (told.replace("146", "158"), UR)).words) == {UR: "دیہات"}


def test_what_is_measured_is_named_as_such(comparing: Comparing) -> None:
    depth = noted(
        comparing, ("The earthquake struck at a depth of 9 km.", EN), ("The earthquake struck at a depth of 14 km.", EN)
    )
    assert depth.measured is Measured.DEPTH
    age = "Pilot rescued off Tromso\n\nThe pilot Erik Dahl, 41, was rescued off Tromso on Thursday."
    assert noted(comparing, (age, EN), (age.replace("41", "43"), EN)).measured is Measured.AGE


@pytest.mark.parametrize(
    ("written", "measured"),
    [
        (("n:12", "n:13"), None),
        (("p:12", "p:13"), Measured.SHARE),
        (("p:12", "n:13"), None),
    ],
)
def test_values_of_one_kind_measure_one_property(written: tuple[str, str], measured: Measured | None) -> None:
    findings = [finding(amount=value(each)) for each in written]
    assert measured_by(findings) is measured
