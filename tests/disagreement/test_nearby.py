"""Notes on a few sentences of a large corpus: the same as of a small one, at a cost that does not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from cpecbot.corpus import Corpus
from cpecbot.disagreement import Comparer, comparer
from cpecbot.disagreement.nearby import Nearby, _Place
from cpecbot.disagreement.reading.antecedents import in_order
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.models import Article, Dimension, Disagreement, Sentence
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN

Comparing = Callable[..., Comparer]
_PLACES = ("Balvik", "Dorsen", "Felmar", "Grunow", "Harsted", "Ilmenay", "Jorvale", "Kelbrun", "Lorvane", "Mirstad")


@pytest.fixture
def always_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every corpus is large."""
    monkeypatch.setattr(comparer, "COMPARED_WHOLE", 0)


def reports(count: int) -> Iterator[Article]:
    """Two articles on each of ``count`` fires; the first two part ways."""
    for number in range(count):
        place = _PLACES[number % 10] + "abcdefghij"[number // 10]
        for source, dead in (("a", 7 + number), ("b", 9 if not number else 7 + number)):
            text = f"A fire in {place} killed {dead} people.\n\nThe mayor of {place} thanked the firefighters."
            yield Article(f"{number:03}{source}", text, EN)


def first_sentence(made: Comparer) -> Sentence:
    return made._store.entries("000a")[0].sentence


def noted(made: Comparer) -> tuple[Disagreement, ...]:
    """The notes on the first sentence alone."""
    assert made._nearby is not None
    return tuple(each.note for each in made._nearby.notes([first_sentence(made)]))


@pytest.mark.usefixtures("always_nearby")
def test_what_is_told_otherwise_elsewhere_is_found(comparing: Comparing) -> None:
    note = noted(comparing(*reports(20)))[0]
    assert note.dimension is Dimension.COUNT
    assert [side.sources for side in note.sides] == [("000a",), ("000b",)]


@pytest.mark.usefixtures("always_nearby")
def test_the_gravest_is_that_of_the_whole(comparing: Comparing, monkeypatch: pytest.MonkeyPatch) -> None:
    large = comparing(*reports(20))
    monkeypatch.setattr(comparer, "COMPARED_WHOLE", 1000)
    small = comparing(*reports(20))
    assert noted(large)[0] in small.all()


@pytest.mark.parametrize(("sentences", "made"), [(4, True), (3, False)])
def test_a_corpus_of_few_sentences_is_compared_whole(
    sentences: int, made: bool, comparing: Comparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparer, "COMPARED_WHOLE", sentences)
    compared = comparing(*reports(1))
    compared.about([first_sentence(compared)])
    assert (compared._made is not None) is made


@pytest.mark.usefixtures("always_nearby")
def test_as_many_sentences_are_read_for_an_answer_in_a_corpus_of_any_size(
    comparing: Comparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And none a second time."""
    counts = []
    for size in (20, 60):
        made = comparing(*reports(size))
        read: list[object] = []
        real = Reader.read
        monkeypatch.setattr(Reader, "read", lambda *given, seen=read, real=real: seen.append(given) or real(*given))
        noted(made)
        counts.append(len(read))
        noted(made)
        assert len(read) == counts[-1]
        monkeypatch.setattr(Reader, "read", real)
    assert 2 <= counts[0] <= 5
    assert counts[1] <= 5


def test_a_sentence_read_by_itself_has_what_those_before_it_tell(
    corpus: Corpus, analyzer: Analyzer, reader: Reader
) -> None:
    """As it has where its whole article is read; what it is of matters only to its values."""
    store = MemoryStore(read_entries(corpus, analyzer))
    nearby = Nearby(store, corpus.articles, reader)
    for source, article in corpus.articles.items():
        entries = store.entries(source)
        whole = in_order((reader.read(entry, article.published) for entry in entries), reader)
        for entry, reading in zip(entries, whole, strict=True):
            alone = nearby._told(_Place(source, entry.number)).reading
            assert alone.coming == reading.coming
            if reading.amounts:
                assert (alone.things, alone.works) == (reading.things, reading.works)
