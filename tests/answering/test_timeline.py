"""The days that articles state, by value and in order, with where sources give another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from answering.conftest import Telling
from cpecbot.answering import Library
from cpecbot.answering.building import copies_in
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.languages import Language
from cpecbot.models import Article, Moment
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import AR, EN, FA, ZH

Dated = Callable[..., Library]


@pytest.fixture(scope="module")
def dated(understanding: Understanding, contrasts: Contrasts) -> Dated:
    """A library of texts, each with its language and the day that it was published on."""

    def make(*told: tuple[str, Language, date | None]) -> Library:
        articles = [Article(chr(97 + at), text, lang, published=day) for at, (text, lang, day) in enumerate(told)]
        corpus = build_corpus(articles)
        store = MemoryStore(read_entries(corpus, understanding.analyzer))
        return Library(corpus, store, understanding, contrasts, copies_in(corpus, store))

    return make


def words(moment: Moment) -> list[tuple[str, str]]:
    """Who gives it, in which words."""
    return [
        (quote.source, mark.shift(-quote.span.start).slice(quote.text))
        for quote in moment.quotes
        for mark in quote.highlights
    ]


def test_days_of_several_languages_and_calendars_are_one(dated: Dated) -> None:
    library = dated(
        ("The dam was opened on 9 March 2024. It broke in 2025.", EN, None),
        ("افتتح السد في 9 مارس 2024.", AR, None),
        ("سد در ۱۹ اسفند ۱۴۰۲ افتتاح شد.", FA, None),
        ("大坝于2024年3月9日启用。", ZH, None),
    )
    first, second = library.timeline()
    assert (first.first, first.last) == (date(2024, 3, 9), date(2024, 3, 9))
    assert words(first) == [("a", "9 March 2024"), ("b", "9 مارس 2024"), ("c", "۱۹ اسفند ۱۴۰۲"), ("d", "2024年3月9日")]
    assert (second.first, second.last) == (date(2025, 1, 1), date(2025, 12, 31))


def test_what_covers_more_days_comes_after_what_begins_with_it(dated: Dated) -> None:
    library = dated(
        ("Built in 2024, it opened in January 2024, on 1 January 2024, and was sold on 7 May 2023.", EN, None)
    )
    found = [(each.first, each.last) for each in library.timeline()]
    assert found == [
        (date(2023, 5, 7), date(2023, 5, 7)),
        (date(2024, 1, 1), date(2024, 1, 1)),
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ]


@pytest.mark.parametrize(("published", "days"), [(date(2026, 1, 7), [5, 6]), (None, [])])
def test_a_weekday_is_a_day_where_the_article_tells_which(
    dated: Dated, published: date | None, days: list[int]
) -> None:
    library = dated(("The dam was opened on Monday. It broke yesterday.", EN, published))
    assert [each.first.day for each in library.timeline()] == days


def test_a_day_without_its_year_comes_last(dated: Dated) -> None:
    library = dated(("The dam was opened on 9 March. It broke in 2025.", EN, None), ("It broke on 8 May.", EN, None))
    found = library.timeline()
    assert [each.year_known for each in found] == [True, False, False]
    assert [(each.first.month, each.first.day) for each in found[1:]] == [(3, 9), (5, 8)]


def test_the_day_that_a_report_was_filed_on_is_none_of_what_it_reports(dated: Dated) -> None:
    library = dated(("ISLAMABAD, Jan 5 (APP): The dam was opened on 9 March 2024.", EN, date(2026, 1, 5)))
    assert [each.first for each in library.timeline()] == [date(2024, 3, 9)]


def test_what_several_print_in_the_same_words_is_told_once_as_who_wrote_it_first(dated: Dated) -> None:
    told = "The Kestrel dam on the upper river was opened by the queen and her two ministers on 9 March 2024."
    library = dated((told, EN, date(2024, 3, 12)), (told, EN, date(2024, 3, 10)), ("Nothing.", EN, None))
    (moment,) = library.timeline()
    assert [(quote.source, quote.copies) for quote in moment.quotes] == [("b", ("a",))]


def test_of_a_topic_are_the_days_of_its_statements(telling: Telling) -> None:
    library = telling("The port of Gwadar was opened on 9 March 2024. A dam was opened on 8 May 2024.")
    assert len(library.timeline()) == len(library.timeline("  ")) == 2
    for topic in ("Gwadar", "گوادر", "port of"):
        assert [each.first.month for each in library.timeline(topic)] == [3]
    assert library.timeline("zebra") == ()


def test_days_that_are_given_otherwise_are_marked(library: Library) -> None:
    """By the notes on dates: on the words that a side of one stands on, and on no others."""
    marked = {each.first: [note.kind for note in each.differing] for each in library.timeline() if each.differing}
    assert marked == {date(2026, 1, 4): ["timing"], date(2026, 1, 5): ["timing"]}
