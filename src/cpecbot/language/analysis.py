"""From a text to the terms it is found by: words, lemmas, concepts, names and values, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import Name, names
from cpecbot.language.text.lemmas import lemma
from cpecbot.language.text.spellings import respelt
from cpecbot.language.text.tokens import Token, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.value_keys import value_keys
from cpecbot.languages import Language, Languages
from cpecbot.models import Term, TermKind, Value

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


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a text holds; all spans count code points of that text."""

    tokens: tuple[Token, ...]
    concepts: tuple[ConceptMatch, ...]
    values: tuple[Value, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Reads texts with one glossary, in any of the ``languages``; shared by articles and questions."""

    glossary: Glossary
    languages: Languages

    def analyze(self, text: str, language: Language, reference: date | None = None) -> Analysis:
        """Read a sentence of an article; ``reference`` is the day on which it was published."""
        tokens = tokenize(text)
        concepts = self.glossary.match(text, language)
        values = find_values(text, language, reference)
        terms = (
            *self._words(tokens, concepts, language),
            *_concept_terms(concepts),
            *_value_terms(values),
            *(
                Term(name_key(name.form), TermKind.NAME, name.span)
                for name in self.names(text, concepts, values, language)
            ),
        )
        return Analysis(tokens, concepts, values, terms)

    def _words(
        self, tokens: tuple[Token, ...], concepts: tuple[ConceptMatch, ...], language: Language
    ) -> Iterator[Term]:
        phrases = [match.span for match in concepts]
        grammar = function_words(language)
        for token in tokens:
            if token.text not in grammar:
                part = any(span.contains(token.span) and span != token.span for span in phrases)
                # "All-weather partnership" does not speak of the weather.
                kind = TermKind.PART if part else TermKind.LEMMA
                yield Term(lemma_key(token.text, language), kind, token.span)

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
        common = {match.span for match in concepts if self.glossary.concepts[match.concept].kind in _COMMON}
        taken = [*(each.span for each in concepts if each.span not in common), *(value.span for value in values)]
        for name in names(text, tokenize(text), language, asked=asked):
            if not any(span.overlaps(name.span) for span in taken):
                yield name


def lemma_key(word: str, language: Language) -> str:
    return f"l:{respelt(lemma(word, language), language)}"


def concept_key(concept: str) -> str:
    return f"c:{concept}"


def name_key(form: str) -> str:
    """The key of a folded name."""
    return f"n:{form}"


def _concept_terms(concepts: tuple[ConceptMatch, ...]) -> Iterator[Term]:
    for match in concepts:
        yield Term(concept_key(match.concept), TermKind.CONCEPT, match.span)


def _value_terms(values: tuple[Value, ...]) -> Iterator[Term]:
    for value in values:
        for key in value_keys(value):
            yield Term(key, TermKind.VALUE, value.span)
