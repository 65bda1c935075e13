"""The content words and phrases of a question: known phrases, values, names and other words, each found by its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.reading.named import Named
from cpecbot.answering.reading.senses import senses_by_place, with_senses
from cpecbot.answering.reading.words import blank, unspaced_grammar, word_units
from cpecbot.language.analysis import Analyzer, concept_key
from cpecbot.language.concepts.concept import ConceptKind, ConceptMatch, of_the_field
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.language.names.index import NameIndex
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.tokens import is_han, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.language.values.finding import find_values
from cpecbot.language.values.value_keys import exact_key
from cpecbot.languages import Language
from cpecbot.models import Measured, QuestionKind, Span, Unit, Value, ValueKind

# Without a head noun these say little: "the two sides", "one".
_SMALL_NUMBER = 3
# As many words as a text may have for its language to stay open.
_SHORT = 3
_COUNTABLE = frozenset({ConceptKind.EVENT, ConceptKind.UNIT})
COUNTING = frozenset({QuestionKind.HOW_MANY, QuestionKind.HOW_MUCH})


class UnitFinder(Struct, frozen=True):
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
        matches = self._around_question_words(text, of_the_field(meanings), languages)
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
        if asked and not language.profile.spaced:  # 多少人生还 asks of no life (人生), but of who survived (生还)
            senses = [match for match in self._meanings(blank(text, asked), languages) if match.general]
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
        named = Named.of(text, matches, values, language, self.analyzer, self.names)
        values, matches, senses = named.outside(values), named.outside(matches), named.outside(senses)
        taken = [*asked, *_spans(values)]
        heard = named.unspaced([*taken, *_spans(matches)])
        grammar = [each for each in unspaced_grammar(text, self.analyzer.languages) if not each.overlaps_any(heard)]
        meant = senses_by_place(senses, _spans(matches), taken, grammar)
        taken += _spans(matches)
        rest = blank(text, [*taken, *(each for each in grammar if not each.overlaps_any(meant))])
        unspaced = [
            *heard,
            *(place for place in meant if is_han(place.slice(text)) and not place.overlaps_any([*taken, *heard])),
        ]
        # Where all is in capitals, they make no name of a word of grammar.
        names = () if text.isupper() else named.spans
        words = word_units(rest, unspaced, names, languages)
        worded = (*self._concept_units(text, matches, languages), *words)
        years = {value.span: key for value, key in self.analyzer.completed(text, values, matches)}
        units = (
            *_value_units(text, values, years),
            *with_senses(worded, meant, text, self.analyzer.glossary.vocabulary),
        )
        return tuple(_distinct(named.known(unit) for unit in sorted(units, key=lambda unit: unit.span)))

    def _around_question_words(
        self, text: str, matches: tuple[ConceptMatch, ...], languages: Sequence[Language]
    ) -> tuple[ConceptMatch, ...]:
        """``matches``, and phrases that a question word stands in: قیادت کس نے کی asks who led."""
        asking = question_words(languages[0]).spans(text)
        asking = tuple(each for each in asking if text[: each.start].strip() and text[each.end :].strip())
        bridged = [
            match
            for match in (of_the_field(self._meanings(blank(text, asking), languages)) if asking else ())
            if any(match.span.start < each.start and each.end < match.span.end for each in asking)
        ]
        inside = _spans(bridged)
        return (*bridged, *(match for match in matches if not match.span.overlaps_any(inside)))

    def _asked(self, text: str, language: Language, matches: Sequence[ConceptMatch]) -> list[Span]:
        """Where the question words stand.

        What is counted ("how many years", "which anniversary") stays content, and so does a phrase that only begins
        with one of them (كم حجم التجارة). A day says of an answer no more than "when" does, and a percentage no more
        than that it is a share.
        """
        concepts = self.analyzer.glossary.concepts
        asked = question_words(language).read(text)
        rest = blank(text, asked.spans)
        # A share is one of something: the unemployment of 失业率 is what is asked about.
        shares = asked.named if asked.measured is Measured.SHARE else ()
        named = () if shares else asked.named
        counting = _COUNTABLE if asked.kind in COUNTING else frozenset()
        counting -= {ConceptKind.UNIT} if shares else frozenset()
        content = [
            match.span
            for match in matches
            if (match.span.overlaps_any(shares) and concepts[match.concept].kind is not ConceptKind.UNIT)
            or (concepts[match.concept].kind in counting and not match.span.overlaps_any(named))
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
        taken = [*_spans(of_the_field(own)), *grammar]
        return (*own, *(m for m in glossary.read(text, languages[1:]) if not m.span.overlaps_any(taken)))

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
                # "Why" only asks: the cause may be told without a word for it.
                asks = fold_text(span.slice(text)) in function_words(languages[0])
                light = asks or all(glossary.concepts[key].kind is ConceptKind.LIGHT for key in content)
                yield Unit(span.slice(text), span, keys, frozenset(map(concept_key, wider)), content[0], light)

    def _spoken_for(
        self, text: str, span: Span, concepts: Sequence[str], languages: Sequence[Language]
    ) -> Iterator[str]:
        """The countries that capitals at ``span`` stand for: "Beijing praised" is China, "in Beijing" is the city."""
        countries = [self.metonyms[concept] for concept in concepts if concept in self.metonyms]
        if countries and not any(_is_locative(text, span, language) for language in languages):
            yield from countries


def _is_locative(text: str, span: Span, language: Language) -> bool:
    """Whether a word of ``language`` stands beside ``span`` that makes a place of it; Urdu puts such words behind."""
    locatives = language.once(_locatives)
    before, after = fold_text(text[: span.start]), fold_text(text[span.end :])
    if not language.profile.spaced:
        return before.endswith(locatives)
    return not set(locatives).isdisjoint((*before.split()[-1:], *after.split()[:1]))


def _locatives(language: Language) -> tuple[str, ...]:
    return tuple(map(fold_text, language.read(ConceptsFile).locatives))


def _value_units(text: str, values: Sequence[Value], completed: Mapping[Span, str]) -> Iterator[Unit]:
    """What ``values`` are found by; where a number of years is ``completed``, by that, too."""
    for value in values:
        key = exact_key(value)
        small = value.kind is ValueKind.NUMBER and (value.low or 0) <= _SMALL_NUMBER
        if key and not small:
            keys = {key, completed.get(value.span, key)}
            yield Unit(value.span.slice(text), value.span, frozenset(keys))


def _swallowed(value: Value, matches: Sequence[ConceptMatch]) -> bool:
    """Whether ``value`` is only a part of a phrase that the glossary knows, as the "one" of "One China"."""
    return any(match.span.contains(value.span) and match.span != value.span for match in matches)


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


def _distinct(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: set[frozenset[str]] = set()
    for unit in units:
        if unit.keys not in seen:
            seen.add(unit.keys)
            yield unit
