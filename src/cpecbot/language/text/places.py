"""Whether a text says that something is in a place, or only near it, off its coast or on the way there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table

_PLACE = "{}"
_GAP = "…"
_LONGEST_GAP = 3
_SPACES = re.compile(r"\s*")
_PART = rf"{_GAP}\s*|\s+|[^\s{_GAP}]+"
# No phrase is longer, in code points.
_REACH = 80

WrittenPhrase = Annotated[str, StringConstraints(pattern=r"^[^{}]*\{\}[^{}]*$")]


class PlacesFile(Table):
    """``places.toml``: phrases around a place, which stands at ``{}``; ``…`` leaves room for up to three words.

    What is ``near`` an edge of a place is not in the place either; ``towards`` names where somebody arrives. What
    stands in one of ``unlisted``, by itself or with its kind (``kinds``), is a place though nobody lists it.
    """

    file: ClassVar[str] = "places.toml"

    within: tuple[WrittenPhrase, ...] = ()
    edges: tuple[WrittenPhrase, ...] = ()
    near: tuple[WrittenPhrase, ...] = ()
    towards: tuple[WrittenPhrase, ...] = ()
    unlisted: tuple[WrittenPhrase, ...] = ()
    kinds: tuple[WrittenPhrase, ...] = ()


def is_within(text: Folded, place: Span, language: Language) -> bool:
    """Whether ``text`` says of something that it is in the place at the code points ``place``."""
    return language.once(Whereabouts).is_within(text, place)


def is_near(text: Folded, place: Span, language: Language) -> bool:
    """Whether ``text`` names the place at ``place`` only to say that something is near it or on the way there."""
    return language.once(Whereabouts).is_near(text, place)


def is_destination(text: Folded, place: Span, language: Language) -> bool:
    """Whether ``text`` says of somebody or something that it goes to the place at ``place``, or arrives there."""
    return language.once(Whereabouts).is_destination(text, place)


def is_somewhere(text: Folded, place: Span, language: Language) -> bool:
    """Whether the words around an unknown name at ``place`` show that it is a place where something is."""
    return language.once(Whereabouts).is_somewhere(text, place)


def of_a_kind(text: Folded, place: Span, language: Language) -> Span | None:
    """The name at ``place`` with what says which kind of place it names, if something is said to be there."""
    return language.once(Whereabouts).of_a_kind(text, place)


def marks_places(language: Language) -> bool:
    """Whether words around a place say that something is in it; else every name might be a place."""
    return _PLACE not in language.read(PlacesFile).within


class Whereabouts:
    """The phrases of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(PlacesFile)
        self._within = _Phrases.compiled(file.within, language)
        self._set = _Phrases.compiled((written for written in file.within if _GAP not in written), language)
        self._edges = _Phrases.compiled(file.edges, language)
        self._near = _Phrases.compiled(file.near, language)
        self._towards = _Phrases.compiled(file.towards, language)
        self._unlisted = _Phrases.compiled(file.unlisted, language)
        gaps = (written for written in file.within if _GAP in written)
        self._around_kinds = _Phrases.compiled((*file.unlisted, *gaps), language)
        self._kinds = _Phrases.compiled(file.kinds, language)

    def is_within(self, text: Folded, place: Span) -> bool:
        return bool(self._within.around(text.text, text.folded(place)))

    def is_destination(self, text: Folded, place: Span) -> bool:
        return bool(self._towards.around(text.text, text.folded(place)))

    def is_somewhere(self, text: Folded, place: Span) -> bool:
        return bool(self._unlisted.around(text.text, text.folded(place)))

    def of_a_kind(self, text: Folded, place: Span) -> Span | None:
        at = text.folded(place)
        kinds = (each for each in self._kinds.around(text.text, at) if self._around_kinds.around(text.text, each))
        longest = max(kinds, key=len, default=None)
        return text.original(longest) if longest else None

    def is_near(self, text: Folded, place: Span) -> bool:
        """Of two phrases the longer counts: "in neighbouring Nepal" is in Nepal."""
        at = text.folded(place)
        edges = self._edges.around(text.text, at)
        near = (extent for each in (at, *edges) for extent in self._near.around(text.text, each))
        longest = max(near, key=len, default=None)
        return longest is not None and all(len(each) <= len(longest) for each in self._set.around(text.text, at))


