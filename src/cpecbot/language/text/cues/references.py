"""Words that stand for what was named before: "they agreed", 双方同意, and "this bridge"."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from cpecbot.language.text.folding import fold, fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table

# Before it may stand a word such as "also" or "later", or a verb where that comes first, in words.
_BEFORE = 2


class Unsaid(StrEnum):
    """Which verbs a language begins a sentence with to go on about whoever was named: of saying, or of any deed."""

    NONE = ""
    SAYING = "saying"
    DEEDS = "deeds"


class ReferencesFile(Table):
    """``references.toml``: ``opening`` are words that stand for what was named, at the beginning of a sentence.

    Of these ``persons`` stand only for somebody, ``things`` only for something,
    ``both`` for two who were named together; what begins with one of ``none`` looks
    like one of them. A noun behind one of ``pointing`` is what was named, behind one of ``another`` something new; in a
    ``bare`` language it may be what was named without such a word. Where it is ``noun_last``, what tells one of a kind
    from another stands before the noun. ``linking`` may stand before a verb whose subject is
    ``unsaid``. Between a noun and a name that says which one is meant stands a word of ``of_behind``, as "of", or
    between the name and its noun one of ``of_before``, as 的.
    """

    file: ClassVar[str] = "references.toml"

    opening: Phrases = ()
    persons: Phrases = ()
    things: Phrases = ()
    both: Phrases = ()
    none: Phrases = ()
    pointing: Phrases = ()
    another: Phrases = ()
    bare: bool = False
    noun_last: bool = False
    unsaid: Unsaid = Unsaid.NONE
    linking: Phrases = ()
    of_behind: Phrases = ()
    of_before: Phrases = ()


class Opening(Struct, frozen=True):
    """Where a sentence has the word by which it opens with what was named, in code points, and what that may be."""

    span: Span
    person: bool
    thing: bool
    both: bool


class References:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(ReferencesFile)
        self._language = language
        self._spaced = language.profile.spaced
        forms = language.read(FormsFile).inflection
        self.joined = any_of(longest_first(map(fold_text, forms.conjunctions))) if forms.conjunctions else ""
        sorts = (file.persons, file.things, file.both)
        self._persons, self._things, self._both = (frozenset(map(fold_text, each)) for each in sorts)
        self._opening = self._compiled_opening(file)
        article = fold_text(forms.article)
        prepositions = any_of(longest_first(fold_text(each) for each in forms.prepositions if each != forms.article))
        # Before its own article a preposition may be written with it: بالجسر, للجسر.
        self._article = re.compile(rf"(?:{self.joined or ''})?(?:{prepositions})?{article}" if article else NOTHING)
        self._pointing, self._another = (self._before(each) for each in (file.pointing, file.another))
        self.of_behind, self.of_before = (self._between(each) for each in (file.of_behind, file.of_before))
        self.bare, self.unsaid, self.noun_last = file.bare, file.unsaid, file.noun_last
        # Where there are no capitals, a word that no dictionary knows may be part of a name.
        self.unmarked_names = self._spaced and not any(map(str.isupper, language.profile.script.letters))
        linking = any_of(longest_first(map(fold_text, file.linking)))
        self.linking = rf"\W*(?:(?:{linking})\W*)?(?:{self.joined})?" if self.joined else rf"\W*(?:(?:{linking})\W*)?"

    def plain(self, text: str) -> str:
        """``text`` folded as these words are, as long as ``fold`` makes it."""
        return fold_simply(text, self._language).text

    def opening(self, text: str) -> Opening | None:
        """The word by which ``text``, a sentence, begins with what was named, or nearly so."""
        found = self._opening.match(self.plain(text))
        if found is None:
            return None
        word, span = found.group("word"), Span(*found.span("word"))
        return Opening(fold(text).original(span), word in self._persons, word in self._things, word in self._both)

    def points_at(self, text: str, place: Span) -> bool:
        """Whether the noun at ``place`` is marked as one that was named: by a word before it, or its own article."""
        if self._article.match(self.plain(place.slice(text))):
            return True
        return bool(self._pointing.search(self.plain(text[max(0, place.start - 20) : place.start])))

    def introduces(self, text: str, place: Span) -> bool:
        """Whether the noun at ``place`` is marked as something new."""
        return bool(self._another.search(self.plain(text[max(0, place.start - 20) : place.start])))

    def links(self, text: str) -> bool:
        """Whether ``text`` is but a word that may stand before a verb whose subject is left out, or nothing."""
        return re.fullmatch(self.linking, self.plain(text)) is not None

    def _compiled_opening(self, file: ReferencesFile) -> re.Pattern[str]:
        words = longest_first(map(fold_text, file.opening))
        if not words:
            return re.compile(NOTHING)
        none = any_of(longest_first(map(fold_text, file.none)))
        if not self._spaced:
            return re.compile(rf"\W*(?!{none})(?P<word>{any_of(words)})")
        written = rf"(?:{self.joined})?" if self.joined else ""
        return re.compile(
            rf"\W*(?:[\w'-]+\W+){{0,{_BEFORE}}}?{written}(?!(?:{none})(?!\w))(?P<word>{any_of(words)})(?!\w)"
        )

    def _before(self, phrases: Phrases) -> re.Pattern[str]:
        words = any_of(longest_first(map(fold_text, phrases)))
        if not self._spaced:
            return re.compile(rf"(?:{words})$")
        return re.compile(rf"(?<!\w)(?:{self.joined})?(?:{words})\W*$" if self.joined else rf"(?<!\w)(?:{words})\W*$")

    def _between(self, phrases: Phrases) -> re.Pattern[str]:
        words = any_of(longest_first(map(fold_text, phrases)))
        return re.compile(rf"\s*(?:{words})\s*$" if phrases else NOTHING)


def refers_back(text: str, language: Language) -> bool:
    """Whether ``text``, a sentence, begins with one of the words, or nearly so."""
    return language.once(References).opening(text) is not None
