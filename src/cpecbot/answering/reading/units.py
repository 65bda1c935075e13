"""The content words and phrases of a question: known phrases, values, names and other words, each found by its keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cpecbot.answering.reading.senses import Senses, senses_by_place, with_senses
from cpecbot.language.analysis import Analyzer, concept_key, lemma_key, name_key
from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.concepts.matching import letters
from cpecbot.language.names.finding import Habits, Name
from cpecbot.language.names.index import NameIndex
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import Token, is_han, tokenize
from cpecbot.language.text.words import function_words, is_function_word, light_words
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.value_keys import exact_key
from cpecbot.languages import Language
from cpecbot.models import Span, Unit, Value, ValueKind
from cpecbot.scripts import Script

# Without a head noun these say little: "the two sides", "one".
_SMALL_NUMBER = 3
# As many words as a text may have for its language to stay open.
_SHORT = 3
_COUNTABLE = frozenset({ConceptKind.EVENT, ConceptKind.UNIT})
# What may be a name, with the names of the articles that sound like it.
_Named = tuple[Name, frozenset[str]]


@dataclass(frozen=True, slots=True)
class UnitFinder:
    """Finds what a sentence has to match.

    ``metonyms`` tells which capital speaks for which country, ``names`` which names of the articles sound alike.
    """

    analyzer: Analyzer
    metonyms: Mapping[str, str]
    names: NameIndex | None = None

    def find(self, text: str, language: Language) -> tuple[Unit, ...]:
        """The content words and phrases of ``text``, in order, without grammar, question words and repetitions."""
        languages = self._tried(language)
        meanings = self._meanings(text, languages)
        senses = [match for match in meanings if match.general]
        matches = self._around_question_words(text, _known(meanings), languages)
        asked = self._asked(text, language, matches)
        # Of a question that is all phrase (كم بلغت قوة الزلزال), what the glossary knows in it, or else all of it.
        beside = list(_beside(asked, _spans(matches)))
        units = (self._units(text, language, matches, senses, taken) for taken in (asked, beside, ()))
        return next(filter(None, units), ())

    def _units(
        self,
        text: str,
        language: Language,
        matches: Sequence[ConceptMatch],
        senses: Sequence[ConceptMatch],
        asked: Sequence[Span],
    ) -> tuple[Unit, ...]:
        languages = self._tried(language)
        senses = [match for match in senses if not match.span.overlaps_any(asked)]
        values = find_values(text, language)
        phrases = [*matches, *senses]
        values = tuple(
            value for value in values if not _swallowed(value, phrases) and not value.span.overlaps_any(asked)
        )
        matches = tuple(
            match
            for match in matches
            if not any(value.span.contains(match.span) for value in values) and not match.span.overlaps_any(asked)
        )
        named = self._named(text, matches, values, language)
        taken = [*asked, *_spans(values)]
        grammar = list(self._unspaced_grammar(text))
        meant = senses_by_place(senses, _spans(matches), taken, grammar)
        words = self._word_units(text, [*taken, *_spans(matches)], languages, named, meant, grammar)
        worded = (*self._concept_units(text, matches, languages), *words)
        units = (*_value_units(text, values), *with_senses(worded, meant, text, self.analyzer.glossary.vocabulary))
        return tuple(_distinct(_with_names(unit, named) for unit in sorted(units, key=lambda unit: unit.span)))

    def _named(
        self, text: str, matches: Sequence[ConceptMatch], values: Sequence[Value], language: Language
    ) -> list[_Named]:
        """What may be a name, with those of the articles that sound like it."""
        like = self.names.like if self.names else _nothing_like
        found = self.analyzer.names(text, matches, values, language, asked=True)
        return [(name, like(name.form)) for name in found]

    def _around_question_words(
        self, text: str, matches: tuple[ConceptMatch, ...], languages: Sequence[Language]
    ) -> tuple[ConceptMatch, ...]:
        """``matches``, and phrases that a question word stands in: قیادت کس نے کی asks who led."""
        asking = question_words(languages[0]).spans(text)
        asking = tuple(each for each in asking if text[: each.start].strip() and text[each.end :].strip())
        bridged = [
            match
            for match in (_known(self._meanings(_blank(text, asking), languages)) if asking else ())
            if any(match.span.start < each.start and each.end < match.span.end for each in asking)
        ]
        inside = _spans(bridged)
        return (*bridged, *(match for match in matches if not match.span.overlaps_any(inside)))

    def _asked(self, text: str, language: Language, matches: Sequence[ConceptMatch]) -> list[Span]:
        """Where the question words stand.

        What is counted ("how many years", "which anniversary") stays content, and so does a phrase that only begins
        with one of them (كم حجم التجارة).
        """
        concepts = self.analyzer.glossary.concepts
        asked = question_words(language).read(text)
        rest = _blank(text, asked.spans)
        content = [
            match.span
            for match in matches
            if (concepts[match.concept].kind in _COUNTABLE and not match.span.overlaps_any(asked.named))
            or match.span.slice(rest).strip()
        ]
        return [span for span in asked.spans if not span.overlaps_any(content)]

    def _tried(self, language: Language) -> tuple[Language, ...]:
        """Short questions in a script that several languages share are ambiguous: all are tried, likeliest first."""
        alike = self.analyzer.languages.of_script(language.profile.script)
        return (language, *(each for each in alike if each != language))

    def _meanings(self, text: str, languages: Sequence[Language]) -> tuple[ConceptMatch, ...]:
        """What ``text`` speaks of in the first of ``languages``; a short text also in the others, where that is open.

        In a longer one the language is sure, and a word of another would be a false friend.
        """
        glossary, first = self.analyzer.glossary, languages[0]
        own = glossary.read(text, (first,))
        if len(languages) == 1 or len(text.split()) > _SHORT:
            return own
        grammar = [token.span for token in tokenize(text) if token.text in function_words(first)]
        taken = [*_spans(_known(own)), *grammar]
        return (*own, *(m for m in glossary.read(text, languages[1:]) if not m.span.overlaps_any(taken)))

    def _unspaced_grammar(self, text: str) -> Iterator[Span]:
        """Where stop words and light words stand that no space sets apart, and that are no part of what is asked."""
        for language in self.analyzer.languages:
            grammar = language.once(_unspaced_grammar)
            if grammar and language.once(letters).search(text):
                plain = simplify(text) if language.profile.script is Script.HAN else text
                topical = question_words(language).read(text).topical
                spans = (Span(*match.span()) for match in grammar.finditer(plain))
                yield from (span for span in spans if not span.overlaps_any(topical))

    def _concept_units(
        self, text: str, matches: Sequence[ConceptMatch], languages: Sequence[Language]
    ) -> Iterator[Unit]:
        glossary = self.analyzer.glossary
        groups: dict[Span, list[ConceptMatch]] = {}
        for match in matches:
            groups.setdefault(match.span, []).append(match)
        for span, group in groups.items():
            wider = {key for match in group for key in glossary.broader(match.concept)}
            narrowest = [match.concept for match in group if match.concept not in wider]
            content = [key for key in narrowest if glossary.concepts[key].kind is not ConceptKind.QUESTION]
            if [glossary.concepts[key].kind for key in content] == [ConceptKind.GENERIC] and len(wider) > 1:
                for key in sorted(wider):  # "China-Pakistan" is nothing of its own, only both of them
                    yield Unit(span.slice(text), span, frozenset({concept_key(key)}), concept=key)
            elif content:
                keys = frozenset(map(concept_key, [*content, *self._spoken_for(text, span, content, languages)]))
                light = all(glossary.concepts[key].kind is ConceptKind.LIGHT for key in content)
                yield Unit(span.slice(text), span, keys, frozenset(map(concept_key, wider)), content[0], light)

    def _spoken_for(
        self, text: str, span: Span, concepts: Sequence[str], languages: Sequence[Language]
    ) -> Iterator[str]:
        """The countries that capitals at ``span`` stand for: "Beijing praised" is China, "in Beijing" is the city."""
        countries = [self.metonyms[concept] for concept in concepts if concept in self.metonyms]
        if countries and not any(_is_locative(text, span, language) for language in languages):
            yield from countries

    def _word_units(
        self,
        text: str,
        taken: Sequence[Span],
        languages: Sequence[Language],
        named: Sequence[_Named],
        senses: Senses,
        grammar: Sequence[Span],
    ) -> Iterator[Unit]:
        rest = _blank(text, [*taken, *(each for each in grammar if not each.overlaps_any(senses))])
        # Where all is in capitals, they make no name of a word of grammar.
        names = set() if text.isupper() else {name.span for name, _ in named}
        words = [
            token for token in tokenize(rest) if token.span in names or not is_function_word(token.text, languages)
        ]
        # Where no space parts words, the vocabulary does.
        parted = [place for place in senses if is_han(place.slice(text)) and not place.overlaps_any(taken)]
        for place in parted:
            if place.overlaps_any(token.span for token in words):
                yield self._word_unit(text, place, [token for token in words if token.span == place], languages)
        for run in _runs(token for token in words if not token.span.overlaps_any(parted)):
            yield self._word_unit(text, Span(run[0].span.start, run[-1].span.end), run, languages)

    def _word_unit(self, text: str, span: Span, words: Sequence[Token], languages: Sequence[Language]) -> Unit:
        lemmas = {lemma_key(token.text, language) for token in words for language in languages}
        light = bool(words) and all(self._is_light(token.text, lemmas, languages[0]) for token in words)
        return Unit(span.slice(text), span, frozenset(lemmas), light=light)

    def _is_light(self, word: str, lemmas: set[str], language: Language) -> bool:
        known = light_words(language) | language.once(Habits).particles
        return word in known or any(lemma.removeprefix("l:") in known for lemma in lemmas)


def _nothing_like(name: str) -> frozenset[str]:
    del name
    return frozenset()


def _with_names(unit: Unit, named: Sequence[_Named]) -> Unit:
    """``unit`` with the keys of the names of which it is a word; a phrase that means something of its own is none."""
    mine = [
        each for each in named if each[0].span == unit.span or (not unit.concept and each[0].span.overlaps(unit.span))
    ]
    forms = {form for name, alike in mine for form in (name.form, *alike)}
    keys = unit.keys | set(map(name_key, forms))
    return replace(unit, keys=keys, named=any(alike for _, alike in mine)) if mine else unit


def _unspaced_grammar(language: Language) -> re.Pattern[str] | None:
    words = sorted(function_words(language) | light_words(language), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))) if words and not language.profile.spaced else None


def _is_locative(text: str, span: Span, language: Language) -> bool:
    """Whether a word of ``language`` stands beside ``span`` that makes a place of it; Urdu puts such words behind."""
    locatives = language.once(_locatives)
    before, after = fold_text(text[: span.start]), fold_text(text[span.end :])
    if not language.profile.spaced:
        return before.endswith(locatives)
    return not set(locatives).isdisjoint((*before.split()[-1:], *after.split()[:1]))


def _locatives(language: Language) -> tuple[str, ...]:
    return tuple(map(fold_text, language.read(ConceptsFile).locatives))


def _blank(text: str, spans: Sequence[Span]) -> str:
    """``text`` with spaces for ``spans``, so that what is left keeps its place."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = " " * len(span)
    return "".join(characters)


