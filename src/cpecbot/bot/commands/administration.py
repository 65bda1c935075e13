"""Commands for the people who run the bot."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from cpecbot.bot.commands.actions import Call
from cpecbot.bot.messaging.delivery import send
from cpecbot.bot.services.context import Context
from cpecbot.errors import CpecbotError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, format_number, say
from cpecbot.models import Status

logger = logging.getLogger(__name__)


async def show_stats(context: Context, call: Call) -> None:
    """Figures since the start, and of the database."""
    services = context.services
    totals = await services.storage.totals()
    answered, refused = services.counts[Status.ANSWERED], services.counts[Status.NO_ANSWER]
    started = datetime.fromtimestamp(services.started_at, UTC)
    figures = (
        (Phrase.STATS_QUESTIONS, {"count": answered + refused}),
        (Phrase.STATS_ANSWERED, {"count": answered}),
        (Phrase.STATS_PEOPLE, {"count": len(services.people)}),
        (Phrase.STATS_VOTES, {"good": totals.useful, "bad": totals.not_useful}),
        (Phrase.STATS_ERRORS, {"count": services.counts["failures"]}),
    )
    lines = [say(Phrase.STATS_TITLE, call.language)]
    for phrase, numbers in figures:
        shown = {name: format_number(number, call.language) for name, number in numbers.items()}
        lines.append(say(phrase, call.language, **shown))
    lines.append(say(Phrase.STATS_UPTIME, call.language, date=f"{started:%Y-%m-%d %H:%M} UTC"))
    await send(context.bot, call.place, "\n".join(lines))


async def reload(context: Context, call: Call) -> None:
    """Read the articles anew and take them into use at once; on failure the earlier ones stay."""
    services = context.services
    try:
        async with context.typing():
            services.library = await services.aside(services.read_library)
    except CpecbotError as error:
        logger.warning("the articles were not reloaded: %s", error)
        text = say(Phrase.RELOAD_FAILED, call.language, error=error)
    else:
        text = count(Plural.RELOAD_DONE, len(services.library.corpus.articles), call.language)
    await send(context.bot, call.place, text)