@dataclass(frozen=True, slots=True)
class _Site:
    """A ``place`` in folded text; what stands before it ends at ``end``, what stands behind it begins at ``start``."""

    place: Span
    end: int
    start: int

    @classmethod
    def of(cls, text: str, place: Span) -> _Site:
        nearby = text[max(0, place.start - _REACH) : place.start]
        spaces = len(nearby) - len(nearby.rstrip())
        return cls(place, place.start - spaces, _SPACES.match(text, place.end).end())  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What has to stand before a place, and what behind it, in folded text.

    ``last`` is how what stands before it has to end, ``first`` how what stands behind it has to begin, white space
    apart: most phrases are told by these not to stand there.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    last: str
    first: str

    def around(self, text: str, site: _Site) -> Span | None:
        """Where the phrase stands with the place of ``site`` in it; None when something else stands there."""
        if not (text.endswith(self.last, 0, site.end) and text.startswith(self.first, site.start)):
            return None
        place = site.place
        first = self.before.search(text, max(0, place.start - _REACH), place.start)
        last = self.after.match(text, place.end) if first else None
        return Span(first.start(), last.end()) if first and last else None

    @classmethod
    def compiled(cls, written: str, language: Language) -> _Phrase:
        spaced = language.profile.spaced
        joined = "|".join(map(re.escape, [*map(fold_text, language.read(FormsFile).inflection.conjunctions), ""]))
        words = written.split(_PLACE)
        before, after = (_pattern(part, spaced=spaced) for part in words)
        opening = rf"(?<!\w)(?:{joined})" if spaced and before else ""
        closing = r"(?!\w)" if spaced and after else ""
        last, first = _literals(words[0])[-1:], _literals(words[1])[:1]
        return cls(re.compile(rf"{opening}{before}$"), re.compile(after + closing), "".join(last), "".join(first))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases of one kind. None stands around a place behind none of ``lasts`` and before none of ``firsts``.

    ``firsts`` are those of the phrases that do not say how what stands before the place has to end.
    """

    phrases: tuple[_Phrase, ...]
    lasts: tuple[str, ...]
    firsts: tuple[str, ...]

    def around(self, text: str, place: Span) -> list[Span]:
        """Where any of them stands with ``place`` in it."""
        site = _Site.of(text, place)
        if not (text.endswith(self.lasts, 0, site.end) or text.startswith(self.firsts, site.start)):
            return []
        return [extent for phrase in self.phrases if (extent := phrase.around(text, site))]

    @classmethod
    def compiled(cls, written: Iterable[str], language: Language) -> _Phrases:
        phrases = tuple(_Phrase.compiled(each, language) for each in written)
        lasts = dict.fromkeys(each.last for each in phrases if each.last)
        return cls(phrases, tuple(lasts), tuple(dict.fromkeys(each.first for each in phrases if not each.last)))


def _literals(words: str) -> list[str]:
    """The words of a part of a phrase, folded; an empty one where it leaves room for any."""
    return ["" if part.startswith(_GAP) else fold_text(part) for part in re.findall(_PART, words) if not part.isspace()]


def _pattern(words: str, *, spaced: bool) -> str:
    """What finds ``words``, with any white space between them; none is needed where the language writes none."""
    return "".join(_parts(words, spaced=spaced))


def _parts(words: str, *, spaced: bool) -> Iterator[str]:
    for part in re.findall(_PART, words):
        if part.startswith(_GAP):
            yield rf"(?:[\w'-]+\s+){{0,{_LONGEST_GAP}}}" if spaced else rf"\w{{0,{_LONGEST_GAP}}}"
        elif part.isspace():
            yield r"\s+" if spaced else r"\s*"
        else:
            yield re.escape(fold_text(part))
