"""Claims of who did something: the one name in the place of its doer, or beside the office that did it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.roles import Role, Roles
from cpecbot.disagreement.rules.happenings import deeds_at, finding_of, told_at
from cpecbot.language.analysis import name_key
from cpecbot.language.concepts.concept import OFFICES, ConceptKind
from cpecbot.language.names.finding import SYLLABLES
from cpecbot.models import Dimension, Span

# So far from a name its office may stand, and from a doer its deed, in words.
_OFFICE = 4.0
_DOER = 2.0


def done_by(content: Content, reader: Reader) -> Iterator[Finding]:
    """Who did what only one does, or what one in the office named beside did."""
    if not any(item.deed or item.light for item in content.items):
        return
    for run in _runs(content):
        whole = _whole(run)
        deeds = deeds_at(whole, content)
        if not deeds or any(item.reporting for item in run):
            continue
        slots = frozenset((*_offices(whole, deeds, content, reader), *_doer(whole, content, reader)))
        if not slots:
            continue
        told = told_at(whole, deeds, content, reader, whole=True)
        company = tuple(item for item in told.company if not whole.first <= item.first < whole.last)
        told = replace(
            told, company=company, who=tuple(_as_named(item, content) for item in run), slots=slots, strict=True
        )
        said = content.reading.text(whole.first, whole.last)
        yield finding_of(whole, told, content, Dimension.AGENT, said)


def _whole(run: list[Item]) -> Item:
    return replace(run[0], last=run[-1].last)


def _as_named(item: Item, content: Content) -> Item:
    """With each of its words as a name: of a person whom the glossary knows another may write the name otherwise."""
    words = frozenset(word.text for word in content.reading.words[item.first : item.last])
    return replace(item, names=item.names | words) if content.reading.scale == 1 else item


def _runs(content: Content) -> Iterator[list[Item]]:
    """Names, each of words that stand side by side."""
    run: list[Item] = []
    names = [item for item in (*content.items, *_in_syllables(content)) if item.weight > 1]
    for item in sorted(names, key=lambda item: item.first):
        if run and item.first > run[-1].last:
            yield run
            run = []
        if not run or item.first >= run[-1].last:
            run.append(item)
    if run:
        yield run


def _in_syllables(content: Content) -> Iterator[Item]:
    """Chinese names of which no characters mean anything else, the longest of those that begin together."""
    reading = content.reading
    meant = [Span(mark.first, mark.last) for mark in reading.meant]
    longest = {
        mark.first: mark
        for mark in sorted(reading.named, key=lambda mark: mark.last)
        if reading.scale > 1 and mark.key.startswith(SYLLABLES) and not Span(mark.first, mark.last).overlaps_any(meant)
    }
    for mark in longest.values():
        yield Item(
            mark.first,
            mark.last,
            frozenset({name_key(mark.key)}),
            frozenset({mark.key}),
            frozenset(),
            deed=False,
            light=False,
            quality=False,
            reporting=False,
            weight=1.5,
        )


def _offices(whole: Item, deeds: tuple[Item, ...], content: Content, reader: Reader) -> Iterator[str]:
    """The offices that the name stands beside, where only one in it does what is told."""
    if any(_of_many(key, reader) for deed in deeds for key in deed.concepts):
        return
    for item in content.items:
        kinds = {key for key in item.concepts if reader.kind_of(key) in OFFICES}
        if kinds and _is_of(whole, item, content):
            yield from (f"office:{key}" for key in kinds)


def _is_of(whole: Item, office: Item, content: Content) -> bool:
    """Whether nothing but what the office is of stands between it and the name."""
    if content.distance(whole, office) > _OFFICE or _owns(whole, office, content):
        return False
    first, last = sorted((whole, office), key=lambda item: item.first)
    between = [item for item in content.items if first.last <= item.first < last.first]
    return not any(item.deed or item.light or item.reporting or item.names for item in between)


def _owns(whole: Item, office: Item, content: Content) -> bool:
    """Whether the name is of what the office is of, and that of its holder follows: 英伟达总裁黄仁勋."""
    words = content.reading.words
    if not content.reading.grammar.characters_are_words or whole.first > office.first or office.last >= len(words):
        return False
    follows = words[office.last].clause == words[office.first].clause
    return follows and not any(item.deed or item.light for item in content.items if item.first == office.last)


def _doer(whole: Item, content: Content, reader: Reader) -> Iterator[str]:
    """That the name is of who did what only one does."""
    verbs = [item for item in content.items if not item.concepts.isdisjoint(reader.contrasts.alone)]
    if any(_did(whole, verb, content) for verb in verbs):
        yield "doer"


def _did(whole: Item, verb: Item, content: Content) -> bool:
    """Whether the name has the place or the mark of who does it."""
    reading = content.reading
    text, place = reading.sentence.reading, content.place(whole)
    roles = reading.sentence.language.once(Roles)
    marked = roles.marked(text, place)
    if content.clause(verb) not in (content.clause(whole), content.clause(whole) - 1) or content.apart(whole, verb):
        return False
    if marked is not None:
        return marked is Role.DOER
    if reading.grammar.verb_last or roles.is_passive(text):
        return False
    if reading.grammar.characters_are_words:
        return place.start == 0 or place.start in content.parts.cuts
    return content.distance(whole, verb) <= _DOER and (whole.first < verb.first) is not roles.subject_behind


def _of_many(concept: str, reader: Reader) -> bool:
    """Whether several may do it, each by himself: to say, to praise, to attend."""
    return reader.kind_of(concept) is ConceptKind.STANCE or concept in reader.contrasts.shared
