"""Which language a text in Latin letters is in, where it is one that has letters of its own.

Its small words tell, as far as they are no words of English: "in", "main" and "to" are words of Urdu, too. English
words among them tell little, since people mix the two: "CPEC phase 2 kab start hua".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.language.romanised.latin import LatinKnowledge
from cpecbot.language.romanised.romanised_file import RomanisedFile
from cpecbot.language.romanised.spellings import LatinWord, Spellings
from cpecbot.languages import Language, Languages

# A word that may be one of another language, beside one that tells.
_WEAK = 0.5
# One that is a small word of English, too.
_WEAKEST = 0.25
# So many words that may be others tell a language if half of the rest is its own.
_AS_MANY_TELL = 3
_HALF = 0.5
# So many small words make a question of a name.
_FEWEST = 2
# So much of all words have the small words to be.
_LEAST_SHARE = 0.25
# So many common English words each of them may stand beside.
_ENGLISH_BESIDE = 2

# A longer line is hardly a name, or a few words to search for.
_SHORTEST_QUESTION = 3


class Recognised(Struct, frozen=True):
    """The likeliest language, where so large a share of the other words are its own as would show it.

    Words of English may be ``mixed`` in.
    """

    language: Language
    share: float
    mixed: bool = True


class Recogniser:
    """Knows the spellings of the languages that have a ``romanised.toml``."""

    def __init__(self, languages: Languages, latin: LatinKnowledge) -> None:
        self._latin = latin
        self._spellings = {
            language: language.once(Spellings) for language in languages if language.read(RomanisedFile).words
        }

    def recognise(self, text: str, words: Sequence[LatinWord], likeliest: Language | None = None) -> Recognised | None:
        """What the ``words`` of ``text`` are in; None where it may as well be in a language of Latin letters.

        Of languages that are as likely by these it is the ``likeliest`` one.
        """
        found = (self._weigh(words, language, each) for language, each in self._spellings.items())
        weighed = [each for each in found if each is not None]
        best = max(weighed, key=lambda each: (each[0], each[2] == likeliest), default=None)
        if best is None:
            return None
        weight, share, language = best
        likely = share < 1.0 and self._outweighs(text, words, weight, self._spellings[language])
        if likely or not self._may_be_english(text, words, language, likeliest):
            return Recognised(language, share if likely else 1.0)
        return Recognised(language, 1.0, mixed=False) if self._has_no_english_grammar(text, words, language) else None

    def _weigh(
        self, words: Sequence[LatinWord], language: Language, spellings: Spellings
    ) -> tuple[float, float, Language] | None:
        """The weight of the small words of ``language``, and how much of the rest has to bear them out.

        None where English has more of them.
        """
        own = [word for word in words if spellings.may_be(word.text)]
        mine = {word.span for word in own}
        english = sum(word.span not in mine and word.text in self._latin.grammar for word in words)
        plain = [word for word in own if not word.capital and word.text not in self._latin.grammar]
        if not plain or len(own) <= english * _ENGLISH_BESIDE:
            return None
        strange = [word for word in plain if word.text in spellings.starts or not self._latin.knows(word.text)]
        telling = sum(spellings.is_telling(word.text) for word in strange)
        grammar = sum(word.text in self._latin.grammar for word in own)
        weight = telling + _WEAK * (len(own) - grammar - telling) + _WEAKEST * grammar
        share = 0.0 if telling else _HALF if len(strange) >= _AS_MANY_TELL else 1.0
        return (weight, share, language) if weight > english * _ENGLISH_BESIDE else None

    def _outweighs(self, text: str, words: Sequence[LatinWord], weight: float, spellings: Spellings) -> bool:
        other = self._beside(text, words, spellings)
        common = sum(not word.capital and self._latin.knows(word.text) for word in other)
        return weight >= _LEAST_SHARE * len(words) and _ENGLISH_BESIDE * weight >= common

    def _may_be_english(
        self, text: str, words: Sequence[LatinWord], language: Language, likeliest: Language | None
    ) -> bool:
        """Whether any of ``words`` that is no small word of ``language`` is one of English, or may be a name.

        A name beside a single one is in the ``likeliest`` language: "va kashmir?" behind a question in Persian.
        """
        spellings = self._spellings[language]
        own = sum(spellings.may_be(word.text) for word in words)
        other = self._beside(text, words, spellings)
        if not other and own < _FEWEST:
            return language != likeliest
        if all(self._latin.knows(word.text) for word in words):
            return True
        return any(word.capital or self._latin.knows(word.text) for word in other)

    def _has_no_english_grammar(self, text: str, words: Sequence[LatinWord], language: Language) -> bool:
        """Whether a question of several words has small words of ``language``, and no more others that English knows.

        English needs small words of its own: "bandar gavader chi shod" has none, and not all of it can be English.
        """
        spellings = self._spellings[language]
        own = [word for word in words if spellings.may_be(word.text)]
        other = self._beside(text, words, spellings)
        common = sum(self._latin.knows(word.text) for word in other)
        if any(word.text in self._latin.grammar for word in words) or all(
            self._latin.knows(word.text) for word in words
        ):
            return False
        return len(words) > _SHORTEST_QUESTION and len(own) >= max(1, common)

    def _beside(self, text: str, words: Sequence[LatinWord], spellings: Spellings) -> list[LatinWord]:
        """Those of ``words`` that are no small words, have none written onto their front, and are in no known name."""
        names = [match.span for match, is_name in self._latin.named(text) if is_name]
        begun = {after.span for one, after in pairwise(words) if one.text in spellings.starts}
        return [
            word
            for word in words
            if not spellings.may_be(word.text) and word.span not in begun and not word.span.overlaps_any(names)
        ]
