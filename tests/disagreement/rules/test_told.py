"""Dates of any event, set against each other only where both sides tell of the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.languages import Language
from cpecbot.models import Article, Dimension, Disagreement, Level
from fakes.languages import AR, EN, FA, UR, ZH

Texts = Callable[..., tuple[Disagreement, ...]]
Text = tuple[str, Language]

TOLD: list[tuple[Text, Text]] = [
    (("The bridge over the Wadi Kura was opened on 3 May 2019.", EN), ("افتتح جسر وادي كورا في 9 مايو 2019.", AR)),
    (("The earthquake struck Chile on March 4.", EN), ("زلزله ۶ مارس شیلی را لرزاند.", FA)),
    (("秘鲁和智利于2018年3月4日签署了渔业协议。", ZH),
     ("Peru and Chile signed the fisheries agreement on 14 March 2018.", EN)),
    (("وزیر ثقافت 4 مارچ 2018 کو انتقال کر گئے۔", UR), ("وزیر ثقافت 9 مارچ 2018 کو انتقال کر گئے۔", UR)),
    (("The Oslo accord, which Peru and Chile signed on 2 May 2011, expires soon.", EN),
     ("Peru and Chile signed the Oslo accord on 9 May 2011.", EN)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_two_days_of_one_event_contradict(one: Text, other: Text, texts: Texts) -> None:
    (note,) = texts(one, other)
    assert (note.level, note.dimension) == (Level.CONTRADICTION, Dimension.DATE)


SILENT: list[tuple[Text, Text]] = [
    # two agreements, two events of one thing, two events of one meeting
    (("The fisheries agreement was signed on 3 May 2019.", EN),
     ("The transport agreement was signed on 9 May 2019.", EN)),
    (("Peru signed the fisheries accord on 3 May 2019.", EN),
     ("The fisheries accord was published on 9 May 2019.", EN)),
    (("The ministers met in Lima on 3 May 2019.", EN),
     ("After the meeting of the ministers a statement was issued on 5 May 2019.", EN)),
    # the day of the report, or of who reports it
    (("The bridge over the Wadi Kura was opened on 3 May 2019.", EN),
     ("The mayor said on 5 May 2019 that the bridge over the Wadi Kura was opened.", EN)),
    # a day within the month, and the same day of two calendars
    (("The fisheries agreement was signed on 3 May 2019.", EN),
     ("پیمان شیلات اردیبهشت ۱۳۹۸ امضا شد.", FA)),
    (("双方签署渔业协议(2019年5月3日)。", ZH), ("The two sides signed the fisheries agreement on 3 May 2019.", EN)),
    # of other places
    (("The earthquake struck Chile on March 4.", EN), ("زلزله ۶ مارس پرو را لرزاند.", FA)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_days_of_different_events_are_not_compared(one: Text, other: Text, texts: Texts) -> None:
    assert texts(one, other) == ()


def test_the_night_of_a_day_is_that_before_the_next(texts: Texts) -> None:
    """But without the hour the two days are two."""
    night, dawn = (
        "The earthquake struck Chile on the night of March 4.",
        "The earthquake struck Chile on March 5 at dawn.",
    )
    assert texts(night, "The earthquake struck Chile on March 5.") == ()
    assert texts("The earthquake struck Chile on March 4.", dawn) == ()
    assert len(texts("The earthquake struck Chile on March 4.", "The earthquake struck Chile on March 5.")) == 1
    assert len(texts(night, "The earthquake struck Chile on March 6.")) == 1


def test_another_time_zone_only_differs(texts: Texts) -> None:
    (note,) = texts("The earthquake struck Chile on March 4.", "The earthquake struck Chile on March 5, GMT.")
    assert note.level is Level.DIFFERING


def test_an_event_long_before_the_report_is_another(comparing: Callable[..., Comparer]) -> None:
    now = Article("a", "An attack on the bus in Lima killed 5 people on 3 May 2024.", EN, published=date(2024, 5, 4))
    then = Article(
        "b", "People were killed in an attack on the bus in Lima on 2 July 2021.", EN, published=date(2024, 5, 5)
    )
    assert comparing(now, then).all() == ()


def test_a_weekday_is_that_before_the_report(comparing: Callable[..., Comparer]) -> None:
    one = Article("a", "The earthquake struck Chile on Monday.", EN, published=date(2024, 5, 7))
    other = Article("b", "زلزله ۶ مه شیلی را لرزاند.", FA, published=date(2024, 5, 8))
    third = Article("c", "The earthquake struck Chile on Sunday.", EN, published=date(2024, 5, 7))
    assert comparing(one, other).all() == ()
    (note,) = comparing(other, third).all()
    assert note.level is Level.CONTRADICTION
