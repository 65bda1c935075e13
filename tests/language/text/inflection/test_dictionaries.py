"""A dictionary that is read only where a word is looked up tells what simplemma's own reading tells."""

from __future__ import annotations

import lzma
import sys

import pytest
import simplemma
from simplemma.strategies import DefaultDictionaryFactory
from simplemma.strategies.dictionaries.dictionary_factory import DATA_FOLDER

from cpecbot.language.text.inflection import dictionaries
from cpecbot.language.text.inflection.dictionaries import Dictionary
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.inflection.front_coded import FrontCoded
from cpecbot.languages import Language
from cpecbot.snapshot.packing import pack, unpack
from fakes.languages import LANGUAGES

CODES = sorted({language.read(FormsFile).dictionary.code for language in LANGUAGES} - {""})
# Of another language, and small.
OTHER = "id"


def front_coded(code: str) -> FrontCoded:
    return FrontCoded(lzma.decompress((DATA_FOLDER / f"{code}.plzma").read_bytes()))


@pytest.mark.parametrize("code", [*CODES, OTHER])
def test_every_word_has_the_lemma_that_simplemma_gives_it(code: str) -> None:
    """And what is no word has none: a part of one, and one with more."""
    ours, theirs = front_coded(code), DefaultDictionaryFactory().get_dictionary(code)
    words = list(theirs)[:: len(theirs) // 1000]
    others = [each for word in words for each in (word[:-1], f"{word}x", word[:1] + word[2:], word.swapcase())]
    assert len(ours) == len(theirs)
    assert {word: ours.get(word) for word in words + others} == {word: theirs.get(word) for word in words + others}


def test_a_word_of_more_letters_than_a_byte_counts_is_found() -> None:
    ours = front_coded("en")
    (longest,) = [word for word in ours if len(word) >= 128]
    assert ours[longest] == longest
    others = (longest[:-1], longest + "x" * 300, longest[:150], "x" * 1000, f"{longest[:150]}x")
    assert not [word for word in others if word in ours]


@pytest.mark.parametrize("stream", [b"", b"SMFC1", b"SMFC2\x00\x01\x00\x01a\x00\x00", b"SMFC1\x00\x01\x00\x01a\x00"])
def test_what_is_written_otherwise_is_refused(stream: bytes) -> None:
    with pytest.raises(ValueError, match="front-coded"):
        FrontCoded(stream)


def test_the_least_dictionary_is_read() -> None:
    """Of "a", whose lemma is "b", and "ab", whose lemma is the same."""
    assert dict(FrontCoded(b"SMFC1\x00\x02\x00\x01a\x01\x01b\x01\x01b\xfe")) == {"a": "b", "ab": "b"}


def test_when_much_is_asked_the_words_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "_FEW", 2)
    dictionary = Dictionary(LANGUAGES["en"])
    asked = [dictionary.words() for _ in range(4)]
    assert [isinstance(each, FrontCoded) for each in asked] == [True, True, False, False]
    assert {each["geese"] for each in asked} == {"goose"}
    assert isinstance(Dictionary(LANGUAGES["ar"]).words(), FrontCoded)


def test_what_is_kept_tells_the_same_without_simplemma(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the words that are listed, and of others that were asked for."""
    dictionary, words = Dictionary(LANGUAGES["en"]), ("agreed", "geese", "Agreed", "kwyjibos")
    told = [(dictionary.lemma(word), dictionary.lists(word)) for word in words]
    again = unpack(pack(dictionary))
    assert isinstance(again, Dictionary)
    monkeypatch.setitem(sys.modules, "cpecbot.language.text.inflection.rules", None)
    assert [(again.lemma(word), again.lists(word)) for word in words] == told
    with pytest.raises(ImportError):
        again.lemma("gavagais")


def test_words_that_are_written_backwards_are_turned() -> None:
    """So that those of one ending stand together, as prefixes change."""
    assert dict(FrontCoded(b"SMFC1\x01\x02\x00\x02ab\x00\x00\x01\x01c\x00\x00")) == {"ba": "ba", "ca": "ca"}


@pytest.mark.parametrize("word", ["agreed", "Agreed", "geese", "kwyjibo", "well-known", "ministers'", "1950s", "五"])
def test_words_go_through_the_rules_of_simplemma_too(word: str) -> None:
    dictionary = Dictionary(LANGUAGES["en"])
    assert dictionary.lemma(word) == simplemma.lemmatize(word, lang="en")
    assert dictionary.lists(word) == simplemma.is_known(word, lang="en")
    assert not dictionary.lists("")


@pytest.mark.parametrize("language", list(LANGUAGES), ids=str)
def test_a_language_has_one_where_its_file_names_one(language: Language) -> None:
    assert bool(Dictionary(language)) is (language.read(FormsFile).dictionary.code in CODES)
