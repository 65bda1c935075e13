"""Who did what a question asks the doer of, and who it was done to: not who else the sentence names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.binding.parallel import beside_value
from cpecbot.answering.meanings import DEEDS, kinds_of, meanings
from cpecbot.answering.reading.words import blank
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.roles import Role, Roles
from cpecbot.disagreement.reading.segments import Segments, segments
from cpecbot.expressions import expression
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import OFFICES, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import is_common, persons
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query, QuestionKind, Span, Term, TermKind, Unit
from cpecbot.store.entries import Entry

_PERSONS = frozenset({ConceptKind.PERSON})
# Whoever does something is one of these, or has a name that no dictionary lists.
_ACTORS = OFFICES | {ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PLACE}
# Who is told by what they are, with no name.
_SOMEBODY = OFFICES | {ConceptKind.INSTITUTION}
# What may be one of these mostly is: an elder is older, and of a win and a winner one word may speak.
_RATHER = DEEDS | {ConceptKind.QUALITY, ConceptKind.MODIFIER}
# So many clauses away a doer may be named: "the delegation, led by".
_NEIGHBOURS = 1
# So many words before a deed a word may stand that makes it a passive: "has since been widely praised".
_NEAR = 4
_WORD = expression(r"\w+")
_STRETCH = expression(r"[\w·]+")


class _Named(Struct, frozen=True):
    """A phrase that may name somebody, and its role, where the sentence shows one.

    Who is known as a person is likelier than what stands nearer to the deed.
    """

    place: Span
    role: Role | None
    distance: tuple[bool, bool, float]


def doers(
    query: Query, entry: Entry, matched: Matched, glossary: Glossary, people: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Where ``entry`` names who did, or who it was done to, what ``query`` asks that of; nothing where it is open.

    Of those that may be it, one of the ``people`` known to be named there comes first: what stands nearest may be but
    their party.
    """
    if query.kind is not QuestionKind.WHO:
        return ()
    tied = beside_value(entry, people, matched)
    if tied:
        return tied
    told = described(query, entry, matched, glossary)
    if told and set(told) == set(people):
        return told
    sentence = _Sentence(entry, matched)
    deed = _deed(query, sentence, glossary)
    if deed is None:
        return ()
    asked = _asked(query)
    named = [each for each in sentence.named(deed, glossary) if each.role in (asked, None)]
    sure = [each for each in named if each.role is asked] or named
    sure = [each for each in sure if each.place.overlaps_any(people)] or sure
    nearest = min(sure, key=lambda each: (not sentence.is_actor(each.place, glossary), each.distance), default=None)
    return sentence.together(nearest.place, [each.place for each in named]) if nearest else ()


