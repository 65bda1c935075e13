"""Where the sources part ways, as blocks: within an answer, and over a whole corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from cpecbot.i18n import Message, Plural
from cpecbot.models import Disagreement, Level
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.layout import BETWEEN_BLOCKS, Limits, aside, heading, line, settled
from cpecbot.rendering.answer.notes import level_order, note, other_event_remarks
from cpecbot.rendering.richtext.text import EntityKind, RichText, RichTextBuilder, join

_OPEN_LEVELS = (Level.CONTRADICTION, Level.DIFFERING, Level.DEVELOPMENT)
# What a phone shows at a glance; an answer has further ones on request.
MOST_NOTES = 2


def in_order(disagreements: Iterable[Disagreement]) -> list[Disagreement]:
    """Contradictions first, details last."""
    return sorted(disagreements, key=level_order)


def further_notes(disagreements: Iterable[Disagreement], shown: int = MOST_NOTES) -> list[Disagreement]:
    """What a glance at an answer, of which ``shown`` are a part, leaves to be asked for."""
    return in_order(disagreements)[shown:]


def difference_blocks(
    disagreements: Iterable[Disagreement],
    context: Context,
    limits: Limits,
    remarked: Collection[str] = (),
    *,
    folded: bool = False,
) -> list[RichText]:
    """The gravest differences in the open, unless all are ``folded``; further ones, wording and detail folded away.

    A source that may speak of another event is remarked on after the first note on it, unless it has been before.
    """
    ordered = in_order(disagreements)
    remarks = {source: text for source, text in other_event_remarks(ordered, context).items() if source not in remarked}
    weighty = [one for one in ordered if one.level in _OPEN_LEVELS]
    weighty = [] if folded else weighty[:MOST_NOTES]
    rest = ordered[len(weighty) :]
    told = paragraphs(weighty, remarks, context)
    beside = [aside(remark, context) for remark in remarks.values()]
    graver = any(one.level in _OPEN_LEVELS for one in rest)
    title = "⚖️ " + context.words.text(Message.DIFFERENCES_TITLE)
    below = context.words.text(Message.FURTHER_DIFFERENCES_TITLE if graver else Message.MINOR_DIFFERENCES_TITLE)
    if folded:
        return [*_folded(title if graver else below, rest, context, limits, titled=graver), *beside]
    return [
        *titled(title, [*told, *beside], context),
        *_folded(below, rest, context, limits, titled=graver),
    ]


def report_blocks(disagreements: Iterable[Disagreement], context: Context, limits: Limits) -> list[RichText]:
    """All notes of a corpus, level by level."""
    ordered = in_order(disagreements)
    words = context.words
    if not ordered:
        return [line(words.text(Message.NO_DIFFERENCES), context)]
    remarks = other_event_remarks(ordered, context)
    blocks = [line(words.plural(Plural.DIFFERENCES_COUNT, len(ordered)), context)]
    for level in Level:
        title = words.text(Message(f"level_{level.value}"))
        notes = [one for one in ordered if one.level is level]
        if level in _OPEN_LEVELS:
            blocks += titled(title, paragraphs(notes, remarks, context), context)
        else:
            blocks += _folded(title, notes, context, limits)
    return [*blocks, *(aside(remark, context) for remark in remarks.values())]


def paragraphs(notes: Iterable[Disagreement], remarks: dict[str, str], context: Context) -> list[RichText]:
    """Each note, with those of the remarks that it is the first to call for; these are taken out."""
    paragraphs = []
    for one in notes:
        paragraphs.append(settled(note(one, context, EntityKind.BOLD, titled=True), context))
        paragraphs += [aside(remarks.pop(source), context) for source in one.other_event if source in remarks]
    return paragraphs


def titled(title: str, paragraphs: Sequence[RichText], context: Context) -> list[RichText]:
    if not paragraphs:
        return []
    return [join((heading(title, context), paragraphs[0]), "\n"), *paragraphs[1:]]


def _folded(
    title: str, notes: Iterable[Disagreement], context: Context, limits: Limits, *, titled: bool = False
) -> list[RichText]:
    """The notes in as few expandable blockquotes as the limits allow, each under the title."""
    above = heading(title, context)
    folds: list[list[RichText]] = []
    for one in notes:
        text = settled(note(one, context, titled=titled), context)
        if folds and limits.hold(_fold(above, [*folds[-1], text])):
            folds[-1].append(text)
        else:
            folds.append([text])
    return [_fold(above, fold) for fold in folds]


def _fold(above: RichText, notes: Sequence[RichText]) -> RichText:
    builder = RichTextBuilder()
    builder.append(above)
    builder.add("\n")
    with builder.wrapped(EntityKind.EXPANDABLE_BLOCKQUOTE):
        builder.append(join(notes, BETWEEN_BLOCKS))
    return builder.build()
