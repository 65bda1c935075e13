"""Words of each language that say little of what a text is about, and letters and words that tell which one it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, ClassVar

from pydantic import Field

from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.tables import Table

Letter = Annotated[str, Field(min_length=1, max_length=1)]


class Identification(Table):
    """What tells a language from the others of its script; needless where it has the script to itself.

    ``own_letters`` speak for it and ``never_letters`` against it, with a vote for each word that has one. ``words``
    (separated by white space) tell more than others: each has a vote, and one more than a function word has anyway. Of
    other words, one with one of the ``prefixes`` has a vote, and one that is light, or has one of the ``letters`` or
    ``suffixes``, half a vote. ``typed`` are letters that other keyboards give, and what stands for them in the lists: a
    word with such a letter has half a vote less. Letter case does not matter.
    """

    own_letters: str = ""
    never_letters: str = ""
    letters: str = ""
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    words: str = ""
    typed: dict[Letter, Letter] = Field(default_factory=dict)


class WordsFile(Table):
    """``words.toml``: words with white space between them; ``others`` are of languages that nothing here reads."""

    file: ClassVar[str] = "words.toml"

    function: str = ""
    light: str = ""
    others: str = ""
    identification: Identification = Field(default_factory=Identification)


def function_words(language: Language) -> frozenset[str]:
    """Folded words that carry the grammar of a sentence."""
    return language.once(_function)


def light_words(language: Language) -> frozenset[str]:
    """Folded words that a question is put with rather than about."""
    return language.once(_light)


def is_function_word(word: str, languages: Collection[Language]) -> bool:
    """Whether the folded ``word`` is one in any of ``languages``."""
    return any(word in function_words(language) for language in languages)


def _function(language: Language) -> frozenset[str]:
    return frozenset(fold_text(language.read(WordsFile).function).split())


def _light(language: Language) -> frozenset[str]:
    return frozenset(fold_text(language.read(WordsFile).light).split())
