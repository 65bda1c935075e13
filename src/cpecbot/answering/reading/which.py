"""The noun that a question asks which of: the districts of "which districts were hit"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cpecbot.answering.meanings import DEEDS, is_deed, is_value, kinds_of
from cpecbot.answering.reading.words import blank
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.questions_file import QuestionsFile
from cpecbot.language.text.folding import fold
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.tokens import is_han
from cpecbot.language.values.finding import find_values
from cpecbot.languages import Language
from cpecbot.models import Span, Unit

# Of these there are several, and each may have a name.
_CLASSES = frozenset(
    {
        ConceptKind.THING,
        ConceptKind.INSTITUTION,
        ConceptKind.PLACE,
        ConceptKind.PROJECT,
        ConceptKind.ECONOMY,
        ConceptKind.ROLE,
        ConceptKind.TITLE,
    }
)


def noun_asked(
    text: str, language: Language, units: Sequence[Unit], read: Callable[[str], Sequence[Unit]], glossary: Glossary
) -> tuple[Unit, Span] | None:
    """The noun behind a word for "which", and where that stands.

    Of one that belongs to the question words it is what they ``read`` as.
    """
    folded = fold(text)
    found = language.once(_which).search(folded.text)
    if found is None:
        return None
    asking = folded.original(Span(*found.span()))
    behind = [unit for unit in units if unit.span.start >= asking.end and not is_value(unit)]
    numbers = [value.span for value in find_values(text, language)]
    if not behind or not _is_beside(blank(text, numbers)[asking.end : behind[0].span.start]):
        word = next(iter(text[asking.end :].split()), "") if language.profile.spaced else text[asking.end :][:2]
        behind = [unit for unit in read(word) if not is_value(unit)]
    noun = _head(behind, language, glossary)
    return (noun, asking) if noun and not noun.light and _may_be_noun(noun, glossary) else None


def _may_be_noun(unit: Unit, glossary: Glossary) -> bool:
    return not is_deed(unit, glossary) and not kinds_of(unit, glossary).isdisjoint(_CLASSES)


def _is_noun(unit: Unit, glossary: Glossary) -> bool:
    return _may_be_noun(unit, glossary) and kinds_of(unit, glossary).isdisjoint(DEEDS)


def _is_beside(between: str) -> bool:
    """Whether between "which" and its noun stands at most the character that says how it is counted: 哪支球队."""
    rest = between.strip()
    return not rest or (len(rest) == 1 and is_han(rest))


def _head(units: Sequence[Unit], language: Language, glossary: Glossary) -> Unit | None:
    """The last of the nouns side by side that the first of ``units`` begins, where that one is described: French clubs.

    Where the noun stands first it is the first.
    """
    if not units:
        return None
    head = units[0]
    width = int(language.profile.spaced)
    for unit in units[1:] if grammar(language).noun_last else ():
        if not 0 <= unit.span.start - head.span.end <= width or unit.light or not _is_noun(unit, glossary):
            break
        head = unit
    return head


def _which(language: Language) -> re.Pattern[str]:
    file = language.read(QuestionsFile)
    words = any_of(longest_first(fold(each).text for each in file.which))
    if not words:
        return re.compile(NOTHING)
    # Before what has its article it is "which", before anything else "what".
    article = language.read(FormsFile).inflection.article
    definite = any_of(longest_first(fold(each).text for each in file.which_of_definite))
    beside = rf"|\b(?:{definite})(?=\s+{fold(article).text})" if definite and article else ""
    return re.compile(rf"\b(?:{words})\b{beside}" if language.profile.spaced else f"(?:{words})")
