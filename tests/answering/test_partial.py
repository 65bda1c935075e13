"""Where some articles are out of reach, an answer says so, claims nothing of them, and nothing of it is remembered."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from cpecbot.answering import Library
from cpecbot.errors import StoreError
from cpecbot.models import AskOptions, Status
from cpecbot.store.memory import MemoryStore
from shipped import contrasts

GAZA, UNKNOWN = "What was said about Gaza?", "Who won the World Cup?"


class Torn(MemoryStore):
    """Loses sight of all sources but ``seen`` while these are given."""

    seen: Collection[str] | None = None

    def sources_holding(self, keys: Collection[str]) -> frozenset[str]:
        found = super().sources_holding(keys)
        if self.seen is None:
            return found
        self.gaps += 1
        return found & frozenset(self.seen)


@pytest.fixture
def torn(library: Library) -> Library:
    entries = [entry for source in library.store.sources for entry in library.store.entries(source)]
    return Library(library.corpus, Torn(entries), library.understanding, contrasts(), library.copies)


def lose_sight(library: Library) -> None:
    assert isinstance(library.store, Torn)
    library.store.seen = library.store.sources[:1]


def find_again(library: Library) -> None:
    assert isinstance(library.store, Torn)
    library.store.seen = None


def test_it_calls_nobody_silent(torn: Library, library: Library) -> None:
    assert library.ask(GAZA).silent_sources
    lose_sight(torn)
    answer = torn.ask(GAZA)
    assert answer.status is Status.ANSWERED
    assert answer.partial
    assert not answer.silent_sources


def test_a_refusal_names_no_word_that_nobody_says(torn: Library, library: Library) -> None:
    assert library.ask(UNKNOWN).missing
    lose_sight(torn)
    answer = torn.ask(UNKNOWN)
    assert (answer.status, answer.partial, answer.missing) == (Status.NO_ANSWER, True, ())


def test_what_takes_all_articles_is_refused(torn: Library) -> None:
    lose_sight(torn)
    with pytest.raises(StoreError, match="cannot be reached"):
        torn.coverage()
    with pytest.raises(StoreError, match="cannot be reached"):
        torn.ask("Which sources do not mention Gaza?")


def test_nothing_is_remembered_of_it(torn: Library, library: Library) -> None:
    lose_sight(torn)
    torn.ask(GAZA)
    with pytest.raises(StoreError):
        torn.coverage()
    find_again(torn)
    assert torn.ask(GAZA) == library.ask(GAZA)
    assert torn.coverage() == library.coverage()


def test_limits_are_told_beside_it(torn: Library) -> None:
    source = torn.store.sources[0]
    lose_sight(torn)
    assert torn.ask(GAZA, AskOptions(sources=(source,))).limits.sources == (source,)
