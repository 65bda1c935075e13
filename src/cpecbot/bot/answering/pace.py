"""Holding back people who write faster than answers can be given."""

from __future__ import annotations

from math import ceil

from telegram import Message

from cpecbot.bot.services.context import Context, Services
from cpecbot.bot.services.cooldown import Verdict
from cpecbot.bot.wire.addressing import asker_of
from cpecbot.bot.wire.delivery import Place, send
from cpecbot.bot.wire.words import count
from cpecbot.i18n import Plural
from cpecbot.languages import Language


async def admits(context: Context, message: Message) -> bool:
    """Whether the message is dealt with; if not, its sender is told once per wait, in a business chat not at all."""
    services, person = context.services, asker_of(message)
    verdict = services.cooldown.check(person)
    if verdict is Verdict.NOTICE and message.business_connection_id is None:
        language = await services.language(person, message.from_user)
        await send(context.bot, Place.of(message), slower(services, person, language))
    return verdict is Verdict.GO


def slower(services: Services, person: int, language: Language) -> str:
    return count(Plural.COOLDOWN, ceil(services.cooldown.wait(person)), language)
