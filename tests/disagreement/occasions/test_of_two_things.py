"""What shows that two figures are of two holders, two stages, two wholes or another people, in any two languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.disagreement.occasions.breakdowns import of_other_wholes
from cpecbot.disagreement.occasions.stages import of_other_stages
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Level, Measured
from fakes.languages import AR, EN, FA, UR, ZH

Comparing = Callable[..., Comparer]
Told = tuple[str, Language]

MAYOR = "Marta Keller elected mayor of Bern\n\n"
MAYOR_AR = "انتخاب مارتا كيلر رئيسة لبلدية برن\n\n"
QUITO = "Lopez wins run-off in Quito\n\n"
QUITO_AR = "لوبيز يفوز برئاسة بلدية كيتو\n\n"
QUITO_FA = "لوپز شهردار کیتو شد\n\n"
QUITO_UR = "لوپیز کیٹو کے میئر منتخب\n\n"
QUITO_ZH = "洛佩斯赢得基多市长选举\n\n"
FERRY = "Ferry sinks off Zamboanga\n\n"


def noted(comparing: Comparing, one: Told, other: Told) -> tuple[Disagreement, ...]:
    articles = [
        Article(source, text, language, published=date(2024, 5, 2))
        for source, (text, language) in zip("ab", (one, other), strict=True)
    ]
    return comparing(*articles).all()


def contradict(comparing: Comparing, one: Told, other: Told) -> bool:
    return any(note.level is Level.CONTRADICTION for note in noted(comparing, one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (f"{MAYOR}Marta Keller received 31,204 votes in Bern.", EN),
            (f"{MAYOR}Jonas Frei received 27,880 votes in Bern and conceded to Marta Keller.", EN),
        ),
        (
            (f"{MAYOR}Marta Keller received 31,204 votes in Bern, her rival Jonas Frei 27,880.", EN),
            (f"{MAYOR_AR}حصلت مارتا كيلر على 31204 أصوات في برن، وحصل منافسها يوناس فراي على 27880 صوتا.", AR),
        ),
        (
            ("احمد کریمی رئیس شورای هرات شد\n\nاحمد کریمی ۱۲۴۰۰ رای و رحیم صادقی ۹۸۵۰ رای در هرات آورد.", FA),
            ("Ahmad Karimi heads Herat council\n\nIn Herat Rahim Sadeqi got 9,850 votes, Ahmad Karimi 12,400.", EN),
        ),
        (
            (f"{MAYOR}Marta Keller received 31,204 votes in Bern.", EN),
            (f"{MAYOR}In Bern 62,010 votes were cast.", EN),
        ),
    ],
)
def test_the_votes_of_one_are_neither_those_of_another_nor_all(comparing: Comparing, one: Told, other: Told) -> None:
    assert not contradict(comparing, one, other)


def test_the_votes_of_one_contradict(comparing: Comparing) -> None:
    one = f"{MAYOR}Marta Keller received 31,204 votes in the mayoral election in Bern."
    assert contradict(comparing, (one, EN), (one.replace("31,204", "30,117"), EN))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (f"{QUITO}Carlos Lopez won the run-off in Quito with 54.2 percent of the vote.", EN),
            (f"{QUITO}In the first round in Quito Carlos Lopez took 31.5 percent of the vote.", EN),
        ),
        (
            (f"{QUITO_ZH}在第一轮投票中，洛佩斯在基多获得31.5%的选票。", ZH),
            (f"{QUITO_AR}فاز كارلوس لوبيز في كيتو بنسبة 54.2% من الأصوات.", AR),
        ),
        (
            (f"{QUITO_FA}لوپز در دور دوم در کیتو ۵۴٫۲ درصد آرا را به دست آورد.", FA),
            (f"{QUITO_UR}پہلے مرحلے میں لوپیز کو کیٹو میں 31.5 فیصد ووٹ ملے تھے۔", UR),
        ),
    ],
)
def test_the_first_round_is_not_the_second(comparing: Comparing, one: Told, other: Told) -> None:
    assert not contradict(comparing, one, other)


def test_one_round_has_one_share(comparing: Comparing) -> None:
    """A round that it is only compared with is not its own."""
    one = f"{QUITO}In the second round in Quito Carlos Lopez took 54.2 percent of the vote."
    other = one.replace("54.2", "56.4").replace("vote.", "vote, more than in the first round.")
    assert contradict(comparing, (one, EN), (other, EN))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({1.0}, {2.0}, True),
        ({2.0}, {2.0}, False),
        ({1.0}, set(), True),
        ({2.0}, set(), False),
        ({1.0, 2.0}, {2.0}, False),
    ],
)
def test_what_names_no_stage_is_of_the_last(one: set[float], other: set[float], apart: bool) -> None:
    assert of_other_stages(frozenset(one), frozenset(other)) is apart
    assert of_other_stages(frozenset(other), frozenset(one)) is apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (f"{FERRY}Of the passengers of the ferry off Zamboanga 60 were men and 80 were women.", EN),
            (
                f"{FERRY}Rescuers off Zamboanga found bodies. They list 52 women, 41 men and 4 bodies not identified.",
                EN,
            ),
        ),
        (
            ("کشتی در زامبوانگا غرق شد\n\nاز مسافران کشتی ۶۰ نفر مرد و ۸۰ نفر زن بودند.", FA),
            ("زمبوانگا میں کشتی ڈوب گئی\n\nکشتی ڈوبنے کے بعد 93 لاشیں ملیں جن میں 52 خواتین اور 41 مرد شامل ہیں۔", UR),
        ),
    ],
)
def test_the_passengers_are_divided_otherwise_than_the_dead(comparing: Comparing, one: Told, other: Told) -> None:
    assert not contradict(comparing, one, other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({60.0, 80.0}, {52.0, 41.0}, True),
        ({60.0, 80.0}, {60.0, 79.0}, False),  # one part is another
        ({60.0, 80.0}, {61.0, 79.0}, False),  # one whole, divided otherwise
        ({60.0, 80.0}, set(), False),
    ],
)
def test_two_rows_divide_two_wholes(one: set[float], other: set[float], apart: bool) -> None:
    assert of_other_wholes(frozenset(one), frozenset(other)) is apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Bus crash near Lima\n\nA bus with 48 passengers overturned near Lima on Thursday.", EN),
            ("利马附近巴士翻车\n\n一辆巴士周四在利马附近翻车，秘鲁乘客45人，智利乘客3人。", ZH),
        ),
        (
            ("Bus crash near Lima\n\nThe bus carried 48 passengers.", EN),
            ("انقلاب حافلة قرب ليما\n\nكان على متن الحافلة 45 راكبا بيروفيا.", AR),
        ),
    ],
)
def test_those_of_one_nation_are_not_all(comparing: Comparing, one: Told, other: Told) -> None:
    assert not contradict(comparing, one, other)


@pytest.mark.parametrize(("other", "differs"), [("Erik Dahl, 43,", True), ("Nina Berg, 43,", False)])
def test_one_person_has_one_age(comparing: Comparing, other: str, differs: bool) -> None:
    """Whose it is tells any of the names that stand side by side."""
    one = "Pilot rescued off Tromso\n\nThe pilot Erik Dahl, 41, was rescued off Tromso on Thursday."
    notes = noted(comparing, (one, EN), (one.replace("Erik Dahl, 41,", other), EN))
    assert any(note.measured is Measured.AGE for note in notes) is differs


@pytest.mark.parametrize(
    ("other", "language", "contradicts"),
    [
        ("The blast at the factory in Izmir occurred at 10:38 a.m. on Thursday.", EN, True),
        ("Firefighters arrived at the factory in Izmir at 10:38 a.m. on Thursday.", EN, False),
        ("消防员上午10时38分赶到伊兹密尔工厂。", ZH, False),
    ],
)
def test_two_deeds_have_two_times(comparing: Comparing, other: str, language: Language, contradicts: bool) -> None:
    title = "Blast at a factory in Izmir\n\n" if language == EN else "伊兹密尔工厂爆炸\n\n"
    one = "Blast at a factory in Izmir\n\nThe blast at the factory in Izmir occurred at 10:31 a.m. on Thursday."
    assert contradict(comparing, (one, EN), (title + other, language)) is contradicts
