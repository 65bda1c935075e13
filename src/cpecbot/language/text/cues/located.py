"""The words around and within "at the edge of the old market": where something is, comes from or goes to."""

from __future__ import annotations

from cpecbot.language.text.cues.frames import PLACE, Frames
from cpecbot.language.text.cues.places import PlacesFile
from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.languages import Language
from cpecbot.models import Span


class Located:
    """The phrases of one language around such words, and the words of grammar that these may hold."""

    def __init__(self, language: Language) -> None:
        file = language.read(PlacesFile)
        behind = tuple(written for written in file.located if written.startswith(PLACE))
        self._before = Frames.compiled((written for written in file.located if written not in behind), language)
        self._behind = Frames.compiled(behind, language)
        self.inner = frozenset(fold_text(file.inner).split())
        self.links = frozenset(fold_text(file.links).split())
        self.attached = tuple(fold_text(file.attached).split())
        said = (part for written in file.located for part in written.split(PLACE))
        self.said = frozenset(word for part in said for word in fold_text(part).split())

    def stands_behind(self, text: Folded, place: Span) -> bool:
        """Whether a word before ``place`` says that something is there."""
        return bool(self._before.around(text.text, text.folded(place)))

    def stands_before(self, text: Folded, place: Span) -> bool:
        """Whether a word behind ``place`` says that something is there."""
        return bool(self._behind.around(text.text, text.folded(place)))
