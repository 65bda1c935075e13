"""Which candidates become quotes: every source that speaks to the question first, then second quotes; or why none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cpecbot.answering.binding.foreseen import asks_of_the_foreseen, tells_of_the_foreseen
from cpecbot.answering.ranking.inheriting import BROADER_CREDIT
from cpecbot.answering.ranking.scoring import MIN_COVERAGE, Candidate
from cpecbot.answering.ranking.weighing import Weights, is_subject
from cpecbot.answering.reading.before import asks_of_before
from cpecbot.answering.wanted.counting import tells_a_number
from cpecbot.answering.wanted.earlier import tells_of_before
from cpecbot.answering.wanted.hours import tells_the_hour
from cpecbot.answering.wanted.kinds import DEMANDED, KINDLESS, asks_for_members
from cpecbot.expressions import expression
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.smalltalk import SmallTalk, is_link
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.lemmas import has_dictionary, is_dictionary_word
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import Language
from cpecbot.models import Measured, Query, QuestionKind, Quote, Reason

# A quote has to cover this share of what the best one covers.
RELATIVE_COVERAGE = 0.65
# A date or a sum belongs to the event of its sentence: there a sentence on half of the question tells of another one.
RELATIVE_COVERAGE_OF_VALUES = 0.7
# A cause may be told with few of the words for what came of it: "a bird in the engine caused the accident".
RELATIVE_COVERAGE_OF_CAUSES = 0.5
# A fact is told by a sentence on all of what is asked; after the first quote one on less of it mostly tells another.
FURTHER_COVERAGE = 0.75
# A second quote of a source has to add something: nearly as good as the best one, and not the same words again.
SECOND_COVERAGE = 0.9
_SAME_WORDS = 0.6
# Scores closer than this are equal to a reader; then the asker's language comes first.
_EQUAL = 0.1
# How much of what the best sentence covers one that holds a name or a place must cover to come before it.
_AS_MUCH_ON_TOPIC = 0.75
# So many consonants on end stand in no name; scripts that leave vowels out never show as many.
_UNSPEAKABLE = expression("[b-df-hj-np-tv-xz]{4}")
# A passage that covers less of the question than this is no help to the asker.
NEAREST_COVERAGE = 0.15

Printing = Callable[[Candidate], Iterable[str]]
"""Who prints a candidate: its source, and those that print the same."""


def floor_of(found: Sequence[Candidate], kind: QuestionKind) -> float:
    """The coverage that a candidate has to reach beside the best of ``found``."""
    relative = RELATIVE_COVERAGE_OF_VALUES if kind in DEMANDED else RELATIVE_COVERAGE
    relative = RELATIVE_COVERAGE_OF_CAUSES if kind is QuestionKind.WHY else relative
    return max(MIN_COVERAGE, relative * most_covered(found))


def passing(found: Sequence[Candidate], kind: QuestionKind) -> list[Candidate]:
    """The candidates that answer; empty when even the best covers too little of the question."""
    floor = floor_of(found, kind)
    return [candidate for candidate in found if not candidate.differs and candidate.coverage >= floor]


def as_sure_as_the_first(answering: Sequence[Candidate], found: Sequence[Candidate], query: Query) -> list[Candidate]:
    """The first of ``answering``, and of those behind it what covers nearly as much as any of ``found``."""
    if query.kind in KINDLESS:
        return list(answering)
    least = FURTHER_COVERAGE * most_covered(found)
    return [*answering[:1], *(candidate for candidate in answering[1:] if candidate.coverage >= least)]


def most_covered(found: Sequence[Candidate]) -> float:
    """The coverage of the one that covers most of those that tell of what was asked; 0 when there is none."""
    return max((candidate.coverage for candidate in found if not candidate.differs), default=0.0)


def of_the_kind_asked(query: Query, found: Sequence[Candidate], glossary: Glossary) -> list[Candidate]:
    """Those that hold the kind of thing asked for; where that is no must and none that answers does, all of them."""
    if query.kind is QuestionKind.WHY:
        return giving_causes(found)
    if query.kind in KINDLESS and not asks_for_members(query, glossary):
        return list(found)
    holding = [candidate for candidate in found if candidate.answering]
    for asked, tells in (
        (query.measured is Measured.TIME, tells_the_hour),
        (asks_of_before(query), tells_of_before),
        (asks_of_the_foreseen(query), tells_of_the_foreseen),
        (query.kind is QuestionKind.HOW_MANY, tells_a_number),
    ):
        telling = [each for each in holding if tells(each.entry, each.answering)] if asked else []
        holding = telling if passing(telling, query.kind) else holding
    if query.kind in DEMANDED:
        return holding
    # Who runs a port may be told by a name that no glossary knows; then one in passing is no answer.
    on_topic = most_covered(holding) >= _AS_MUCH_ON_TOPIC * most_covered(found)
    if query.naming:
        return holding if on_topic else []
    return holding if on_topic and passing(holding, query.kind) else list(found)


def giving_causes(found: Sequence[Candidate]) -> list[Candidate]:
    """Those of ``found`` that tell a cause, where one of them answers; else all, for the cause may be told unmarked."""
    least = RELATIVE_COVERAGE_OF_CAUSES * most_covered(found)
    explaining = [each for each in found if each.explains and each.coverage >= least]
    return explaining if passing(explaining, QuestionKind.WHY) else list(found)


def others_than_told(found: Sequence[Candidate], told: Sequence[Quote]) -> list[Candidate]:
    """Those of ``found`` that name others than the quotes ``told`` do; all where none does."""
    known = {fold_text(span.shift(-quote.span.start).slice(quote.text)) for quote in told for span in quote.highlights}
    shown = {(quote.source, quote.span) for quote in told}

    def is_new(candidate: Candidate) -> bool:
        sentence = candidate.entry.sentence
        named = [fold_text(span.slice(sentence.reading)) for span in candidate.answering]
        if not named:
            return (sentence.source, sentence.span) not in shown
        return any(all(name not in each for each in known) for name in named)

    return [candidate for candidate in found if is_new(candidate)] or list(found)


def arrange(
    found: Sequence[Candidate], language: Language, per_source: int, printing: Printing | None = None
) -> list[Candidate]:
    """Candidates in the order to show: the best of each source, then further ones, near-duplicates dropped.

    A source that prints what another one is quoted with has been heard; ``printing`` tells who prints a candidate.
    """
    least = SECOND_COVERAGE * most_covered(found)
    by_source: dict[str, list[Candidate]] = {}
    heard: dict[str, list[Candidate]] = {}
    for candidate in found:
        source = candidate.entry.sentence.source
        known = heard.setdefault(source, [])
        if len(known) < per_source and _adds(candidate, known, least):
            by_source.setdefault(source, []).append(candidate)
            for each in printing(candidate) if printing else (source,):
                heard.setdefault(each, []).append(candidate)
    rounds = (
        [kept[turn] for kept in by_source.values() if turn < len(kept)]
        for turn in range(max(map(len, by_source.values()), default=0))
    )
    return [candidate for group in rounds for candidate in _own_language_first(group, language)]


def _adds(candidate: Candidate, kept: Sequence[Candidate], least: float) -> bool:
    """Whether a reader who has seen ``kept`` learns more; the first of a source always tells something."""
    return not kept or (candidate.coverage >= least and not any(_alike(candidate, other) for other in kept))


def _alike(candidate: Candidate, other: Candidate) -> bool:
    first, second = candidate.entry.lemmas, other.entry.lemmas
    smaller = min(len(first), len(second)) or 1
    return len(first & second) / smaller >= _SAME_WORDS


def _own_language_first(group: Iterable[Candidate], language: Language) -> Iterator[Candidate]:
    waiting = sorted(group, key=lambda candidate: (-candidate.score, candidate.entry.number))
    while waiting:
        best = waiting[0]
        # What leaves out more of the question, or what is asked for, is no equal, though it be in the same words.
        least = SECOND_COVERAGE * best.coverage
        close = (each for each in waiting if each.score >= best.score - _EQUAL and each.coverage >= least)
        equals = [each for each in close if each.answering or not best.answering]
        chosen = next((each for each in equals if each.entry.sentence.language == language), waiting[0])
        waiting.remove(chosen)
        yield chosen


def small_talk(text: str, smalltalk: SmallTalk) -> Reason | None:
    """The reason when ``text`` is no question at all."""
    kinds = {
        Reason.LINK: is_link,
        Reason.CONTROL: smalltalk.is_control,
        Reason.GREETING: smalltalk.is_greeting,
        Reason.MORE: smalltalk.asks_for_more,
        Reason.LEAVING: smalltalk.is_leaving,
        Reason.COMPLAINT: smalltalk.is_complaint,
        Reason.THANKS: smalltalk.is_thanks,
        Reason.ABILITIES: smalltalk.asks_for_abilities,
        Reason.TRANSLATION: smalltalk.asks_to_translate,
        Reason.ORDER: smalltalk.is_order,
    }
    found = next((reason for reason, is_kind in kinds.items() if is_kind(text)), None)
    return found if found or any(map(str.isalnum, text)) else Reason.EMPTY


def nearest(found: Sequence[Candidate], glossary: Glossary) -> Candidate | None:
    """The candidate that comes closest, if it shares a subject with the question and not only its general words."""
    best = found[0] if found and found[0].closeness >= NEAREST_COVERAGE else None
    shared = [unit for unit, share in best.credit.items() if share >= BROADER_CREDIT] if best else []
    return best if any(is_subject(unit, glossary) for unit in shared) else None


def why_unanswered(query: Query, weights: Weights, near: Candidate | None) -> Reason:
    """Why no candidate covers enough of ``query``."""
    if near:
        return Reason.NEAR_TOPIC
    return Reason.GIBBERISH if _is_gibberish(query, weights) else Reason.OFF_TOPIC


def _is_gibberish(query: Query, weights: Weights) -> bool:
    """Whether every word is unknown to the articles, the glossary and the dictionary; without one nothing is proven.

    What has a word of grammar in it is a question, and what can be spoken may be a name that nobody knows.
    """
    words = [unit.text for unit in query.units]
    if not has_dictionary(query.language) or not words or len(tokenize(query.text)) > len(words):
        return False
    if any(word[:1].isupper() or not _UNSPEAKABLE.search(word) for word in words):
        return False
    unknown = (unit for unit in query.units if unit in weights.unknown and not unit.concept)
    strange = [unit for unit in unknown if not is_dictionary_word(unit.text.lower(), query.language)]
    return len(strange) == len(query.units)
