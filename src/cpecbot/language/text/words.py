"""Words of each language that say little of what a text is about."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.tables import Table


class WordsFile(Table):
    """``words.toml``: words with white space between them."""

    file: ClassVar[str] = "words.toml"

    function: str = ""
    light: str = ""


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
