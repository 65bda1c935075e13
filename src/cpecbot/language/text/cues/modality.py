"""Whether a text tells what has happened or what is only planned or possible, and which of them a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import ClassVar

from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.inflection.lemmas import is_listed
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import NOTHING, any_of
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table


class ModalityFile(Table):
    """``modality.toml``: the words for what has not happened.

    ``planned`` say that something is to come, or may, ``conditions`` that it depends on something else, ``joined``
    as much where it is written onto a verb that goes on with one of ``joined_before``; in the longer words of ``none``
    they say nothing. In a question ``done`` ask what has happened, ``open`` leave that open; ``plain_is_done`` where a
    question without any of them asks it.
    """

    file: ClassVar[str] = "modality.toml"

    planned: Phrases = ()
    conditions: Phrases = ()
    none: Phrases = ()
    joined: str = ""
    joined_before: str = ""
    done: Phrases = ()
    open: Phrases = ()
    plain_is_done: bool = False


class Tense(Enum):
    """What of a deed is asked: whether it has been done, or is still to come."""

    DONE = "done"
    PLANNED = "planned"


def planned(text: str, language: Language, values: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Where words of ``text`` say that something has not happened, in its code points; none within ``values`` does.

    "May" is a month where it is part of a date.
    """
    return language.once(Modality).planned(text, tuple(values))


def tense_asked(text: str, language: Language, *, plainly: bool = True) -> Tense | None:
    """What the question ``text`` asks of a deed; None where that is open.

    Only what ``plainly`` asks for a fact asks for what is done where no word says so.
    """
    return language.once(Modality).asked(text, plainly=plainly)


class Modality:
    """The words of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(ModalityFile)
        self._language = language
        self._planned = Marks(language, (*file.planned, *file.conditions), file.none)
        self._future = Marks(language, file.planned, file.none)
        self._done = Marks(language, file.done)
        self._open = Marks(language, file.open)
        verb = any_of(map(fold_text, file.joined_before.split()))
        self._joined = re.compile(rf"\b\w?{fold_text(file.joined)}(?:{verb})\w{{2,}}" if file.joined else NOTHING)
        self._plain_is_done = file.plain_is_done
        self._to_come = lru_cache(maxsize=2048)(self._planned_in)

    def planned(self, text: str, values: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(span for span in self._to_come(text) if not span.overlaps_any(values))

    def _planned_in(self, text: str) -> tuple[Span, ...]:
        folded = fold_simply(text, self._language)
        return (*(folded.original(span) for span in self._planned.of(folded)), *self._verbs(text, folded))

    def asked(self, text: str, *, plainly: bool) -> Tense | None:
        folded = fold_simply(text, self._language)
        if any(self._future.of(folded)) or any(self._verbs(text, folded)):
            return Tense.PLANNED
        if any(self._done.of(folded)):
            return Tense.DONE
        return Tense.DONE if plainly and self._plain_is_done and not any(self._open.of(folded)) else None

    def _verbs(self, text: str, folded: Folded) -> Iterator[Span]:
        """Verbs onto which it is written that they are still to come; a word that a dictionary lists is another one."""
        for found in self._joined.finditer(folded.text):
            place = folded.original(Span(*found.span()))
            if not is_listed(place.slice(text), self._language):
                yield place
