"""The bot as one page: which update goes to whom."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from cpecbot.bot.answering.inline import handle_guest, handle_inline
from cpecbot.bot.answering.questions import ask_example, ask_topic, handle_text
from cpecbot.bot.buttons import on_answers, on_menus
from cpecbot.bot.buttons.presses import View
from cpecbot.bot.buttons.pressing import Action, press_handler
from cpecbot.bot.commands.table import COMMANDS, command_callback, handle_unknown_command
from cpecbot.bot.operating.access import check_access
from cpecbot.bot.operating.chats import handle_joined, handle_migration, handle_other
from cpecbot.bot.operating.failures import handle_error
from cpecbot.bot.operating.unconfirmed import ask_again
from cpecbot.bot.services.context import SERVICES, BotApplication, Services

NEW = filters.UpdateType.MESSAGE
POSTS = filters.UpdateType.CHANNEL_POST
NEW_OR_EDITED = filters.UpdateType.MESSAGES | filters.UpdateType.BUSINESS_MESSAGES
WORDS = filters.TEXT | filters.CAPTION

ACTIONS: Mapping[View, Action] = {
    View.PAGE: on_answers.turn_page,
    View.CONTEXT: on_answers.show_context,
    View.FULL_TEXT: on_answers.show_full_text,
    View.COMPARE: on_answers.show_comparison,
    View.VERDICT: on_answers.take_verdict,
    View.EXAMPLE: ask_example,
    View.SOURCES: on_menus.list_sources,
    View.SOURCE: on_menus.show_source,
    View.LANGUAGE: on_menus.choose_language,
    View.SETTING: on_menus.change_setting,
    View.NOTES: on_menus.show_notes,
    View.CHANGES: on_menus.show_changes,
    View.OMISSIONS: on_menus.show_omissions,
    View.TIMELINE: on_menus.show_timeline,
    View.FORGET: on_menus.forget,
    View.AGAIN: ask_again,
    View.COPY: on_answers.send_copy,
    View.TOPIC: on_menus.show_topic,
    View.SPOKEN_OF: ask_topic,
}
"""What a press on each kind of button does."""


def add_handlers(application: BotApplication) -> None:
    """Register the handlers; the first that takes an update is the only one, once it was let in.

    Presses go first: python-telegram-bot warns when a later kind of handler looks at a press on a message that has
    become inaccessible. Posts of channels are taken by none, unless they are to be answered.
    """
    application.add_handler(TypeHandler(Update, check_access), group=-1)
    application.add_handler(CallbackQueryHandler(press_handler(ACTIONS)))
    application.add_handler(InlineQueryHandler(handle_inline))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE & WORDS, handle_guest))
    for command in COMMANDS:
        when = filters.UpdateType.MESSAGES if command.re_answers else NEW
        application.add_handler(CommandHandler(command.name, command_callback(command), filters=when))
    services: Services = application.bot_data[SERVICES]
    if services.config.channels:
        _add_for_channels(application)
    application.add_handler(MessageHandler(NEW & filters.COMMAND, handle_unknown_command))
    application.add_handler(MessageHandler(NEW_OR_EDITED & WORDS & ~filters.COMMAND, handle_text))
    application.add_handler(MessageHandler(NEW & filters.StatusUpdate.MIGRATE, handle_migration))
    application.add_handler(MessageHandler(NEW & filters.StatusUpdate.NEW_CHAT_MEMBERS, handle_joined))
    only_private = NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(only_private & ~filters.COMMAND, handle_other))
    application.add_error_handler(handle_error)


def _add_for_channels(application: BotApplication) -> None:
    """Posts may ask, and nothing else."""
    ask = next(command for command in COMMANDS if command.name == "ask")
    application.add_handler(CommandHandler(ask.name, command_callback(ask), filters=POSTS))
    application.add_handler(MessageHandler(POSTS & WORDS & ~filters.COMMAND, handle_text))
