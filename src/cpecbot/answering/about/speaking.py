"""Whose words a sentence gives: the doer of a verb of saying, or who is named as the one it is according to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from cpecbot.answering.mismatches.deeds import Clauses
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.about_file import AboutFile
from cpecbot.language.text.folding import Folded, fold, fold_text
from cpecbot.language.text.patterns import NOTHING
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.models import Span, TermKind, Unit
from cpecbot.store.antecedents import How
from cpecbot.store.entries import Entry

_ACTING = frozenset({ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.TITLE})
# How far, in code points, a name may stand from the words that say that something is according to it.
_BESIDE = 12
# A clause that names somebody and says no more, as "China, in a statement, said".
_BARE = 30
# What is said by several is said by each of them, but not as its own.
_WITH_OTHERS = 0.5


def speaks(entry: Entry, speaker: Unit, glossary: Glossary, metonyms: Mapping[str, str]) -> float:
    """How far ``entry`` gives the words of ``speaker``: 1 as its own, less as those of several, 0 where it is named."""
    keys = speaker.keys | {concept_key(each) for each, of in metonyms.items() if concept_key(of) in speaker.keys}
    meant = [each for each in entry.surroundings.references if not each.keys.isdisjoint(keys)]
    places = [term.span for term in entry.analysis.terms if term.key in keys]
    places += [each.span for each in meant if each.how is not How.UNSAID]
    text = fold(entry.sentence.reading)
    rules = entry.sentence.language.once(_Speech)
    if any(each.how is How.UNSAID and rules.says(text.text, text.folded(each.span)) for each in meant):
        return 1.0
    if not places:
        return 0.0
    if any(rules.according_to(text.folded(place), text.text) for place in places):
        return 1.0
    doing = _doers(entry, places, rules, text, glossary)
    together = [doers for doers in doing if not frozenset(places).isdisjoint(doers)]
    alone = any(each[0] in places and not _parted(each, text.text) for each in together)
    return (1.0 if alone else _WITH_OTHERS) if together else 0.0


def _parted(doers: Sequence[Span], text: str) -> bool:
    """Whether a word such as "and" joins several of them; a title and its name stand side by side."""
    return any(text[one.end : other.start].strip() for one, other in pairwise(doers))


def _doers(
    entry: Entry, asked: Sequence[Span], rules: _Speech, text: Folded, glossary: Glossary
) -> Iterator[list[Span]]:
    """Who does the saying, verb by verb; where a clause names nobody, who did it before. Who is ``asked`` may."""
    acting = {term.span for term in entry.analysis.terms if _acts(term.key, term.kind, glossary)}
    actors = sorted(acting.union(asked))
    clauses = Clauses(entry)
    last: list[Span] = []
    for verb in _verbs(entry, rules, text, glossary):
        behind = _behind(verb, actors, rules, text) if clauses.grammar.subject_after_verb else []
        found = behind or _before(verb, actors, clauses) or last or _of_bare_clause(verb, actors, clauses)
        if found:
            yield found
        last = found


def _verbs(entry: Entry, rules: _Speech, text: Folded, glossary: Glossary) -> list[Span]:
    stances = (
        match.span
        for match in entry.analysis.concepts
        if glossary.concepts[match.concept].kind is ConceptKind.STANCE and not match.implied
    )
    said = (text.original(Span(*found.span())) for found in rules.verbs.finditer(text.text))
    return sorted({*stances, *said})


def _behind(verb: Span, actors: Sequence[Span], rules: _Speech, text: Folded) -> list[Span]:
    """Who stands right behind a verb of saying; behind a stance stands whom it is taken towards."""
    place = text.folded(verb)
    if not rules.verbs.fullmatch(text.text[place.start : place.end]):
        return []
    following = next((actor for actor in actors if actor.start >= verb.end), None)
    if following is None or not rules.leads_to_doer(text.text[place.end : text.folded(following).start]):
        return []
    return _with_its_own(following, actors)


def _before(verb: Span, actors: Sequence[Span], clauses: Clauses) -> list[Span]:
    here = clauses.number(verb)
    before = [actor for actor in actors if clauses.number(actor) == here and actor.end <= verb.start]
    return _with_its_own(before[0], before) if before else []


def _of_bare_clause(verb: Span, actors: Sequence[Span], clauses: Clauses) -> list[Span]:
    opening = [actor for actor in actors if actor.end <= verb.start and actor.start <= _BARE]
    return _with_its_own(opening[0], opening) if opening and clauses.number(opening[0]) < clauses.number(verb) else []


def _with_its_own(first: Span, actors: Iterable[Span]) -> list[Span]:
    """``first`` and what stands right beside it: "China and Pakistan", "Chinese Foreign Minister Wang Yi"."""
    together = [first]
    for actor in sorted(actors):
        if actor.start >= together[-1].start and actor.start - together[-1].end <= 5:
            together.append(actor)
    return together


def _acts(key: str, kind: TermKind, glossary: Glossary) -> bool:
    if kind is TermKind.NAME:
        return True
    concept = glossary.concepts.get(key.partition(":")[2]) if kind is TermKind.CONCEPT else None
    return concept is not None and (concept.kind in _ACTING or Trait.STATE in concept.traits or _sides(concept.traits))


def _sides(traits: Collection[Trait]) -> bool:
    return Trait.BOTH_PARTIES in traits


class _Speech:
    """The words of saying of one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(AboutFile).speaking
        self._language = language
        self.verbs = self._any_of(file.verbs)
        self._before = tuple(map(self._folded, file.before))
        self._behind = tuple(map(self._folded, file.behind))
        self._titles = frozenset(map(self._folded, file.titles))

    def according_to(self, place: Span, text: str) -> bool:
        """Whether a word at ``place`` of a folded text is named as the one that what follows is according to."""
        before = text[max(0, place.start - _BESIDE - max(map(len, self._before), default=0)) : place.start]
        behind = text[place.end : place.end + _BESIDE + max(map(len, self._behind), default=0)]
        return any(_ends_near(before, each) for each in self._before) or any(
            -1 < behind.find(each) <= _BESIDE for each in self._behind
        )

    def says(self, text: str, verb: Span) -> bool:
        """Whether what stands at ``verb`` of a folded text is a word of saying."""
        return self.verbs.match(text, verb.start) is not None

    def leads_to_doer(self, between: str) -> bool:
        """Whether only titles stand ``between`` a verb and who does it."""
        return self._titles.issuperset(between.split())

    def _any_of(self, words: Sequence[str]) -> re.Pattern[str]:
        listed = "|".join(sorted(map(re.escape, map(self._folded, words)), key=len, reverse=True))
        edge = r"\b" if self._language.profile.spaced else ""
        return re.compile(f"{edge}(?:{listed}){edge}" if listed else NOTHING)

    def _folded(self, words: str) -> str:
        return simplify(fold_text(words))


def _ends_near(text: str, words: str) -> bool:
    at = text.rfind(words)
    return at >= 0 and len(text) - at - len(words) <= _BESIDE
