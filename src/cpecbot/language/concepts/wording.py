"""In which of the languages that its letters leave open a short text reads as whole phrases.

«اصل چین واحد» is one name in Persian and three words in Urdu: its writer meant one thing.
"""

from __future__ import annotations

from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.siblings import Guess
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language

# In more words the grammar tells which language it is, and a word of another would be a false friend.
_LONGEST = 6
_ONE_NAME = (0, 1)


def language_of_phrases(text: str, guess: Guess, glossary: Glossary) -> Language:
    """The language that knows most words of ``text``, and of equals that in which it falls into the fewest names.

    A language that is less likely than others by its words must have the whole of ``text`` as one name of several
    words.
    """
    words = len(text.split())
    languages = guess.likeliest_first
    if len(languages) == 1 or words > _LONGEST:
        return guess.language
    pieces = {language: _pieces(text, language, glossary) for language in languages}
    best = min(guess.open, key=lambda language: pieces[language])
    whole = [language for language in guess.possible if pieces[language] == _ONE_NAME]
    return whole[0] if whole and words > 1 and best not in whole else best


def _pieces(text: str, language: Language, glossary: Glossary) -> tuple[int, int]:
    """How many words of ``text`` are neither grammar nor within a name, and how many names there are."""
    names = {match.span for match in glossary.match(text, language) if match.language == language}
    words = (token for token in tokenize(text) if token.text not in function_words(language))
    return sum(not any(name.contains(word.span) for name in names) for word in words), len(names)
