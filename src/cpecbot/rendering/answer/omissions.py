"""What outlets make of a primary text, as blocks: how much of it each tells, then point by point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpecbot.i18n import Message, Plural, format_number
from cpecbot.models import Omissions, Point, Retold, Told
from cpecbot.rendering.answer.context import Context, shorten
from cpecbot.rendering.answer.layout import aside, heading, introduced, line, settled
from cpecbot.rendering.answer.notes import quoted
from cpecbot.rendering.richtext.text import EntityKind, RichText, RichTextBuilder, join, plain

_BETWEEN = " · "
# What is told otherwise is what a person looks for, and what comes near must be seen not to tell it.
_FIRST = (Retold.REWORDED, Retold.NEAR, Retold.TOLD)


def omission_blocks(omissions: Omissions, context: Context, topic: str = "") -> list[RichText]:
    """How much of the primary text each outlet tells, and a block for each point; else why there is nothing to show."""
    words = context.words
    if not omissions.primary:
        return [line(words.text(Message.NO_PRIMARY_TEXT), context)]
    if not omissions.points:
        return [line(words.text(Message.OMISSIONS_NOTHING, topic=shorten(topic)), context)]
    blocks = [join([*_title(omissions, context), *_counts(omissions, context)], "\n")]
    if omissions.recognised:
        named = context.list_names(omissions.recognised)
        blocks.append(aside(words.text(Message.OMISSIONS_RECOGNISED, sources=named), context))
    blocks += [_point(number, point, context) for number, point in enumerate(omissions.points, 1)]
    return [*blocks, aside(words.text(Message.OMISSIONS_LEGEND), context)]


def _title(omissions: Omissions, context: Context) -> list[RichText]:
    title = context.words.text(Message.OMISSIONS_TITLE, sources=context.list_names(omissions.primary))
    return [heading(_BETWEEN.join((title, context.words.plural(Plural.POINTS_COUNT, len(omissions.points)))), context)]


def _counts(omissions: Omissions, context: Context) -> Iterator[RichText]:
    """``004: told 5 · told otherwise 2 · left out 3``."""
    for outlet in omissions.outlets:
        levels = [told.level for point in omissions.points for told in point.told if told.source == outlet]
        counted = [
            f"{_level(level, context)} {format_number(levels.count(level), context.language)}"
            for level in Retold
            if level in levels
        ]
        yield line(introduced(context.name(outlet), _BETWEEN.join(counted), context), context)


def _point(number: int, point: Point, context: Context) -> RichText:
    """The words of the point, which outlets tell it and which do not, and folded away the words of these."""
    builder = RichTextBuilder()
    opening = plain(f"{format_number(number, context.language)}. ", EntityKind.BOLD)
    builder.append(settled(join((opening, quoted(point.quote, context)), ""), context))
    builder.add("\n")
    builder.append(line(_BETWEEN.join(_who(point.told, context)), context))
    lines = [_said(told, context) for level in _FIRST for told in point.told if told.level is level and told.quote]
    if lines:
        builder.add("\n")
        with builder.wrapped(EntityKind.EXPANDABLE_BLOCKQUOTE):
            builder.append(join(lines, "\n"))
    return builder.build()


def _who(told: Sequence[Told], context: Context) -> Iterable[str]:
    """``told: 001, 003`` for each level that there is."""
    for level in Retold:
        sources = [each.source for each in told if each.level is level]
        if sources:
            yield introduced(_level(level, context), context.list_names(sources), context)


def _said(told: Told, context: Context) -> RichText:
    """``002 (told otherwise: the sum): «…»``, where it is not plainly told."""
    name = context.name(told.source)
    if told.level is not Retold.TOLD:
        name += context.language.profile.punctuation.parentheses.format(_how(told, context))
    builder = RichTextBuilder()
    builder.add(introduced(name, "", context))
    if told.quote:
        builder.append(quoted(told.quote, context))
    return settled(builder.build(), context)


def _how(told: Told, context: Context) -> str:
    kinds = dict.fromkeys(each.dimension for each in told.otherwise)
    named = [context.words.text(Message(f"dimension_{kind.value}")) for kind in kinds]
    return (
        introduced(_level(told.level, context), _BETWEEN.join(named), context) if named else _level(told.level, context)
    )


def _level(level: Retold, context: Context) -> str:
    return context.words.text(Message(f"retold_{level.value}"))
