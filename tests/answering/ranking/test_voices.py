"""What several sources print in the same words is quoted once, for all of them."""

from __future__ import annotations

from msgspec.structs import replace

from answering.conftest import Telling
from cpecbot.models import Answer, AskOptions

WIRE = (
    "A ferry left Gwadar for Muscat on Saturday, the first on the route in ten years. "
    "It carried 84 passengers and a crew of 19, the harbour master said. "
    "Passengers paid Rs18,500 for a seat and Rs31,000 for a berth in a cabin. "
    "The ferry will sail twice a week from May if the trial goes well."
)
OWN = "Hotels wait for guests. The ferry carried 84 passengers to Muscat, of whom only four slept in Gwadar that night."
QUESTION = "How many passengers did the ferry carry?"
ALL = AskOptions(limit=5, per_source=2)


def voices(answer: Answer) -> list[tuple[str, tuple[str, ...]]]:
    return [(quote.source, quote.copies) for quote in answer.quotes]


def test_copies_take_one_quote_and_none_of_them_is_silent(telling_everyday: Telling) -> None:
    answer = telling_everyday(WIRE, WIRE, OWN, WIRE).ask(QUESTION, ALL)
    assert sorted(voices(answer)) == [("a", ("b", "d")), ("c", ())]
    assert answer.silent_sources == ()
    assert answer.also_speaking == ()


def test_the_quote_is_the_original_s_though_a_copy_says_it_better(telling_everyday: Telling) -> None:
    cut = WIRE.replace(", the harbour master said", "")
    answer = telling_everyday(WIRE, cut).ask(QUESTION, ALL)
    assert voices(answer) == [("a", ("b",))]
    assert answer.quotes[0].text.endswith("the harbour master said.")


def test_only_what_the_asker_admits_counts(telling_everyday: Telling) -> None:
    library = telling_everyday(WIRE, WIRE, WIRE)
    assert voices(library.ask(QUESTION, replace(ALL, sources=("b", "c")))) == [("b", ("c",))]
    assert voices(library.ask(f"source:c {QUESTION}", ALL)) == [("c", ())]


def test_a_copy_with_another_figure_is_quoted_by_itself(telling_everyday: Telling) -> None:
    answer = telling_everyday(WIRE, WIRE.replace("84", "48")).ask(QUESTION, ALL)
    assert sorted(voices(answer)) == [("a", ()), ("b", ())]


def test_further_quotes_of_a_copy_have_to_add_something(telling_everyday: Telling) -> None:
    """It has been heard with the first quote, as its original has."""
    answer = telling_everyday(WIRE, f"{WIRE} The ferry was late.").ask(QUESTION, replace(ALL, per_source=1))
    assert voices(answer) == [("a", ("b",))]
