"""Cutting a long sentence into its statements where the language chains them without a full stop.

News Arabic strings reports together with a comma: «…، وقال البيان إن …، وأكدت الصين …، كما ستبذل باكستان …». A cut
falls at such a comma when a clause of its own opens after it. Official Chinese strings clauses together with ``；``.
Persian and Urdu do not: in the UD treebanks no sentence ends at ``؛``. Each language's file says what it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.clause_openers import ClauseOpeners, clause_openers
from cpecbot.language.sentences.enclosures import enclosures, outside
from cpecbot.language.sentences.sentences_file import SentencesFile
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.models import Span

_QUOTATION_REACH = 2_000  # a whole quoted paragraph stays one statement
_LOOK_AHEAD = 120
_LOOK_AHEAD_WORDS = 12  # what decides stands within the first of them
_WORD = expression(r"\w+")


class _Cutting(Struct, frozen=True):
    """Where one language's long sentences come apart: at ``joints``, and at ``commas`` before a clause of its own."""

    long: int
    shortest: int
    joints: re.Pattern[str] | None
    commas: re.Pattern[str] | None
    openers: ClauseOpeners

    def offsets(self, sentence: str) -> Iterator[int]:
        if self.joints:
            yield from (found.end() for found in self.joints.finditer(sentence))
        if self.commas:
            yield from (found.end() for found in self.commas.finditer(sentence) if self._opens(sentence, found.end()))

    def _opens(self, sentence: str, at: int) -> bool:
        ahead = _WORD.findall(sentence[at : at + _LOOK_AHEAD])[:_LOOK_AHEAD_WORDS]
        return self.openers.open_statement([fold_text(word) for word in ahead])


def statement_spans(sentence: str, language: Language) -> tuple[Span, ...]:
    """Adjoining spans that make up the whole of ``sentence``; never cut inside quotation marks or brackets.

    Only long sentences are cut, and never into scraps: a reader who meets «وأكد ذلك» alone learns nothing.
    """
    cutting = language.once(_cutting)
    if not (cutting.joints or cutting.commas) or len(sentence) < cutting.long:
        return (Span(0, len(sentence)),)
    cuts = [0]
    for offset in outside(cutting.offsets(sentence), enclosures(sentence, _QUOTATION_REACH)):
        if min(offset - cuts[-1], len(sentence) - offset) >= cutting.shortest:
            cuts.append(offset)
    return tuple(Span(start, end) for start, end in pairwise([*cuts, len(sentence)]))


def _cutting(language: Language) -> _Cutting:
    file = language.read(SentencesFile)
    return _Cutting(
        file.statements.long,
        file.statements.shortest,
        _marks(file.statements.joints),
        _marks(file.clauses.joints),
        clause_openers(language),
    )


def _marks(marks: Iterable[str]) -> re.Pattern[str] | None:
    """The marks with the space after them; one of ASCII needs a space, for it may stand in a number."""
    choices = "|".join(re.escape(mark) + (r"\s+" if mark.isascii() else r"\s*") for mark in marks)
    return re.compile(choices) if choices else None
