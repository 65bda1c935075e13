"""Who may press a button, and which action it starts."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from cpecbot.bot.receiving import answer_buttons, menu_buttons
from cpecbot.bot.services.context import Context
from cpecbot.bot.wire.addressing import asker_of
from cpecbot.bot.wire.presses import Press, Pressed, View, read_press
from cpecbot.bot.wire.refusals import Refusal, refusal_of
from cpecbot.bot.wire.words import say
from cpecbot.i18n import Message as Phrase
from cpecbot.languages import Language

logger = logging.getLogger(__name__)

Action = Callable[[Context, Pressed], Awaitable[str | None]]

ACTIONS: Mapping[View, Action] = {
    View.PAGE: answer_buttons.turn_page,
    View.CONTEXT: answer_buttons.show_context,
    View.FULL_TEXT: answer_buttons.show_full_text,
    View.COMPARE: answer_buttons.show_comparison,
    View.VERDICT: answer_buttons.take_verdict,
    View.EXAMPLE: menu_buttons.ask_example,
    View.SOURCES: menu_buttons.list_sources,
    View.SOURCE: menu_buttons.show_source,
    View.LANGUAGE: menu_buttons.choose_language,
    View.SETTING: menu_buttons.change_setting,
    View.NOTES: menu_buttons.show_notes,
    View.FORGET: menu_buttons.forget,
}
"""Each action returns a notice for the person who pressed, or None."""


async def handle_press(update: Update, context: Context) -> None:
    """Answer every press, so that no button keeps spinning."""
    query = update.callback_query
    if query is None:
        return
    press = read_press(query.data)
    if not isinstance(query.message, Message):
        await _reply(query, say(Phrase.BUTTON_EXPIRED, await _language(context, query)))
    elif press is None:
        await _reply(query, say(Phrase.BUTTON_UNKNOWN, await _language(context, query)))
    elif not _may_press(context, query.message, query.from_user.id, press):
        await _reply(query, say(Phrase.NOT_YOUR_BUTTON, await _language(context, query)), alert=True)
    else:
        pressed = Pressed(press, query.message, query.from_user)
        await _reply(query, await ACTIONS[press.view](context, pressed))


def _may_press(context: Context, message: Message, person: int, press: Press) -> bool:
    """In a group the buttons belong to the asker; who that is, the replied message still tells after a restart."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    shown = context.services.shown.get(press.key)
    if shown is not None:
        return shown.asker is None or shown.asker == person
    question = message.reply_to_message
    return question is None or question.sender_chat is not None or asker_of(question) == person


async def _language(context: Context, query: CallbackQuery) -> Language:
    return await context.services.language(query.from_user.id, query.from_user)


async def _reply(query: CallbackQuery, notice: str | None, *, alert: bool = False) -> None:
    try:
        await query.answer(notice, show_alert=alert)
    except BadRequest as error:
        if refusal_of(error) is not Refusal.TOO_OLD:
            raise
        logger.debug("a press was answered too late")
