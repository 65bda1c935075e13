"""A store on disk answers as one in memory does, bit for bit, and trusts no file that is not whole."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cpecbot.errors import StorageError
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.snapshot.packing import pack, unpack
from cpecbot.store.disk import DiskStore, Writer
from cpecbot.store.disk.bounded import Bounded
from cpecbot.store.disk.file import open_to_add
from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store
from fakes.disk import GENERATION, on_disk, prepared, written
from fakes.entries import entries_of
from fakes.languages import AR, EN, LANGUAGES, ZH

SOURCES = "abcd"
KEYS = st.lists(st.sampled_from(["l:a", "l:b", "l:word", "p:b", "c:a", "c:b", "n:c", "n:word"]), max_size=6)
ARTICLES = st.lists(
    st.lists(st.tuples(KEYS.map(" ".join), st.sampled_from([EN, AR, ZH]), st.booleans()), max_size=4),
    max_size=len(SOURCES),
)
QUERIES = st.lists(st.sampled_from(["l:a", "l:b", "l:word", "c:a", "c:b", "n:c"]), max_size=5)


def entries_in(articles: list[list[tuple[str, Language, bool]]]) -> list[Entry]:
    """Of articles with sentences that hold some keys and may be headings."""
    listed = [(source, *each) for source, article in zip(SOURCES, articles, strict=False) for each in article]
    headings = [number for number, each in enumerate(listed) if each[3]]
    return entries_of(*((source, keys, language) for source, keys, language, _ in listed), headings=headings)


def asking(keys: list[str]) -> Query:
    units = [key for key in dict.fromkeys(keys) if not key.startswith("l:")]
    made = tuple(Unit(key, Span(place, place + 1), frozenset({key})) for place, key in enumerate(units))
    lemmas = tuple(key for key in keys if key.startswith("l:"))
    return Query(" ".join(key[2:] for key in keys) or ".", EN, QuestionKind.TOPIC, made, lemmas=lemmas)


def assert_same(one: Store, other: Store, keys: list[str], limit: int) -> None:
    query = asking(keys)
    assert (len(one), one.sources, one.languages) == (len(other), other.sources, other.languages)
    for sources in (frozenset(SOURCES), frozenset("ac")):
        assert one.candidates(query, sources, limit) == other.candidates(query, sources, limit)
        assert one.holding(keys, sources, limit) == other.holding(keys, sources, limit)
    assert one.frequency(keys) == other.frequency(keys)
    assert one.sources_holding(keys) == other.sources_holding(keys)
    assert one.together(keys[:1], keys[1:]) == other.together(keys[:1], keys[1:])
    assert one.resemblance(query) == other.resemblance(query)
    assert set(one.names()) == set(other.names())
    assert [one.entries(source) for source in SOURCES] == [other.entries(source) for source in SOURCES]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, QUERIES, st.integers(0, 4))
def test_it_answers_as_memory_does(
    tmp_path: Path, articles: list[list[tuple[str, Language, bool]]], keys: list[str], limit: int
) -> None:
    """The same entries in the same order, with the same scores."""
    entries = entries_in(articles)
    memory, disk = MemoryStore(entries), on_disk(tmp_path)(entries)
    assert_same(disk, memory, keys, limit)
    for languages in ([EN], [AR, ZH], [EN, AR, ZH]):
        assert list(disk.words(languages).items()) == list(memory.words(languages).items())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, ARTICLES, QUERIES, st.integers(0, 4), st.data())
def test_articles_are_added_and_taken_away_and_put_in_another_order(
    tmp_path: Path,
    before: list[list[tuple[str, Language, bool]]],
    added: list[list[tuple[str, Language, bool]]],
    keys: list[str],
    limit: int,
    data: st.DataObject,
) -> None:
    """Whatever was written before, the next generation answers as if it had been alone, and the last one as it did."""
    old = entries_in(before)
    path = written(tmp_path, old)
    first = DiskStore(path, GENERATION, LANGUAGES)
    kept = {source: [entry for entry in old if entry.sentence.source == source] for source in first.sources}
    new = {f"new {entry.sentence.source}": entries_in(added) for entry in entries_in(added)}
    new = {
        source: [
            replace(entry, sentence=replace(entry.sentence, source=source))
            for entry in listed
            if source.endswith(entry.sentence.source)
        ]
        for source, listed in new.items()
    }
    order = data.draw(st.permutations([*data.draw(st.sets(st.sampled_from([*kept, ""]))), *new]))
    order = [source for source in order if source]
    connection = open_to_add(path)
    writer = Writer(connection)
    numbers = dict(zip(kept, range(len(kept)), strict=True))
    numbers |= {source: writer.add(prepared(source, listed)) for source, listed in new.items()}
    writer.finish("two", [numbers[source] for source in order])
    connection.close()
    together = [entry for source in order for entry in {**kept, **new}[source]]
    memory = MemoryStore(replace(entry, number=number) for number, entry in enumerate(together))
    second = DiskStore(path, "two", LANGUAGES)
    assert_same(second, memory, keys, limit)
    assert dict(second.words([EN, AR])) == dict(memory.words([EN, AR]))
    assert_same(first, MemoryStore(old), keys, limit)
    assert_same(DiskStore(path, GENERATION, LANGUAGES), MemoryStore(old), keys, limit)


def test_what_was_not_finished_is_not_there(tmp_path: Path) -> None:
    """Whoever writes may be killed at any moment."""
    path = written(tmp_path, entries_of(("a", "l:port")))
    connection = open_to_add(path)
    Writer(connection).add(prepared("b", entries_of(("b", "l:port"))))
    connection.close()
    with pytest.raises(ValueError, match="other articles"):
        DiskStore(path, "two", LANGUAGES)
    assert len(DiskStore(path, GENERATION, LANGUAGES)) == 1


def test_a_file_of_another_version_or_kind_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, [])
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(ValueError, match="another version"):
        DiskStore(path, GENERATION, LANGUAGES)
    path.write_bytes(b"nothing like it" * 1000)
    with pytest.raises(sqlite3.Error):
        DiskStore(path, GENERATION, LANGUAGES)
    with pytest.raises(sqlite3.Error):
        DiskStore(path.parent / "nowhere.index", GENERATION, LANGUAGES)


def test_a_file_that_breaks_while_it_is_read_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, entries_of(("a", "l:port")))
    store = DiskStore(path, GENERATION, LANGUAGES)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE entries")
    connection.close()
    with pytest.raises(StorageError, match=r"entries\.index.*Remove the file"):
        store.entries("a")


def test_threads_share_it(tmp_path: Path) -> None:
    store = on_disk(tmp_path)(entries_of(*(("a", f"l:port l:w{number}") for number in range(50))))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda number: store.holding({f"l:w{number}"}, "a", 1)[0].number, range(50)))
    assert found == list(range(50))


def test_a_snapshot_keeps_where_it_is_read(tmp_path: Path) -> None:
    store = on_disk(tmp_path)(entries_of(("a", "l:port"), ("b", "l:port")))
    again = unpack(pack(store))
    assert isinstance(again, DiskStore)
    assert again.sources == ("a", "b")


def test_what_was_read_last_is_remembered_while_there_is_room() -> None:
    made: list[int] = []

    def make(number: int) -> str:
        made.append(number)
        return "x" * number

    remembered = Bounded(make, 5, len)
    assert [remembered[number] for number in (2, 3, 2, 1, 2, 3)] == ["x" * n for n in (2, 3, 2, 1, 2, 3)]
    assert made == [2, 3, 1, 3]
