"""Every press is answered, and starts its action where it may."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from math import ceil
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest

from cpecbot.bot.buttons.belonging import owner_of, speaks_for, why_not
from cpecbot.bot.buttons.presses import Pressed, View, read_press
from cpecbot.bot.messaging.refusals import Refusal, refusal_of
from cpecbot.bot.services.context import Context
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, say
from cpecbot.languages import Language

logger = logging.getLogger(__name__)

ASKING = frozenset({View.EXAMPLE, View.SPOKEN_OF, View.COMPARE})
"""What these open is found anew, as for a question; what asks again, is counted when it is asked."""

OWN = frozenset({View.LANGUAGE, View.SETTING, View.FORGET})
"""What these change or delete belongs to somebody."""

Action = Callable[[Context, Pressed], Awaitable[str | None]]
"""Returns a notice for the person who pressed, or None."""


def press_handler(actions: Mapping[View, Action]) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """A callback of python-telegram-bot for presses. It answers every one, so that no button keeps spinning."""

    async def handle(update: Update, context: Context) -> None:
        if update.callback_query is not None:
            await _handle(update.callback_query, context, actions)

    return handle


async def _handle(query: CallbackQuery, context: Context, actions: Mapping[View, Action]) -> None:
    press, person = read_press(query.data), query.from_user.id
    if not isinstance(query.message, Message):
        await _reply(query, say(Phrase.BUTTON_EXPIRED, await _language(context, query)))
    elif press is None:
        await _reply(query, say(Phrase.BUTTON_UNKNOWN, await _language(context, query)))
    elif refused := why_not(context.services, query.message, person, press):
        await _reply(query, say(refused, await _language(context, query)), alert=refused is Phrase.NOT_YOUR_BUTTON)
    elif seconds := _must_wait(context, person, press.view):
        await _reply(query, count(Plural.COOLDOWN, ceil(seconds), await _language(context, query)), alert=True)
    else:
        owner = owner_of(context.services, query.message, person, press)
        if press.view in OWN and not await speaks_for(context.bot, person, owner):
            await _reply(query, say(Phrase.NOT_ADMINISTRATOR, await _language(context, query)), alert=True)
            return
        pressed = Pressed(press, query.message, query.from_user, owner)
        await _reply(query, await actions[press.view](context, pressed))


def _must_wait(context: Context, person: int, view: View) -> float:
    """Seconds until the person may press again; 0 takes the turn. A button that asks counts as a question, too."""
    limits = [context.services.presses, *([context.services.cooldown] if view in ASKING else [])]
    wait = max(limit.wait(person) for limit in limits)
    if not wait:
        for limit in limits:
            limit.take(person)
    return wait


async def _language(context: Context, query: CallbackQuery) -> Language:
    return await context.services.language(query.from_user.id, query.from_user)


async def _reply(query: CallbackQuery, notice: str | None, *, alert: bool = False) -> None:
    try:
        await query.answer(notice, show_alert=alert)
    except BadRequest as error:
        if refusal_of(error) is not Refusal.TOO_OLD:
            raise
        logger.debug("a press was answered too late")
