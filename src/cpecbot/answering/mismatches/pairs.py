"""Two words side by side in a question are one thing: the best director is not told of by the best actor's director."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from cpecbot.answering.meanings import is_deed, is_value, kinds_of, may_be_name, meanings, means_something
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

_NAMES = frozenset({ConceptKind.PLACE, ConceptKind.PERSON})
_QUALITIES = frozenset({ConceptKind.QUALITY, ConceptKind.MODIFIER})
# So many words apart in one part of a sentence two words may still belong together: "the best Asian director".
_NEAR = 3.0


class Pair(Struct, frozen=True):
    """A ``head`` of a question, and the word beside it that says which one is meant."""

    head: Unit
    which: Unit

    def is_parted(self, entry: Entry, matched: Mapping[Unit, Sequence[Span]]) -> bool:
        """Whether the sentence has both, and nowhere together."""
        if self.head not in matched or self.which not in matched:
            return False
        parts = segments(entry.sentence.reading, entry.sentence.language)
        apart = (parts.distance(one, other) for one in matched[self.which] for other in matched[self.head])
        return all(each.apart or each.words > _NEAR for each in apart)


def pairs(query: Query, glossary: Glossary) -> Iterator[Pair]:
    """The pairs of words side by side in ``query`` of which the one says which of the other is meant."""
    units = sorted((unit for unit in query.units if not unit.light), key=lambda unit: unit.span)
    between = query.language.once(_between)
    for first, second in pairwise(units):
        beside = between.fullmatch(query.text[first.span.end : max(first.span.end, second.span.start)])
        for which, head in ((first, second), (second, first)):
            if (
                beside
                and _may_be_head(head, glossary)
                and (_is_quality(which, glossary) or not set(meanings(which)).isdisjoint(meanings(head)))
            ):
                yield Pair(head, which)


def _between(language: Language) -> re.Pattern[str]:
    """What may stand between two words that belong together."""
    return re.compile(rf"[\s\u200c-]*(?:{re.escape(grammar(language).quality_link)})?")


def _may_be_head(unit: Unit, glossary: Glossary) -> bool:
    named = may_be_name(unit) and not means_something(unit)
    return not (is_value(unit) or named or is_deed(unit, glossary)) and kinds_of(unit, glossary).isdisjoint(_NAMES)


def _is_quality(unit: Unit, glossary: Glossary) -> bool:
    """Whether it is a quality by all that it may mean: other words say something by themselves as well."""
    kinds = kinds_of(unit, glossary)
    return bool(kinds) and kinds <= _QUALITIES
