"""Numbers that are a part of one before or behind them: "68 of the 150 seats", "212 complaints, of which 37 upheld"."""

from __future__ import annotations

import re

from msgspec import Struct

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.languages import Language
from cpecbot.models import Span

# Parts statements, in folded text.
_MARK = expression(r"[,،，;؛；:：.。۔]")


class Parts(Struct, frozen=True):
    """How one language says that a number is a part of another."""

    _inside: re.Pattern[str]
    _behind: re.Pattern[str]
    _whole: re.Pattern[str]
    _within: re.Pattern[str]

    @classmethod
    def of(cls, language: Language) -> Parts:
        return language.once(_read)

    def points_back(self, text: str, gap: Span, place: Span) -> bool:
        """Whether words in the ``gap`` before the number at ``place``, or right behind it, make it a part."""
        return bool(self._inside.search(fold_text(gap.slice(text))) or self._behind.match(fold_text(text[place.end :])))

    def of_whole(self, text: str, gap: Span) -> bool:
        """Whether the ``gap`` between two numbers says that the first is a part of the second."""
        return bool(self._whole.fullmatch(fold_text(gap.slice(text)).strip()))

    def within_whole(self, text: str, gap: Span) -> bool:
        """Whether the ``gap`` between two numbers says that the second is a part of the first: 150个议席中的68席."""
        between = fold_text(gap.slice(text))
        return bool(self._within.search(between)) and not self._inside.search(between) and not _MARK.search(between)


def _read(language: Language) -> Parts:
    rules = grammar(language)
    pointing, between, within = (any_of(_phrases(each)) for each in (rules.parts, rules.wholes, rules.within))
    edge = r"\b" if language.profile.spaced else ""
    return Parts(
        re.compile(f"{edge}(?:{pointing}){edge}"),
        re.compile(rf"\s*(?:{pointing}){edge}"),
        re.compile(between),
        re.compile(f"{edge}(?:{within})"),
    )


def _phrases(written: str) -> list[str]:
    return longest_first([fold_text(phrase).strip() for phrase in written.split(",") if phrase.strip()])
