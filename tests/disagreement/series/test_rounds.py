"""Which articles report events of one series, and which event each reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.disagreement.grouping.telling import Matching
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.series.editions import Edition, editions
from cpecbot.disagreement.series.rounds import all_series
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article
from cpecbot.store.entries import read_entries
from fakes.languages import AR, EN, FA, UR, ZH

Text = str | tuple[str, Language]
Editions = Callable[..., list[Edition]]

SAME = [
    pytest.param(
        "The sixth round of the Osk–Marn rice talks was held in Veld.",
        "Osk and Marn ended the 7th round of their rice talks in Rava.",
        id="the number may be a word or a figure, and the name be spread over the sentence",
    ),
    pytest.param(
        ("انعقدت الجولة الرابعة من حوار الطيران بين البلدين في الميناء.", AR),
        ("第五轮航空对话在首都举行。", ZH),
        id="in two languages the concepts of the name are one",
    ),
    pytest.param(
        ("دور سوم گفت‌وگوهای معدنی دو کشور برگزار شد.", FA),
        ("دونوں ملکوں کے معدنی مذاکرات کا چوتھا دور ختم ہوا۔", UR),
        id="the noun stands before the number or behind it",
    ),
    pytest.param(
        "Staff of the bank completed the second review of the harbour loan.",
        "The third review of the harbour loan was completed by the bank.",
        id="what no table knows as a series is one by what is done to what",
    ),
    pytest.param(
        "The 2023 Tarn Valley marathon drew many runners.",
        "Few ran the 2024 Tarn Valley marathon.",
        id="a yearly event is named by its year",
    ),
    pytest.param(
        ("市政府公布2023年度预算。", ZH),
        ("2024年度预算获得通过。", ZH),
        id="a budget needs no other name than its year",
    ),
]
APART = [
    pytest.param(
        "The third round of the Osk–Veld fisheries talks ended in Rava.",
        "The fourth round of the border talks between Marn and Sorel ended in Rava.",
        id="other talks in the same town",
    ),
    pytest.param(
        "The third round of fisheries talks concluded on Monday.",
        "The fourth round of border talks concluded on Tuesday.",
        id="that both ended names no series",
    ),
    pytest.param(
        "The government marked the 50th anniversary of the treaty.",
        "The government marked the 51st anniversary of the treaty.",
        id="an anniversary counts years",
    ),
    pytest.param(
        "A second bridge over the Sarn was opened.",
        "A third bridge over the Sarn was opened.",
        id="things that are numbered are no events",
    ),
    pytest.param("Exports rose in 2023.", "Exports fell in 2024.", id="what is done in a year is not named by it"),
    pytest.param(
        "The 2023 budget of Punjab was unveiled.",
        "The 2024 budget of Sindh was unveiled.",
        id="a budget that a name tells apart",
    ),
    pytest.param(
        "The ninth round of the Osk–Marn rice talks was held.",
        ("عُقدت الجولة التاسعة من محادثات الأرز بين البلدين.", AR),
        id="two reports of one round",
    ),
]


@pytest.fixture
def reported(worded: Analyzer, contrasts: Contrasts, boilerplate: Boilerplate) -> Editions:
    """What the leads of texts may number; these become the sources ``a`` and so on."""
    reader = Reader(worded.glossary, contrasts)

    def read(*texts: Text) -> list[Edition]:
        pairs = [each if isinstance(each, tuple) else (each, EN) for each in texts]
        articles = [Article(chr(ord("a") + place), *pair) for place, pair in enumerate(pairs)]
        entries = read_entries(build_corpus(articles, boilerplate), worded)
        own = {
            article.source: [each for each in entries if each.sentence.source == article.source] for article in articles
        }
        return [one for each in own.values() for one in editions(map(reader.read, each), reader)]

    return read


@pytest.fixture
def matching(worded: Analyzer) -> Matching:
    return Matching(worded.glossary.languages)


@pytest.mark.parametrize(("earlier", "later"), SAME)
def test_two_events_of_one_series(reported: Editions, matching: Matching, earlier: Text, later: Text) -> None:
    """Each article is on the side of the event that it reports."""
    (series,) = all_series(reported(earlier, later), matching)
    assert [series.sources(number) for number in series.numbers] == [("a",), ("b",)]


@pytest.mark.parametrize(("earlier", "later"), APART)
def test_no_series(reported: Editions, matching: Matching, earlier: Text, later: Text) -> None:
    """Unrelated events and one and the same are no two rounds."""
    assert all_series(reported(earlier, later), matching) == ()


def test_articles_of_one_round_are_one_side(reported: Editions, matching: Matching) -> None:
    """So many articles, so many rounds as they have numbers."""
    texts = (
        "The first session of the Sarn Lake Commission met.",
        "The second session of the Sarn Lake Commission met.",
    )
    (series,) = all_series(reported(*texts, ("سومین نشست کمیسیون دریاچه سارن برگزار شد.", FA), texts[1]), matching)
    assert [series.sources(number) for number in series.numbers] == [("a",), ("b", "d"), ("c",)]


def test_the_first_edition_named_is_the_one_reported(reported: Editions, matching: Matching) -> None:
    """What a later article recalls of the round before makes it no report of that."""
    earlier = "The third round of the Osk–Marn rice talks was held. Seeds were named."
    later = (
        "The fourth round of the Osk–Marn rice talks was held. At the third round of the rice talks seeds were named."
    )
    (series,) = all_series(reported(earlier, later), matching)
    assert series.sources(3) == ("a",)


@pytest.mark.parametrize(("before", "named"), [(4, True), (5, False)])
def test_only_the_lead_says_what_is_reported(reported: Editions, before: int, named: bool) -> None:
    """The fifth statement may still name the round; the sixth recalls one."""
    text = "Rice was sown. " * before + "The third round of the Osk–Marn rice talks was held."
    assert bool(reported(text)) is named


def test_the_next_round_is_not_reported(reported: Editions) -> None:
    """It has a number, and no news yet."""
    assert not reported("The next, fourth round of the Osk–Marn rice talks is planned.")
