"""Wire copies among the candidates: what several sources print in the same words is quoted once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.ranking.choosing import SECOND_COVERAGE
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.corpus.copies import Copies
from cpecbot.models import Sentence


class Voices(Struct, frozen=True):
    """Who prints what, among the ``sources`` that an answer may be taken from."""

    copies: Copies
    sources: frozenset[str]

    def printing(self, candidate: Candidate) -> tuple[str, ...]:
        """The source of ``candidate`` and those that print the same."""
        sentence = candidate.entry.sentence
        return sentence.source, *self.copies.of(sentence, self.sources)

    def once(self, found: Sequence[Candidate]) -> list[Candidate]:
        """``found``, of each telling the original print where the best one stood, unless it tells less."""
        prints: dict[Sentence, list[Candidate]] = {}
        for candidate in found:
            prints.setdefault(self.copies.telling(candidate.entry.sentence)[0], []).append(candidate)
        return [self._shown(told) for told in prints.values()]

    def _shown(self, told: Sequence[Candidate]) -> Candidate:
        best = told[0]
        order = [sentence.source for sentence in self.copies.telling(best.entry.sentence)]
        equals = [each for each in told if each.coverage >= SECOND_COVERAGE * best.coverage]
        equals = [each for each in equals if each.answering or not best.answering]
        shown = min(equals, key=lambda each: order.index(each.entry.sentence.source))
        return shown if shown is best else replace(shown, score=best.score)
