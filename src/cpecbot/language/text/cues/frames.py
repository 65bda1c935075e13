"""Phrases with a gap in them, and whether one stands around a place in a text: "near {}", "{} کے قریب"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated

from msgspec import Struct
from pydantic import StringConstraints

from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language
from cpecbot.models import Span

PLACE = "{}"
GAP = "…"
_LONGEST_GAP = 3
_SPACES = expression(r"\s*")
_PART = rf"{GAP}\s*|\s+|[^\s{GAP}]+"
# No phrase is longer, in code points.
_REACH = 80

WrittenFrame = Annotated[str, StringConstraints(pattern=r"^[^{}]*\{\}[^{}]*$")]
"""A phrase around a place, which stands at ``{}``; ``…`` leaves room for up to three words."""


class _Site(Struct, frozen=True):
    """A ``place`` in folded text; what stands before it ends at ``end``, what stands behind it begins at ``start``."""

    place: Span
    end: int
    start: int

    @classmethod
    def of(cls, text: str, place: Span) -> _Site:
        nearby = text[max(0, place.start - _REACH) : place.start]
        spaces = len(nearby) - len(nearby.rstrip())
        return cls(place, place.start - spaces, _SPACES.match(text, place.end).end())  # type: ignore[union-attr]


class _Frame(Struct, frozen=True):
    """What has to stand before a place, and what behind it, in folded text.

    ``last`` is how what stands before it has to end, ``first`` how what stands behind it has to begin, white space
    apart: most phrases are told by these not to stand there, and many never have to be compiled.
    """

    before: str
    after: str
    last: str
    first: str

    def around(self, text: str, site: _Site) -> Span | None:
        """Where the phrase stands with the place of ``site`` in it; None when something else stands there."""
        if not (text.endswith(self.last, 0, site.end) and text.startswith(self.first, site.start)):
            return None
        place = site.place
        first = _expression(self.before).search(text, max(0, place.start - _REACH), place.start)
        last = _expression(self.after).match(text, place.end) if first else None
        return Span(first.start(), last.end()) if first and last else None

    @classmethod
    def of(cls, written: str, language: Language) -> _Frame:
        spaced = language.profile.spaced
        joined = "|".join(map(re.escape, [*map(fold_text, language.read(FormsFile).inflection.conjunctions), ""]))
        words = written.split(PLACE)
        before, after = (_pattern(part, spaced=spaced) for part in words)
        opening = rf"(?<!\w)(?:{joined})" if spaced and before else ""
        closing = r"(?!\w)" if spaced and after else ""
        last, first = _literals(words[0])[-1:], _literals(words[1])[:1]
        return cls(rf"{opening}{before}$", after + closing, "".join(last), "".join(first))


class Frames(Struct, frozen=True):
    """Phrases of one kind. None stands around a place behind none of ``lasts`` and before none of ``firsts``.

    ``firsts`` are those of the phrases that do not say how what stands before the place has to end.
    """

    phrases: tuple[_Frame, ...]
    lasts: tuple[str, ...]
    firsts: tuple[str, ...]

    def around(self, text: str, place: Span) -> list[Span]:
        """Where any of them stands with ``place`` in it."""
        site = _Site.of(text, place)
        if not (text.endswith(self.lasts, 0, site.end) or text.startswith(self.firsts, site.start)):
            return []
        return [extent for phrase in self.phrases if (extent := phrase.around(text, site))]

    @classmethod
    def compiled(cls, written: Iterable[str], language: Language) -> Frames:
        phrases = tuple(_Frame.of(each, language) for each in written)
        lasts = dict.fromkeys(each.last for each in phrases if each.last)
        return cls(phrases, tuple(lasts), tuple(dict.fromkeys(each.first for each in phrases if not each.last)))


@lru_cache(maxsize=4096)
def _expression(written: str) -> re.Pattern[str]:
    return re.compile(written)


def _literals(words: str) -> list[str]:
    """The words of a part of a phrase, folded; an empty one where it leaves room for any."""
    return ["" if part.startswith(GAP) else fold_text(part) for part in re.findall(_PART, words) if not part.isspace()]


def _pattern(words: str, *, spaced: bool) -> str:
    """What finds ``words``, with any white space between them; none is needed where the language writes none."""
    return "".join(_parts(words, spaced=spaced))


def _parts(words: str, *, spaced: bool) -> Iterator[str]:
    for part in re.findall(_PART, words):
        if part.startswith(GAP):
            yield rf"(?:[\w'-]+\s+){{0,{_LONGEST_GAP}}}" if spaced else rf"\w{{0,{_LONGEST_GAP}}}"
        elif part.isspace():
            yield r"\s+" if spaced else r"\s*"
        else:
            yield re.escape(fold_text(part))
