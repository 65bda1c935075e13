"""Whether a text says that something is in a place, or only near it, off its coast or on the way there."""

from __future__ import annotations

from typing import ClassVar

from cpecbot.language.text.cues.frames import GAP, PLACE, Frames, WrittenFrame
from cpecbot.language.text.folding import Folded
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.tables import Table


class PlacesFile(Table):
    """``places.toml``: phrases around a place, which stands at ``{}``; ``…`` leaves room for up to three words.

    What is ``near`` an edge of a place is not in the place either; ``towards`` names where somebody arrives. What
    stands in one of ``unlisted``, by itself or with its kind (``kinds``), is a place though nobody lists it.

    ``located`` stand around the words for a kind of place where something is, comes from or goes to; ``inner`` are the
    words of grammar that such a phrase may hold, ``links`` those of them behind which it is said whose, or of what, and
    ``attached`` what may be written onto its first word for the same.
    """

    file: ClassVar[str] = "places.toml"

    within: tuple[WrittenFrame, ...] = ()
    edges: tuple[WrittenFrame, ...] = ()
    near: tuple[WrittenFrame, ...] = ()
    towards: tuple[WrittenFrame, ...] = ()
    unlisted: tuple[WrittenFrame, ...] = ()
    kinds: tuple[WrittenFrame, ...] = ()
    located: tuple[WrittenFrame, ...] = ()
    inner: str = ""
    links: str = ""
    attached: str = ""


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
    return PLACE not in language.read(PlacesFile).within


class Whereabouts:
    """The phrases of one language, compiled."""

    def __init__(self, language: Language) -> None:
        file = language.read(PlacesFile)
        self._within = Frames.compiled(file.within, language)
        self._set = Frames.compiled((written for written in file.within if GAP not in written), language)
        self._edges = Frames.compiled(file.edges, language)
        self._near = Frames.compiled(file.near, language)
        self._towards = Frames.compiled(file.towards, language)
        self._unlisted = Frames.compiled(file.unlisted, language)
        gaps = (written for written in file.within if GAP in written)
        self._around_kinds = Frames.compiled((*file.unlisted, *gaps), language)
        self._kinds = Frames.compiled(file.kinds, language)

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
