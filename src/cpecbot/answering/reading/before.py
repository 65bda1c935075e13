"""Questions for the time before the one that is reported: "before this, when did it last erupt?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.lists import split_phrases
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Unit


def asks_of_before(query: Query) -> bool:
    """Whether ``query`` asks when something was before the time that is reported: "before this", "last time"."""
    return query.kind is QuestionKind.WHEN and any(query.language.once(_Words).asking(query.text))


def without_words_for_before(units: Sequence[Unit], text: str, language: Language) -> tuple[Unit, ...]:
    """``units`` of the question ``text`` for a time; the words that ask for the time before are in no answer."""
    words = language.once(_Words)
    asking = tuple(words.asking(text))
    places = (*asking, *words.lasting(text)) if asking else ()
    return tuple(unit for unit in units if not unit.span.overlaps_any(places)) or tuple(units)


class _Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._asking = Marks(language, language.read(QuestionsFile).before)
        self._lasts = Marks(language, split_phrases(grammar(language).lasts))

    def asking(self, text: str) -> Iterator[Span]:
        return self._found(self._asking, text)

    def lasting(self, text: str) -> Iterator[Span]:
        return self._found(self._lasts, text)

    def _found(self, marks: Marks, text: str) -> Iterator[Span]:
        folded = fold_simply(text, self._language)
        return (folded.original(span) for span in marks.of(folded))