def described(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> tuple[Span, ...]:
    """Where ``entry`` tells by what they are, and not by a name, who did what ``query`` asks that of.

    What is done to each other says nothing of which of them is asked for: whoever the question does not name.
    """
    if query.kind is not QuestionKind.WHO:
        return ()
    sentence = _Sentence(entry, matched)
    deed = _deed(query, sentence, glossary) if _asked_deed(query, query.units, glossary) in matched else None
    if deed is None:
        return ()
    units = [unit for unit, spans in matched.items() if deed in spans]
    mutual = any(glossary.has(unit.concept, Trait.MUTUAL) for unit in units)
    undergone = any(not glossary.vocabulary.actors.undergone.isdisjoint(meanings(unit)) for unit in units)
    roles = frozenset({*Role, None}) if mutual or undergone else frozenset({_asked(query), None})
    found = [each for each in sentence.described(deed, glossary) if each.role in roles]
    if mutual:
        return tuple(sorted(each.place for each in found))
    first = min(found, key=lambda each: (each.role is None, each.distance), default=None)
    return sentence.listed(first.place, [each.place for each in found]) if first else ()


def _deed(query: Query, sentence: _Sentence, glossary: Glossary) -> Span | None:
    """The mention of the deed that stands with most else of what is asked about."""
    asking = question_words(query.language).read(query.text).spans
    if not asking:
        return None
    said = query.language.once(Roles).said(query.text, asking)
    nearest = _asked_deed(query, sentence.matched, glossary)
    mentions = sentence.sayings() if said else sentence.matched[nearest] if nearest else ()
    # "Who runs it" may be told by a title, which is no deed.
    mentions = [mention for mention in mentions if said or not sentence.is_office(mention, glossary)]
    return max(mentions, key=sentence.company, default=None)


def _asked_deed(query: Query, units: Iterable[Unit], glossary: Glossary) -> Unit | None:
    """Which of the ``units`` is what ``query`` asks who did: the deed that stands nearest to its question words."""
    asking = question_words(query.language).read(query.text).spans
    units = [unit for unit in units if not kinds_of(unit, glossary).isdisjoint(DEEDS)]
    # A name may mean something as well: the Move of Umoja Move.
    units = [unit for unit in units if not unit.named] or units
    if not asking or not units:
        return None
    whole = Span(asking[0].start, asking[-1].end)
    return min(units, key=lambda unit: (unit.span.gap(whole), unit.span < whole))


def _asked(query: Query) -> Role:
    """Whether ``query`` asks for who did something or for who it was done to."""
    roles = query.language.once(Roles)
    asking = question_words(query.language).read(query.text).spans
    return roles.asked(query.text, Span(asking[0].start, asking[-1].end))


class _Sentence:
    """What one sentence names around a deed."""

    def __init__(self, entry: Entry, matched: Matched) -> None:
        self.entry, self.matched = entry, matched
        self.language = entry.sentence.language
        self.text = entry.sentence.reading
        self.parts: Segments = segments(self.text, self.language)
        self.roles = self.language.once(Roles)
        self.persons = tuple(persons(self.text, entry.analysis.tokens, self.language))

    def is_office(self, mention: Span, glossary: Glossary) -> bool:
        """Whether the words at ``mention`` mean an office, and nothing that is done."""
        kinds = {glossary.kind(term.key.removeprefix(CONCEPT)) for term in self._meant() if term.span == mention}
        return bool(kinds) and kinds <= OFFICES

    def sayings(self) -> list[Span]:
        folded = fold_simply(self.text, self.language)
        return [folded.original(Span(*found.span())) for found in self.roles.saying.finditer(folded.text)]

    def company(self, mention: Span) -> int:
        """How much else of what is asked about stands in the part of ``mention``."""
        here = self.parts.part(mention)
        return sum(any(self.parts.part(each) == here for each in spans) for spans in self.matched.values())

    def named(self, deed: Span, glossary: Glossary) -> Iterator[_Named]:
        """The phrases of the clause of ``deed`` that may name somebody; of those beside it where it has none."""
        runs = [self._to_its_name(run) for run in self._runs(deed, glossary) if self._may_name(run)]
        return self._around(deed, runs, list(self._of_kinds(glossary, _PERSONS)))

    def described(self, deed: Span, glossary: Glossary) -> Iterator[_Named]:
        """As ``named``, of the phrases with a word for people or for a body."""
        actors = glossary.vocabulary.actors.people | glossary.vocabulary.actors.bodies
        meant: dict[Span, set[str]] = {}
        for term in self._meant():
            meant.setdefault(term.span, set()).add(term.key.removeprefix(CONCEPT))
        somebody = [
            place
            for place, keys in meant.items()
            if any(key in actors or glossary.kind(key) in _SOMEBODY for key in keys)
            and not any(glossary.kind(key) in _RATHER for key in keys)
        ]
        runs = [_whole(run, somebody) for run in self._runs(deed, glossary) if run.overlaps_any(somebody)]
        return self._around(deed, runs, somebody)

    def listed(self, first: Span, others: Sequence[Span]) -> tuple[Span, ...]:
        """As ``together``, with a number or a word of grammar beside the conjunction: "a guide and his two sons"."""
        rest = blank(self.text, [value.span for value in self.entry.analysis.values])
        free = blank(rest, [Span(*found.span()) for found in self.language.once(_others).finditer(rest)])
        kept = [first]
        for other in sorted(others, key=lambda each: self.parts.distance(each, first).words):
            gaps = (sorted((other, each)) for each in kept)
            if other not in kept and any(self.roles.joins(free[one.end : two.start]) for one, two in gaps):
                kept.append(other)
        return tuple(sorted(kept))

    def _around(self, deed: Span, runs: Sequence[Span], persons: Sequence[Span]) -> Iterator[_Named]:
        """Those of ``runs`` in the clause of ``deed``, or beside it where that has none; ``persons`` are likelier."""
        here = self.parts.clause(deed)
        own = [run for run in runs if self.parts.clause(run) == here]
        near = own or [run for run in runs if abs(self.parts.clause(run) - here) <= _NEIGHBOURS]
        behind = sorted(run for run in near if run > deed)
        for run in near:
            role = self.roles.marked(self.text, run) or self._by_order(run, deed, behind)
            unknown = not run.overlaps_any(persons)
            yield _Named(run, role, (unknown, *self.parts.distance(run, deed).rank))

    def is_actor(self, run: Span, glossary: Glossary) -> bool:
        """Whether ``run`` has a word for somebody, or one that may be a name; other words may be the next verb."""
        if not self.language.profile.spaced or grammar(self.language).names_have_capitals:
            return True
        if run.overlaps_any(self.persons):
            return True
        tokens = [token for token in self.entry.analysis.tokens if run.start <= token.span.start < run.end]
        if not all(is_common(token, self.text, self.language) for token in tokens):
            return True
        meant = (each.concept for each in self.entry.analysis.concepts if each.span.overlaps(run))
        return any(glossary.concepts[concept].kind in _ACTORS for concept in meant)

    def together(self, first: Span, others: Sequence[Span]) -> tuple[Span, ...]:
        """``first`` with those of ``others`` that only a conjunction parts from it: "A and B chaired"."""
        kept = [first]
        for other in sorted(others, key=lambda each: self.parts.distance(each, first).words):
            if other not in kept and any(self._listed(*sorted((other, each))) for each in kept):
                kept.append(other)
        return tuple(sorted(kept))

    def _listed(self, one: Span, other: Span) -> bool:
        between = fold_text(self.text[one.end : other.start])
        return bool(self.roles.and_.fullmatch(between))

    def _by_order(self, run: Span, deed: Span, behind: Sequence[Span]) -> Role | None:
        """The role that a phrase has by where it stands, with nothing beside it to show one."""
        if self.roles.subject_behind:
            return Role.DONE_TO if run in behind[1:] else Role.DOER
        if not self.roles.object_behind:
            return None
        passive = self.roles.is_passive(self._beside(deed))
        if run > deed:
            return None if passive else Role.DONE_TO
        return Role.DONE_TO if passive else Role.DOER

    def _beside(self, deed: Span) -> str:
        """The ``deed`` with the words before it in which it may be made a passive."""
        first = max((cut for cut in self.parts.cuts if cut <= deed.start), default=0)
        before = [word.start() for word in _WORD.finditer(self.text, first, deed.start)]
        return self.text[before[-_NEAR] if len(before) > _NEAR else first : deed.end]

    def _to_its_name(self, run: Span) -> Span:
        """``run`` up to the end of the person whom it names, if it is known to name one."""
        ends = [person.end for person in self.persons if run.start <= person.start and person.end <= run.end]
        return Span(run.start, min(ends, default=run.end))

    def _may_name(self, run: Span) -> bool:
        if not grammar(self.language).names_have_capitals:
            return len(run) > 1
        return any(word.group()[0].isupper() for word in _WORD.finditer(run.slice(self.text)))

    def _runs(self, deed: Span, glossary: Glossary) -> Iterator[Span]:
        """Words on end with no grammar, no value and nothing of the question among them."""
        taken = [deed, *(span for spans in self.matched.values() for span in spans)]
        taken += [value.span for value in self.entry.analysis.values]
        words = self._words() if self.language.profile.spaced else self._stretches(taken)
        # A title begins another name: "the king Dr Walid".
        titles = {span.start: span.end for span in self._of_kinds(glossary, OFFICES)}
        run: list[Span] = []
        for word in (word for word in words if not word.overlaps_any(taken)):
            begins = run and run[-1].start not in titles and self._begins_name(word, titles)
            if run and (begins or not self._adjoin(run[-1], word)):
                yield Span(run[0].start, run[-1].end)
                run = []
            run.append(word)
        if run:
            yield Span(run[0].start, run[-1].end)

    def _begins_name(self, word: Span, titles: Collection[int]) -> bool:
        """Whether ``word`` is a title before a name, and not the end of one."""
        behind = _WORD.search(self.text, word.end)
        if word.start not in titles or behind is None:
            return False
        return not self.text[word.end : behind.start()].strip() and not self._is_grammar(Span(*behind.span()))

    def _is_grammar(self, word: Span) -> bool:
        return fold_text(word.slice(self.text)) in function_words(self.language) and not self._is_capital(word)

    def _words(self) -> list[Span]:
        found = (Span(*word.span()) for word in _WORD.finditer(self.text))
        return [word for word in found if not self._is_grammar(word)]

    def _stretches(self, taken: Sequence[Span]) -> list[Span]:
        """What grammar, marks and the places ``taken`` leave of a text without spaces."""
        rules = [Span(*found.span()) for found in self.language.once(_unspaced).finditer(self.text)]
        free = blank(self.text, [*rules, *taken])
        return [Span(*found.span()) for found in _STRETCH.finditer(free)]

    def _is_capital(self, word: Span) -> bool:
        capitals = grammar(self.language).names_have_capitals
        return capitals and word.start > 0 and self.text[word.start].isupper()

    def _adjoin(self, one: Span, other: Span) -> bool:
        gap = self.text[one.end : other.start]
        return not _WORD.search(gap) and self.parts.part(one) == self.parts.part(other)

    def _of_kinds(self, glossary: Glossary, kinds: Collection[ConceptKind]) -> Iterator[Span]:
        return (term.span for term in self._meant() if glossary.kind(term.key.removeprefix(CONCEPT)) in kinds)

    def _meant(self) -> Iterator[Term]:
        return (term for term in self.entry.analysis.terms if term.kind in (TermKind.CONCEPT, TermKind.SENSE))


def _whole(run: Span, phrases: Sequence[Span]) -> Span:
    """``run`` with all of the ``phrases`` of which it has a part, as it may where no space parts words."""
    own = [run, *(phrase for phrase in phrases if phrase.overlaps(run))]
    return Span(min(each.start for each in own), max(each.end for each in own))


def _unspaced(language: Language) -> re.Pattern[str]:
    return re.compile(any_of(longest_first(function_words(language))))


def _others(language: Language) -> re.Pattern[str]:
    """The words of grammar that join nothing, each as a whole word where spaces part words."""
    joins = language.once(Roles).joins
    words = any_of(longest_first(word for word in function_words(language) if not joins(word)))
    return re.compile(rf"\b(?:{words})\b" if language.profile.spaced else f"(?:{words})")
