"""From a text to the terms it is found by: words, lemmas, concepts, names and values, each with its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate

from msgspec import Struct, field

from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch, Trait, of_the_field
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.aliases.table import Aliases
from cpecbot.language.names.finding import Name, names
from cpecbot.language.text.inflection.lemmas import lemma
from cpecbot.language.text.inflection.spellings import respelt
from cpecbot.language.text.tokens import Token, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.units import YEARS
from cpecbot.language.values.value_keys import value_keys
from cpecbot.languages import Language, Languages
from cpecbot.models import Span, Term, TermKind, Value, ValueKind

# What the keys of concepts and senses begin with, and those of names.
CONCEPT, NAME = "c:", "n:"
# "Hope" may be a person, "Pakistan" may not.
_COMMON = frozenset(
    {
        ConceptKind.ECONOMY,
        ConceptKind.EVENT,
        ConceptKind.STANCE,
        ConceptKind.MODIFIER,
        ConceptKind.UNIT,
        ConceptKind.GENERIC,
        ConceptKind.LIGHT,
    }
)


class Analysis(Struct, frozen=True, array_like=True):
    """What a text holds; all spans count code points of that text."""

    tokens: tuple[Token, ...]
    concepts: tuple[ConceptMatch, ...]
    values: tuple[Value, ...]
    terms: tuple[Term, ...]


class Analyzer(Struct, frozen=True):
    """Reads texts with one glossary, in any of the ``languages``; shared by articles and questions.

    ``aliases`` are the names that stand for one another in these articles.
    """

    glossary: Glossary
    languages: Languages
    aliases: Aliases = field(default_factory=Aliases)

    def analyze(self, text: str, language: Language, reference: date | None = None) -> Analysis:
        """Read a sentence of an article; ``reference`` is the day on which it was published."""
        tokens = tokenize(text)
        meanings = self.glossary.read(text, (language,))
        concepts = of_the_field(meanings)
        places = _Places(match.span for match in concepts)
        values = find_values(text, language, reference)
        terms = (
            *self._words(tokens, places, language),
            *_concept_terms(meanings),
            *_value_terms(values),
            *(Term(key, TermKind.VALUE, value.span) for value, key in self.completed(text, values, concepts)),
            *(
                Term(name_key(name.form), TermKind.NAME, name.span)
                for name in self.names(text, concepts, values, language)
            ),
            *(
                Term(name_key(form), TermKind.NAME, span)
                for forms, span in self.aliases.find(text, tokens, language)
                for form in sorted(forms)
            ),
        )
        return Analysis(tokens, concepts, values, terms)

    def _words(self, tokens: tuple[Token, ...], phrases: _Places, language: Language) -> Iterator[Term]:
        grammar = function_words(language)
        for token in tokens:
            if token.text not in grammar:
                # "All-weather partnership" does not speak of the weather.
                kind = TermKind.PART if phrases.exceed(token.span) else TermKind.LEMMA
                yield Term(lemma_key(token.text, language), kind, token.span)

    def completed(
        self, text: str, values: Iterable[Value], concepts: Iterable[ConceptMatch]
    ) -> Iterator[tuple[Value, str]]:
        """Those of ``values`` that number an anniversary, with the key of as many years."""
        told = [match.span for match in concepts if self.glossary.has(match.concept, Trait.COMPLETES_YEARS)]
        for value in values if told else ():
            beside = any(not value.span.between(each).slice(text).strip() for each in told)
            if value.kind is ValueKind.ORDINAL and value.low is not None and beside:
                years = Value(ValueKind.DURATION, value.span, value.low, value.low, YEARS)
                yield from ((value, key) for key in value_keys(years))

    def names(
        self,
        text: str,
        concepts: Sequence[ConceptMatch],
        values: Sequence[Value],
        language: Language,
        *,
        asked: bool = False,
    ) -> Iterator[Name]:
        """What of ``text`` may be a name, beside the ``concepts`` and ``values`` that were read in it.

        ``asked`` is a question. A common word of the glossary, such as "hope", may be a name where it stands alone.
        """
        told = (match for match in concepts if not match.implied)
        common = {match.span for match in told if self.glossary.concepts[match.concept].kind in _COMMON}
        known = (match.span for match in concepts if match.span not in common)
        taken = _Places([*known, *(value.span for value in values)])
        for name in names(text, tokenize(text), language, asked=asked):
            if not taken.overlap(name.span):
                yield name


class _Places:
    """Where the concepts of a text stand, so that a word finds those around it without looking at all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate((span.end for span in ordered), max))

    def overlap(self, span: Span) -> bool:
        """Whether any of them overlaps ``span``."""
        return self._end_of_those_before(span.end) > span.start

    def exceed(self, span: Span) -> bool:
        """Whether any of them contains ``span`` and more."""
        before, at = self._end_of_those_before(span.start), self._end_of_those_before(span.start + 1)
        return before >= span.end or at > span.end

    def _end_of_those_before(self, place: int) -> int:
        """Where the last of those that start before ``place`` ends; -1 when there are none."""
        number = bisect_left(self._starts, place)
        return self._furthest[number - 1] if number else -1


def lemma_key(word: str, language: Language) -> str:
    return f"l:{respelt(lemma(word, language), language)}"


def concept_key(concept: str) -> str:
    return f"{CONCEPT}{concept}"


def name_key(form: str) -> str:
    """The key of a folded name."""
    return f"{NAME}{form}"


def _concept_terms(meanings: tuple[ConceptMatch, ...]) -> Iterator[Term]:
    for match in meanings:
        kind = TermKind.CONSTITUENT if match.part else TermKind.SENSE if match.general else TermKind.CONCEPT
        yield Term(concept_key(match.concept), kind, match.span)


def _value_terms(values: tuple[Value, ...]) -> Iterator[Term]:
    for value in values:
        for key in value_keys(value):
            yield Term(key, TermKind.VALUE, value.span)
