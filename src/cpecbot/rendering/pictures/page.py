"""Messages as a page that looks like a Telegram chat on a phone, to see an answer without a phone.

Entities become HTML as clients draw them: a blockquote stands on lines of its own, every paragraph takes its direction
from its first strong character, and a long expandable quote opens at a click. The page loads nothing: what it needs of
the fonts is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from html import escape
from importlib.resources import files

from msgspec import Struct

from cpecbot.i18n.direction import is_right_to_left
from cpecbot.language.text.identify import identify
from cpecbot.languages import Language, Languages
from cpecbot.rendering.richtext.blocks import Block, Run, blocks
from cpecbot.rendering.richtext.text import EntityKind, RichText


class Theme(StrEnum):
    """AUTO goes by what the reader's system prefers."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


class Bubble(Struct, frozen=True):
    """One bubble: from the person who asks or from the bot, with rows of buttons under it."""

    content: RichText
    from_person: bool = False
    buttons: tuple[tuple[str, ...], ...] = ()


def render_page(
    bubbles: Iterable[Bubble],
    language: Language,
    languages: Languages,
    theme: Theme = Theme.AUTO,
    title: str = "cpecbot",
) -> str:
    """A complete HTML document in ``language``; quotes may be in any of ``languages``."""
    direction = "rtl" if is_right_to_left(language) else "ltr"
    writer = _Writer(language, languages)
    writer.write(title)
    mark = writer.write("“", languages.fallback)
    chat = "\n".join(writer.bubble(bubble) for bubble in bubbles)
    style = (files("cpecbot.rendering.pictures") / "page.css").read_text(encoding="utf-8") + writer.fonts()
    return (
        f'<!DOCTYPE html>\n<html lang="{language.code}" dir="{direction}" data-theme="{theme.value}">\n'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style></head>\n"
        f'<body><main class="phone"><header class="bar"><span class="avatar" lang="{languages.fallback}">{mark}</span>'
        f'<span class="name">{escape(title)}</span></header>\n<section class="chat" dir="ltr">\n{chat}\n'
        "</section></main></body></html>\n"
    )


class _Writer:
    """Writes HTML, each text in its language, and remembers which letters that takes."""

    def __init__(self, language: Language, languages: Languages) -> None:
        self._language, self._languages = language, languages
        self._written: dict[Language, set[str]] = {}

    def write(self, text: str, language: Language | None = None) -> str:
        self._written.setdefault(language or self._language, set()).update(text)
        return escape(text)

    def fonts(self) -> str:
        """What of each font the page needs, and which language is set in which."""
        from cpecbot.rendering.pictures.typefaces import embedded, typefaces  # noqa: PLC0415 - loads HarfBuzz

        texts = [("".join(sorted(letters)), language) for language, letters in self._written.items()]
        families = {
            each.code: ", ".join(f'"{font.family}"' for font in typefaces(each).fonts) for each in self._written
        }
        rules = (
            f":lang({code}) {{ font-family: {named}, system-ui, sans-serif; }}" for code, named in families.items()
        )
        return "\n".join((embedded(texts), *rules, ""))

    def bubble(self, message: Bubble) -> str:
        side = "person" if message.from_person else "bot"
        rows = "".join(
            '<div class="row">'
            + "".join(f'<span class="button" dir="auto">{self.write(text)}</span>' for text in row)
            + "</div>"
            for row in message.buttons
        )
        return f'<div class="message {side}"><div class="bubble">{self.html(message.content)}</div>{rows}</div>'

    def html(self, rich: RichText) -> str:
        """The blocks of the text."""
        return "".join(map(self._block, blocks(rich)))

    def _block(self, block: Block) -> str:
        quoted = identify(block.text, self._languages, self._language) if block.quote else self._language
        tag = "" if quoted == self._language else f' lang="{quoted.code}"'
        lines = "".join(
            f'<p dir="auto"{tag}>{"".join(self._run(run, quoted) for run in line) or "<br>"}</p>'
            for line in block.lines
        )
        if block.quote is EntityKind.EXPANDABLE_BLOCKQUOTE:
            # A checkbox opens it, so that the page needs no script.
            return f'<blockquote class="expandable"><label><input type="checkbox">{lines}</label></blockquote>'
        return f"<blockquote>{lines}</blockquote>" if block.quote else lines

    def _run(self, run: Run, language: Language) -> str:
        html = self.write(run.text, language)
        if run.italic:
            html = f"<i>{html}</i>"
        if run.bold:
            html = f"<b>{html}</b>"
        return f'<a href="{escape(run.url)}" rel="noreferrer">{html}</a>' if run.url else html
