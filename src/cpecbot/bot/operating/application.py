"""The bot put together: what it is made of, and what happens when it starts and stops."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest, HTTPXRequest

from cpecbot.bot.commands import menu
from cpecbot.bot.interface import BotConfig, Library
from cpecbot.bot.messaging.perseverance import Perseverance
from cpecbot.bot.operating.handlers import add_handlers
from cpecbot.bot.operating.ordering import ChatOrder
from cpecbot.bot.operating.starting import keep_tidy, warm_up
from cpecbot.bot.receiving.reading import WholeBatch
from cpecbot.bot.secrecy import protected
from cpecbot.bot.services.background import beside
from cpecbot.bot.services.context import SERVICES, BotApplication, Context, Services
from cpecbot.bot.services.cooldown import IN_LINE
from cpecbot.storage import Storage

Clocks = tuple[Callable[[], float], Callable[[], float]]

CLOCKS: Clocks = (time.time, time.monotonic)


def build_application(
    config: BotConfig,
    library: Library,
    storage: Storage,
    *,
    request: BaseRequest | None = None,
    read_library: Callable[[], Library] | None = None,
    clocks: Clocks = CLOCKS,
) -> BotApplication:
    """Put the bot together; it asks Telegram for nothing before it is run.

    ``request`` stands in for HTTP in tests; ``read_library`` loads the articles anew for /reload. The second of the
    ``clocks`` is one that nobody sets.
    """
    services = Services(config, library, storage, read_library or (lambda: library), *clocks)
    perseverance = Perseverance(config, measures=services.measures, groups=services.groups)
    with protected(config.token, config.proxy):  # the library logs the address that it builds
        application: BotApplication = _builder(services, perseverance, request).build()
    perseverance.reach = application.bot.get_me
    application.bot_data[SERVICES] = services
    add_handlers(application)
    return application


def _builder(services: Services, perseverance: Perseverance, request: BaseRequest | None) -> Any:
    """Each step of python-telegram-bot's builder has another type."""
    config = services.config
    in_line = IN_LINE if services.cooldown.limits else math.inf
    builder: Any = (
        Application.builder()
        .token(config.token)
        .base_url(f"{config.api_root}/bot")
        .context_types(ContextTypes(context=Context))
        .concurrent_updates(ChatOrder(config.concurrency + config.waiting, in_line))
        .rate_limiter(perseverance)
        .updater(None)  # receiving does its work, one update at a time
        .get_updates_request(WholeBatch(request or HTTPXRequest(connection_pool_size=1, proxy=config.proxy)))
        .post_init(_begin)
        .post_stop(_stop)
        .post_shutdown(_end)
    )
    return builder.request(request) if request is not None else builder.proxy(config.proxy)


async def _begin(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    await services.storage.open()
    config, languages = services.config, services.library.languages
    menus = menu.publish(application.bot, config.admin_ids, languages, named=config.sets_name)
    for name, work in {"the menu": menus, "loading": warm_up(services), "tidying": keep_tidy(services)}.items():
        services.background.append(beside(work, name))


async def _stop(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    for task in services.background:
        task.cancel()
    await services.failures.close(application.bot)


async def _end(application: BotApplication) -> None:
    services: Services = application.bot_data[SERVICES]
    services.workers.close()
    await services.storage.close()
