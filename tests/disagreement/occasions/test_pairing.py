"""Values that articles on one occasion give for one thing, and what shows that they are of two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Level
from fakes.languages import AR, EN, FA, UR, ZH

Comparing = Callable[..., Comparer]
Told = tuple[str, Language]

MERGER = "The airlines Lumo and Corva agreed to merge in Hanoi, Vietnam, on 3 May 2024."
MERGER_UR = "ویتنام کے شہر ہنوئی میں لومو اور کوروا ایئرلائنز نے انضمام پر اتفاق کر لیا۔"
MERGER_ZH = "越南两家航空公司在河内同意合并。"
TUNNEL_AR = "افتتحت النمسا نفقاً جديداً في فيينا."
TUNNEL_FA = "اتریش تونل تازه‌ای را در وین گشود."


def levels(notes: tuple[Disagreement, ...]) -> set[Level]:
    return {note.level for note in notes}


def noted(comparing: Comparing, one: Told, other: Told, days: tuple[int, int] = (3, 3)) -> tuple[Disagreement, ...]:
    articles = [
        Article(source, text, language, published=date(2024, 5, day))
        for source, (text, language), day in zip("ab", (one, other), days, strict=True)
    ]
    return comparing(*articles).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((f"{MERGER} The new company has 146 aircraft.", EN), (f"{MERGER_UR} نئی کمپنی کے پاس 158 طیارے ہیں۔", UR)),
        ((f"{MERGER} The new company has 146 aircraft.", EN), (f"{MERGER_ZH} 新公司拥有158架飞机。", ZH)),
        ((f"{TUNNEL_AR} ويبلغ طول النفق 17 كيلومتراً.", AR), (f"{TUNNEL_FA} طول این تونل ۱۹ کیلومتر است.", FA)),
    ],
)
def test_one_thing_of_one_occasion_has_one_figure_in_any_two_languages(
    one: Told, other: Told, comparing: Comparing
) -> None:
    assert levels(noted(comparing, one, other)) == {Level.CONTRADICTION}


@pytest.mark.parametrize(
    "other",
    [
        "نئی کمپنی کے پاس 146 طیارے ہیں۔",  # the same
        "نئی کمپنی کے پاس 158 ملازم ہیں۔",  # employees
        "دا نانگ میں نئی کمپنی کے پاس 158 طیارے ہیں۔",  # those at another place alone
        "نئی کمپنی کے پاس 158 طیارے ہیں، جن میں سے 146 پرانے ہیں۔",  # it tells both
    ],
)
def test_what_may_be_another_thing_is_no_difference(other: str, comparing: Comparing) -> None:
    one = (f"{MERGER} The new company has 146 aircraft.", EN)
    assert noted(comparing, one, (f"{MERGER_UR} {other}", UR)) == ()


def test_another_occasion_has_other_figures(comparing: Comparing) -> None:
    one = (f"{MERGER} The new company has 146 aircraft.", EN)
    assert noted(comparing, one, ("کینیا نے نیروبی میں ہوائی اڈہ کھول دیا۔ کمپنی کے پاس 158 طیارے ہیں۔", UR)) == ()


def test_what_grew_from_day_to_day_is_a_development(comparing: Comparing) -> None:
    quake = "An earthquake struck Hanoi in Vietnam on 1 May 2024."
    one, other = f"{quake} Surgeons delayed 340 operations.", f"{quake} Surgeons delayed 520 operations."
    assert levels(noted(comparing, (one, EN), (other, EN), (3, 5))) == {Level.DEVELOPMENT}


def test_who_says_it_is_nothing_that_it_is_of(comparing: Comparing) -> None:
    """The police and the mayor tell of one count."""
    one = (f"{MERGER} Mayor Lena Quist said the new company has 146 aircraft.", EN)
    other = (f"{MERGER} Police said the new company has 158 aircraft.", EN)
    assert levels(noted(comparing, one, other)) == {Level.CONTRADICTION}


def test_two_people_have_two_sentences(comparing: Comparing) -> None:
    court = "A court in Hanoi in Vietnam judged a fraud on 3 May 2024."
    one = (f"{court} The court sentenced Henrik Lund to 12 years in prison.", EN)
    other = (f"{court} The court sentenced Marta Dahl to 9 years in prison.", EN)
    assert noted(comparing, one, other) == ()
    assert noted(comparing, one, (other[0].replace("Marta Dahl", "Henrik Lund"), EN)) != ()


def test_what_a_figure_was_raised_from_is_the_earlier_one(comparing: Comparing) -> None:
    trade = "4月份贸易总额公布。越南第一季度对外贸易总额为184亿美元。"
    one = (f"{MERGER_ZH}{trade}", ZH)
    other = (f"{MERGER_ZH}越南第一季度对外贸易总额由此前的数字上调至187亿美元。", ZH)
    assert noted(comparing, one, other) != ()


@pytest.mark.parametrize(("day", "level"), [(3, Level.CONTRADICTION), (5, Level.DIFFERING)])
def test_what_is_closed_on_one_day_may_be_open_on_another(day: int, level: Level, comparing: Comparing) -> None:
    one = ("The port of Vinh in Vietnam suspended shipping because of the typhoon.", EN)
    other = ("The port of Vinh in Vietnam resumed shipping after the typhoon.", EN)
    assert levels(noted(comparing, one, other, (3, day))) == {level}
