"""What every store promises: which entries, in which order, up to which limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.antecedents import How, Reference
from cpecbot.store.entries import Entry
from cpecbot.store.store import Ranking, Store
from cpecbot.store.surroundings import Surroundings
from fakes.entries import entries_of
from fakes.languages import AR, EN, ZH

MakeStore = Callable[[Iterable[Entry]], Store]
EVERYWHERE = frozenset("abc")
MANY = 100


def asking(*keys: str) -> Query:
    """A question in English: ``l:`` keys are its lemmas, the others those of its units."""
    lemmas = tuple(key for key in keys if key.startswith("l:"))
    units = tuple(
        Unit(key, Span(place, place + 1), frozenset({key}))
        for place, key in enumerate(keys)
        if not key.startswith("l:")
    )
    return Query(" ".join(key[2:] for key in keys), EN, QuestionKind.TOPIC, units, lemmas=lemmas)


def numbers(ranking: Ranking) -> list[int]:
    return [hit.entry.number for hit in ranking.hits]


def found(store: Store, *keys: str) -> list[int]:
    return numbers(store.candidates(asking(*keys), EVERYWHERE, MANY))


def test_an_empty_store_holds_and_finds_nothing(make_store: MakeStore) -> None:
    store = make_store([])
    assert (len(store), store.sources, store.languages) == (0, (), frozenset())
    assert store.candidates(asking("l:port", "c:gwadar"), EVERYWHERE, MANY) == Ranking((), complete=True)
    assert list(store.holding({"l:port"}, EVERYWHERE, MANY)) == []
    assert (store.frequency({"l:port"}), store.sources_holding({"l:port"})) == (0, frozenset())
    assert store.together({"l:port"}, {"l:port"}) == 0
    assert (list(store.entries("a")), dict(store.words([EN])), list(store.names())) == ([], {}, [])


def test_sources_and_entries_keep_the_order_of_the_corpus(make_store: MakeStore) -> None:
    entries = entries_of(("b", "l:port"), ("b", "l:road"), ("a", "l:rail"), headings=[0])
    store = make_store(entries)
    assert store.sources == ("b", "a")
    assert list(store.entries("b")) == entries[:2]
    assert (len(store), list(store.entries("nowhere"))) == (3, [])


def test_what_stands_for_something_named_is_found_by_its_keys(make_store: MakeStore) -> None:
    entries = entries_of(("a", "n:quist"), ("a", "l:jug"), ("a", "l:rug"), ("b", "l:jug"), headings=[2])
    meant = Surroundings(references=(Reference(Span(0, 1), frozenset({"n:quist"}), frozenset({"l:shop"}), How.NAME),))
    store = make_store([entries[0], *(replace(entry, surroundings=meant) for entry in entries[1:])])
    assert [each.number for each in store.standing_for({"n:quist", "l:jug"}, EVERYWHERE, MANY)] == [1, 3]
    assert [each.number for each in store.standing_for({"n:quist"}, {"b"}, MANY)] == [3]
    assert [each.number for each in store.standing_for({"n:quist"}, EVERYWHERE, 1)] == [1]
    assert list(store.standing_for({"l:shop"}, EVERYWHERE, MANY)) == []


def test_its_languages_are_those_of_its_entries(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("b", "l:port", AR)))
    assert store.languages == {EN, AR}


def test_the_entry_with_the_rarer_word_comes_first(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:road"), ("b", "l:road"), ("c", "l:port")))
    assert found(store, "l:road", "l:port")[0] == 2


def test_equal_entries_come_in_the_order_of_numbers(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("b", "l:port"), ("c", "l:port")))
    assert found(store, "l:port") == [0, 1, 2]


def test_a_sentence_is_lifted_by_the_subject_of_its_article(make_store: MakeStore) -> None:
    """Of two equal sentences the one comes first whose article speaks of the rest of the question."""
    store = make_store(entries_of(("a", "l:loan"), ("a", "l:rail"), ("b", "l:loan"), ("b", "l:port")))
    assert found(store, "l:loan", "l:port")[:2] == [3, 2]


def test_a_part_of_a_phrase_is_found_as_a_word_and_held_by_nobody(make_store: MakeStore) -> None:
    """The weather of "all-weather" may be searched for, but no sentence speaks of it."""
    store = make_store(entries_of(("a", "p:weather")))
    assert found(store, "l:weather") == [0]
    assert (store.frequency({"l:weather"}), list(store.holding({"l:weather"}, EVERYWHERE, MANY))) == (0, [])


def test_meanings_find_what_another_language_says(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("b", "c:port", AR), ("c", "l:rail c:rail", ZH)))
    assert set(found(store, "l:port", "c:port")) == {0, 1}


def test_its_own_words_alone_leave_meanings_out(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("b", "c:port", AR)))
    assert numbers(store.candidates(asking("l:port", "c:port"), EVERYWHERE, MANY, across=False)) == [0]


def test_what_words_score_in_the_own_language_meanings_do_not_raise(make_store: MakeStore) -> None:
    """A concept beside the same word would else count one thing twice."""
    store = make_store(entries_of(("a", "l:port"), ("b", "l:port c:port"), ("c", "c:port")))
    ranking = store.candidates(asking("l:port", "c:port"), EVERYWHERE, MANY)
    shares = {hit.entry.number: hit.relative for hit in ranking.hits}
    assert shares[0] == shares[1]
    assert 2 in shares


def test_headings_and_other_sources_are_no_candidates(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("a", "l:port"), ("b", "l:port"), headings=[0]))
    assert numbers(store.candidates(asking("l:port"), {"a"}, MANY)) == [1]
    assert numbers(store.candidates(asking("l:port"), set(), MANY)) == []


def test_shares_are_of_the_best_in_the_whole_store(make_store: MakeStore) -> None:
    """A question limited to one source does not make its poor sentence a good one."""
    store = make_store(entries_of(("a", "l:port"), ("b", "l:port l:road")))
    both = store.candidates(asking("l:port", "l:road"), EVERYWHERE, MANY)
    (alone,) = store.candidates(asking("l:port", "l:road"), {"a"}, MANY).hits
    assert (both.hits[0].relative, both.hits[0].entry.number) == (1.0, 1)
    assert 0 < alone.relative == both.hits[1].relative < 1


def test_the_limit_counts_each_language_by_itself_and_is_told(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port"), ("a", "l:port"), ("b", "c:port", AR), ("c", "c:port", ZH)))
    query = asking("l:port", "c:port")
    cut, whole = store.candidates(query, EVERYWHERE, 1), store.candidates(query, EVERYWHERE, 2)
    assert (sorted(numbers(cut)), cut.complete) == ([0, 2, 3], False)
    assert (sorted(numbers(whole)), whole.complete) == ([0, 1, 2, 3], True)
    assert store.candidates(query, EVERYWHERE, 0) == Ranking((), complete=False)


def test_holders_come_in_order_without_headings_up_to_the_limit(make_store: MakeStore) -> None:
    entries = entries_of(("a", "c:port"), ("a", "c:port"), ("b", "c:road"), ("c", "c:port"), headings=[0])
    store = make_store(entries)
    assert list(store.holding({"c:port", "c:road"}, EVERYWHERE, MANY)) == entries[1:]
    assert list(store.holding({"c:port", "c:road"}, EVERYWHERE, 2)) == entries[1:3]
    assert list(store.holding({"c:port"}, {"c"}, MANY)) == entries[3:]
    assert list(store.holding({"c:port"}, EVERYWHERE, 0)) == []
    assert list(store.holding(set(), EVERYWHERE, MANY)) == []


def test_headings_count_where_frequencies_and_sources_are_asked_for(make_store: MakeStore) -> None:
    """An article whose heading names a thing speaks of it."""
    store = make_store(entries_of(("a", "c:port"), ("b", "c:port c:road"), ("c", "c:rail"), headings=[0]))
    assert store.sources_holding({"c:port"}) == {"a", "b"}
    assert [store.frequency(keys) for keys in ({"c:port"}, {"c:port", "c:road"}, {"c:none"}, set())] == [2, 2, 0, 0]


def test_frequencies_are_told_of_many_at_once(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:port c:gwadar"), ("a", "l:port"), ("b", "c:gwadar"), headings=[2]))
    groups = [("l:port",), ("l:port", "c:gwadar"), ("c:nowhere",), ("l:port",), ()]
    assert [*store.frequencies(groups)] == [2, 3, 0, 2, 0]
    assert [*store.frequencies([])] == []


def test_what_stands_together_stands_in_one_sentence_under_any_of_its_keys(make_store: MakeStore) -> None:
    store = make_store(
        entries_of(("a", "l:rio l:grande"), ("a", "l:rio"), ("b", "c:river l:grande"), ("b", "l:rio p:grande"))
    )
    assert store.together({"l:rio"}, {"l:grande"}) == 1
    assert store.together({"l:rio", "c:river"}, {"l:grande"}) == 2
    assert store.together({"l:rio"}, {"l:rio"}) == 3
    assert [store.together(keys, {"l:rio"}) for keys in ({"l:none"}, set())] == [0, 0]


KEYS = st.lists(st.sampled_from(["l:a", "l:b", "p:b", "c:a", "c:b", "n:c"]), max_size=4).map(" ".join)
SENTENCES = st.lists(st.tuples(st.sampled_from("abc"), KEYS, st.sampled_from([EN, AR, ZH])), max_size=8)
QUERIES = st.lists(st.sampled_from(["l:a", "l:b", "c:a", "c:b", "n:c"]), max_size=4, unique=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENTENCES, QUERIES, st.sets(st.sampled_from("abc")), st.integers(0, 5))
def test_candidates_share_a_key_are_ranked_and_limited(
    make_store: MakeStore, sentences: list[tuple[str, str, Language]], keys: list[str], sources: set[str], limit: int
) -> None:
    """Whatever the entries and the question."""
    entries = entries_of(*sorted(sentences, key=lambda each: each[0]))
    store = make_store(entries)
    ranking = store.candidates(asking(*keys), sources, limit)
    order = [(-hit.relative, hit.entry.number) for hit in ranking.hits]
    assert order == sorted(order)
    assert all(0 < hit.relative <= 1 and hit.entry.sentence.source in sources for hit in ranking.hits)
    terms = [{term.key for term in hit.entry.analysis.terms} for hit in ranking.hits]
    assert all(not held.isdisjoint(keys) for held in terms)
    languages = [hit.entry.sentence.language for hit in ranking.hits]
    assert all(languages.count(language) <= limit for language in languages)
    everything = store.candidates(asking(*keys), sources, MANY)
    assert everything.complete
    assert ranking.complete == (len(ranking.hits) == len(everything.hits))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENTENCES, st.sets(st.sampled_from(["l:a", "l:b", "c:a", "c:b", "n:c"])))
def test_frequency_sources_and_holders_agree(
    make_store: MakeStore, sentences: list[tuple[str, str, Language]], keys: set[str]
) -> None:
    """All three say who holds a key."""
    entries = entries_of(*sorted(sentences, key=lambda each: each[0]))
    store = make_store(entries)
    holders = [entry for entry in entries if not entry.keys.isdisjoint(keys)]
    assert list(store.holding(keys, EVERYWHERE, MANY)) == holders
    assert store.frequency(keys) == len(holders)
    assert store.sources_holding(keys) == {entry.sentence.source for entry in holders}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENTENCES, *[st.sets(st.sampled_from(["l:a", "l:b", "c:a", "c:b", "n:c"]))] * 2)
def test_together_are_the_holders_of_both(
    make_store: MakeStore, sentences: list[tuple[str, str, Language]], first: set[str], second: set[str]
) -> None:
    entries = entries_of(*sorted(sentences, key=lambda each: each[0]))
    both = [entry for entry in entries if not entry.keys.isdisjoint(first) and not entry.keys.isdisjoint(second)]
    assert make_store(entries).together(first, second) == make_store(entries).together(second, first) == len(both)


def test_the_source_whose_words_look_most_like_the_question_resembles_it_fully(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:negotiation"), ("b", "l:negotiators l:sea"), ("c", "l:railway")))
    resemblance = store.resemblance(asking("l:negotiators"))
    assert resemblance["b"] == 1.0
    assert 0.0 < resemblance["a"] < 1.0
    assert resemblance["c"] == 0.0


def test_letters_tell_nothing_of_sources_in_another_language(make_store: MakeStore) -> None:
    store = make_store(entries_of(("a", "l:railway"), ("b", "l:negotiation", AR), ("c", "l:rail")))
    assert store.resemblance(asking("l:railway"))["a"] == 1.0
    assert 0.0 < store.resemblance(asking("l:railway"))["c"] < 1.0
    assert store.resemblance(asking("l:railway"))["b"] == 1.0
    assert store.resemblance(asking("l:xyz")) == dict.fromkeys("abc", 1.0)


@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_resemblance_is_a_share(make_store: MakeStore, words: list[str]) -> None:
    store = make_store(entries_of(*((str(place), f"l:{word}") for place, word in enumerate(words))))
    resemblance = store.resemblance(asking(f"l:{words[0]}"))
    assert set(resemblance) == set(map(str, range(len(words))))
    assert all(0.0 <= share <= 1.0 for share in resemblance.values())
    assert max(resemblance.values()) == 1.0
