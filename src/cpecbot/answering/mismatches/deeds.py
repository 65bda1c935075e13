"""Who did one thing is no answer to who did another: to lead the delegation is not to chair the closing session.

A sentence on both tells of the deed that was asked about only where both stand in one clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_value
from cpecbot.answering.mismatches.compounds import Word
from cpecbot.answering.mismatches.words import words_of_sentence
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry

_DOING = frozenset({ConceptKind.EVENT, ConceptKind.STANCE})
# Who, where, how and how much are not what it is done to.
_NO_OBJECTS = frozenset(
    {
        ConceptKind.PLACE,
        ConceptKind.PERSON,
        ConceptKind.TITLE,
        ConceptKind.MODIFIER,
        ConceptKind.UNIT,
        ConceptKind.STANCE,
        ConceptKind.LIGHT,
        ConceptKind.QUESTION,
    }
)


class Deed(Struct, frozen=True):
    """What somebody did, and the ``target`` that it was done to; ``told_together``: one phrase says both.

    ``alike`` are the keys of what may be called the same when it is done to the same: to co-chair is to chair and to
    lead, so who chaired a delegation led it.
    """

    doing: Unit
    target: Unit
    keys: frozenset[str]
    alike: frozenset[str]
    told_together: bool = False


def deed(query: Query, glossary: Glossary) -> Deed | None:
    """What ``query`` asks the doer of; None where it asks for something else, or of nothing that it is done to."""
    if query.kind is not QuestionKind.WHO:
        return None
    things = [unit for unit in query.units if _may_be_told(unit) and _kind(unit, glossary) not in _NO_OBJECTS - _DOING]
    asking = min(question_words(query.language).spans(query.text), default=Span(0, 0))
    nearest = sorted(things, key=lambda unit: _distance(unit.span, asking))
    doing = next((unit for unit in nearest if _kind(unit, glossary) in _DOING), None)
    doing = doing or next((unit for unit in nearest if unit.concept is None), None)
    objects = [unit for unit in things if unit is not doing and _kind(unit, glossary) not in _NO_OBJECTS]
    keys = frozenset(key for unit in query.units for key in unit.keys)
    if doing is None:
        return None
    inside = _inside(doing, query.language, glossary)
    target = inside or min(objects, key=lambda unit: _distance(unit.span, doing.span), default=None)
    return Deed(doing, target, keys, _alike(doing, glossary), inside is not None) if target else None


def _inside(doing: Unit, language: Language, glossary: Glossary) -> Unit | None:
    """What the phrase of the deed itself says it is done to: the delegation of ترأس الوفد."""
    for token in tokenize(doing.text) if doing.concept else ():
        for match in glossary.match(token.text, language):
            if match.concept != doing.concept and glossary.concepts[match.concept].kind not in _NO_OBJECTS | _DOING:
                return Unit(token.text, token.span, frozenset({concept_key(match.concept)}), concept=match.concept)
    return None


def _alike(doing: Unit, glossary: Glossary) -> frozenset[str]:
    """The keys of the deeds that something is a kind of that is a kind of ``doing`` too."""
    kinds = (each.broader for each in glossary.concepts.values() if doing.concept in each.broader)
    return frozenset(concept_key(other) for broader in kinds for other in broader) - doing.keys


def did_the_same(entry: Entry, asked: Deed, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> bool:
    """Whether the sentence tells of the deed by another name, done to the same in one clause or behind an aside."""
    if asked.doing in matched or asked.alike.isdisjoint(entry.keys):
        return False
    clauses, targets = Clauses(entry), _places(entry, asked.target.keys)
    words = words_of_sentence(entry, glossary) if targets else ()
    return any(
        clauses.joined(doing, each)
        or (clauses.number(each) == clauses.number(doing) + 2 and not _has_object(doing, clauses, words, glossary))
        for doing in _places(entry, asked.alike)
        for each in targets
    )


def _places(entry: Entry, keys: frozenset[str]) -> list[Span]:
    return [term.span for term in entry.analysis.terms if term.key in keys]


def did_another(
    entry: Entry,
    asked: Deed | None,
    matched: Mapping[Unit, tuple[Span, ...]],
    told: Collection[str],
    glossary: Glossary,
) -> bool:
    """Whether the sentence tells who did the same to something else; ``told`` are the keys of its article."""
    if asked is None or asked.told_together or asked.doing not in matched:
        return False
    targets = matched.get(asked.target, ())
    if not targets and not (asked.target.concept and asked.target.keys.isdisjoint(told)):
        return False
    clauses, doings = Clauses(entry), matched[asked.doing]
    if any(clauses.joined(doing, each) for doing in doings for each in targets):
        return False
    words = [word for word in words_of_sentence(entry, glossary) if word.keys.isdisjoint(asked.keys)]
    return all(_has_object(doing, clauses, words, glossary) for doing in doings)


def _may_be_told(unit: Unit) -> bool:
    """A light word or a number is neither done nor what something is done to."""
    return not unit.light and not is_value(unit)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _kind(unit: Unit, glossary: Glossary) -> ConceptKind | None:
    return glossary.concepts[unit.concept].kind if unit.concept else None


def _has_object(doing: Span, clauses: Clauses, words: Sequence[Word], glossary: Glossary) -> bool:
    """Whether something else stands in the clause of ``doing`` that it is done to."""
    here = clauses.number(doing)
    inside = [word for word in words if not word.grammar and clauses.number(word.span) == here]
    rules = clauses.grammar
    beside = [word for word in inside if (word.span < doing if rules.verb_last else doing < word.span)]
    # Who does it comes first; where the verb stands before both, right behind it.
    behind_doer = beside[1:] if rules.verb_last or rules.subject_after_verb else beside
    return any(_may_be_object(word, glossary) for word in behind_doer)


def _may_be_object(word: Word, glossary: Glossary) -> bool:
    """A name that the glossary does not know may be who does it."""
    if word.concepts:
        return glossary.concepts[word.concepts[0]].kind not in _NO_OBJECTS
    return word.telling and not word.name


class Clauses:
    """The clauses of a sentence, cut at marks and before words that open one."""

    def __init__(self, entry: Entry) -> None:
        text, language = entry.sentence.reading, entry.sentence.language
        self.grammar = grammar(language)
        self._text = text
        self._relative = language.once(_relative)
        self._parts = segments(text, language)

    def number(self, place: Span) -> int:
        """Which clause ``place`` begins in, counted from 0."""
        return self._parts.clause(place)

    def joined(self, doing: Span, other: Span) -> bool:
        """Whether both stand in one clause, or ``doing`` in one on the ``other``: "the delegation, led by …"."""
        here, there = self.number(doing), self.number(other)
        return here == there or (here == there + 1 and self._leans_back(here, doing))

    def _leans_back(self, clause: int, doing: Span) -> bool:
        """Whether a clause begins with the deed itself, or with a word that stands for what was named last."""
        start = self._parts.clauses[clause - 1]
        before = self._text[start : doing.start]
        return not before.strip() or bool(self._relative.match(fold_text(before)))


def _relative(language: Language) -> re.Pattern[str]:
    words = grammar(language).relatives
    return re.compile(rf"\s*{_opening(words, language)}" if words.split() else NOTHING)


def _opening(words: str, language: Language) -> str:
    """What finds the place before any of ``words``."""
    listed = any_of(longest_first(fold_text(words).split()))
    return rf"\b(?=(?:{listed})\b)" if language.profile.spaced else f"(?={listed})"
