"""From a question to the query that it asks: its language, its kind and what a sentence has to match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.meanings import DEEDS, is_deed, kinds_of, means_something
from cpecbot.answering.reading.alternatives import with_alternatives
from cpecbot.answering.reading.before import without_words_for_before
from cpecbot.answering.reading.counted_in import counted_in, counts_people, means_people
from cpecbot.answering.reading.extremes import with_extreme
from cpecbot.answering.reading.heads import with_heads
from cpecbot.answering.reading.scores import with_scores
from cpecbot.answering.reading.speaker import speaker_in
from cpecbot.answering.reading.units import COUNTING, UnitFinder
from cpecbot.answering.reading.which import noun_asked
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.analysis import Analyzer, lemma_key
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.wording import language_of_phrases
from cpecbot.language.names.index import NameIndex
from cpecbot.language.questions.kinds import Asked, question_words
from cpecbot.language.text.cues.causes import Tie, cause_marks
from cpecbot.language.text.identify import guess
from cpecbot.language.text.tokens import is_han, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Filters, Measured, Query, QuestionKind, Span, Unit

_WHICH = frozenset({QuestionKind.WHO, QuestionKind.WHERE, QuestionKind.TOPIC})
_ASKING_TIES = frozenset({Tie.LEADS, Tie.OWING, Tie.REASON})
_DESCRIBING = frozenset({ConceptKind.PLACE, ConceptKind.PERSON, ConceptKind.MODIFIER})


class Understanding(Struct, frozen=True):
    """Reads questions; ``metonyms`` and ``names`` are those of ``UnitFinder``."""

    analyzer: Analyzer
    metonyms: Mapping[str, str]
    names: NameIndex | None = None

    def read(self, text: str, fallback: Language | None = None, filters: Filters = Filters()) -> Query:  # noqa: B008 - frozen
        """The query that ``text`` asks; one without content units asks for nothing that could be found."""
        guessed = guess(text, self.analyzer.languages, fallback)
        return self.read_in(language_of_phrases(text, guessed, self.analyzer.glossary), text, filters)

    def read_in(self, language: Language, text: str, filters: Filters = Filters()) -> Query:  # noqa: B008 - frozen
        """As ``read``, of a ``text`` that is known to be in ``language``."""
        asked = question_words(language).read(text)
        units = self.units(text, language)
        units = with_scores(units, asked, text, language)
        units = _with_light_ties(units, text, language) if asked.kind is QuestionKind.WHY else units
        units = with_heads(units, asked.kind, self.analyzer.glossary)
        units = with_alternatives(units, asked, text, language)
        measured, units = self._measured(text, language, asked, units)
        units = with_extreme(units, text, language) if measured is Measured.AGE else units
        if asked.kind is QuestionKind.WHEN:
            units = without_words_for_before(units, text, language)
        if asked.kind is QuestionKind.HOW_MANY:
            units = tuple(_with_light_classifiers(units, asked.spans))
        counted = self._counted(text, language, units) if asked.kind is QuestionKind.HOW_MANY else None
        lemmas, members = self._lemmas(text, language), self._class_asked(text, language, asked)
        which, units = self._which(text, language, units, asked)
        speaker = speaker_in(text, language, units, self.analyzer.glossary, asked.kind)
        return Query(
            text,
            language,
            asked.kind,
            units,
            filters,
            counted,
            lemmas,
            measured,
            members,
            speaker,
            naming=asked.naming,
            which=which,
            people=asked.kind is QuestionKind.HOW_MANY and counts_people(text, language, asked.spans),
        )

    def _measured(
        self, text: str, language: Language, asked: Asked, units: Sequence[Unit]
    ) -> tuple[Measured | None, tuple[Unit, ...]]:
        """The property asked for, and ``units``; the unit that tells it stands beside the value, whichever it is."""
        found = counted_in(text, language, asked.spans) if asked.kind in COUNTING else None
        measured = asked.measured or (found[0] if found else None)
        if found is None or measured is None:
            return measured, tuple(units)
        return measured, tuple(replace(unit, light=True) if unit.span.overlaps(found[1]) else unit for unit in units)

    def _which(
        self, text: str, language: Language, units: Sequence[Unit], asked: Asked
    ) -> tuple[Unit | None, tuple[Unit, ...]]:
        """The noun that the question asks which of, and ``units`` without those of the word for "which" itself."""
        found = self._noun_asked(text, language, units, asked)
        if found is None or (asked.spans and not found[1].overlaps_any(asked.spans)):
            return None, tuple(units)
        if asked.kind is QuestionKind.WHO and means_people(found[0].text, language):
            return None, tuple(units)
        noun, asking = found
        return noun, tuple(unit for unit in units if not unit.span.overlaps(asking))

    def _noun_asked(
        self, text: str, language: Language, units: Sequence[Unit], asked: Asked
    ) -> tuple[Unit, Span] | None:
        if asked.naming or asked.kind not in _WHICH:
            return None

        def read(words: str) -> tuple[Unit, ...]:
            return self.units(words, language)

        return noun_asked(text, language, units, read, self.analyzer.glossary)

    def units(self, text: str, language: Language) -> tuple[Unit, ...]:
        """The content words and phrases of ``text``."""
        return UnitFinder(self.analyzer, self.metonyms, self.names).find(text, language)

    def _class_asked(self, text: str, language: Language, asked: Asked) -> str | None:
        """The concept of a class that the question words name: "which countries"."""
        if asked.kind is not QuestionKind.WHO or not asked.spans:
            return None
        glossary = self.analyzer.glossary
        words = Span(asked.spans[0].start, asked.spans[-1].end).slice(text)
        named = (match.concept for match in glossary.match(words, language))
        return next((concept for concept in named if concept in glossary.classes), None)

    def _lemmas(self, text: str, language: Language) -> tuple[str, ...]:
        words = (token.text for token in tokenize(text))
        return tuple(lemma_key(word, language) for word in words if word not in function_words(language))

    def _counted(self, text: str, language: Language, units: Sequence[Unit]) -> Unit | None:
        """The unit that follows the question word or, where it comes last (واجبات کتنے ہیں), stands before it.

        Of "Chinese engineers" and "strategic projects" the engineers and projects are counted.
        """
        asked = min(question_words(language).spans(text), default=Span(0, 0))
        candidates = [unit for unit in units if unit.span.start >= asked.start] or list(units[::-1])
        if self._counts_people(text, candidates):
            glossary = self.analyzer.glossary
            done = [unit for unit in candidates if not kinds_of(unit, glossary).isdisjoint(DEEDS)]
            acts = (unit for unit in done if ConceptKind.ACTION in kinds_of(unit, glossary))
            surely = (unit for unit in done if is_deed(unit, glossary))
            return next(chain(acts, surely, done, candidates))
        classified = {one.span for one, other in pairwise(units) if _is_classifier(one, other)}
        nouns = [unit for unit in candidates if not self._describes(unit) and unit.span not in classified]
        return self._head(nouns, language) if nouns else next(iter(candidates), None)

    def _head(self, nouns: Sequence[Unit], language: Language) -> Unit:
        """The noun that the first of ``nouns`` tells which kind of, where that stands behind: "relief lorries"."""
        head = nouns[0]
        for unit in nouns[1:] if grammar(language).noun_last else ():
            is_noun = kinds_of(unit, self.analyzer.glossary).isdisjoint(DEEDS)
            if not 0 <= unit.span.start - head.span.end <= int(language.profile.spaced) or not is_noun or unit.light:
                break
            head = unit
        return head

    def _counts_people(self, text: str, units: Sequence[Unit]) -> bool:
        """Whether the first of ``units`` names a people that no noun follows: "how many Syrians in the war died"."""
        between = text[units[0].span.end : units[1].span.start] if len(units) > 1 else ""
        return self._describes(units[0]) and bool(between.strip()) if units else False

    def _describes(self, unit: Unit) -> bool:
        return unit.concept is not None and self.analyzer.glossary.concepts[unit.concept].kind in _DESCRIBING


def _with_light_ties(units: Sequence[Unit], text: str, language: Language) -> tuple[Unit, ...]:
    """``units``; a word that only asks what led to something need not be in the answer: 停电是什么原因造成的."""
    ties = [mark.span for mark in cause_marks(text, language) if mark.tie in _ASKING_TIES]
    told = tuple(replace(unit, light=True) if unit.span.overlaps_any(ties) else unit for unit in units)
    return tuple(units) if all(unit.light for unit in told) else told


def _with_light_classifiers(units: Sequence[Unit], asking: Sequence[Span]) -> Iterator[Unit]:
    """``units``; one right behind the words ``asking`` that says how a noun is counted need not be in the answer."""
    ends = {span.end for span in asking}
    for one, other in zip_longest(units, units[1:]):
        classifies = other is not None and one.span.start in ends and _is_classifier(one, other)
        yield replace(one, light=True) if classifies else one


def _is_classifier(unit: Unit, following: Unit) -> bool:
    """Whether ``unit`` only says how the noun right behind it is counted: 多少箱药品."""
    alone = len(unit.text) == 1 and is_han(unit.text) and not means_something(unit)
    return alone and unit.span.end == following.span.start
