"""What a sentence speaks of without naming it, because what stands before it in its article has named it.

"The two sides agreed to focus on three sectors" is on what the sentence before it is on, and so is "it will cost more".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence

from msgspec import Struct

from cpecbot.language.text.cues.references import refers_back
from cpecbot.models import Sentence, SentenceKind
from cpecbot.store.antecedents import Reference

# So many statements before a sentence are what its "it" and its "the meeting" may mean.
_REMEMBERED = 2


class Surroundings(Struct, frozen=True, array_like=True):
    """The keys of what stands before a sentence.

    ``before`` are those of the heading above it and of the statements right before it, ``opening`` those of the title
    and of the first statement, which tell what its article is about. ``parties`` are the two states that were last
    named together: "both sides" are these. A sentence that ``refers`` begins with a word for what was named.
    ``published`` are the keys of the day on which its article was, if that is known. ``references`` are its words that
    stand for what was named before. ``edition`` are the keys of the round, or the like, that its article reports.
    """

    before: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    refers: bool = False
    published: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    edition: frozenset[str] = frozenset()

    def names_before(self, keys: Collection[str]) -> bool:
        return not self.before.isdisjoint(keys)

    def names_nearby(self, keys: Collection[str]) -> bool:
        return self.names_before(keys) or self.names_at_its_opening(keys)

    def names_at_its_opening(self, keys: Collection[str]) -> bool:
        return not self.opening.isdisjoint(keys)


NOWHERE = Surroundings()


class Follower:
    """Follows one article from sentence to sentence; ``states`` are the keys of all states."""

    def __init__(
        self, states: Collection[str], title: frozenset[str] = frozenset(), published: frozenset[str] = frozenset()
    ) -> None:
        """``title`` are the keys of its title, if it has one apart from its text, ``published`` those of its day."""
        self._published = published
        self._states = states
        self._opening = title
        self._led = False
        self._heading: frozenset[str] = frozenset()
        self._recent: deque[frozenset[str]] = deque(maxlen=_REMEMBERED)
        self._parties: frozenset[str] = frozenset()

    def next(
        self,
        sentence: Sentence,
        keys: frozenset[str],
        named: Sequence[str],
        references: tuple[Reference, ...] = (),
    ) -> Surroundings:
        """What stands before ``sentence``, which holds ``keys``, those of its concepts ``named`` in their order."""
        refers = refers_back(sentence.reading, sentence.language)
        before = self._heading.union(*self._recent)
        here = Surroundings(before, self._opening, self._parties, refers, self._published, references)
        if sentence.kind is SentenceKind.HEADING:
            self._heading = keys
            self._recent.clear()
        else:
            self._recent.appendleft(keys)
        if not self._led:
            self._opening |= keys
            self._led = sentence.kind is not SentenceKind.HEADING
        states = list(dict.fromkeys(key for key in named if key in self._states))
        if len(states) > 1:
            self._parties = frozenset(states[:2])
        return here
