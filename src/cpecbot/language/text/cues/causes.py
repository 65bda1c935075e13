"""Words that tie what happened to its cause: "because of", "led to", ‹کی وجہ سے›, «والسبب», 导致."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table


class Tie(StrEnum):
    """Where the cause stands beside words that tell of one; the names are the keys of ``causes.toml``."""

    BECAUSE = "because"
    LEADS = "leads"
    THEREFORE = "therefore"
    OWING = "owing"
    REASON = "reason"
    AFTER = "after"
    UPON = "upon"


SURE = frozenset({Tie.BECAUSE, Tie.LEADS, Tie.THEREFORE, Tie.OWING, Tie.REASON})
"""Those that tell of nothing but a cause; what came first may be none."""


class CausesFile(Table):
    """``causes.toml``: words and phrases by where the cause stands.

    It stands behind ``because`` and before ``therefore``, is the subject of a verb of ``leads``, and stands right
    before ``owing`` and beside a ``reason``, which is a noun. What stands behind ``after`` or right before ``upon``
    came first, and may be the cause. Beside one of ``unknown`` a noun tells none; in the longer words of ``none`` they
    say nothing of the kind. Where the verb of what came of it is ``verb_behind`` the words for a cause, it may stand in
    one clause with them.
    """

    file: ClassVar[str] = "causes.toml"

    because: Phrases = ()
    leads: Phrases = ()
    therefore: Phrases = ()
    owing: Phrases = ()
    reason: Phrases = ()
    after: Phrases = ()
    upon: Phrases = ()
    unknown: Phrases = ()
    none: Phrases = ()
    verb_behind: bool = False


class CauseMark(Struct, frozen=True):
    """Words at ``span`` that tell of a cause."""

    span: Span
    tie: Tie


def cause_marks(text: str, language: Language) -> tuple[CauseMark, ...]:
    """Where the words of ``text`` stand that tell of a cause, in its code points and in order."""
    return language.once(_Causes).of(text)


def unknown_causes(text: str, language: Language) -> tuple[Span, ...]:
    """Where ``text`` says that something is not known or still looked into, in its code points."""
    return language.once(_Causes).unknown(text)


def has_verb_behind(language: Language) -> bool:
    """Whether what came of a cause may stand behind the words for that, in one clause."""
    return language.once(_Causes).verb_behind


class _Causes:
    """The words of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(CausesFile)
        self._language = language
        self._marks = {tie: Marks(language, getattr(file, tie), file.none) for tie in Tie}
        self.verb_behind = file.verb_behind
        self.of = lru_cache(maxsize=2048)(self._of)
        self.unknown = lru_cache(maxsize=2048)(Marks(language, file.unknown).within)

    def _of(self, text: str) -> tuple[CauseMark, ...]:
        folded = fold_simply(text, self._language)
        found = [CauseMark(folded.original(at), tie) for tie, marks in self._marks.items() for at in marks.of(folded)]
        return tuple(sorted(_longest(found), key=lambda mark: mark.span))


def _longest(found: Iterable[CauseMark]) -> Iterator[CauseMark]:
    """Of marks that overlap the longest: "as a result of" is no "as a result"."""
    kept: list[CauseMark] = []
    for mark in sorted(found, key=lambda each: (-len(each.span), each.span)):
        if not mark.span.overlaps_any(each.span for each in kept):
            kept.append(mark)
            yield mark
