"""Lines of the bot's own words, and what a block may hold."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.i18n.direction import settle, settling_mark
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.richtext.text import EntityKind, RichText, join, plain

BETWEEN_BLOCKS = "\n\n"


class Limits(Struct, frozen=True):
    """What one block may hold at most, in UTF-16 units and entities; None is no limit."""

    units: int | None = None
    entities: int | None = None

    def hold(self, rich: RichText) -> bool:
        return (self.units is None or rich.units <= self.units) and (
            self.entities is None or len(rich.entities) <= self.entities
        )


def line(text: str, context: Context) -> RichText:
    return plain(settle(text, context.language))


def heading(text: str, context: Context) -> RichText:
    return plain(settle(text, context.language), EntityKind.BOLD)


def aside(text: str, context: Context) -> RichText:
    """A remark, in italics where the script has them."""
    kinds = (EntityKind.ITALIC,) if context.language.profile.italics else ()
    return plain(settle(text, context.language), *kinds)


def settled(rich: RichText, context: Context) -> RichText:
    """The paragraph with a direction mark in front where it needs one."""
    return join((plain(settling_mark(rich.text, context.language)), rich), "")


def introduced(name: str, what: str, context: Context) -> str:
    """``what`` behind its name: ``silent: 003``."""
    punctuation = context.language.profile.punctuation
    return f"{name}{punctuation.colon}{punctuation.after_colon}{what}"
