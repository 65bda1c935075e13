"""What a question asks about the articles themselves, where the whole of it asks for that and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cpecbot.language.questions.about_file import AboutFile, AboutPatterns
from cpecbot.language.questions.continuing import FollowUpsFile
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.questions.wording import Line, Pieces, Wordings, end_of_any, matches, start_of_any
from cpecbot.language.questions.words import Word, words_of
from cpecbot.languages import Language
from cpecbot.models import Span

# A longer question is about what it tells, not about the articles; Han characters are words here.
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wording that a question is as a whole: its kind, and the words in its slots as they were typed."""

    kind: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AboutWords:
    """How one language asks about the articles, with what may stand before such a question and behind it."""

    language: Language
    wordings: Mapping[str, Wordings]
    openings: Wordings
    closings: Wordings

    def read(self, text: str) -> Iterator[Wanted]:
        """What ``text`` may ask for, the likeliest first; nothing where it is about something else."""
        for some in self._without_courtesy(text):
            line = Line([word.text for word in some])
            for kind, wordings in self.wordings.items():
                for slots in matches(wordings, line):
                    yield Wanted(kind, {name: _place(some, each).slice(text) for name, each in slots.items()})

    def places(self, kind: str, text: str) -> Iterator[Span]:
        """Where the slot ``kind`` stands in ``text``, if it is a question of that kind."""
        for some in self._without_courtesy(text):
            line = Line([word.text for word in some])
            yield from (_place(some, slots[kind]) for slots in matches(self.wordings[kind], line))

    def _without_courtesy(self, text: str) -> Iterator[Sequence[Word]]:
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
                yield words[first:last]


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
    return AboutWords(
        language,
        {kind: pieces.wordings(getattr(file.asked, kind)) for kind in AboutPatterns.model_fields},
        pieces.wordings(openings),
        pieces.wordings(file.closings),
    )


def _place(words: Sequence[Word], slot: Span) -> Span:
    """The code points of the words in ``slot``, whose ends count words."""
    return Span(words[slot.start].span.start, words[slot.end - 1].span.end)
