"""The key terms of a foreign quote in the asker's language: what was asked for, and what answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cpecbot.answering.meanings import is_value, kinds_of, may_be_name
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.disagreement import Comparer
from cpecbot.i18n.values import format_value
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ACTS, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Span, Unit
from cpecbot.store.entries import Entry

_LONGEST_GLOSS = 5
# So many of the terms are kept free for what answers.
_ANSWERING = 2
# What is done, and what a thing is like or counted in.
_PUT_IN_MANY_WAYS = ACTS | {
    ConceptKind.MODIFIER,
    ConceptKind.QUALITY,
    ConceptKind.GENERIC,
    ConceptKind.UNIT,
    ConceptKind.LIGHT,
    ConceptKind.QUESTION,
}


def gloss(candidate: Candidate, language: Language, glossary: Glossary) -> tuple[str, ...]:
    """The words of the question that matched, then the answering words: values as ``language`` writes them."""
    asked = _asked(candidate.matched)
    answering = [each for each in dict.fromkeys(_answering(candidate, language, glossary)) if each not in asked]
    first = asked[: _LONGEST_GLOSS - min(_ANSWERING, len(answering))]
    return (*first, *answering)[:_LONGEST_GLOSS]


def matched(candidate: Candidate) -> tuple[str, ...]:
    """What the question is about of which the candidate speaks, in the words of the question, each once."""
    return _asked(candidate.matched)


def mentions(candidate: Candidate, language: Language, glossary: Glossary, comparer: Comparer) -> tuple[str, ...]:
    """What of a question in ``language`` the candidate surely names, in the words of the question, each once.

    A thing is named where a word for it stands, under no name that is set against the one asked by. What is done, how
    or when is put in many ways, and a word of many senses may only sound alike in another language.
    """
    entry = candidate.entry

    def is_named(unit: Unit, places: Iterable[Span]) -> bool:
        words = (place.slice(entry.sentence.reading) for place in places)
        return not comparer.are_set_apart((unit.text, language), *((each, entry.sentence.language) for each in words))

    return _asked(
        unit
        for unit, places in candidate.matched.items()
        if _may_be_mentioned(unit, glossary, at_home=entry.sentence.language == language)
        and (told := [place for place in places if not _only_implies(entry, place, unit)])
        and is_named(unit, told)
    )


def _may_be_mentioned(unit: Unit, glossary: Glossary, *, at_home: bool) -> bool:
    kinds = kinds_of(unit, glossary)
    known = unit.concept or unit.named or is_value(unit) or may_be_name(unit)
    says_little = bool(kinds) and kinds <= _PUT_IN_MANY_WAYS
    return bool(at_home or known) and not says_little and not glossary.has(unit.concept, Trait.OTHER_TIME)


def _only_implies(entry: Entry, place: Span, unit: Unit) -> bool:
    """Whether what stands at ``place`` is but a part or a kind of ``unit``: the corridor's second phase."""
    here = [each for each in entry.analysis.concepts if each.span == place and concept_key(each.concept) in unit.keys]
    return bool(here) and all(each.implied for each in here)


def _asked(units: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.text for unit in units if not unit.light))


def _answering(candidate: Candidate, language: Language, glossary: Glossary) -> Iterator[str]:
    analysis, asked = candidate.entry.analysis, {unit.concept for unit in candidate.matched}
    written: list[Span] = []
    for value in analysis.values:
        if not value.span.overlaps_any(candidate.answering):
            continue
        told = format_value(value, language, glossary.label)
        if told or value.vague:
            written.append(value.span)
        if told:
            yield told
    for match in analysis.concepts:
        answers = any(span.contains(match.span) for span in candidate.answering)
        if answers and not match.implied and match.concept not in asked and not match.span.overlaps_any(written):
            yield glossary.label(match.concept, language)
