"""How often: 3 times, twice, مرتين, 三次, every spring."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpecbot.language.questions.measured import MeasuresFile
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import Span, ValueKind
from cpecbot.store.entries import Entry

# Of a word behind a number, in characters, the space before it included.
_LONGEST = 16


def how_often(entry: Entry) -> list[Span]:
    """Where ``entry`` says how often something happens: numbers of times, and words that tell one alone."""
    words, text = entry.sentence.language.once(_Words), entry.sentence.reading
    numbers = _places(entry, ValueKind.NUMBER)
    return sorted(
        {*(number for number in numbers if words.stand_behind(text[number.end :])), *words.alone.within(text)}
    )


def which_time(entry: Entry) -> list[Span]:
    """Where ``entry`` says which time it is that something happens: the third time, المرة الثالثة."""
    words, text = entry.sentence.language.once(_Words), entry.sentence.reading
    ordinals = _places(entry, ValueKind.ORDINAL)
    return [each for each in ordinals if words.stand_behind(text[each.end :]) or words.stand_before(text[: each.start])]


def time_and_again(entry: Entry) -> tuple[Span, ...]:
    """Where ``entry`` says that something is so all the time, or time and again: all year round, every spring."""
    return entry.sentence.language.once(_Words).recurring.within(entry.sentence.reading)


def tells_how_often(entry: Entry, places: Iterable[Span]) -> bool:
    """Whether one of ``places`` is a number of times."""
    return not set(places).isdisjoint((*how_often(entry), *which_time(entry)))


def _places(entry: Entry, kind: ValueKind) -> list[Span]:
    return [value.span for value in entry.analysis.values if value.kind is kind]


class _Words:
    """The words of one language for times, right behind a number, and for a number of times."""

    def __init__(self, language: Language) -> None:
        wording = language.read(MeasuresFile).frequency
        times = any_of(longest_first(map(fold_text, wording.beside)))
        self._behind = re.compile(rf"\s?(?:{times})" + (r"\b" if language.profile.spaced else ""))
        self._before = re.compile(rf"(?:{times})\s?$")
        self.alone = Marks(language, wording.alone)
        self.recurring = Marks(language, wording.recurring)

    def stand_behind(self, rest: str) -> bool:
        """Whether ``rest``, what follows a number, begins with a word for times."""
        return bool(self._behind.match(simplify(fold_text(rest[:_LONGEST]))))

    def stand_before(self, text: str) -> bool:
        """Whether ``text``, what stands before a number, ends with one."""
        return bool(self._before.search(simplify(fold_text(text[-_LONGEST:]))))
