"""The forms of the general vocabulary, and what they mean where they stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.matching import token_texts
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language


def forms(glossary: Glossary, language: Language) -> Iterator[tuple[str, str]]:
    """Each key of the vocabulary with each of its forms."""
    for key, concept in glossary.vocabulary.items():
        for form in concept.forms.get(language, ()):
            yield key, form


def meant(glossary: Glossary, text: str, language: Language) -> frozenset[str]:
    """What ``text`` speaks of in so many words: no wider concepts, no parts of phrases."""
    found = glossary.read(text, (language,))
    return frozenset(match.concept for match in found if not match.implied and not match.part)


def is_grammar(form: str, language: Language) -> bool:
    """Whether ``form`` is nothing but words of grammar, which mean nothing by themselves."""
    grammar, words = function_words(language), token_texts(fold_text(form))
    return "".join(words) in grammar or (language.profile.spaced and grammar.issuperset(words))


def unfound(glossary: Glossary, language: Language, step: int = 1) -> list[tuple[str, str]]:
    """Of every so many forms, those that are not found where they stand alone, but for grammar: it is to be shown."""
    return [
        (key, form)
        for key, form in islice(forms(glossary, language), 0, None, step)
        if not is_grammar(form, language) and key not in meant(glossary, form, language)
    ]
