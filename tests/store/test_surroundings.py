"""What stands before a sentence, and what it may so mean without naming it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.models import Sentence, SentenceKind, Span
from cpecbot.store.surroundings import NOWHERE, Follower, Surroundings
from fakes.languages import EN

STATES = frozenset({"c:norway", "c:sweden", "c:malta"})


def keys(written: str) -> frozenset[str]:
    return frozenset(written.split())


def followed(*sentences: str, follower: Follower | None = None, headings: Iterable[int] = ()) -> list[Surroundings]:
    """The surroundings of sentences that hold just these keys; those of ``headings`` are headings."""
    listed, follower = frozenset(headings), follower or Follower(STATES)
    found = []
    for place, written in enumerate(sentences):
        kind = SentenceKind.HEADING if place in listed else SentenceKind.BODY
        sentence = Sentence("a", Span(0, len(written)), written, kind, EN)
        found.append(follower.next(sentence, keys(written), written.split()))
    return found


def test_two_statements_are_remembered() -> None:
    before = [each.before for each in followed("one", "two", "three", "four")]
    assert before == [keys(""), keys("one"), keys("one two"), keys("two three")]


def test_a_heading_stays_above_what_follows_it_until_the_next_one() -> None:
    before = [each.before for each in followed("one", "head", "two", "three", "four", "neck", "five", headings=[1, 5])]
    assert before[2] == keys("head")
    assert before[4] == keys("head two three")
    assert before[6] == keys("neck")


def test_an_article_opens_with_its_headings_and_its_first_statement() -> None:
    opening = [each.opening for each in followed("head", "one", "two", "neck", "three", headings=[0, 3])]
    assert opening[:2] == [keys(""), keys("head")]
    assert opening[2:] == [keys("head one")] * 3


def test_a_title_apart_from_the_text_opens_it_too() -> None:
    titled = followed("one", "two", follower=Follower(STATES, keys("title")))
    assert [each.opening for each in titled] == [keys("title"), keys("title one")]


def test_the_day_of_publication_is_that_of_every_sentence() -> None:
    dated = followed("one", "two", follower=Follower(STATES, published=keys("v:year:2026")))
    assert [each.published for each in dated] == [keys("v:year:2026")] * 2


def test_both_sides_are_the_two_states_that_were_last_named_together() -> None:
    parties = [
        each.parties
        for each in followed(
            "c:norway c:goat c:sweden c:malta",
            "c:goat",
            "c:malta c:malta c:goat",
            "c:malta c:sweden",
            "c:goat",
        )
    ]
    first, second = keys("c:norway c:sweden"), keys("c:malta c:sweden")
    assert parties == [frozenset(), first, first, first, second]


def test_a_sentence_that_begins_with_a_pronoun_refers() -> None:
    assert [each.refers for each in followed("they left", "Ann left")] == [True, False]


@pytest.mark.parametrize(
    ("asked", "before", "opening"),
    [("one", True, False), ("two", True, False), ("head", False, True), ("six", False, False), ("", False, False)],
)
def test_what_it_names_before_and_at_its_opening(asked: str, before: bool, opening: bool) -> None:
    around = Surroundings(keys("one two x"), keys("head y"))
    assert around.names_before(keys(asked)) == before
    assert around.names_at_its_opening(keys(asked)) == opening
    assert around.names_nearby(keys(asked)) == (before or opening)


WRITTEN = st.lists(st.sampled_from(["c:norway", "c:sweden", "c:malta", "c:goat", "l:they"]), max_size=4)


@given(st.lists(st.tuples(WRITTEN, st.booleans()), max_size=8))
def test_nothing_is_remembered_that_was_not_there(written: list[tuple[list[str], bool]]) -> None:
    headings = [place for place, (_, heading) in enumerate(written) if heading]
    found = followed(*(" ".join(words) for words, _ in written), headings=headings)
    for place, around in enumerate(found):
        earlier = {key for words, _ in written[:place] for key in words}
        assert all(each <= earlier for each in (around.before, around.opening, around.parties))
        assert len(around.parties) in {0, 2}
        assert around.parties <= STATES
        assert not around.names_nearby(frozenset())
        assert not NOWHERE.names_nearby(earlier)
