"""What a question says is not so: a sentence which says that it is answers something else, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.cues.negation import denials, denied_clauses
from cpecbot.language.text.tokens import tokenize
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry

# A word of denial stands this many words at most before what it denies: "has not yet been received".
_REACH = 3
# So many characters show of most places that they are further away, without all of a long question being cut in words.
_GLANCE = 60


def denied_unit(query: Query) -> Unit | None:
    """The unit that ``query`` says is not so; None where it denies nothing, or only asks whether something is so.

    A verb may deny by itself. Else what follows the denial is meant; where nothing does, what stands before: غرق نشد.
    """
    if query.kind is QuestionKind.YES_NO:
        return None
    said = [unit for unit in query.units if not unit.light]
    asking = question_words(query.language).spans(query.text)
    # A word that asks is none that denies: لم is "why" and "did not".
    for denial in (each for each in denials(query.text, query.language) if not each.overlaps_any(asking)):
        itself = [unit for unit in said if unit.span.overlaps(denial)]
        after = [unit for unit in said if unit.span.start >= denial.end and _is_near(query.text, denial, unit.span)]
        before = [unit for unit in said if unit.span.end <= denial.start]
        nearest = [*itself, *after, *reversed(before)]
        if nearest:
            return nearest[0]
    return None


def is_opposite(entry: Entry, denied: Unit | None, matched: Mapping[Unit, Sequence[Span]]) -> bool:
    """Whether ``entry`` says that what the question has ``denied`` is so."""
    places = matched.get(denied, ()) if denied else ()
    return bool(places) and not any(_denies(entry, places))


def is_contrary(entry: Entry, query: Query, denied: Unit | None, matched: Mapping[Unit, Sequence[Span]]) -> bool:
    """Whether ``entry`` denies what ``query`` takes for so, in every clause on it, or takes for so what that denies."""
    if query.kind is QuestionKind.YES_NO:
        return False
    places = [place for unit, found in matched.items() if not unit.light for place in found]
    if denied:
        return not any(_denies(entry, places))
    return bool(places) and all(_denies(entry, places))


def _denies(entry: Entry, places: Iterable[Span]) -> Iterator[bool]:
    """Of each of ``places`` whether ``entry`` denies something in the clause around it."""
    clauses = denied_clauses(entry.sentence.reading, entry.sentence.language)
    return (place.overlaps_any(clauses) for place in places)


def _is_near(text: str, denial: Span, place: Span) -> bool:
    between = text[denial.end : place.start]
    return all(len(tokenize(each)) < _REACH for each in (between[:_GLANCE], between))
