"""What a cluster is sent and how its finds are ranked; tests/cluster asks a real one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.store.bm25 import BM25Index
from cpecbot.store.cluster.documents import entry_document, pack, unpacked, word
from cpecbot.store.cluster.generation import Average, generation_of
from cpecbot.store.cluster.head import vocabulary, written
from cpecbot.store.cluster.ranking import Scale
from cpecbot.store.cluster.remembered import Remembered
from cpecbot.store.format import encode
from fakes.entries import entries_of
from fakes.languages import AR, EN

BAGS = st.lists(st.lists(st.sampled_from("abcd"), max_size=60), min_size=1, max_size=8)


@given(BAGS, st.lists(st.sampled_from("abcdx"), max_size=6))
def test_a_text_scores_as_in_memory_to_the_last_digit(bags: list[list[str]], keys: list[str]) -> None:
    average = Average(len(bags), sum(map(len, bags)) / len(bags))
    scale = Scale(average, {key: sum(key in bag for bag in bags) for key in keys})
    expected = BM25Index(bags).scores(keys)
    for number, bag in enumerate(bags):
        assert (scale.score(keys, Counter(bag), len(bag)) or 0.0) == expected[number]


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_key_is_one_word_and_no_other_key_s(key: str, other: str) -> None:
    assert len(word(key).split()) == 1
    assert len(word(key)) <= 255
    assert (word(key) == word(other)) is (key == other)


def test_an_entry_comes_back_as_it_was() -> None:
    (entry,) = entries_of(("a", "l:port c:gwadar n:gwadar"))
    assert unpacked(pack(entry)) == encode(entry)
    document = entry_document(entry)
    assert (document["words"], document["meanings"], document["names"]) == ("l:port", "c:gwadar", "n:gwadar")
    assert document["keys"] == ["c:gwadar", "l:port", "n:gwadar"]


def test_words_are_counted_in_the_order_of_first_use_in_the_languages_asked_for() -> None:
    entries = entries_of(("a", "l:late l:port", AR), ("b", "l:port l:late", EN))
    kept = vocabulary(entries)
    assert [*written(kept, [EN]).items()] == [("port", 1), ("late", 1), ("mountain", 1)]
    assert [*written(kept, [EN, AR]).items()] == [("late", 2), ("port", 2), ("mountain", 2)]


def test_an_index_is_known_from_those_whose_names_only_begin_alike() -> None:
    assert generation_of("news-17-entries", "news") == generation_of("news-17-articles", "news") == "news-17"
    assert {generation_of(each, "news") for each in ("news-old-17-entries", "news-17", "newsx-17-entries")} == {""}
    assert generation_of("newsX17-entries", "news.") == ""


class TestRemembered:
    """Values that were fetched."""

    def test_only_what_is_not_here_is_fetched(self) -> None:
        fetched: list[str] = []
        remembered: Remembered[str, str] = Remembered(10, lambda: 0)
        assert remembered.get(["a"], _upper(fetched)) == {"a": "A"}
        assert remembered.get(["b", "a"], _upper(fetched)) == {"b": "B", "a": "A"}
        assert fetched == ["a", "b"]

    def test_the_oldest_go_first(self) -> None:
        fetched: list[str] = []
        remembered: Remembered[str, str] = Remembered(2, lambda: 0)
        for key in "abcba":
            remembered.get([key], _upper(fetched))
        assert fetched == ["a", "b", "c", "a"]

    def test_what_was_fetched_with_a_gap_is_not_kept(self) -> None:
        fetched: list[str] = []
        remembered: Remembered[str, str] = Remembered(10, lambda: len(fetched))
        assert [remembered.get(["a"], _upper(fetched)) for _ in range(2)] == [{"a": "A"}] * 2
        assert fetched == ["a", "a"]


def _upper(fetched: list[str]) -> Callable[[Collection[str]], Mapping[str, str]]:
    def fetch(keys: Collection[str]) -> Mapping[str, str]:
        fetched.extend(keys)
        return {key: key.upper() for key in keys}

    return fetch
