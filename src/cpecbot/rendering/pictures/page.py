"""Messages as a page that looks like a Telegram chat on a phone, to see an answer without a phone.

Entities become HTML as clients draw them: a blockquote stands on lines of its own, every paragraph takes its direction
from its first strong character, and a long expandable quote opens at a click. The page loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from importlib.resources import files

from cpecbot.i18n.direction import is_right_to_left
from cpecbot.languages import Language
from cpecbot.rendering.richtext.blocks import Block, Run, blocks
from cpecbot.rendering.richtext.text import EntityKind, RichText


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
    bubbles: Iterable[Bubble], language: Language, theme: Theme = Theme.AUTO, title: str = "cpecbot"
) -> str:
    """A complete HTML document."""
    direction = "rtl" if is_right_to_left(language) else "ltr"
    chat = "\n".join(_bubble(bubble) for bubble in bubbles)
    style = (files("cpecbot.rendering.pictures") / "page.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code}" dir="{direction}" data-theme="{theme.value}">\n'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style></head>\n"
        f'<body><main class="phone"><header class="bar"><span class="avatar" lang="en">“</span>'
        f'<span class="name">{escape(title)}</span></header>\n<section class="chat" dir="ltr">\n{chat}\n'
        "</section></main></body></html>\n"
    )


def to_html(rich: RichText) -> str:
    """The blocks of the text as HTML."""
    return "".join(_block(block) for block in blocks(rich))


def _bubble(message: Bubble) -> str:
    side = "person" if message.from_person else "bot"
    rows = "".join(
        '<div class="row">'
        + "".join(f'<span class="button" dir="auto">{escape(text)}</span>' for text in row)
        + "</div>"
        for row in message.buttons
    )
    return f'<div class="message {side}"><div class="bubble">{to_html(message.content)}</div>{rows}</div>'


def _block(block: Block) -> str:
    lines = "".join(f'<p dir="auto">{"".join(map(_run, line)) or "<br>"}</p>' for line in block.lines)
    if block.quote is EntityKind.EXPANDABLE_BLOCKQUOTE:
        # A checkbox opens it, so that the page needs no script.
        return f'<blockquote class="expandable"><label><input type="checkbox">{lines}</label></blockquote>'
    return f"<blockquote>{lines}</blockquote>" if block.quote else lines


def _run(run: Run) -> str:
    html = escape(run.text)
    if run.italic:
        html = f"<i>{html}</i>"
    if run.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(run.url)}" rel="noreferrer">{html}</a>' if run.url else html
