"""Questions for the time before the one that is reported: "before this, when did it last erupt?"."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.lists import split_phrases
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Unit


def asks_of_before(query: Query) -> bool:
    """Whether ``query`` asks when something was before the time that is reported: "before this", "last time"."""
    return query.kind is QuestionKind.WHEN and bool(query.language.once(_Words).asking.within(query.text))


def without_words_for_before(units: Sequence[Unit], text: str, language: Language) -> tuple[Unit, ...]:
    """``units`` of the question ``text`` for a time; the words that ask for the time before are in no answer."""
    words = language.once(_Words)
    asking = words.asking.within(text)
    places = (*asking, *words.lasting.within(text)) if asking else ()
    return tuple(unit for unit in units if not unit.span.overlaps_any(places)) or tuple(units)


class _Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.asking = Marks(language, language.read(QuestionsFile).before)
        self.lasting = Marks(language, split_phrases(grammar(language).lasts))
