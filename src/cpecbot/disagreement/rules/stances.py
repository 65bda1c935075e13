"""Claims of how a thing is put: who takes which stance, on which condition, in which of the listed wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.disagreement.grouping.findings import Compare, Finding, claim, hull
from cpecbot.disagreement.reading.attributing import reported
from cpecbot.disagreement.reading.contrasts import Comparing, Contrast, Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Mark, Reading
from cpecbot.disagreement.rules.figures import clause_topic
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


def wording_findings(reading: Reading, reader: Reader) -> Iterator[Finding]:
    own = reader.contrasts.terms.concepts
    marks = (*reading.terms, *(mark for mark in reading.concepts if mark.key not in own))
    present = {mark.key for mark in marks}
    for contrast in reader.contrasts.contrasts:
        if all(group & present for group in contrast.about) and contrast.options & present:
            yield from _worded(contrast, marks, reading)


def _worded(contrast: Contrast, marks: tuple[Mark, ...], reading: Reading) -> Iterator[Finding]:
    anchors = [mark for mark in marks if mark.key in contrast.about[0]]
    options = [
        mark
        for mark in marks
        if mark.key in contrast.options and any(_belongs(mark, anchor, contrast, reading) for anchor in anchors)
    ]
    if not options:
        return
    close = [anchor for anchor in anchors if any(_belongs(option, anchor, contrast, reading) for option in options)]
    first, last = hull((mark.first, mark.last) for mark in (*options, *close[:1]))
    evidence = reading.span(first, last)
    values = frozenset(mark.key for mark in options)
    yield Finding(
        rule=f"wording:{contrast.name}",
        head=contrast.name,
        claim=claim(reading, evidence, contrast.dimension, contrast.about[0], values),
        reading=reading,
        subject=contrast.subject,
        compare=_compared(contrast),
        level=contrast.level,
        context=reading.keys(),
        highlights=tuple(reading.span(mark.first, mark.last) for mark in options),
    )


def _compared(contrast: Contrast) -> Compare:
    """Who calls a thing by both names parts from nobody who calls it by one."""
    choice = contrast.compare is Comparing.CHOICE or contrast.dimension is Dimension.NAMING
    return Compare.CHOICE if choice else Compare.SET


def _belongs(option: Mark, anchor: Mark, contrast: Contrast, reading: Reading) -> bool:
    """Whether the option is near enough, and a modifier in the same phrase: not how the ceasefire "goes into effect".

    A naming that only tells who reports is none.
    """
    gap = max(option.first - anchor.last, anchor.first - option.last)
    if contrast.reach and gap > contrast.reach:
        return False
    if contrast.dimension is Dimension.NAMING and option == anchor and reported(reading, option.first, option.last):
        return False
    return contrast.dimension is not Dimension.MODIFIER or not contrast.reach or _in_one_phrase(option, anchor, reading)


def _in_one_phrase(option: Mark, anchor: Mark, reading: Reading) -> bool:
    """Whether no verb stands between the two, where the words of the phrase may be any other."""
    first, last = sorted((option, anchor), key=lambda mark: mark.first)
    between = range(first.last, last.first)
    return not any(mark.first in between for mark in reading.deeds)
