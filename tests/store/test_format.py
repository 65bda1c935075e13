"""Entries are read back from their bytes exactly as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import DecodeError, ValidationError

from cpecbot.answering import Library
from cpecbot.language.analysis import Analyzer
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span
from cpecbot.store.entries import Entry, read_article
from cpecbot.store.format import decoder_of, encode
from fakes.languages import EN, LANGUAGES
from shipped import glossary_of_the_field

ANALYZER = Analyzer(glossary_of_the_field(), LANGUAGES)
DECODER = decoder_of(Entry, LANGUAGES)


def test_every_entry_of_the_articles_comes_back(library: Library) -> None:
    entries = [entry for source in library.store.sources for entry in library.store.entries(source)]
    read = [DECODER.decode(encode(entry)) for entry in entries]
    assert read == entries
    amounts = [(value.low, value.high) for entry in entries for value in entry.analysis.values]
    again = [(value.low, value.high) for entry in read for value in entry.analysis.values]
    assert repr(again) == repr(amounts)


PIECES = (
    "3.5 billion dollars",
    "第十五轮",
    "عام 2013",
    "Ishaq Dar (DPM)",
    "he",
    "said",
    "“",
    "”",
    "5 ملین",
    "几十公里",
    "،",
    ".",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join), st.sampled_from(list(LANGUAGES)))
def test_whatever_is_read_comes_back(text: str, language: Language) -> None:
    article = Article("a", text, language)
    sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, article.language)
    (entry,) = read_article(article, [sentence], ANALYZER)
    assert DECODER.decode(encode(entry)) == entry


def test_bytes_that_are_no_entry_are_refused(library: Library) -> None:
    written = encode(library.store.entries(library.store.sources[0])[0])
    for broken in (b"", written[:-1], encode([1, 2])):
        with pytest.raises((DecodeError, ValidationError)):
            DECODER.decode(broken)


def test_a_language_that_is_unknown_is_refused() -> None:
    sentence = Sentence("a", Span(0, 1), ".", SentenceKind.BODY, EN)
    written = encode(sentence).replace(b"\xa2en", b"\xa2xx")
    with pytest.raises((KeyError, ValidationError)):
        decoder_of(Sentence, LANGUAGES).decode(written)


def test_what_is_no_value_of_an_entry_is_not_written() -> None:
    with pytest.raises(NotImplementedError):
        encode(object())
