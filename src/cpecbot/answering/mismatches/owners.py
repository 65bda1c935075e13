"""Who holds an office of one body or country is not who holds it of another: the head of Boeing, the head of Airbus."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import kinds_of
from cpecbot.answering.mismatches.compounds import Compounds, Word
from cpecbot.answering.mismatches.words import words_of_question, words_of_sentence
from cpecbot.language.analysis import concept_key, name_key
from cpecbot.language.concepts.concept import NAMED, OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.models import Query, QuestionKind, Span, Unit
from cpecbot.store.entries import Entry

_SYLLABIC = name_key(SYLLABLES)
_PERSONS = frozenset({ConceptKind.PERSON})


class Owned(Struct, frozen=True):
    """An ``office`` that a question names, and the keys of the names of what it is an office of.

    One that is ``headed`` is the answer's to name: the question asks who heads it.
    """

    office: Unit
    owner: frozenset[str]
    headed: bool = False


def owned(query: Query, glossary: Glossary) -> Iterator[Owned]:
    """The offices of ``query`` with what they are offices of: "the Boeing company's chief executive"."""
    words = words_of_question(query, glossary)
    for unit in query.units:
        kinds = kinds_of(unit, glossary)
        if unit.light or kinds.isdisjoint(OFFICES):
            continue
        headed = [word for word in words if _is_headed(word, unit, query, glossary)]
        owners = headed or list(_owners(query.text, words, unit.span, query.language.once(Compounds)))
        keys = frozenset(key for owner in owners for key in owner.keys)
        # What only its syllables let be a name may be any word.
        if any(not key.startswith(_SYLLABIC) for key in keys):
            yield Owned(unit, keys, bool(headed))


def _owners(text: str, words: Sequence[Word], head: Span, compounds: Compounds) -> Iterator[Word]:
    """The names that tell which one the noun at ``head`` is of, or of which one the noun beside it is."""
    for filler in compounds.fillers(text, words, head):
        if filler.name:
            yield filler
        else:
            yield from (each for each in compounds.fillers(text, words, filler.span) if each.name and each.span != head)


def owner_keys(entry: Entry, office: Span, glossary: Glossary) -> frozenset[str]:
    """The keys of the names that tell what the ``office`` in a sentence is of; none where nothing does."""
    words, compounds = words_of_sentence(entry, glossary), entry.sentence.language.once(Compounds)
    owners = _owners(entry.sentence.reading, words, office, compounds)
    return frozenset(key for owner in owners for key in owner.keys)


def _is_headed(word: Word, office: Unit, query: Query, glossary: Glossary) -> bool:
    """Whether ``word`` names what a question asks who heads: "who runs Boeing"."""
    unit = next((each for each in query.units if each.span == word.span), None)
    asks = any(concept_key(key) in office.keys for key in glossary.vocabulary.actors.said_to_head)
    if query.kind is not QuestionKind.WHO or unit is None or not asks or unit is office:
        return False
    kinds = kinds_of(unit, glossary)
    return bool(word.name) and (not kinds or not kinds.isdisjoint(NAMED - _PERSONS))


def is_office_of_another(
    entry: Entry,
    asked: Sequence[Owned],
    matched: Mapping[Unit, tuple[Span, ...]],
    told: Collection[str],
    glossary: Glossary,
) -> bool:
    """Whether the sentence names an office of something else than the one ``asked`` about.

    ``told`` are the keys of what its article speaks of: what that names nowhere has no office in it.
    """
    meant = entry.keys.union(*(reference.keys for reference in entry.surroundings.references))
    for each in asked:
        if each.office not in matched or not each.owner.isdisjoint(meant):
            continue
        if each.owner.isdisjoint(told):
            return True
        words, compounds = words_of_sentence(entry, glossary), entry.sentence.language.once(Compounds)
        named = (list(_owners(entry.sentence.reading, words, place, compounds)) for place in matched[each.office])
        if all(named) or (each.headed and not entry.surroundings.names_before(each.owner)):
            return True
    return False
