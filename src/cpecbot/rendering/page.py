"""Messages as a page that looks like a Telegram chat on a phone, to see an answer without a phone.

Entities become HTML as clients draw them: a blockquote stands on lines of its own, every paragraph takes its direction
from its first strong character, and a long expandable quote opens at a click. The page loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from importlib.resources import files
from itertools import pairwise

from cpecbot.i18n.direction import is_right_to_left
from cpecbot.models import Language
from cpecbot.rendering.richtext import Entity, EntityKind, RichText

_QUOTES = (EntityKind.BLOCKQUOTE, EntityKind.EXPANDABLE_BLOCKQUOTE)
_TAGS = {EntityKind.BOLD: "b", EntityKind.ITALIC: "i", EntityKind.TEXT_LINK: "a"}


class Theme(StrEnum):
    """AUTO goes by what the reader's system prefers."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Bubble:
    """One bubble: from the person who asks or from the bot, with rows of buttons under it."""

    content: RichText
    from_person: bool = False
    buttons: tuple[tuple[str, ...], ...] = ()


def render_page(
    bubbles: Iterable[Bubble], language: Language = Language.EN, theme: Theme = Theme.AUTO, title: str = "cpecbot"
) -> str:
    """A complete HTML document."""
    direction = "rtl" if is_right_to_left(language) else "ltr"
    chat = "\n".join(_bubble(bubble) for bubble in bubbles)
    style = (files("cpecbot.rendering") / "page.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language.value}" dir="{direction}" data-theme="{theme.value}">\n'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style></head>\n"
        f'<body><main class="phone"><header class="bar"><span class="avatar">“</span>'
        f'<span class="name">{escape(title)}</span></header>\n<section class="chat" dir="ltr">\n{chat}\n'
        "</section></main></body></html>\n"
    )


def to_html(rich: RichText) -> str:
    """The text and its entities as HTML; blocks are split where a blockquote begins or ends."""
    units = rich.text.encode("utf-16-le", "surrogatepass")
    blocks = []
    at = 0
    for quote in (entity for entity in rich.entities if entity.kind in _QUOTES):
        blocks.append(_paragraphs(units, at, quote.offset, rich.entities))
        blocks.append(_blockquote(units, quote, rich.entities))
        at = quote.end
    blocks.append(_paragraphs(units, at, len(units) // 2, rich.entities))
    return "".join(blocks)


def _bubble(message: Bubble) -> str:
    side = "person" if message.from_person else "bot"
    rows = "".join(
        '<div class="row">'
        + "".join(f'<span class="button" dir="auto">{escape(text)}</span>' for text in row)
        + "</div>"
        for row in message.buttons
    )
    return f'<div class="message {side}"><div class="bubble">{to_html(message.content)}</div>{rows}</div>'


def _blockquote(units: bytes, quote: Entity, entities: Sequence[Entity]) -> str:
    inner = _paragraphs(units, quote.offset, quote.end, entities)
    if quote.kind is EntityKind.EXPANDABLE_BLOCKQUOTE:
        # A checkbox opens it, so that the page needs no script.
        return f'<blockquote class="expandable"><label><input type="checkbox">{inner}</label></blockquote>'
    return f"<blockquote>{inner}</blockquote>"


def _paragraphs(units: bytes, start: int, end: int, entities: Sequence[Entity]) -> str:
    """The lines of ``[start, end)``; one line break beside a blockquote is the block's own."""
    text = _decode(units, start, end)
    if start > 0 and text.startswith("\n"):
        start += 1
    if end < len(units) // 2 and text.endswith("\n") and end > start:
        end -= 1
    if not _decode(units, start, end):
        return ""
    lines = []
    for line in _decode(units, start, end).split("\n"):
        length = len(line.encode("utf-16-le", "surrogatepass")) // 2
        lines.append(f'<p dir="auto">{_inline(units, start, start + length, entities) or "<br>"}</p>')
        start += length + 1
    return "".join(lines)


def _inline(units: bytes, start: int, end: int, entities: Sequence[Entity]) -> str:
    """One line with its bold, italic and links, opened anew at every place where any of them begins or ends."""
    within = [entity for entity in entities if entity.kind in _TAGS and entity.offset < end and entity.end > start]
    edges = sorted({start, end, *(max(start, one.offset) for one in within), *(min(end, one.end) for one in within)})
    html = ""
    for left, right in pairwise(edges):
        here = [entity for entity in within if entity.offset <= left and entity.end >= right]
        opening = "".join(_opening(entity) for entity in here)
        closing = "".join(f"</{_TAGS[entity.kind]}>" for entity in reversed(here))
        html += opening + escape(_decode(units, left, right)) + closing
    return html


def _opening(entity: Entity) -> str:
    if entity.kind is EntityKind.TEXT_LINK:
        return f'<a href="{escape(entity.url or "")}" rel="noreferrer">'
    return f"<{_TAGS[entity.kind]}>"


def _decode(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")
