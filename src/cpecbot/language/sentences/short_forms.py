"""Stops that belong to a word and not to a sentence: titles, abbreviations, initials, and a stop that joins two words.

The splitting library has lists of its own; each language's file adds what is missing there. Whatever is decided, it is
from the few characters around a stop, so that the cost does not grow with the sentence.
"""

from __future__ import annotations

import re

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.text.patterns import any_of
from cpecbot.languages import Language
from cpecbot.scripts import CAPITALS

# As far as is looked before and behind a stop.
REACH = 24

# Before a whole word: a vowel mark is no letter to ``re``, and stands in one.
_START = r"(?<![\w.\u064B-\u0655\u0670\u200C])"
_INITIAL = expression(r"(?:^|[\s(«“\"/.۔])[\u0620-\u064A\u066E-\u06D3][.۔]\s*$")  # in the Arabic script
_CAPITAL_INITIALS = expression(rf"(?<![A-Za-z0-9_.{CAPITALS}])(?:[{CAPITALS}]\.)+\s*$")
_SHORT_STOPPED = expression(r"[^\W\d]{1,4}[.۔]")


class ShortForms(Struct, frozen=True):
    """The patterns of one language; each looks at the text before a possible boundary, up to ``REACH`` of it."""

    titles: re.Pattern[str]
    abbreviations: re.Pattern[str]
    after_figures: re.Pattern[str]
    dotted: re.Pattern[str]
    short_dotted: re.Pattern[str]
    letter: re.Pattern[str]
    letters: re.Pattern[str]
    next_letter: re.Pattern[str]
    verb: re.Pattern[str]
    hyphens: str

    def spaced_stop(self, before: str, after: str) -> bool:
        """Whether the stop at the end of ``before``, with white space behind it, belongs to a word."""
        patterns = (_INITIAL, _CAPITAL_INITIALS, self.titles, self.dotted, self.abbreviations, self.after_figures)
        return any(pattern.search(before) for pattern in patterns) or self._spells(before, after)

    def stop_inside(self, before: str, after: str) -> bool:
        """Whether the stop at the end of ``before``, with a letter or digit right behind it, belongs to a word."""
        if _INITIAL.search(before) or self._spells(before, after):
            return True
        if self.short_dotted.search(before) and _SHORT_STOPPED.match(after):
            return True
        return before[-1] in self.hyphens and self.verb.search(before) is None

    def is_title(self, before: str) -> bool:
        """Whether the stop at the end of ``before`` is one of a title, which ends no sentence whatever follows."""
        return self.titles.search(before) is not None

    def _spells(self, before: str, after: str) -> bool:
        """Whether the stop stands between the names of letters, as in ایم۔ کیو۔ایم; one alone may be a word."""
        if self.letter.search(before) is None:
            return False
        return bool(self.letters.search(before) or self.next_letter.match(after))


def short_forms(language: Language) -> ShortForms:
    """Those of the file of ``language``."""
    return language.once(_short_forms)


def _short_forms(language: Language) -> ShortForms:
    file = language.read(SentencesFile)
    final, verbs = any_of(file.final_verbs.split()), any_of(f"{file.final_verbs} {file.finite_verbs}".split())
    names = any_of(file.letter_names.split())
    return ShortForms(
        titles=_stopped(any_of(file.titles.split())),
        abbreviations=_stopped(any_of(file.abbreviations.split())),
        after_figures=re.compile(rf"\d\s?(?:{any_of(file.after_figures.split())})[.۔]\s*$"),
        dotted=re.compile(rf"(?:^|\s)(?!(?:{final})[.۔])(?:[^\W\d]{{1,3}}[.۔])+[^\W\d]{{1,4}}[.۔]\s*$"),
        short_dotted=re.compile(rf"(?:^|\s)(?!(?:{final})[.۔])(?:[^\W\d]{{1,3}}[.۔])+$"),
        letter=re.compile(rf"(?:^|[\s(.۔])(?:{names})[.۔]\s*$"),
        letters=re.compile(rf"(?:^|[\s(.۔])(?:{names})[.۔]\s*(?:{names})[.۔]\s*$"),
        next_letter=re.compile(rf"(?:{names})(?!\w)"),
        verb=re.compile(rf"(?:^|[^\w])(?:{verbs})\s?[.۔]\s*$"),
        hyphens="".join(file.stops_that_join),
    )


def _stopped(words: str) -> re.Pattern[str]:
    """One of ``words`` with its stop; in brackets alone, as in "(Retd.) Khan", too."""
    return re.compile(rf"(?:{_START}(?:{words})[.۔]|[(\[（](?:{words})[.۔][)\]）])\s*$")
