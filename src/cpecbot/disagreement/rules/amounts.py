"""What a sum or a share is of, by all that its clause tells, and whether it is how much or how much more."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding, Named
from cpecbot.disagreement.grouping.telling import keys_of
from cpecbot.disagreement.reading.content import Content, Item
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.reading.sentence import Amount, Reading
from cpecbot.disagreement.rules.happenings import told_at
from cpecbot.disagreement.rules.measures import as_deed, thing_of
from cpecbot.language.text.folding import fold_text

_CHANGE, _LEVEL = "change", "level"
# In words: "of the schools".
_OWNER = 3.0
# From the first to the last day of the shortest month.
_LEAST_DAYS = 27


def of_its_clause(finding: Finding, amount: Amount, reader: Reader) -> Finding:
    """``finding``, to be compared only with what is told of the same thing."""
    reading = finding.reading
    if reading.entry is None:
        return finding
    content = Content(reading, reader)
    told = told_at(amount, [as_deed(amount, finding.head)], content, reader)
    company = tuple(item for item in told.company if item.concepts.isdisjoint(reader.contrasts.changing))
    changes = is_change(amount, told.company, reading, reader)
    company = tuple(item for item in company if item.concepts.isdisjoint(reader.contrasts.amounts))
    meaning = [item for item in company if item.concepts or item.names] or company
    thing = _owner(amount, company, content) or thing_of(amount, None, meaning, content)
    told = replace(
        told,
        company=company,
        compounds=tuple(pair for pair in told.compounds if pair[1].concepts.isdisjoint(reader.contrasts.changing)),
        slots=frozenset({_CHANGE if changes else _LEVEL}),
        periods=periods_of(amount, content),
        planned=False,  # its moment tells
        mutual=True,
        thing=thing and _narrow(thing, reader),
    )
    named = (Named(reading.span(thing.first, thing.last), thing.concepts, is_thing=not thing.deed),) if thing else ()
    return replace(finding, told=told, context=frozenset(keys_of(told)), lasting=False, of=named)


def is_change(amount: Amount, company: Iterable[Item], reading: Reading, reader: Reader) -> bool:
    """Whether it is how much something went up or down, by ``company``, what else its clause names."""
    moves = any(not item.concepts.isdisjoint(reader.contrasts.changing) for item in company)
    return moves and not reader.has(reading, Role.AIM, 0, len(reading.words)) and not is_goal(amount, reading)


def _owner(amount: Amount, company: tuple[Item, ...], content: Content) -> Item | None:
    """What stands right behind the amount as that which it is a part of: "38 per cent of schools"."""
    behind = [item for item in company if item.first >= amount.last and content.clause(item) == content.clause(amount)]
    nearest = min(behind, key=lambda item: item.first, default=None)
    if nearest is None or nearest.deed or nearest.place or not nearest.concepts or nearest.weight < 1:
        return None
    return nearest if content.distance(amount, nearest) <= _OWNER else None


def _narrow(thing: Item, reader: Reader) -> Item:
    """Without what it is a kind of: the balance of trade is not its volume."""
    field = (concept for concept in thing.concepts if reader.kind(concept))
    wider = {key for concept in field for key in reader.glossary.broader(concept)}
    return replace(thing, keys=thing.keys - wider, concepts=thing.concepts - wider)


def is_goal(amount: Amount, reading: Reading) -> bool:
    """Whether a word says that it went up or down to so much."""
    goals = tuple(fold_text(reading.grammar.goals).split())
    place = reading.span(amount.first, amount.last).shift(-reading.sentence.span.start)
    text = reading.sentence.reading
    before, behind = fold_text(text[: place.start]), fold_text(text[place.end :])
    if not reading.sentence.language.profile.spaced:
        return before.rstrip().endswith(goals)
    words = behind.split()[:1] if reading.grammar.marks_follow else before.split()[-1:]
    return any(word in goals for word in words)


def periods_of(amount: Amount, content: Content) -> frozenset[str]:
    """The months or longer times that its clause names: the inflation of March is not that of April."""
    here = content.clause(amount)
    values = [each.value for each in content.reading.amounts if content.clause(each) == here]
    return frozenset(
        f"{value.first:%m-%d}/{value.last:%m-%d}"
        for value in values
        if value.first and value.last and (value.last - value.first).days >= _LEAST_DAYS
    )
