"""What a number counts, what happened to that, and where; any noun is counted, in any language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.disagreement.reading.quantities.figures import Figure, counted
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span
from cpecbot.store.entries import read_article
from fakes.languages import AR, EN, FA, UR, ZH

Figures = Callable[..., tuple[Figure, ...]]


@pytest.fixture
def figures(analyzer: Analyzer) -> Figures:
    return _figures_by(analyzer)


@pytest.fixture
def worded_figures(worded: Analyzer) -> Figures:
    return _figures_by(worded)


def _figures_by(analyzer: Analyzer) -> Figures:
    def of(text: str, language: Language = EN) -> tuple[Figure, ...]:
        sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)
        (entry,) = read_article(Article("a", text, language), [sentence], analyzer)
        return counted(entry, analyzer.glossary)

    return of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry sank, killing 17 people and injuring 94.", EN),
        ("أدى غرق العبارة إلى مقتل 17 شخصا وإصابة 94 آخرين.", AR),
        ("در غرق کشتی ۱۷ نفر کشته و ۹۴ نفر زخمی شدند.", FA),
        ("کشتی ڈوبنے سے 17 افراد ہلاک اور 94 زخمی ہوئے۔", UR),
        ("渡轮沉没造成17人死亡，94人受伤。", ZH),
    ],
)
def test_each_number_has_what_happened_to_its_own(text: str, language: Language, figures: Figures) -> None:
    """The killed and the injured of one sentence are two figures."""
    killed, injured = figures(text, language)
    assert ("c:killed" in killed.nearest, "c:injured" in killed.done) == (True, False)
    assert ("c:injured" in injured.nearest, "c:killed" in injured.done) == (True, False)


def test_any_noun_is_counted_also_one_that_no_table_knows(worded_figures: Figures) -> None:
    assert "l:zorbins:en" in worded_figures("The workshop sold 40 zorbins.")[0].nouns
    assert (
        worded_figures("The workshop sold 40 blue zorbins.")[0].nouns
        == worded_figures("The farmers bought 40 zorbins.")[0].nouns
    )


def test_people_are_no_noun_of_their_own(figures: Figures) -> None:
    """So that "1,411 people died" and "1,411 dead" are one figure."""
    (people,) = figures("In Multan 60 people died.")
    assert (people.nouns, people.people, people.things) == (frozenset(), True, False)


def test_the_places_are_those_of_the_clause(figures: Figures) -> None:
    """Also of a name that no table lists, where something is said to be in it."""
    assert figures("In Multan 60 people died, while Lahore was dry.")[0].places == {"c:multan"}
    assert figures("In Zorbina district 60 people died.")[0].places == {"n:zorbina"}


def test_people_of_one_state_are_counted_apart(figures: Figures) -> None:
    assert figures("The blast killed two Chinese workers.")[0].people_of == {"c:country_cn"}
    assert figures("The blast killed two workers in China.")[0].people_of == frozenset()


@pytest.mark.parametrize("text", ["17 dead, 3 missing", "Call Rescue 1122 now.", "She is aged 40."])
def test_what_counts_nothing_that_can_be_told_is_no_figure(text: str, figures: Figures) -> None:
    """A fragment without its occasion, a number in a name, an age."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Floods killed 61 people, 24 of them in Toba.", EN, ["24"]),
        ("Floods killed 61 people and injured 24.", EN, []),
        ("造成61人死亡，其中托巴24人死亡。", ZH, ["24"]),
        ("9节车厢中有4节车厢脱轨。", ZH, ["4"]),
    ],
)
def test_a_part_is_told_from_its_whole(text: str, language: Language, parts: list[str], figures: Figures) -> None:
    assert [figure.value.span.slice(text) for figure in figures(text, language) if figure.aside] == parts
