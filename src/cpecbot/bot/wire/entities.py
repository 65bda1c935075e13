"""Rich text as entities of python-telegram-bot."""

from __future__ import annotations

from telegram import MessageEntity

from cpecbot.rendering.richtext import RichText


def telegram_entities(text: RichText) -> list[MessageEntity]:
    """Offsets and lengths are UTF-16 code units on both sides."""
    return [MessageEntity(entity.kind, entity.offset, entity.length, url=entity.url) for entity in text.entities]
