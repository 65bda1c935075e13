"""Claims of who takes which stance towards what, and of the conditions that a statement sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.disagreement.grouping.findings import Compare, Finding, claim, hull
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Mark, Reader, Reading
from cpecbot.disagreement.rules.numbers import clause_topic
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.models import Dimension, Level

_AGENT_BEFORE = 5
_AGENT_AFTER = 1
_BASIS_REACH = 14
_OBJECT_REACH = 22


def stance_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    stances = reading.terms_of(reader.contrasts.role(Role.STANCE))
    for stance, following in zip(stances, (*stances[1:], None), strict=False):
        agent = _agent(stance, reading, reader)
        if agent is None:
            continue
        end = min(following.first if following else len(reading.words), stance.last + _OBJECT_REACH)
        first, last = hull([(stance.first, stance.last), (agent.first, agent.last), (stance.first, end)])
        # Institutions take part in most topics and tell none from another.
        topic = frozenset(
            key for key in reader.topic(reading, stance.last, end) if reader.kind(key) is not ConceptKind.INSTITUTION
        )
        yield Finding(
            rule="stance",
            head=f"stance:{_actor(agent, reader)}",
            least_shared=2,
            claim=claim(reading, reading.span(first, last), Dimension.STANCE, {agent.key, *topic}, {stance.key}),
            reading=reading,
            subject="",
            compare=Compare.CHOICE,
            level=Level.DIFFERING,
            context=topic,
            by_topic=True,
            highlights=(reading.span(stance.first, stance.last),),
        )


def condition_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    bases = reading.terms_of(reader.contrasts.role(Role.BASIS))
    for condition in reading.terms_of(reader.contrasts.role(Role.CONDITION)):
        near = [mark for mark in bases if -_BASIS_REACH <= mark.first - condition.last <= _BASIS_REACH]
        if not near:
            continue
        first, last = hull([(condition.first, condition.last), *((mark.first, mark.last) for mark in near)])
        yield Finding(
            rule="condition",
            head="condition",
            claim=claim(
                reading, reading.span(first, last), Dimension.CONDITION, reading.keys(), {mark.key for mark in near}
            ),
            reading=reading,
            subject="",
            compare=Compare.SET,
            level=Level.DIFFERING,
            context=clause_topic(reading, (0, len(reading.words)), reader) - _at((condition, *near), reading),
            by_topic=True,
            highlights=tuple(reading.span(mark.first, mark.last) for mark in near),
        )


def _at(marks: Sequence[Mark], reading: Reading) -> frozenset[str]:
    """The concepts on the words of ``marks``: what is compared is no common topic."""
    return frozenset(
        each.key
        for each in reading.concepts
        if any(each.first < mark.last and mark.first < each.last for mark in marks)
    )


def _agent(stance: Mark, reading: Reading, reader: Reader) -> Mark | None:
    """Who takes the stance: near the verb, where the language has its subject, or else who opens the sentence."""
    both = reading.terms_of(reader.contrasts.role(Role.BOTH_SIDES))
    actors = sorted((*both, *reader.actors(reading)), key=lambda mark: mark.first)
    clause = reading.words[stance.first].clause
    after = [mark for mark in actors if 0 <= mark.first - stance.last <= _AGENT_AFTER]
    if reading.grammar.subject_after_verb and after:
        return after[0]
    before = [mark for mark in actors if mark.last <= stance.first]
    near = [
        mark
        for mark in before
        if stance.first - mark.last <= _AGENT_BEFORE and reading.words[mark.first].clause == clause
    ]
    return near[-1] if near else before[0] if before else None


def _actor(agent: Mark, reader: Reader) -> str:
    return "both" if agent.key in reader.contrasts.role(Role.BOTH_SIDES) else agent.key
