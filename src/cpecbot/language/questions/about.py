"""What a question asks about the articles themselves, where the whole of it asks for that and for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from msgspec import Struct

from cpecbot.language.questions.about_file import AboutFile, AboutPatterns
from cpecbot.language.questions.continuing import FollowUpsFile
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.questions.wording import Line, Pieces, Wordings, end_of_any, matches, readings, start_of_any
from cpecbot.language.questions.words import Word, words_of
from cpecbot.languages import Language
from cpecbot.models import Span

# A longer question is about what it tells, not about the articles; Han characters are words here.
_MOST_WORDS = 60


class Wanted(Struct, frozen=True):
    """A wording that a question is as a whole: its kind, and the words in its slots as they were typed."""

    kind: str
    slots: Mapping[str, str]


_Said = tuple[Sequence[Word], Line]


@dataclass(frozen=True, slots=True)
class AboutWords:
    """How one language asks about the articles, with what may stand before such a question and behind it.

    ``asked`` are the wordings of every kind, ``speaker`` those that ask for somebody's words, ``on``
    the words before what they are about.
    """

    language: Language
    asked: Wordings
    speaker: Wordings
    on: Wordings
    openings: Wordings
    closings: Wordings
    _remembered: Callable[[str], tuple[_Said, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # One question is read for what it asks of the articles, and for who it asks the words of.
        object.__setattr__(self, "_remembered", lru_cache(maxsize=16)(self._said))

    def read(self, text: str) -> Iterator[Wanted]:
        """What ``text`` may ask for, the likeliest first; nothing where it is about something else."""
        for words, line in self._remembered(text):
            for kind, slots in readings(self.asked, line):
                yield Wanted(kind, {name: _place(words, each).slice(text) for name, each in slots.items()})

    def speakers(self, text: str) -> Iterator[Span]:
        """Where ``text`` names somebody whose words it asks for."""
        for words, line in self._remembered(text):
            for slots in matches(self.speaker, line):
                # "About Kashmir" is what it is about.
                if end_of_any(self.on, line, slots["speaker"].start) == slots["speaker"].start:
                    yield _place(words, slots["speaker"])

    def _said(self, text: str) -> tuple[_Said, ...]:
        return tuple(self._without_courtesy(text))

    def _without_courtesy(self, text: str) -> Iterator[_Said]:
        """The words of ``text``, and what is left of them without polite words around."""
        words = words_of(text, self.language)
        if not words or len(words) > _MOST_WORDS:
            return
        line = Line([word.text for word in words])
        start, end = 0, len(words)
        while (further := end_of_any(self.openings, line, start)) > start:
            start = further
        while (nearer := start_of_any(self.closings, line, end)) < end:
            end = nearer
        for first, last in product(sorted({0, start}), sorted({end, len(words)}, reverse=True)):
            if first < last:
                some = words[first:last]
                yield some, Line([word.text for word in some])


def about_words(language: Language) -> AboutWords:
    """How ``language`` asks about the articles."""
    return language.once(_about_words)


def pieces_of(language: Language) -> Pieces:
    """The pieces that the wordings of ``language`` are made of."""
    return language.once(_pieces_of)


def _pieces_of(language: Language) -> Pieces:
    return Pieces(language.read(AboutFile).pieces, language)


def _about_words(language: Language) -> AboutWords:
    file, pieces = language.read(AboutFile), pieces_of(language)
    followups = language.read(FollowUpsFile)
    openings = (*file.openings, *language.read(QuestionsFile).openings, *followups.corrects, *followups.denies)
    kinds = {kind: pieces.wordings(getattr(file.asked, kind), kind) for kind in AboutPatterns.model_fields}
    return AboutWords(
        language,
        Wordings(wording for each in kinds.values() for wording in each.all),
        kinds["speaker"],
        pieces.wordings(file.pieces.get("on", ())),
        pieces.wordings(openings),
        pieces.wordings(file.closings),
    )


def _place(words: Sequence[Word], slot: Span) -> Span:
    """The code points of the words in ``slot``, whose ends count words."""
    return Span(words[slot.start].span.start, words[slot.end - 1].span.end)
