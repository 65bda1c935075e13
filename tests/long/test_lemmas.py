"""Every word of every dictionary has the lemma that simplemma gives it, read from the file and out of a snapshot."""

from __future__ import annotations

import pytest
import simplemma
from simplemma.strategies import DefaultDictionaryFactory

from cpecbot.language.text.inflection.dictionaries import Dictionary
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.snapshot.packing import pack, unpack
from fakes.languages import LANGUAGES

CODES = {language.code: code for language in LANGUAGES if (code := language.read(FormsFile).dictionary.code)}


@pytest.mark.parametrize(("language", "code"), CODES.items())
def test_every_word_has_the_lemma_that_simplemma_gives_it(language: str, code: str) -> None:
    dictionary = unpack(pack(Dictionary(LANGUAGES[language])))
    assert isinstance(dictionary, Dictionary)
    known = DefaultDictionaryFactory().get_dictionary(code)
    kept = dictionary.words()
    assert len(kept) == len(known) > 10_000
    assert all(kept[word] == lemma for word, lemma in known.items())


@pytest.mark.parametrize(("language", "code"), CODES.items())
def test_words_that_are_not_listed_go_through_its_rules(language: str, code: str) -> None:
    """Those of the dictionary with a letter less, a letter more and a capital."""
    dictionary = Dictionary(LANGUAGES[language])
    listed = list(DefaultDictionaryFactory().get_dictionary(code))[::97]
    for word in (each for every in listed for each in (every[:-1], f"{every}s", every.capitalize()) if each):
        assert dictionary.lemma(word) == simplemma.lemmatize(word, lang=code), word
        assert dictionary.lists(word) == simplemma.is_known(word, lang=code), word
