"""Silence is proven, never concluded from the lack of a quote; what lies between is said as such."""

from __future__ import annotations

import pytest

from answering.conftest import Telling
from cpecbot.answering import Library
from cpecbot.models import Answer, AskOptions, Filters
from fakes.languages import AR, FA


def speaking(answer: Answer) -> list[str]:
    return [quote.source for quote in answer.also_speaking]


def test_an_article_on_something_else_in_the_same_town_is_silent(telling_everyday: Telling) -> None:
    library = telling_everyday("The tram to the harbour of Riga opened on 3 June.", "Rye bread is dearer in Riga.")
    assert library.ask("When did the tram to the harbour of Riga open?").silent_sources == ("b",)


def test_a_report_of_the_same_event_in_other_words_is_not_silent(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The treaty on tuna was signed in Suva on 4 May.",
        "Two ministers put their names to the treaty on tuna in Suva.",
    )
    answer = library.ask("When was the treaty on tuna signed?")
    assert answer.silent_sources == ()


def test_plain_words_that_no_other_language_is_known_to_hold_prove_nothing(telling_everyday: Telling) -> None:
    library = telling_everyday("The mine near Potosí caved in on 2 May.", "انهار منجم قرب بوتوسي.")
    assert library.ask("When did the mine cave in?").silent_sources == ()


def test_a_name_that_stands_nowhere_in_a_report_proves_its_silence(library: Library) -> None:
    silent = library.ask("What is said about Gaza?").silent_sources
    assert [source[:3] for source in silent] == ["000", "002", "003"]


@pytest.mark.parametrize("question", ["What is said about terrorism?", "راهداری اقتصادی چین و پاکستان", "معدنیات"])
def test_nobody_who_is_shown_or_can_be_is_called_silent(library: Library, question: str) -> None:
    answer = library.ask(question)
    noted = {source for note in answer.disagreements for side in note.sides for source in side.sources}
    shown = noted | {quote.source for quote in answer.quotes + answer.more}
    assert shown.isdisjoint(answer.silent_sources)


def test_who_speaks_of_it_without_answering_has_a_passage_at_the_end_of_more(library: Library) -> None:
    answer = library.ask("When was the seventh round of the strategic dialogue held?")
    assert [source[:3] for source in speaking(answer)] == ["003"]
    assert answer.more[-1:] == answer.also_speaking
    assert set(speaking(answer)).isdisjoint(quote.source for quote in answer.answering)


def test_who_reports_the_event_without_the_date_asked_for_gives_no_date(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The Kestrel dam was opened on 9 March.", "The Kestrel dam was opened by the queen.", "The Kestrel dam leaks."
    )
    answer = library.ask("When was the Kestrel dam opened?")
    assert answer.without_value == tuple(sorted(speaking(answer)))
    assert "b" in answer.without_value


def test_who_gives_a_date_near_it_is_not_said_to_give_none(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The Kestrel dam was opened on 9 March.",
        "On Tuesday many people came. The Kestrel dam was opened by the queen.",
    )
    assert "b" not in library.ask("When was the Kestrel dam opened?").without_value


def test_silence_is_said_within_the_limits_and_these_are_told(library: Library) -> None:
    answer = library.ask("lang:ar What is said about Gaza?", AskOptions(languages=(AR, FA)))
    assert answer.limits == Filters(languages=(AR,))
    assert [source[:3] for source in answer.silent_sources] == ["000"]
    assert library.ask("What is said about Gaza?").limits == Filters()


def test_what_a_person_is_shown_at_first_leaves_the_rest_for_later(library: Library) -> None:
    every, first = (library.ask("terrorism", AskOptions(at_first=count)) for count in (None, 2))
    assert first.quotes == every.quotes[:2]
    assert first.answering == every.answering


@pytest.mark.parametrize(
    "other",
    [
        "چھٹا اسٹریٹجک ڈائیلاگ 9 مارچ کو ہوا۔",
        "第六次战略对话3月9日举行。",
        "The sixth strategic dialogue was held on 9 March.",
    ],
)
def test_an_ordinal_tells_which_round_it_was(telling_everyday: Telling, other: str) -> None:
    library = telling_everyday("The sixth round of the strategic dialogue was held on 9 March.", other)
    quoted = library.ask("When was the sixth round of the strategic dialogue held?").quotes
    assert {quote.source for quote in quoted} == {"a", "b"}


def test_another_ordinal_tells_of_another_round(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The sixth round of the strategic dialogue was held on 9 March.",
        "The fourth strategic dialogue was held on 2 June.",
    )
    quoted = library.ask("When was the sixth round of the strategic dialogue held?").quotes
    assert {quote.source for quote in quoted} == {"a"}


def test_what_the_source_quoted_lacks_as_well_proves_nothing_of_others(library: Library) -> None:
    """No article speaks of an attack in the words of the question."""
    answer = library.ask("هل تقف الصين مع باكستان إذا تعرضت وحدة أراضيها للعدوان؟")
    assert answer.quotes
    assert answer.silent_sources == ()


def mentioned(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {quote.source: quote.mentions for quote in answer.also_speaking}


def test_a_source_is_not_said_to_mention_a_name_that_is_set_against_its_own(telling_everyday: Telling) -> None:
    library = telling_everyday(
        "The second phase of the corridor in Norway began on 4 May 2020.",
        "The upgraded version of the corridor in Norway is long.",
        "The second phase of the corridor in Norway is long.",
        *["Rye bread is dearer."] * 3,
    )
    told = mentioned(library.ask("When did the second stage of the corridor in Norway begin?"))
    assert set(told) == {"b", "c"}
    assert ["second stage" in told[source] for source in "bc"] == [False, True]


def test_nor_the_next_one_where_it_speaks_of_something_else_to_come(telling_everyday: Telling) -> None:
    library = telling_everyday("The next round of the dialogue will be held in Suva.", "The upcoming plan was praised.")
    answer = library.ask("Where will the next round be held?")
    assert [quote.source for quote in answer.quotes] == ["a"]
    assert mentioned(answer) == {}


def test_nor_what_was_done_where_it_tells_of_it_the_other_way_round(library: Library) -> None:
    told = mentioned(library.ask("What did Pakistan thank China for?"))
    assert all(not any("thank" in word for word in words) for words in told.values())
