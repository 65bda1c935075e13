"""Recognising that the words after a comma open a statement of their own, in a language that chains reports.

A verb in the perfect tells, known by its form and, where it is written like a noun or a particle, by the word after it;
or a phrase that opens statements. Everything is compared folded (see ``folding``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.language.sentences.sentences_file import Clauses, SentencesFile
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language

Phrases = tuple[tuple[str, ...], ...]

# As many words may stand between what opens a clause and its verb: a short phrase, "in the talks of the two ministers".
_SOON = 7
# As many may stand between the auxiliary of the pluperfect and its particle, with the subject between them.
_PLUPERFECT_REACH = 8
# As soon a complement follows a verb that reports something new, and does not only name who says it.
_COMPLEMENT_REACH = 6
# A verb of the future has as many letters behind the prefix.
_SHORTEST_VERB = 3


def clause_openers(language: Language) -> ClauseOpeners:
    """How clauses open in ``language``."""
    return language.once(_clause_openers)


def _clause_openers(language: Language) -> ClauseOpeners:
    return ClauseOpeners(language.read(SentencesFile).clauses)


class ClauseOpeners:
    """Whether words open a statement; nothing does where the file lists no words."""

    def __init__(self, file: Clauses) -> None:
        self._conjunctions = tuple(map(fold_text, file.conjunctions))
        self._ambiguous = _words(file.ambiguous_verbs)
        self._complements = _words(file.complements)
        self._nominatives = _words(file.nominatives)
        self._subjects = _words(file.subjects) | self._nominatives
        self._particles = _words(file.perfect_particles)
        self._pluperfect = _words(file.pluperfect)
        self._future_prefixes = tuple(map(fold_text, file.future_prefixes))
        self._future_particles = _words(file.future_particles)
        self._prepositions = _words(file.prepositions)
        self._subordinators = _words(file.subordinators)
        self._openings = _phrases(file.openings)
        self._asides = _phrases(file.asides)
        self._contrasts = _phrases(file.contrasts)
        self._comparisons = _words(file.comparisons)
        self._passing = _words(file.citing_in_passing)
        self._citing = _words(file.citing) | self._passing
        self._perfect = frozenset(_perfect(file))

    def open_statement(self, words: Sequence[str]) -> bool:
        """Whether the folded ``words`` after a comma begin a statement of their own."""
        if len(words) > 1 and words[0] in self._conjunctions:  # typed apart
            words = [words[0] + words[1], *words[2:]]
        if not words:
            return False
        if (rest := _after(self._contrasts, words)) is not None:
            return self._contrast(words[0], rest)
        conjunction = self._conjunction(words[0])
        bare = [words[0].removeprefix(conjunction), *words[1:]]
        if _after(self._openings, bare) is not None:
            return True
        if (rest := _after(self._asides, bare)) is not None:
            return self._soon_perfect(rest)
        return bool(conjunction) and self._joined(bare)

    def _conjunction(self, word: str) -> str:
        """The conjunction that ``word`` begins with and does not end with; empty when there is none."""
        return next((each for each in self._conjunctions if word.startswith(each) and word != each), "")

    def _contrast(self, first: str, rest: Sequence[str]) -> bool:
        """``كما أكدت`` and ``كما ستبذل`` begin a statement, ``كما قال الوزير`` only names who says it."""
        if first in self._comparisons and rest and rest[0] in self._citing:
            reports = not self._complements.isdisjoint(rest[1 : 1 + _COMPLEMENT_REACH])
            return reports and rest[0] not in self._passing
        return bool(rest) and (self._is_future(rest[0]) or self._opens_with_perfect(rest))

    def _joined(self, bare: Sequence[str]) -> bool:
        """Whether words begin a statement when a conjunction stood before them."""
        first, rest = bare[0], bare[1:]
        if first in self._particles:
            return self._opens_with_perfect(rest)
        if first in self._prepositions:
            return self._soon_perfect(rest)
        if first in self._pluperfect:
            return not self._particles.isdisjoint(rest[:_PLUPERFECT_REACH])
        if self._is_future(first):
            return bool(rest) and rest[0] in self._subjects
        return self._opens_with_perfect(bare)

    def _soon_perfect(self, words: Sequence[str]) -> bool:
        """Whether a verb in the perfect follows within a short phrase, and not in a clause of its own."""
        for index in range(min(_SOON, len(words))):
            if words[index] in self._subordinators:
                return False
            if self._opens_with_perfect(words[index:]):
                return True
        return False

    def _opens_with_perfect(self, words: Sequence[str]) -> bool:
        """Whether the first of ``words`` is a verb in the perfect, given the one after it."""
        if not words:
            return False
        verb, after = words[0], words[1] if len(words) > 1 else ""
        if after in self._nominatives:  # after a noun it would be a genitive
            return True
        shown = after in self._complements or after in self._subjects
        return verb in self._perfect and (verb not in self._ambiguous or shown)

    def _is_future(self, word: str) -> bool:
        prefixed = any(
            word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_VERB for prefix in self._future_prefixes
        )
        return prefixed or word in self._future_particles


def _perfect(file: Clauses) -> Iterator[str]:
    """Every form of the verbs; the last letter of a weak one drops before an ending."""
    for verb in _words(file.verbs):
        yield from (verb + ending for ending in ("", *map(fold_text, file.verb_endings)))
    for verb in _words(file.weak_verbs):
        yield verb
        yield from (verb[:-1] + ending for ending in map(fold_text, file.weak_verb_endings))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_text(text).split())


def _phrases(texts: Iterable[str]) -> Phrases:
    return tuple(tuple(fold_text(text).split()) for text in texts)


def _after(phrases: Phrases, words: Sequence[str]) -> Sequence[str] | None:
    """The words after whichever phrase they begin with."""
    return next((words[len(phrase) :] for phrase in phrases if tuple(words[: len(phrase)]) == phrase), None)