def _value_units(text: str, values: Sequence[Value]) -> Iterator[Unit]:
    for value in values:
        key = exact_key(value)
        small = value.kind is ValueKind.NUMBER and (value.low or 0) <= _SMALL_NUMBER
        if key and not small:
            yield Unit(value.span.slice(text), value.span, frozenset({key}))


def _swallowed(value: Value, matches: Sequence[ConceptMatch]) -> bool:
    """Whether ``value`` is only a part of a phrase that the glossary knows, as the "one" of "One China"."""
    return any(match.span.contains(value.span) and match.span != value.span for match in matches)


def _known(meanings: Iterable[ConceptMatch]) -> tuple[ConceptMatch, ...]:
    """Those that are concepts of the field."""
    return tuple(match for match in meanings if not match.general)


def _spans(items: Sequence[ConceptMatch] | Sequence[Value]) -> list[Span]:
    return [item.span for item in items]


def _beside(spans: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """What ``taken`` leaves of ``spans``."""
    for span in spans:
        start = span.start
        for other in sorted(each for each in taken if each.overlaps(span)):
            if start < other.start:
                yield Span(start, other.start)
            start = max(start, other.end)
        if start < span.end:
            yield Span(start, span.end)


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Words one by one; the bigrams of an unbroken Chinese run together, since no space says where its words end."""
    run: list[Token] = []
    for token in tokens:
        joined = run and token.span.start < run[-1].span.end
        if run and not joined:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _distinct(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: set[frozenset[str]] = set()
    for unit in units:
        if unit.keys not in seen:
            seen.add(unit.keys)
            yield unit
