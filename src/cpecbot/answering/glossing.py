"""The key terms of a foreign quote in the asker's language: what was asked for, and what answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cpecbot.answering.meanings import is_value, may_be_name
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.i18n.values import format_value
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Span, Unit

_LONGEST_GLOSS = 5
# So many of the terms are kept free for what answers.
_ANSWERING = 2


def gloss(candidate: Candidate, language: Language, glossary: Glossary) -> tuple[str, ...]:
    """The words of the question that matched, then the answering words: values as ``language`` writes them."""
    asked = _asked(candidate.matched)
    answering = [each for each in dict.fromkeys(_answering(candidate, language, glossary)) if each not in asked]
    first = asked[: _LONGEST_GLOSS - min(_ANSWERING, len(answering))]
    return (*first, *answering)[:_LONGEST_GLOSS]


def mentions(candidate: Candidate, *, at_home: bool) -> tuple[str, ...]:
    """What the question is about of which the candidate surely speaks, in the words of the question, each once.

    In another language than the question's a word of many senses may only sound alike.
    """
    return _asked(
        unit
        for unit in candidate.matched
        if at_home or unit.concept or unit.named or is_value(unit) or may_be_name(unit)
    )


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
