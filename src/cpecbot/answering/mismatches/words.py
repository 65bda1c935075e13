"""The words of a question and of a sentence, as far as they can tell one thing from another of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpecbot.answering.meanings import is_value, may_be_name
from cpecbot.answering.mismatches.compounds import Word
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.analysis import concept_key, lemma_key
from cpecbot.language.concepts.concept import NAMED, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import is_common
from cpecbot.language.text.overlaps import Overlaps
from cpecbot.language.text.tokens import Token, is_han, tokenize
from cpecbot.language.text.words import function_words, light_words
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Term, TermKind, Unit
from cpecbot.store.entries import Entry

# What tells one thing from another; a quality ("joint"), an act or a measure does not.
_TELLING = frozenset(
    {
        ConceptKind.PLACE,
        ConceptKind.PERSON,
        ConceptKind.INSTITUTION,
        ConceptKind.PROJECT,
        ConceptKind.ECONOMY,
    }
)


def words_of_question(query: Query, glossary: Glossary) -> tuple[Word, ...]:
    """The units of ``query``, and its words of grammar."""
    text, language = query.text, query.language
    taken = Overlaps(unit.span for unit in query.units)
    rest = (token for token in tokenize(text) if not taken.of(token.span))
    # Who writes no capitals at all says nothing by it.
    capitals = any(_has_capital(text, unit.span, language) for unit in query.units)
    units = (
        _of_unit(unit, glossary, _has_capital(text, unit.span, language) if capitals else None) for unit in query.units
    )
    return _sorted([*units, *(Word(token.span, token.text, frozenset(), grammar=True) for token in rest)])


def _of_unit(unit: Unit, glossary: Glossary, capital: bool | None) -> Word:
    if unit.concept:
        kind = glossary.concepts[unit.concept].kind
        return Word(unit.span, unit.text, unit.keys, (unit.concept,), kind in _TELLING, kind in NAMED)
    value = is_value(unit)
    name = True if may_be_name(unit) else capital
    telling = not unit.light and not value and not is_remnant(unit.text)
    return Word(unit.span, unit.text, unit.keys, telling=telling, name=name)


def is_remnant(word: str) -> bool:
    """Whether it is a single character of Han, what is left of a word whose other characters were taken for grammar."""
    return len(word) == 1 and is_han(word)


def words_of_sentence(entry: Entry, glossary: Glossary) -> tuple[Word, ...]:
    """The known phrases of ``entry``, the narrowest concept first, and its other words."""
    text, language = entry.sentence.reading, entry.sentence.language
    concepts: dict[Span, list[str]] = {}
    for match in entry.analysis.concepts:
        concepts.setdefault(match.span, []).append(match.concept)
    phrases = [_of_phrase(span, keys, text, language, glossary) for span, keys in concepts.items()]
    values = [value.span for value in entry.analysis.values]
    names = [term for term in entry.analysis.terms if term.kind is TermKind.NAME]
    rest = (token for token in entry.analysis.tokens if not token.span.overlaps_any(concepts))
    return _sorted([*phrases, *(_of_token(token, text, language, values, names) for token in rest)])


def _of_phrase(span: Span, concepts: Sequence[str], text: str, language: Language, glossary: Glossary) -> Word:
    kind = glossary.concepts[concepts[0]].kind
    named = kind in NAMED or _has_capital(text, span, language)
    return Word(
        span, span.slice(text), frozenset(map(concept_key, concepts)), tuple(concepts), kind in _TELLING or named, named
    )


def _of_token(token: Token, text: str, language: Language, values: Sequence[Span], names: Sequence[Term]) -> Word:
    key = lemma_key(token.text, language)
    named = frozenset(name.key for name in names if name.span.overlaps(token.span))
    light = {token.text, key.removeprefix("l:")} & light_words(language)
    value = token.span.overlaps_any(values)
    return Word(
        token.span,
        token.text,
        named | {key},
        telling=not light and not value and not is_remnant(token.text),
        name=_is_name(text, token.span, language, unlisted=bool(named) and not is_common(token, text, language)),
        grammar=token.text in function_words(language),
    )


def _is_name(text: str, span: Span, language: Language, *, unlisted: bool) -> bool | None:
    """Whether a word is a name: its capital tells, or else that no dictionary lists it; None where nothing does."""
    if grammar(language).names_have_capitals and span.start > 0:
        return _has_capital(text, span, language)
    return unlisted or None


def _has_capital(text: str, span: Span, language: Language) -> bool:
    """Whether a capital shows a name; at the beginning of a sentence it shows nothing."""
    return grammar(language).names_have_capitals and span.start > 0 and text[span.start].isupper()


def _sorted(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: word.span))
