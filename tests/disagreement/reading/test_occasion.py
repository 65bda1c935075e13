"""Which articles report one event, by what their titles and leads share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.reading.leads import occasion_of
from cpecbot.disagreement.reading.occasion import Occasion, figure_of
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Span, Value, ValueKind
from cpecbot.store.entries import read_entries
from fakes.languages import EN, UR, ZH

Occasions = Callable[..., Occasion]

FIRE = "A fire in a textile market of Peshawar destroyed forty shops on Tuesday. Nobody was hurt."


@pytest.fixture
def occasion(worded: Analyzer, contrasts: Contrasts, boilerplate: Boilerplate) -> Callable[..., Occasion]:
    def make(text: str, language: Language = EN, day: date | None = None) -> Occasion:
        corpus = build_corpus([Article("a", text, language, published=day)], boilerplate)
        entries = read_entries(corpus, worded)
        return occasion_of(entries, day, Reader(worded.glossary, contrasts))

    return make


@pytest.mark.parametrize(
    ("other", "language"),
    [
        ("Forty shops burnt in Peshawar: the fire in the market began at night.", EN),
        ("پشاور کی مارکیٹ میں آگ لگنے سے چالیس دکانیں جل گئیں۔", UR),
        ("白沙瓦一市场发生火灾，四十家商店被烧毁。", ZH),
    ],
)
def test_who_or_where_and_what_happened_make_one_event(other: str, language: Language, occasion: Occasions) -> None:
    assert occasion(FIRE).same(occasion(other, language))


@pytest.mark.parametrize(
    "other",
    [
        "A fire in a textile market of Lahore destroyed sixty shops on Friday.",
        "Peshawar elected a new mayor on Tuesday.",
        "The committee will meet on Tuesday.",
    ],
)
def test_another_place_or_another_matter_is_another(other: str, occasion: Occasions) -> None:
    assert not occasion(FIRE).same(occasion(other))


@pytest.mark.parametrize(("day", "same"), [(date(2024, 2, 1), True), (date(2024, 2, 2), False)])
def test_reports_a_month_apart_are_of_two(day: date, same: bool, occasion: Occasions) -> None:
    assert occasion(FIRE, day=date(2024, 1, 1)).same(occasion(FIRE, day=day)) is same


@pytest.mark.parametrize(("number", "told"), [(40, True), (41, False)])
def test_it_knows_the_figures_of_its_article(number: float, told: bool, occasion: Occasions) -> None:
    assert occasion(FIRE).tells(Value(ValueKind.NUMBER, Span(0, 1), low=number, high=number)) is told


def sharing(
    matters: int, names: int = 0, states: int = 0, figures: tuple[float, ...] = ()
) -> tuple[Occasion, Occasion]:
    """Two articles that have so much in common; a name of the one's lead stands somewhere in the other."""
    common = [
        frozenset(f"c:{kind}{number}" for number in range(count)) for kind, count in (("m", matters), ("s", states))
    ]
    told = frozenset(f"c:n{number}" for number in range(names))
    values = frozenset(figure_of(Value(ValueKind.NUMBER, Span(0, 1), each, each)) for each in figures)
    one = Occasion(told, common[0], states=common[1], figures=values)
    return one, Occasion(frozenset(), common[0], told, common[1], values)


@pytest.mark.parametrize(
    ("shared", "maybe"),
    [
        (sharing(1, states=1), False),
        (sharing(2, states=1), True),
        (sharing(3), False),  # nothing names who or where
        (sharing(0, names=1), False),
        (sharing(1, names=1), True),
        (sharing(0, figures=(146,)), False),
        (sharing(0, figures=(146, 158)), True),
    ],
)
def test_what_two_must_share_to_be_maybe_of_one_event(shared: tuple[Occasion, Occasion], maybe: bool) -> None:
    one, other = shared
    assert one.may_be(other) is other.may_be(one) is maybe


@pytest.mark.parametrize(
    ("figure", "telling"), [(31, False), (32, True), (300, False), (310, True), (2_000_000, False)]
)
def test_a_figure_shows_it_that_is_neither_small_nor_round(figure: float, telling: bool) -> None:
    one, other = sharing(0, figures=(figure,))
    assert one.is_near(other) is telling
