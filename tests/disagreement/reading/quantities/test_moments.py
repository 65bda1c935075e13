"""As of which day a figure is told, and how it is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cpecbot.disagreement.reading.quantities.moments import Manner, Moment, moment
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span, ValueKind
from cpecbot.store.entries import read_article
from fakes.languages import AR, EN, FA, UR, ZH

DAY = date(2021, 3, 9)


@pytest.fixture
def told(reader: Reader, analyzer: Analyzer) -> object:
    def of(text: str, language: Language = EN, published: date | None = DAY) -> Moment:
        sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)
        article = Article("a", text, language, published=published)
        (reading,) = (reader.read(entry, published) for entry in read_article(article, [sentence], analyzer))
        figures = (each.value for each in reading.amounts if each.value.kind in (ValueKind.NUMBER, ValueKind.DURATION))
        return moment(reading, next(figures).span)

    return of


def test_a_figure_is_of_the_day_of_its_report(told: object) -> None:
    assert callable(told)
    assert told("The mudslide killed 12 people.") == Moment(DAY)
    assert told("The mudslide killed 12 people.", EN, None) == Moment()
    assert told("On 5 March 2021 the mudslide killed 12 people.", EN, None).day == date(2021, 3, 5)


def test_the_month_of_may_is_no_possibility(told: object) -> None:
    assert callable(told)
    assert Manner.PLANNED not in told("On May 3, 2021 the mudslide killed 12 people.").manners
    assert Manner.PLANNED in told("The mudslide may have killed 12 people.").manners


def test_what_is_dated_long_before_is_another_occurrence(told: object) -> None:
    assert callable(told)
    old = told("In June 2014 a mudslide killed 12 people.")
    assert old.past == (date(2014, 6, 1), date(2014, 6, 30))
    assert not old.comparable(Moment(DAY))
    assert old.comparable(told("A mudslide killed 30 people in June 2014."))
    assert told("On 7 March a mudslide killed 12 people.").past is None


@pytest.mark.parametrize(
    ("text", "language", "manner"),
    [
        ("Earlier the ministry spoke of 12 people killed.", EN, Manner.EARLIER),
        ("هر یک از ۱۲ اتوبوس آمد.", FA, Manner.EACH),
        ("预计12人参加。", ZH, Manner.PLANNED),
        ("12 افراد آئیں گے۔", UR, Manner.PLANNED),
        ("من المتوقع وصول 12 حافلة.", AR, Manner.PLANNED),
    ],
)
def test_words_in_its_clause_say_how_it_is_meant(text: str, language: Language, manner: Manner, told: object) -> None:
    assert callable(told)
    assert manner in told(text, language).manners
    assert not told(text, language).comparable(Moment(DAY))


def test_a_stretch_of_time_after_which_is_no_stretch_within_which(told: object) -> None:
    assert callable(told)
    after, within = told("Flights resume after 6 years."), told("Flights resume within 2 weeks.")
    assert (after.beside, within.beside) == ({Manner.AFTER}, {Manner.WITHIN})
    assert not after.comparable(within)


def test_figures_of_other_stretches_of_time_are_not_compared(told: object) -> None:
    assert callable(told)
    day, week = told("12 died in the past 24 hours."), told("40 died in the past week.")
    assert not day.comparable(week)
    assert not day.comparable(Moment(DAY))
    assert day.comparable(told("15 died in the past 1,440 minutes."))


@pytest.mark.parametrize(("days", "comparable"), [(31, True), (32, False)])
def test_reports_a_month_apart_tell_of_two_occurrences(days: int, comparable: bool) -> None:
    assert Moment(DAY).comparable(Moment(DAY + timedelta(days))) is comparable


def test_opposite_times_are_not_compared_but_one_alone_is() -> None:
    before, after = Moment(manners=frozenset({Manner.BEFORE})), Moment(manners=frozenset({Manner.AFTER}))
    assert not before.comparable(after)
    assert after.comparable(Moment())


@pytest.mark.parametrize(
    ("text", "language", "manner"),
    [
        ("The mudslide has killed 12 people so far.", EN, Manner.SO_FAR),
        ("لقي 12 شخصا حتفهم حتى الآن.", AR, Manner.SO_FAR),
        ("تاکنون ۱۲ نفر جان باخته‌اند.", FA, Manner.SO_FAR),
        ("اب تک 12 افراد ہلاک ہو چکے ہیں۔", UR, Manner.SO_FAR),
        ("برفانی تودہ گرنے سے اب تک 12 افراد ہلاک ہوئے۔", UR, Manner.SO_FAR),  # with no day, it is not since then
        ("截至上午10时，已有12人死亡。", ZH, Manner.SO_FAR),
        ("On that day 12 people were killed.", EN, Manner.THEN),
        ("وقتل في ذلك اليوم 12 شخصا.", AR, Manner.THEN),
        ("در آن روز ۱۲ نفر کشته شدند.", FA, Manner.THEN),
        ("اس روز 12 افراد ہلاک ہوئے۔", UR, Manner.THEN),
        ("那天有12人死亡。", ZH, Manner.THEN),
    ],
)
def test_until_some_hour_or_on_some_day_it_is_still_of_the_same(
    told: object, text: str, language: Language, manner: Manner
) -> None:
    assert callable(told)
    found = told(text, language)
    assert manner in found.manners
    assert found.comparable(Moment(DAY))
    assert found.surely_with(Moment(DAY)) is (manner is Manner.SO_FAR)
