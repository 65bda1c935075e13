"""What changed between rounds, as blocks: a heading for the rounds, then topic by topic each point in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cpecbot.i18n import Message, format_date, format_number, localise_digits
from cpecbot.models import Change, ChangeKind, Changes, Quote, Round
from cpecbot.rendering.answer.context import Context, shorten
from cpecbot.rendering.answer.layout import heading, line, settled
from cpecbot.rendering.answer.notes import quoted, telling
from cpecbot.rendering.richtext.text import RichText, RichTextBuilder, join

# In the order in which the points of a topic are shown; what is kept is only counted.
_MARKS = {ChangeKind.NEW: "+", ChangeKind.DROPPED: "−", ChangeKind.REWORDED: "≈"}
_BETWEEN = " · "
# What an answer shows of them at a glance.
MOST_CHANGES = 4


def changes_blocks(
    found: Sequence[Changes], context: Context, topic: str = "", most: int | None = None
) -> list[RichText]:
    """For each two rounds what is new, dropped and reworded, ``most`` of it at most, all where None.

    ``topic`` is what was asked for, where that was not everything.
    """
    if not found:
        return [line(context.words.text(Message.NO_ROUNDS), context)]
    return [block for each in found for block in _between(each, context, topic, most)]


def shown(changes: Changes) -> list[Change]:
    """What is shown of them, topic by topic."""
    told = [change for change in changes.changes if change.kind in _MARKS]
    topics = list(dict.fromkeys(change.topic for change in told if change.topic))
    kinds = list(_MARKS)
    return sorted(told, key=lambda each: (_place(each.topic, topics), kinds.index(each.kind)))


def _place(topic: str, topics: Sequence[str]) -> int:
    """What is of no topic comes last."""
    return topics.index(topic) if topic else len(topics)


def _between(changes: Changes, context: Context, topic: str, most: int | None) -> Iterator[RichText]:
    words = context.words
    rounds = (changes.earlier, changes.later)
    earlier, later = (_name(each, context) for each in rounds)
    title = heading(words.text(Message.CHANGES_TITLE, earlier=earlier, later=later), context)
    lines = [*(_described(each, context) for each in rounds), _counted(changes, context)]
    yield join([title, *(line(text, context) for text in lines)], "\n")
    told = shown(changes)
    if not told:
        on = {"topic": shorten(topic)} if topic else {}
        message = Message.NOTHING_CHANGED_ON if topic else Message.NOTHING_CHANGED
        yield line(words.text(message, **on), context)
    for key, group in groupby(told[:most], key=lambda change: change.topic):
        first, *rest = [join(_point(change, changes, context), "\n") for change in group]
        yield join([heading(_topic(key, context), context), first], "\n")
        yield from rest


def _name(each: Round, context: Context) -> str:
    """``round 7``, or a year alone."""
    number = localise_digits(str(each.number), context.language)
    return number if each.yearly else context.words.text(Message.ROUND, number=number)


def _described(each: Round, context: Context) -> str:
    """``round 7 · 5 January 2026 · 001 and 002``."""
    day = format_date(each.day, context.language) if each.day else context.words.text(Message.DATE_NOT_STATED)
    return _BETWEEN.join((_name(each, context), day, context.list_names(each.sources)))


def _counted(changes: Changes, context: Context) -> str:
    """``New: 3 · No longer mentioned: 2 · …``."""
    marks = context.language.profile.punctuation
    numbers = ((kind, format_number(len(changes.of_kind(kind)), context.language)) for kind in ChangeKind)
    told = (f"{_kind(kind, context)}{marks.colon}{marks.after_colon}{number}" for kind, number in numbers)
    return _BETWEEN.join(told)


def _kind(kind: ChangeKind, context: Context) -> str:
    return context.words.text(Message(f"change_{kind.value}"))


def _topic(key: str, context: Context) -> str:
    name = context.label(key, context.language) if key else context.words.text(Message.CHANGES_ON_REST)
    return name[:1].upper() + name[1:]


def _point(change: Change, changes: Changes, context: Context) -> Iterator[RichText]:
    """What became of it, and a line for each round that makes it."""
    yield line(f"{_MARKS[change.kind]} {_kind(change.kind, context)}", context)
    for each, quotes in ((changes.earlier, change.earlier), (changes.later, change.later)):
        if quotes:
            yield settled(_side(each, quotes, context), context)


def _side(each: Round, quotes: Sequence[Quote], context: Context) -> RichText:
    """``7 · 001 and 004: “…” (004)``: the words are those of one of them."""
    language, marks = context.language, context.language.profile.punctuation
    chosen = telling(quotes, language)
    number = localise_digits(str(each.number), language)
    names = context.list_names(dict.fromkeys(quote.source for quote in quotes))
    builder = RichTextBuilder()
    builder.add(f"{number}{_BETWEEN}{names}{marks.colon}{marks.after_colon}")
    builder.append(quoted(chosen, context))
    builder.add(marks.parentheses.format(context.name(chosen.source)) if len(quotes) > 1 else "")
    return builder.build()
