"""Where the sources part ways, topic by topic: a line for each, and all of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cpecbot.i18n import Message, Plural, format_list, format_number
from cpecbot.models import Disagreement, Level
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.differences import in_order, paragraphs, titled
from cpecbot.rendering.answer.layout import heading, introduced, line
from cpecbot.rendering.answer.notes import dimension_of, other_event_remarks, subject_of
from cpecbot.rendering.richtext.text import RichText, join


class Topic(Struct, frozen=True):
    """What several notes are about, by its name in the language that is spoken; the gravest note is first."""

    name: str
    notes: tuple[Disagreement, ...]


def topics_of(disagreements: Iterable[Disagreement], context: Context) -> list[Topic]:
    """The gravest first; what is of no topic that has a name comes last."""
    found: dict[str, list[Disagreement]] = {}
    for one in in_order(disagreements):
        found.setdefault(subject_of(one, context), []).append(one)
    rest = found.pop("", [])
    named = [Topic(_capital(name), tuple(notes)) for name, notes in found.items()]
    return [*named, *([Topic(context.words.text(Message.CHANGES_ON_REST), tuple(rest))] if rest else [])]


def list_block(topics: Sequence[Topic], first: int, every: Sequence[Topic], context: Context) -> RichText:
    """A line for each of some ``topics``, numbered from ``first``, under how many points there are on ``every`` one."""
    if not every:
        return line(context.words.text(Message.NO_DIFFERENCES), context)
    total = sum(len(topic.notes) for topic in every)
    title = heading("⚖️ " + context.words.plural(Plural.DIFFERENCES_COUNT, total), context)
    lines = [line(_told(number, topic, context), context) for number, topic in enumerate(topics, first)]
    return join([title, *lines], "\n")


def topic_blocks(topic: Topic, context: Context) -> list[RichText]:
    """Every note on it, level by level."""
    remarks = other_event_remarks(topic.notes, context)
    blocks = [heading(topic.name, context)]
    for level in Level:
        notes = [one for one in topic.notes if one.level is level]
        title = context.words.text(Message(f"level_{level.value}"))
        blocks += titled(title, paragraphs(notes, remarks, context), context)
    return blocks


def _told(number: int, topic: Topic, context: Context) -> str:
    """``3. Gwadar Port: the date and the sum``."""
    differing = dict.fromkeys(dimension_of(one, context) for one in topic.notes)
    named = introduced(topic.name, format_list(list(differing), context.language), context)
    return f"{format_number(number, context.language)}. {named}"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
