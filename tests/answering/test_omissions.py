"""Which article is the primary text, which of its statements are points, and what outlets make of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import build_corpus
from cpecbot.models import Article, Omissions, Retold
from fakes.languages import EN, LANGUAGES, UR

COMMUNIQUE = (
    "Joint communique of the lake states. The two sides agreed to open the canal in April. Fishing will be banned for "
    "two years. The two sides oppose new dams. They will meet again in Karsa."
)
REPORT = "The canal will be opened in April, the lake states agreed. Fishing is to be banned for three years."

Hold = Callable[..., Omissions]


@pytest.fixture(scope="module")
def hold(root: Path) -> Hold:
    """The omissions among the given articles."""

    def held(*articles: Article, topic: str = "") -> Omissions:
        library: Library = build_library(build_corpus(articles), LANGUAGES, root / "config")
        return library.omissions(topic)

    return held


def levels(found: Omissions, outlet: str) -> list[Retold]:
    return [told.level for point in found.points for told in point.told if told.source == outlet]


def test_each_outlet_tells_rewords_or_leaves_out_each_point_of_a_marked_text(hold: Hold) -> None:
    """The title is no point; every quote is a slice of its article."""
    primary, report = Article("p", COMMUNIQUE, EN, primary=True), Article("a", REPORT, EN)
    found = hold(report, primary)
    assert (found.primary, found.recognised, found.outlets) == (("p",), (), ("a",))
    assert found.points[0].quote.text.startswith("The two sides agreed to open")
    assert levels(found, "a")[:3] == [Retold.TOLD, Retold.REWORDED, Retold.ABSENT]
    for point in found.points:
        assert point.quote.span.slice(COMMUNIQUE) == point.quote.text
        for told in point.told:
            assert told.quote is None or told.quote.span.slice(REPORT) == told.quote.text


def test_what_is_told_otherwise_is_named_with_the_words_of_both_sides(hold: Hold) -> None:
    """And these words are those that the quotes emphasise."""
    found = hold(Article("p", COMMUNIQUE, EN, primary=True), Article("a", REPORT, EN))
    (told,) = found.points[1].told
    (years,) = told.otherwise
    assert years.point is not None
    assert years.outlet is not None
    assert (years.point.slice(COMMUNIQUE), years.outlet.slice(REPORT)) == ("two years", "three years")
    assert told.quote is not None
    assert told.quote.highlights == (years.outlet,)


def test_only_points_on_the_topic_are_shown(hold: Hold) -> None:
    """By its concepts, in any language, or by its letters."""
    articles = Article("p", COMMUNIQUE, EN, primary=True), Article("a", REPORT, EN)
    assert [point.quote.text for point in hold(*articles, topic="Karsa").points] == ["They will meet again in Karsa."]
    assert hold(*articles, topic="zebra").points == ()


def test_a_communique_is_recognised_by_its_title_and_its_statements(hold: Hold) -> None:
    """Unless another article is marked."""
    found = hold(Article("p", COMMUNIQUE, EN), Article("a", REPORT, EN))
    assert (found.primary, found.recognised) == (("p",), ("p",))
    urdu = "جھیل ریاستوں کا مشترکہ اعلامیہ۔ دونوں فریقوں نے نہر کھولنے پر اتفاق کیا۔ دونوں فریق نئے ڈیموں کے خلاف ہیں۔"
    assert hold(Article("p", urdu, UR), Article("a", REPORT, EN)).recognised == ("p",)
    marked = hold(Article("p", COMMUNIQUE, EN), Article("a", REPORT, EN, primary=True))
    assert (marked.primary, marked.recognised) == (("a",), ())


@pytest.mark.parametrize(
    "text",
    [
        "Lake states issue joint communique. The minister said the canal opens in April. He added that fishing stops.",
        "The lake. The two sides agreed to open the canal. The two sides oppose new dams.",
        "Joint communique of the lake states. Fish are silver. The water was cold. Boats lay on the shore.",
    ],
)
def test_a_report_of_a_communique_is_none(hold: Hold, text: str) -> None:
    """It tells who said so, or has another title, or makes no points."""
    assert hold(Article("p", text, EN), Article("a", REPORT, EN)) == Omissions(outlets=("p", "a"))


def test_among_the_five_articles_none_is_taken_for_the_statement_that_they_report(library: Library) -> None:
    assert library.omissions().primary == ()
