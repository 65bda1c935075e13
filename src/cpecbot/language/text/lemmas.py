"""Lemmas: simplemma's dictionaries for English, Arabic and Persian, light affix rules where they end.

Arabic affixes follow Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007).
No library lemmatises Urdu; its rules cover the plural and oblique endings of nouns and adjectives. Results are folded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language

_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و")
_ARABIC_PROCLITICS = (*_ARABIC_PREFIXES, "ف", "ب", "ك", "ل", "س")
_ARABIC_SUFFIXES = ("هما", "ها", "هم", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_PERSIAN_SUFFIXES = ("هايشان", "هايي", "هاي", "ها", "ترين", "تر", "اني", "ان", "ات", "شان", "اش", "ي")
_URDU_SUFFIXES = ("يون", "ون", "يين", "ين", "ات", "يان", "يي", "ي", "ا", "ه")
_SHORTEST_STEM = 3
_WITH_DICTIONARY = frozenset({"en", "ar", "fa"})


def lemma(word: str, language: Language) -> str:
    """The folded lemma of a folded or raw ``word``; the word itself where the language has no rules."""
    return _lemma(word, language)


def has_dictionary(language: Language) -> bool:
    """Whether a dictionary of ``language`` tells its words from others."""
    return language.code in _WITH_DICTIONARY


@lru_cache(maxsize=32768)
def is_dictionary_word(word: str, language: Language) -> bool:
    """Whether the dictionary of ``language`` lists ``word``; False where there is no dictionary."""
    if not has_dictionary(language) or not word[:1].isalpha():
        return False
    import simplemma  # noqa: PLC0415 - its data takes a tenth of a second a language

    spelling = _persian_spelling(word) if language.code == "fa" else word
    if simplemma.is_known(spelling, lang=language.code):
        return True
    return language.code == "ar" and any(
        word.startswith(prefix) and simplemma.is_known(word.removeprefix(prefix), lang="ar")
        for prefix in _ARABIC_PROCLITICS
    )


@lru_cache(maxsize=65536)
def _lemma(word: str, language: Language) -> str:
    rule = _RULES.get(language.code)
    return rule(word) if rule and word[:1].isalpha() else word


def _english(word: str) -> str:
    return fold_text(_dictionary(word, "en"))


def _arabic(word: str) -> str:
    stem = fold_text(_dictionary(_without_future(word), "ar"))
    return _strip(stem, _ARABIC_PREFIXES, _ARABIC_SUFFIXES)


def _without_future(word: str) -> str:
    """سيركز as يركز: the dictionary lists verbs without the prefix of the future."""
    return word[1:] if len(word) > _SHORTEST_STEM + 1 and word[0] == "س" and word[1] in "يتن" else word


def _persian(word: str) -> str:
    stem = fold_text(_dictionary(_persian_spelling(word), "fa"))
    return _strip(stem, (), _PERSIAN_SUFFIXES)


def _urdu(word: str) -> str:
    return _strip(fold_text(word), (), _URDU_SUFFIXES)


def _persian_spelling(word: str) -> str:
    return word.replace("ي", "ی").replace("ك", "ک")


def _dictionary(word: str, code: str) -> str:
    import simplemma  # noqa: PLC0415 - its data takes a tenth of a second a language

    return simplemma.lemmatize(word, lang=code)


def _strip(word: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
            word = word[len(prefix) :]
            break
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


_RULES: dict[str, Callable[[str], str]] = {
    "en": _english,
    "ar": _arabic,
    "fa": _persian,
    "ur": _urdu,
}
