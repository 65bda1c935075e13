"""The notes of a snapshot: verbatim, made once, and looked up for an answer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.corpus import Corpus
from cpecbot.disagreement import Comparer, Contrasts, Sought
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Dimension, Disagreement, Level, QuestionKind, Sentence
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store
from fakes.languages import EN, LANGUAGES, UR

Texts = Callable[..., tuple[Disagreement, ...]]


@pytest.fixture(scope="module")
def store(corpus: Corpus, analyzer: Analyzer) -> Store:
    """The five articles, read."""
    return MemoryStore(read_entries(corpus, analyzer))


@pytest.fixture(scope="module")
def comparer(store: Store, corpus: Corpus, glossary: Glossary, contrasts: Contrasts) -> Comparer:
    """The comparer of the five articles."""
    return Comparer(store, corpus.articles, glossary, contrasts)


def asked(corpus: Corpus, words: str) -> list[Sentence]:
    """The sentences that hold ``words``."""
    return [each for listed in corpus.sentences.values() for each in listed if words in each.text]


def test_every_quote_is_a_slice_with_its_highlights_inside(comparer: Comparer, corpus: Corpus) -> None:
    for note in comparer.all():
        assert len(note.sides) > 1
        for side in note.sides:
            assert side.values
            for quote in side.quotes:
                assert quote.span.slice(corpus.articles[quote.source].text) == quote.text
                assert quote.highlights
                assert all(quote.span.contains(mark) for mark in quote.highlights)
                assert list(quote.highlights) == sorted(quote.highlights)


def test_the_round_and_the_parties_are_the_contradictions(comparer: Comparer) -> None:
    """Of the five articles only the first contradicts, in its round and its parties, and itself."""
    found = {(note.kind, note.dimension) for note in comparer.all() if note.level is Level.CONTRADICTION}
    assert found == {
        ("ordinal", Dimension.ORDINAL),
        ("party", Dimension.PARTY),
        ("inner:party", Dimension.PARTY),
    }


def test_nobody_is_quoted_for_countries_that_his_words_do_not_name(comparer: Comparer) -> None:
    (note,) = (each for each in comparer.all() if each.kind == "party")
    assert [(side.values, len(side.sources)) for side in note.sides] == [
        (("country_cn", "country_us"), 1),
        (("country_cn", "country_pk"), 4),
    ]


def test_the_first_article_reports_another_event(comparer: Comparer) -> None:
    """Wherever it takes a side it is marked, and no other is."""
    for note in comparer.all():
        sources = {source for side in note.sides for source in side.sources}
        assert {source[:3] for source in note.other_event} == {source[:3] for source in sources} & {"000"}


def test_contradictions_come_first_and_details_last(comparer: Comparer) -> None:
    levels = [tuple(Level).index(note.level) for note in comparer.all()]
    assert levels == sorted(levels)


@pytest.mark.parametrize(
    ("words", "concepts", "kind", "expected"),
    [
        ("ceasefire", {"gaza"}, QuestionKind.TOPIC, {Dimension.MODIFIER}),
        ("Xizang", {"xizang"}, QuestionKind.TOPIC, {Dimension.NAMING}),
        ("Seventh Round", {"round", "dialogue"}, QuestionKind.HOW_MANY, {Dimension.ORDINAL}),
        ("January 4", {"dialogue", "hold"}, QuestionKind.WHEN, set()),
        ("ceasefire", {"gaza"}, QuestionKind.HOW_MUCH, set()),
        ("Khunjerab", {"khunjerab"}, QuestionKind.TOPIC, set()),
    ],
)
def test_an_answer_gets_only_the_notes_that_lie_in_it(
    words: str, concepts: set[str], kind: QuestionKind, expected: set[Dimension], comparer: Comparer, corpus: Corpus
) -> None:
    found = comparer.about(asked(corpus, words), Sought(concepts, kind))
    assert {note.dimension for note in found} == expected


def test_notes_are_made_once_and_then_looked_up(
    comparer: Comparer, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked afterwards compares nothing anew."""
    comparer.all()
    monkeypatch.setattr("cpecbot.disagreement.comparison.compare", None)
    assert comparer.about(asked(corpus, "ceasefire"), Sought({"gaza"}))


def test_threads_get_the_same_notes(store: Store, corpus: Corpus, glossary: Glossary, contrasts: Contrasts) -> None:
    fresh = Comparer(store, corpus.articles, glossary, contrasts)
    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(lambda _: fresh.all(), range(4))
    assert all(each == first for each in others)


def test_every_subject_has_a_name_in_five_languages(comparer: Comparer) -> None:
    """A subject or value is named from the glossary or from the contrasts."""
    for note in comparer.all():
        for language in LANGUAGES:
            assert comparer.label(note.subject, language)
    assert comparer.label("version_2", EN) == "CPEC 2.0"
    assert comparer.label("country_cn", UR) == "چین"


@settings(max_examples=40, deadline=None)
@given(given_texts=st.lists(st.text(max_size=200), min_size=2, max_size=3), language=st.sampled_from(list(LANGUAGES)))
def test_any_texts_are_compared_without_a_slip(given_texts: list[str], language: Language, texts: Texts) -> None:
    """Whatever the code points, quotes are slices and each source is quoted from its own text."""
    for note in texts(*((text, language) for text in given_texts)):
        for side in note.sides:
            for quote in side.quotes:
                assert quote.text == quote.span.slice(given_texts[ord(quote.source) - ord("a")])


def test_no_articles_make_no_notes(glossary: Glossary, contrasts: Contrasts) -> None:
    articles: dict[str, Article] = {}
    assert Comparer(MemoryStore([]), articles, glossary, contrasts).all() == ()
