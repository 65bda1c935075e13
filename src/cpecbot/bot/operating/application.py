"""The bot as one page: which update goes to whom."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from cpecbot.bot.answering.inline import handle_guest, handle_inline
from cpecbot.bot.operating import menu
from cpecbot.bot.operating.failures import handle_error
from cpecbot.bot.operating.ordering import ChatOrder
from cpecbot.bot.operating.starting import warm_up, watch_token
from cpecbot.bot.receiving.buttons import handle_press
from cpecbot.bot.receiving.command_table import COMMANDS
from cpecbot.bot.receiving.messages import (
    command_callback,
    handle_joined,
    handle_migration,
    handle_other,
    handle_text,
    handle_unknown_command,
)
from cpecbot.bot.services.config import BotConfig
from cpecbot.bot.services.context import SERVICES, BotApplication, Context, Services
from cpecbot.bot.wire.ports import Library
from cpecbot.storage import Storage

NEW = filters.UpdateType.MESSAGE
NEW_OR_EDITED = filters.UpdateType.MESSAGES | filters.UpdateType.BUSINESS_MESSAGES
WORDS = filters.TEXT | filters.CAPTION


def add_handlers(application: BotApplication) -> None:
    """Register the handlers; the first that takes an update is the only one.

    Presses go first: python-telegram-bot warns when a later kind of handler looks at a press on a message that has
    become inaccessible. Channel posts are taken by none.
    """
    application.add_handler(CallbackQueryHandler(handle_press))
    application.add_handler(InlineQueryHandler(handle_inline))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE & WORDS, handle_guest))
    for command in COMMANDS:
        when = filters.UpdateType.MESSAGES if command.re_answers else NEW
        application.add_handler(CommandHandler(command.name, command_callback(command), filters=when))
    application.add_handler(MessageHandler(NEW & filters.COMMAND, handle_unknown_command))
    application.add_handler(MessageHandler(NEW_OR_EDITED & WORDS & ~filters.COMMAND, handle_text))
    application.add_handler(MessageHandler(NEW & filters.StatusUpdate.MIGRATE, handle_migration))
    application.add_handler(MessageHandler(NEW & filters.StatusUpdate.NEW_CHAT_MEMBERS, handle_joined))
    only_private = NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(only_private & ~filters.COMMAND, handle_other))
    application.add_error_handler(handle_error)


def build_application(
    config: BotConfig,
    library: Library,
    storage: Storage,
    *,
    request: BaseRequest | None = None,
    read_library: Callable[[], Library] | None = None,
    clock: Callable[[], float] = time.time,
) -> BotApplication:
    """Put the bot together; it asks Telegram for nothing before it is run.

    ``request`` stands in for HTTP in tests; ``read_library`` loads the articles anew for /reload.
    """
    services = Services(config, library, storage, read_library or (lambda: library), clock)
    builder: Any = (  # each step of python-telegram-bot's builder has another type
        Application.builder()
        .token(config.token)
        .base_url(f"{config.api_root}/bot")
        .context_types(ContextTypes(context=Context))
        .concurrent_updates(ChatOrder(config.concurrency, config.waiting))
        .rate_limiter(
            AIORateLimiter(
                overall_max_rate=config.messages_per_second,
                group_max_rate=config.group_messages_per_minute,
                max_retries=config.retries,
            )
        )
        .post_init(_begin)
        .post_stop(_stop)
        .post_shutdown(_end)
    )
    if request is not None:
        builder = builder.request(request).get_updates_request(request)
    application: BotApplication = builder.build()
    application.bot_data[SERVICES] = services
    add_handlers(application)
    return application


async def _begin(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    await services.storage.open()
    for task in (
        menu.publish(application.bot, services.config.admin_ids, services.library.languages),
        warm_up(services),
        watch_token(application, services),
    ):
        services.background.append(asyncio.create_task(task))


async def _stop(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    for task in services.background:
        task.cancel()
    await services.failures.close(application.bot)


async def _end(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    await services.storage.close()
