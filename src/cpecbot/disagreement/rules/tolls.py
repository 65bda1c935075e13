"""Counts of the dead and injured: of whom, when only some of them are counted."""

from __future__ import annotations

from cpecbot.disagreement.reading.binding import nearest
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Amount, Mark, Reader, Reading
from cpecbot.language.concepts.concept import Trait
from cpecbot.language.text.words import function_words

_REACH = 6
_ADJECTIVE = 1


def among_the_toll(amount: Amount, reading: Reading, reader: Reader) -> Mark | None:
    """The toll that the only number of a clause belongs to: "two Chinese nationals were among the dead"."""
    clause = reading.clause_bounds(amount.first)
    numbers = [each for each in reading.amounts if clause[0] <= each.first < clause[1]]
    mark = nearest(amount, reading, reader.contrasts.role(Role.TOLL), _REACH, _REACH)
    if mark is None or len(numbers) > 1 or not clause[0] <= mark.first < clause[1]:
        return None
    between = range(amount.last, mark.first) if mark.first >= amount.last else range(mark.last, amount.first)
    grammar = function_words(reading.sentence.language)
    people = {place for each in _people(reading, reader) for place in range(each.first, each.last)}
    return mark if all(place in people or reading.words[place].text in grammar for place in between) else None


def nation(amount: Amount, reading: Reading, reader: Reader) -> list[str]:
    """The country whose people the number counts, named right after it: those are not all the dead."""
    near = [mark for mark in _people(reading, reader) if 0 <= mark.first - amount.last <= _ADJECTIVE]
    end = max((mark.last for mark in near), default=0)
    return sorted({mark.key for mark in reader.countries(reading, amount.last, end)})


def _people(reading: Reading, reader: Reader) -> list[Mark]:
    """Where a nationality or people are named."""
    people = reader.glossary.having(Trait.STATE) | reader.glossary.having(Trait.PEOPLE)
    return [mark for mark in reading.concepts if mark.key in people]
