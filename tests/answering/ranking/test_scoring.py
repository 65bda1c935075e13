"""What a sentence counts for: its own words, its article's, wider ones, the kind asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from cpecbot.answering import Library
from cpecbot.answering.ranking.gathering import Candidates, candidates, listed
from cpecbot.answering.ranking.weighing import Weights
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Query, QuestionKind, Span, Unit, Value, ValueKind
from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from cpecbot.store.surroundings import Surroundings
from fakes.candidates import candidate, unit
from fakes.entries import entries_of
from fakes.languages import AR, EN

Telling = Callable[..., Library]

GWADAR = unit("c:gwadar", concept="gwadar")
PORT = unit("c:gwadar_port", concept="gwadar_port", broader="c:gwadar c:port")
TRADE = unit("c:trade")
EVERYWHERE = "abcdefghij"


@pytest.fixture(scope="module")
def glossary(library: Library) -> Glossary:
    return library.glossary


def found(
    entries: Sequence[Entry], glossary: Glossary, *units: Unit, kind: QuestionKind = QuestionKind.TOPIC, limit: int = 50
) -> Candidates:
    """The candidates for a question whose units all weigh one at home, the first of them three abroad."""
    query = Query("", EN, kind, units, lemmas=tuple(key for unit in units for key in unit.keys if key[0] == "l"))
    weights = Weights(dict.fromkeys(units, 1.0), {each: 3.0 - 2 * bool(place) for place, each in enumerate(units)}, ())
    return candidates(query, weights, MemoryStore(entries), glossary, EVERYWHERE, limit)


def covered(found: Candidates) -> dict[int, float]:
    """What each sentence covers, by its number."""
    return {each.entry.number: each.coverage for each in found.ranked}


def scores(found: Candidates) -> dict[int, object]:
    """The score of each sentence, by its number."""
    return {each.entry.number: pytest.approx(each.score) for each in found.ranked}


def coverage(glossary: Glossary, *sentences: tuple[str, str], units: Sequence[Unit]) -> dict[int, float]:
    return covered(found(entries_of(*sentences), glossary, *units))


# --- coverage ---------------------------------------------------------------------------------------------------------


def test_a_sentence_covers_the_share_of_the_weight_that_it_names(glossary: Glossary) -> None:
    sentences = ("a", "c:gwadar c:trade"), ("b", "c:gwadar")
    assert coverage(glossary, *sentences, units=[GWADAR, TRADE]) == {0: 1.0, 1: 0.5}


def test_what_its_article_names_elsewhere_counts_a_quarter(glossary: Glossary) -> None:
    sentences = ("a", "c:gwadar"), ("a", "c:trade"), ("b", "c:trade")
    quarter = (1 + 0.25) / 2
    assert coverage(glossary, *sentences, units=[GWADAR, TRADE]) == {0: quarter, 1: quarter, 2: 1 / 2}


def test_a_wider_concept_counts_a_half_and_in_an_article_on_the_thing_itself_eight_tenths(glossary: Glossary) -> None:
    """In a report on Gwadar port, "the port" is most likely that one."""
    sentences = ("a", "c:gwadar_port"), ("a", "c:port"), ("b", "c:port c:trade")
    assert coverage(glossary, *sentences, units=[PORT, TRADE]) == {0: 1 / 2, 1: 0.8 / 2, 2: (0.5 + 1) / 2}


def test_sentences_on_a_wider_concept_alone_are_looked_at_where_the_article_names_the_thing(glossary: Glossary) -> None:
    sentences = ("a", "c:gwadar_port"), ("a", "c:port"), ("b", "c:port")
    assert coverage(glossary, *sentences, units=[PORT]) == {0: 1.0, 1: 0.8}


def test_the_volume_of_trade_needs_no_such_article(glossary: Glossary) -> None:
    volume = unit("c:trade_volume", concept="trade_volume", broader="c:trade")
    assert coverage(glossary, ("a", "c:trade"), ("b", "c:port"), units=[volume]) == {0: 0.5}


def test_what_is_wider_tells_of_a_topic_and_comes_near_a_fact(glossary: Glossary) -> None:
    entries = entries_of(("a", "c:gwadar_port"), ("a", "c:port"), ("b", "c:port c:gwadar"))
    topic = found(entries, glossary, PORT, GWADAR).ranked
    fact = found(entries, glossary, PORT, GWADAR, kind=QuestionKind.WHO).ranked
    assert {each.entry.number: (each.closeness, each.coverage) for each in topic}[2] == (0.75, 0.75)
    assert {each.entry.number: (each.closeness, each.coverage) for each in fact}[2] == (0.75, 0.5)


def test_another_of_its_kind_comes_near_and_tells_nothing_but_of_a_theme(glossary: Glossary) -> None:
    """Where the article names the thing itself, it counts for what the article does."""
    rail = unit("c:railway", concept="railway", broader="c:transport")
    sentences = ("a", "c:port_qasim c:port c:gwadar"), ("b", "c:road c:transport c:gwadar")
    assert coverage(glossary, *sentences, units=[PORT, GWADAR]) == {0: 1 / 2, 1: 1 / 2}
    assert coverage(glossary, *sentences, units=[rail, GWADAR]) == {0: 1 / 2, 1: 0.75}
    on_it = ("a", "c:gwadar_port"), ("a", "c:port_qasim c:port")
    assert coverage(glossary, *on_it, units=[PORT]) == {0: 1.0, 1: 0.25}


def test_what_is_counted_in_a_town_is_not_what_is_counted_in_its_country(glossary: Glossary) -> None:
    town = unit("c:gwadar", concept="gwadar", broader="c:country_pk")
    entries = entries_of(("a", "c:gwadar"), ("a", "c:country_pk c:trade"))
    told = {kind: covered(found(entries, glossary, town, TRADE, kind=kind)) for kind in QuestionKind}
    assert (told[QuestionKind.TOPIC][1], told[QuestionKind.HOW_MANY][1]) == ((0.8 + 1) / 2, (0.25 + 1) / 2)


@pytest.mark.parametrize("both", ["c:side_party", "c:bilateral"])
def test_their_trade_in_a_report_on_two_countries_is_the_trade_of_these(both: str, glossary: Glossary) -> None:
    china, iran = (unit(f"c:country_{code}", concept=f"country_{code}") for code in ("cn", "ir"))
    both_named = Surroundings(parties=frozenset({"c:country_cn", "c:country_pk"}))
    first, second = entries_of(("a", "c:country_cn c:country_ir"), ("a", f"c:trade {both}"))
    entries = [first, replace(second, surroundings=both_named)]
    of_one, of_another = (covered(found(entries, glossary, state, TRADE)) for state in (china, iran))
    assert (of_one[1], of_another[1]) == ((0.95 + 1) / 2, (0.25 + 1) / 2)


def test_a_sentence_in_another_language_is_weighed_by_what_can_be_recognised_there(glossary: Glossary) -> None:
    entries = entries_of(("a", "c:gwadar", AR), ("b", "c:gwadar"))
    assert covered(found(entries, glossary, GWADAR, TRADE)) == {0: 3 / 4, 1: 1 / 2}


def test_nothing_asked_covers_nothing(glossary: Glossary) -> None:
    assert found(entries_of(("a", "c:gwadar")), glossary).ranked == ()


def test_only_allowed_sources_are_looked_at_and_a_cut_is_told(glossary: Glossary) -> None:
    entries = entries_of(("a", "c:gwadar"), ("a", "c:gwadar"), ("z", "c:gwadar"))
    everything, cut = found(entries, glossary, GWADAR, limit=2), found(entries, glossary, GWADAR, limit=1)
    assert (list(covered(everything)), everything.complete) == ([0, 1], True)
    assert (list(covered(cut)), cut.complete) == ([0], False)


# --- what orders them -------------------------------------------------------------------------------------------------


def test_bm25_decides_between_equals_with_a_tenth(glossary: Glossary) -> None:
    """The best adds a tenth, another its share of that."""
    ranked = found(entries_of(("a", "c:gwadar c:trade c:port"), ("b", "c:gwadar")), glossary, GWADAR).ranked
    assert [each.entry.number for each in ranked] == [1, 0]
    assert ranked[0].score == pytest.approx(1.1)
    assert ranked[1].score == pytest.approx(1 + 0.1 * ranked[1].relative)
    assert 0 < ranked[1].relative < 1


@pytest.mark.parametrize("key", ["next", "previous"])
def test_another_time_takes_fifteen_hundredths_unless_asked_for(key: str, glossary: Glossary) -> None:
    entries = entries_of(("a", f"c:gwadar c:{key}"))
    (told,) = found(entries, glossary, GWADAR).ranked
    assert told.score == pytest.approx(1 + 0.1 - 0.15)
    (told,) = found(entries, glossary, GWADAR, unit(f"c:{key}", concept=key)).ranked
    assert told.score == pytest.approx(1.1)


def holding(value: Value, *sentences: tuple[str, str]) -> list[Entry]:
    """Entries that all hold ``value``."""
    return [replace(entry, analysis=replace(entry.analysis, values=(value,))) for entry in entries_of(*sentences)]


DAY = Value(ValueKind.DATE, Span(0, 1), first=date(2026, 1, 4), last=date(2026, 1, 4))
SUM = Value(ValueKind.MONEY, Span(0, 1), 5.0, 5.0, "USD")


def test_the_kind_asked_for_adds_fifteen_hundredths_and_the_lead_three_more(glossary: Glossary) -> None:
    sentences = ("a", "c:gwadar"), ("a", "c:gwadar")
    told = found(holding(DAY, *sentences), glossary, GWADAR, kind=QuestionKind.WHEN)
    assert scores(told) == {0: 1 + 0.15 + 0.03 + 0.1, 1: 1 + 0.15 + 0.1}
    told = found(entries_of(*sentences), glossary, GWADAR, kind=QuestionKind.WHEN)
    assert scores(told) == {0: 1.1, 1: 1.1}


def test_the_unit_of_measure_is_said_by_saying_how_many(glossary: Glossary) -> None:
    year = unit("c:year", concept="year")
    (told,) = found(holding(DAY, ("a", "c:gwadar")), glossary, GWADAR, year, kind=QuestionKind.WHEN).ranked
    assert told.coverage == 1.0
    (told,) = found(entries_of(("a", "c:gwadar")), glossary, GWADAR, year, kind=QuestionKind.WHEN).ranked
    assert told.coverage == 0.5


@pytest.mark.parametrize(
    ("keys", "broader", "expected"),
    [
        ("c:trade", "c:trade", 0.8),
        ("c:trade c:trade_volume", "c:trade", 1.0),
        ("c:trade", "c:trade c:amount", 0.0),
    ],
)
def test_a_sum_beside_trade_tells_its_volume(keys: str, broader: str, expected: float, glossary: Glossary) -> None:
    """To eight tenths, where the sentence holds all that the volume is a kind of; else what is wider tells nothing."""
    volume = unit("c:trade_volume", concept="trade_volume", broader=broader)
    (told,) = found(holding(SUM, ("a", keys)), glossary, volume, kind=QuestionKind.HOW_MUCH).ranked
    assert (told.credit[volume] if told.coverage else 0.0, told.answering) == (pytest.approx(expected), (Span(0, 1),))


def test_an_amount_asked_for_is_a_part_of_the_question_and_told_by_its_value(glossary: Glossary) -> None:
    """Beside one unit that weighs one, the amount weighs one; and it tells nothing without anything else."""
    with_sum = covered(found(holding(SUM, ("a", "c:gwadar")), glossary, GWADAR, PORT, kind=QuestionKind.HOW_MUCH))
    without = covered(found(entries_of(("a", "c:gwadar")), glossary, GWADAR, PORT, kind=QuestionKind.HOW_MUCH))
    assert (with_sum, without) == ({0: (1 + 1) / (2 + 1)}, {0: 1 / (2 + 1)})


def test_a_word_of_a_name_counts_a_quarter_where_the_name_is_not_said(glossary: Glossary) -> None:
    golden = replace(unit("c:gold"), keys=frozenset({"c:gold", "c:golden_lion"}))
    lion = replace(unit("l:lion"), keys=frozenset({"l:lion", "c:golden_lion"}))
    sentences = ("a", "c:gold"), ("b", "c:golden_lion"), ("c", "c:trade")
    assert coverage(glossary, *sentences, units=[golden, lion]) == {0: 0.25 / 2, 1: 1.0}


def test_places_are_those_of_the_units_that_it_holds(glossary: Glossary) -> None:
    (entry,) = entries_of(("a", "c:gwadar c:trade"))
    terms = tuple(replace(term, span=Span(place, place + 1)) for place, term in enumerate(entry.analysis.terms))
    entry = replace(entry, analysis=replace(entry.analysis, terms=(terms[1], terms[0], terms[0])))
    (told,) = found([entry], glossary, GWADAR, unit("c:port")).ranked
    assert dict(told.matched) == {GWADAR: (Span(0, 1),)}
    assert dict(told.credit) == {GWADAR: 1.0, unit("c:port"): 0.0}


# --- sentences that say nothing more, and those that go on ------------------------------------------------------------


def scored(telling: Telling, text: str, question: str) -> dict[str, float]:
    return {each.sentence.text: each.score for each in telling(text).explain(question).sentences}


@pytest.mark.parametrize(
    ("bare", "telling_more", "question"),
    [
        ("The red barn.", "The red barn fell.", "What of the red barn?"),
        ("المخزن الأحمر.", "المخزن الأحمر انهار.", "ماذا عن المخزن الأحمر؟"),
        ("انبار سرخ.", "انبار سرخ فروریخت.", "انبار سرخ چطور؟"),
        ("سرخ گودام۔", "سرخ گودام گرا۔", "سرخ گودام کے بارے میں کیا؟"),
        ("红色谷仓。", "红色谷仓倒塌。", "红色谷仓怎么样？"),
    ],
)
def test_a_sentence_that_says_nothing_but_the_words_of_the_question_loses_three_tenths(
    telling: Telling, bare: str, telling_more: str, question: str
) -> None:
    scores = scored(telling, f"{bare} {telling_more}", question)
    assert scores[telling_more] - scores[bare] == pytest.approx(0.3, abs=0.1)  # BM25 prefers the shorter one
    assert scored(telling, bare, question)[bare] == pytest.approx(1.1 - 0.3)


def test_asked_whether_it_is_so_the_bare_words_answer(telling: Telling) -> None:
    assert scored(telling, "The barn is red.", "Is the barn red?") == {"The barn is red.": pytest.approx(1.1)}
    assert scored(telling, "The barn is red.", "What of the red barn?") == {"The barn is red.": pytest.approx(0.8)}


def test_a_sentence_without_a_word_of_the_question_is_not_bare(glossary: Glossary) -> None:
    """It speaks of a thing that its article names."""
    first, second = entries_of(("a", "c:gwadar_port"), ("a", "c:port"))
    second = replace(second, analysis=replace(second.analysis, tokens=()))
    assert scores(found([first, second], glossary, PORT))[1] == 0.8


def test_going_on_about_a_thing_that_was_named_adds_a_twentieth(glossary: Glossary) -> None:
    """The sentence that names it may say nothing that was asked."""
    trade = unit("l:trade")
    first, second = entries_of(("a", "c:gwadar l:other"), ("a", "l:trade l:other"))
    plain = scores(found([first, second], glossary, GWADAR, trade))
    before = Surroundings(before=frozenset({"c:gwadar"}))
    going_on = scores(found([first, replace(second, surroundings=before)], glossary, GWADAR, trade))
    assert going_on[0] == plain[0]
    gained = found([first, replace(second, surroundings=before)], glossary, GWADAR, trade).ranked
    (told,) = [each for each in gained if each.entry.number == 1]
    assert (told.coverage, told.score) == ((0.7 + 1) / 2, pytest.approx((0.7 + 1) / 2 + 0.05 + 0.1 * told.relative))


# --- a list of sentences ----------------------------------------------------------------------------------------------

NO_LETTERS = dict.fromkeys("abcde", 0.0)


def test_in_a_list_the_best_bm25_of_each_language_adds_a_quarter() -> None:
    ranked = (
        candidate("a", 0.9, number=0, relative=0.2),
        candidate("b", 0.8, number=1, relative=1.0),
        candidate("c", 0.7, number=2, relative=0.1, language=AR),
        candidate("d", 0.6, number=3, relative=0.05, language=AR),
        candidate("e", 0.5, number=4),
    )
    scores = {entry.number: score for entry, score in listed(Candidates(ranked, complete=True), NO_LETTERS)}
    assert scores == {
        0: pytest.approx(0.9 + 0.25 * 0.2),
        1: pytest.approx(0.8 + 0.25),
        2: pytest.approx(0.7 + 0.25),
        3: pytest.approx(0.6 + 0.25 * 0.5),
        4: pytest.approx(0.5),
    }
    assert list(scores) == [1, 0, 2, 3, 4]


def test_in_a_list_letters_raise_a_sentence_by_as_much_as_its_source_resembles_the_question() -> None:
    ranked = (candidate("a", 0.8, number=0), candidate("b", 0.6, number=1))
    scores = {entry.number: score for entry, score in listed(Candidates(ranked, complete=True), {"a": 0.0, "b": 0.5})}
    assert scores == {1: pytest.approx(0.9), 0: pytest.approx(0.8)}
    assert list(scores) == [1, 0]


def test_equals_are_listed_in_the_order_of_numbers_and_wider_ones_alone_too() -> None:
    ranked = (candidate("b", number=1), candidate("a", number=0))
    assert [entry.number for entry, _ in listed(Candidates(ranked, complete=True), NO_LETTERS)] == [0, 1]
    assert listed(Candidates((), complete=True), {}) == []
