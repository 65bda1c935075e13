"""Who did something to another is not whom it was done to: what China praises Pakistan for, and Pakistan China."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.answering.meanings import is_deed
from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.disagreement.reading.roles import Role, Roles
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Query, Span, Unit
from cpecbot.store.entries import Entry

# So many code points before a deed a word may stand that makes it a passive.
_BESIDE = 30
# So many words, such as "and also", a clause may begin with before what is done, and a sentence before who does it.
_LEADING = 1
_PARTIES = 2
_ACTORS = frozenset({ConceptKind.PERSON, ConceptKind.INSTITUTION})

Actor = tuple[Span, str]
"""Where somebody is named, and the key of the concept."""


class Agent(Struct, frozen=True):
    """Who, by a question, ``did`` the ``deed``."""

    did: str
    deed: Unit


def agent(query: Query, glossary: Glossary) -> Agent | None:
    """Who did what the question is on first, where it names two of whom the one did it to the other."""
    actors = [(unit.span, key) for unit in query.units for key in unit.keys if _may_act(key, glossary)]
    deeds = tuple(unit for unit in query.units if not unit.light and is_deed(unit, glossary))
    if len({key for _, key in actors}) < _PARTIES or not deeds or not _are_done_apart(query, deeds):
        return None
    did = _doer(query.text, query.language, sorted(actors), deeds[0].span)
    return Agent(did, deeds[0]) if did else None


def _are_done_apart(query: Query, deeds: Sequence[Unit]) -> bool:
    """Whether each of ``deeds`` has a clause of its own: "thanked it for what, and congratulated it on what"."""
    parts = segments(query.text, query.language)
    return len({parts.clause(deed.span) for deed in deeds}) == len(deeds)


def told_doers(entry: Entry, asked: Agent, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> set[str]:
    """Those of whom the sentence surely says that they did what was asked about."""
    places = matched.get(asked.deed)
    if not places:
        return set()
    actors = sorted(_actors(entry, glossary))
    return {doer for place in places if (doer := _sure_doer(entry, place, actors, glossary))}


def is_swapped(entry: Entry, asked: Agent | None, matched: Mapping[Unit, tuple[Span, ...]], glossary: Glossary) -> bool:
    """Whether the sentence says that somebody else did it, and names who was asked about as well."""
    told = told_doers(entry, asked, matched, glossary) if asked else set()
    if asked is None or not told or asked.did in told:
        return False
    return any(key == asked.did for _, key in _actors(entry, glossary))


def _may_act(key: str, glossary: Glossary) -> bool:
    concept = key.removeprefix(CONCEPT)
    if not key.startswith(CONCEPT) or concept not in glossary.concepts:
        return False
    return glossary.kind(concept) in _ACTORS or glossary.has(concept, Trait.STATE)


def _actors(entry: Entry, glossary: Glossary) -> Iterator[Actor]:
    return ((term.span, term.key) for term in entry.analysis.terms if _may_act(term.key, glossary))


def _doer(text: str, language: Language, actors: Sequence[Actor], deed: Span) -> str | None:
    """Who does the ``deed``, by a word beside him, or by where he stands."""
    roles, rules = language.once(Roles), grammar(language)
    passive = roles.is_passive(text[max(0, deed.start - _BESIDE) : deed.end])
    marked = next((key for place, key in actors if roles.marked(text, place) is Role.DOER), None)
    # "By" stands beside any deed; where the verb comes last, what marks the doer goes with it.
    if passive and not rules.verb_last:
        return marked
    if marked and rules.verb_last:
        return marked
    before = [key for place, key in actors if place.end <= deed.start]
    behind = [key for place, key in actors if place.start >= deed.end]
    if rules.verb_last:
        return before[0] if before else None
    if rules.subject_after_verb and behind:
        return behind[0]
    return before[-1] if before else None


def _sure_doer(entry: Entry, deed: Span, actors: Sequence[Actor], glossary: Glossary) -> str | None:
    """Who does the ``deed`` in the sentence, where nobody and nothing else that is done stands between the two."""
    sentence = entry.sentence
    text, rules = sentence.reading, grammar(sentence.language)
    parts = segments(text, sentence.language)
    here = [actor for actor in actors if parts.clause(actor[0]) == parts.clause(deed)]
    did = _doer(text, sentence.language, here, deed)
    if did is None:
        return _who_opens(text, actors, deed, parts, rules)
    if not _is_plain(here, deed, rules):
        return None
    gap = next(place for place, key in here if key == did).between(deed)
    others = (
        term.span
        for term in entry.analysis.terms
        if term.key.startswith(CONCEPT) and glossary.kind(term.key.removeprefix(CONCEPT)) is ConceptKind.STANCE
    )
    return None if any(gap.contains(other) and not other.overlaps(deed) for other in others) else did


def _who_opens(text: str, actors: Sequence[Actor], deed: Span, parts: Segments, rules: Grammar) -> str | None:
    """Who opens the sentence, where a later clause begins with the ``deed``: "Pakistan spoke, and congratulated"."""
    begins = max((cut for cut in parts.clauses if cut <= deed.start), default=0)
    if not begins or rules.verb_last or rules.subject_after_verb or not actors:
        return None
    (first, key), second = actors[0], actors[1][0] if len(actors) > 1 else deed
    leads = len(text[begins : deed.start].split()) <= _LEADING and len(text[: first.start].split()) <= _LEADING
    return key if leads and len(text[first.end : second.start].split()) > _LEADING else None


def _is_plain(here: Sequence[Actor], deed: Span, rules: Grammar) -> bool:
    """Whether the order of a clause leaves no doubt: a doer may go unsaid, and who stands before may own another."""
    before = {key for place, key in here if place.end <= deed.start}
    behind = {key for place, key in here if place.start >= deed.end}
    if rules.subject_after_verb:
        return not before and len(behind) > 1
    return rules.verb_last or len(before) == 1
