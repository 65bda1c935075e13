"""Which words of a text may be names: by capitals, by what stands beside them, and by no dictionary listing them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.names.letters import spelt_out
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.names.pinyin import is_pinyin, pinyin
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.lemmas import has_dictionary, is_dictionary_word
from cpecbot.language.text.patterns import NOTHING
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import Token, is_han
from cpecbot.language.text.words import WordsFile, function_words, light_words
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN, VOWEL_SIGNS, Script

# They are no letters to Python, though they stand in words.
_WITHOUT_SIGNS = dict.fromkeys(map(ord, VOWEL_SIGNS))
_SHORTEST = 2
# A surname and two characters.
_LONGEST_OWN = 3
# Words of one name, with the one that tells that it is one.
_LONGEST_NAME = 3
# Before the syllables of a Chinese name, which are no spelling.
SYLLABLES = "="
# What may stand between two words of one name: a space, a hyphen, an apostrophe.
_WITHIN = expression(r"[\s\-'’‐]{0,2}")


class Name(Struct, frozen=True):
    """A word, or several that make one name, as ``form``: folded, without what stands between them.

    A Chinese name has its syllables for a form, behind a mark: it is known by these alone.
    """

    form: str
    span: Span


def names(text: str, tokens: Sequence[Token], language: Language, *, asked: bool = False) -> Iterator[Name]:
    """What of ``text``, in words in ``tokens``, may be a name, and what of it joined is one.

    In a question, which is ``asked`` with few words around it, a word of a script without capitals need not be shown
    to be one.
    """
    if not language.profile.spaced:
        yield from _unspaced(text, language)
    words = [token for token in tokens if not is_han(token.text)]
    habits = language.once(Habits)
    for place, token in enumerate(words):
        if habits.may_be_name(text, words, place, asked=asked):
            yield Name(token.text, token.span)
        joined = habits.joined(text, words, place)
        if joined:
            yield joined
        yield from habits.syllables(text, words, place)
    yield from (Name(form, place) for form, place in spelt_out(text, words, language))


def persons(text: str, tokens: Sequence[Token], language: Language) -> Iterator[Span]:
    """Where ``text`` names somebody with given name and surname, as far as ``language`` lists given names."""
    habits = language.once(Habits)
    behind = 0
    for place in range(len(tokens)):
        found = habits.person(text, tokens, place)
        if found and found.start >= behind:
            behind = found.end
            yield found


class Habits:
    """What shows names in one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(NamesFile)
        self._language = language
        self._capitals = any(map(str.isupper, language.profile.script.letters))
        # "It Was Just an Accident" may stand in a text of any language.
        latin = (peer for peer in language.peers if peer.profile.script is Script.LATIN and peer != language)
        foreign = {word for peer in latin for word in function_words(peer) if word.isascii()}
        self._grammar = function_words(language) | foreign
        self._written = frozenset(language.read(WordsFile).function.split())
        self._letters = (
            frozenset("".join(self._written)) if language.profile.script is not Script.LATIN else frozenset()
        )
        self._before, self._after, self.particles = map(_words, (file.before, file.after, file.particles))
        self._joined_before, self._joined_after = map(_words, (file.joined_before, file.joined_after))
        self._asks_before, self._asks_after = map(_words, (file.asks_before, file.asks_after))
        self._given = _words(file.given)

    def may_be_name(self, text: str, words: Sequence[Token], place: int, *, asked: bool) -> bool:
        word, written = words[place].text, words[place].span.slice(text)
        if len(word) < _SHORTEST or not word.translate(_WITHOUT_SIGNS).isalpha():
            return False
        if word in self.particles:
            return False
        if word in self._grammar:
            return self._only_folded(written) and self._introduced(text, words, place, asked=asked)
        if written[:1].isupper() or not is_common(words[place], text, self._language):
            return True
        return not self._capitals and self._introduced(text, words, place, asked=asked)

    def is_shown(self, text: str, words: Sequence[Token], place: int) -> bool:
        """Whether its writing or what stands beside it shows that a word is a name, known or unknown."""
        return words[place].span.slice(text)[:1].isupper() or self._introduced(text, words, place, asked=False)

    def _only_folded(self, written: str) -> bool:
        """Whether a word of grammar is another word as ``written``: علي is a name, على a preposition.

        A letter that no word of grammar has comes from the keyboard of another language and proves nothing.
        """
        return written not in self._written and self._letters.issuperset(written)

    def _is_grammar(self, word: str) -> bool:
        return word in self._grammar or word in self.particles

    def _introduced(self, text: str, words: Sequence[Token], place: int, *, asked: bool) -> bool:
        """Whether what stands before or behind the name that it is part of speaks of a person."""
        before = words[max(0, place - _LONGEST_NAME) : place][::-1]
        after = words[place + 1 : place + 1 + _LONGEST_NAME]
        if not self.particles.isdisjoint(token.text for token in (*before[:1], *after[:1])):
            return True
        leading = self._before | self._asks_before if asked else self._before
        following = self._after | self._asks_after if asked else self._after
        return self._reaches(text, before, leading, asked=asked) or self._reaches(text, after, following, asked=asked)

    def _reaches(self, text: str, words: Sequence[Token], telling: frozenset[str], *, asked: bool) -> bool:
        """Whether one of ``telling`` comes before anything that ends a name; in a question a strange word tells too."""
        for word in words:
            if word.text in telling:
                return True
            if self._is_grammar(word.text):
                return False
            if asked and not is_common(word, text, self._language):
                return True
        return False

    def person(self, text: str, words: Sequence[Token], place: int) -> Span | None:
        """The person whose given name stands at ``place``, with the words of the name behind it.

        A given name alone may be another word: محمد is told by what follows it. Behind two given names only a word
        that no dictionary lists goes on.
        """
        given = words[place]
        prepositional = given.text in self._grammar and not self._only_folded(given.span.slice(text))
        if given.text not in self._given or prepositional:
            return None
        end = place
        while end + 1 < len(words) and _are_together(text, words[end : end + 2]) and self._goes_on(text, words, end):
            end += 1
            if words[end].text not in self._given | self.particles | self._joined_before:
                break
        whole = end > place and words[end].text not in self.particles
        return Span(words[place].span.start, words[end].span.end) if whole else None

    def _goes_on(self, text: str, words: Sequence[Token], end: int) -> bool:
        word = words[end + 1]
        if word.text in self._given or word.text in self.particles or word.text in self._joined_before:
            return True
        if word.text in self._grammar or not word.text.isalpha():
            return False
        second = end > 0 and words[end - 1].text in self._given and words[end].text in self._given
        return not second or not is_common(word, text, self._language)

    def joined(self, text: str, words: Sequence[Token], place: int) -> Name | None:
        """The name that begins at ``place`` and goes on in the next word, or the one after an article."""
        for width in (2, 3):
            part = words[place : place + width]
            if len(part) < width or any(token.text not in self.particles for token in part[1:-1]):
                return None
            if self._make_one(part) and _are_together(text, part):
                return Name("".join(token.text for token in part), Span(part[0].span.start, part[-1].span.end))
        return None

    def _make_one(self, part: Sequence[Token]) -> bool:
        first, last = part[0].text, part[-1].text
        if last in self.particles or first in self.particles:
            return False
        return first in self._joined_before or last in self._joined_after

    def syllables(self, text: str, words: Sequence[Token], place: int) -> Iterator[Name]:
        """The Chinese names that begin at ``place``, of one word or two."""
        for width in (1, 2):
            part = words[place : place + width]
            if len(part) < width or not _is_syllable(text, part[-1]):
                return
            joined = "".join(token.text for token in part)
            if is_pinyin(joined, _SHORTEST) and _are_together(text, part):
                yield Name(SYLLABLES + joined, Span(part[0].span.start, part[-1].span.end))


