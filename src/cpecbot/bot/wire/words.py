"""The bot's own words, in the language of the person."""

from __future__ import annotations

from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, language_name, translator
from cpecbot.languages import Language

EXAMPLES = (Phrase.EXAMPLE_DATE, Phrase.EXAMPLE_TOPIC, Phrase.EXAMPLE_POSITION)


def say(phrase: Phrase, language: Language, /, **placeholders: object) -> str:
    return translator(language).text(phrase, **placeholders)


def count(phrase: Plural, number: int, language: Language, /, **placeholders: object) -> str:
    return translator(language).plural(phrase, number, **placeholders)


def native_name(language: Language) -> str:
    """What a language is called by those who speak it."""
    return language_name(language, language)


def example_questions(language: Language) -> tuple[str, ...]:
    """Questions to try."""
    return tuple(say(phrase, language) for phrase in EXAMPLES)
