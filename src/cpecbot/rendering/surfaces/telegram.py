"""An answer as Telegram messages: plain text and entities, within the Bot API's limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models import Answer, Article, Changes, Disagreement, Moment, Omissions, Quote
from cpecbot.rendering.answer.changes import changes_blocks
from cpecbot.rendering.answer.context import Label, make_context
from cpecbot.rendering.answer.document import answer_blocks, further_blocks, quote_blocks, understood_blocks
from cpecbot.rendering.answer.glance import fitted, glance_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.answer.omissions import omission_blocks
from cpecbot.rendering.answer.timeline import timeline_blocks
from cpecbot.rendering.richtext.text import RichText, join, limit_entities, split

MESSAGE_UNITS = 4096
CAPTION_UNITS = 1024
MESSAGE_ENTITIES = 100
_LIMITS = Limits(MESSAGE_UNITS, MESSAGE_ENTITIES)
# About two screens of a phone.
_PAGE = Limits(1500, MESSAGE_ENTITIES)


def render_answer(
    answer: Answer,
    articles: Mapping[str, Article],
    label: Label,
    language: Language | None = None,
    most_notes: int | None = None,
) -> tuple[RichText, ...]:
    """The messages of an answer, in order; at least one, none empty.

    ``language`` is the person's, the question's when None. ``most_notes`` on differences are shown, all when None.
    """
    context = make_context(articles, label, language or answer.told_in)
    return pack(answer_blocks(answer, context, _LIMITS, most_notes=most_notes))


class Glance(Struct, frozen=True):
    """The messages of an answer as a phone shows it at once, the first ``notes`` on differences among them."""

    texts: tuple[RichText, ...]
    notes: int


def render_glance(answer: Answer, articles: Mapping[str, Article], label: Label) -> Glance:
    """All quotes that the answer shows at first, and what fits a phone of the rest."""
    context = make_context(articles, label, answer.told_in, brief=True)
    blocks, notes = glance_blocks(answer, context, _LIMITS)
    return Glance(pack(blocks), notes)


def fit_a_phone(answer: Answer, articles: Mapping[str, Article], label: Label) -> Answer:
    """The answer with as many quotes at first as a phone shows, the others behind them."""
    return fitted(answer, make_context(articles, label, answer.told_in, brief=True), _LIMITS)


def render_further(
    answer: Answer, page: range, notes: Sequence[Disagreement], articles: Mapping[str, Article], label: Label
) -> tuple[RichText, ...]:
    """The quotes of an answer whose places among all of them, from 0, are in ``page``; and some ``notes``."""
    context = make_context(articles, label, answer.told_in)
    quotes = (answer.quotes + answer.more)[page.start : page.stop]
    return pack(further_blocks(answer, quotes, notes, context, _LIMITS, page.start + 1))


def render_understood(answer: Answer, articles: Mapping[str, Article], label: Label) -> tuple[RichText, ...]:
    """How a question was understood that is not answered as it was typed; nothing for one that is."""
    return tuple(understood_blocks(answer, make_context(articles, label, answer.told_in)))


def render_quote(
    quote: Quote,
    articles: Mapping[str, Article],
    label: Label,
    language: Language,
    title: str = "",
    *,
    opened: bool = False,
) -> tuple[RichText, ...]:
    """One passage with its source, under a title: the context of a quote, ``opened``, or an article's full text."""
    return pack(quote_blocks(quote, title, make_context(articles, label, language), _LIMITS, opened=opened))


def render_changes(
    changes: Sequence[Changes], topic: str, articles: Mapping[str, Article], label: Label, language: Language
) -> tuple[RichText, ...]:
    """What changed between rounds, page by page."""
    return pack_pages(changes_blocks(changes, make_context(articles, label, language), topic))


def render_omissions(
    omissions: Omissions, articles: Mapping[str, Article], label: Label, language: Language, topic: str = ""
) -> tuple[RichText, ...]:
    """What outlets make of the primary text, how much of it each tells first."""
    return pack_pages(omission_blocks(omissions, make_context(articles, label, language), topic))


def render_timeline(
    moments: Sequence[Moment], topic: str, articles: Mapping[str, Article], label: Label, language: Language
) -> tuple[RichText, ...]:
    """The days that the articles state, in order."""
    return pack_pages(timeline_blocks(moments, make_context(articles, label, language), topic))


def pack_pages(blocks: Iterable[RichText]) -> tuple[RichText, ...]:
    """Blocks put together into pages that a phone shows with little scrolling."""
    return pack(blocks, _PAGE)


def pack(blocks: Iterable[RichText], limits: Limits = _LIMITS) -> tuple[RichText, ...]:
    """Blocks put together into as few messages as ``limits`` allow; only a block too long for a message is cut."""
    messages: list[RichText] = []
    for block in blocks:
        for piece in split(block, MESSAGE_UNITS):
            limited = limit_entities(piece, MESSAGE_ENTITIES)
            together = join((*messages[-1:], limited))
            if messages and limits.hold(together):
                messages[-1] = together
            else:
                messages.append(limited)
    return tuple(messages)