def is_common(word: Token, text: str, language: Language) -> bool:
    """Whether a word of ``text`` is listed in a dictionary: of its language or, if none, of another of its script.

    It is looked up folded and as written, since dictionaries keep letters apart that folding unites (لحظة, لحظه).
    """
    forms = {word.text, word.span.slice(text).lower()}
    if not forms.isdisjoint(light_words(language)) or any(is_dictionary_word(form, language) for form in forms):
        return True
    if has_dictionary(language) or language.profile.script is Script.LATIN:
        return False
    alike = (peer for peer in language.peers if peer.profile.script is language.profile.script)
    return any(is_dictionary_word(form, peer) for peer in alike for form in forms)


def _is_syllable(text: str, word: Token) -> bool:
    return text[word.span.start].isupper() and is_pinyin(word.text)


def _are_together(text: str, part: Sequence[Token]) -> bool:
    between = (text[one.span.end : other.span.start] for one, other in pairwise(part))
    return all(_WITHIN.fullmatch(gap) for gap in between)


def _words(written: str) -> frozenset[str]:
    return frozenset(fold_text(written).split())


def _unspaced(text: str, language: Language) -> Iterator[Name]:
    """Runs of the characters that foreign names are written with; a surname with one or two characters."""
    foreign, own = language.once(_patterns)
    plain = simplify(text) if language.profile.script is Script.HAN else text
    for match in foreign.finditer(plain):
        yield Name(match.group(), Span(*match.span()))
    readings = language.read(NamesFile).readings
    for match in own.finditer(plain):
        for length in range(_SHORTEST, len(match.group(1)) + 1):
            name = Span(match.start(), match.start() + length)
            yield Name(SYLLABLES + "".join(pinyin(name.slice(plain), readings)), name)


def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Foreign names and, with nothing matched, where own names begin."""
    file = language.read(NamesFile)
    foreign, surnames = ("".join(written.split()) for written in (file.transcription, file.surnames))
    return (
        re.compile(f"[{re.escape(foreign)}]{{{_SHORTEST},}}" if foreign else NOTHING),
        re.compile(f"(?=([{re.escape(surnames)}][{HAN}]{{1,{_LONGEST_OWN - 1}}}))" if surnames else NOTHING),
    )
