"""Commands that show answers as Telegram does: ``run``, the bot itself, and ``preview``, a page to look at."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from cpecbot.answering import Library
from cpecbot.bot import BotConfig, Monitor, Webhook, build_application
from cpecbot.bot import run as run_application
from cpecbot.bot.buttons.keyboards import under_answer
from cpecbot.bot.buttons.presses import NO_KEY
from cpecbot.bot.operating.stopping import CUT_SHORT
from cpecbot.bot.secrecy import protected
from cpecbot.bot.showing import answers
from cpecbot.commands.library import open_library
from cpecbot.commands.options import question_argument, question_of, talking_options, with_settings
from cpecbot.errors import CpecbotError, SettingsError
from cpecbot.expressions import expression
from cpecbot.files.private import owner_only
from cpecbot.models import Answer
from cpecbot.rendering.pictures.page import Bubble, Theme, render_page
from cpecbot.rendering.richtext.text import plain
from cpecbot.settings import SECRETS, Settings, revealed
from cpecbot.settings.trust import cautions, token_of
from cpecbot.storage import Storage
from cpecbot.terminal import say

logger = logging.getLogger(__name__)

_page = click.Path(path_type=Path, dir_okay=False)
# What @BotFather gives: the bot's number and its secret.
TOKEN = expression(r"[0-9]+:[A-Za-z0-9_-]+")


@click.command()
@with_settings
def run(settings: Settings) -> None:
    """Run the Telegram bot until it is stopped (Ctrl-C)."""
    with owner_only(), protected(*(revealed(getattr(settings, name)) for name in SECRETS)):
        config = bot_config(settings)
        _set_up_logs(settings.log_level)
        try:
            _run(settings, config)
        except CpecbotError:
            raise
        except Exception:  # here, where the trace shows no secret and nobody's words
            logger.critical("the bot ends by a fault of its own", exc_info=True)
            sys.exit(CUT_SHORT)


def _run(settings: Settings, config: BotConfig) -> None:
    for caution in cautions(settings):
        logger.warning(caution)
    library = open_library(settings)
    storage = Storage(settings.database)
    application = build_application(config, library, storage, read_library=lambda: open_library(settings))
    _announce(f"Answering from {len(library.corpus.articles)} articles. Stop with Ctrl-C.")
    run_application(application, config.token, config.webhook)


@click.command()
@question_argument
@click.option("-o", "--out", type=_page, required=True, help="The HTML file to write.")
@click.option("--theme", type=click.Choice([theme.value for theme in Theme]), default=Theme.AUTO.value)
@with_settings
def preview(settings: Settings, words: tuple[str, ...], out: Path, theme: str) -> None:
    """Write an answer as a page that looks like a Telegram chat."""
    question = question_of(words)
    library = open_library(settings)
    answer = answers.fitting(library.ask(question, talking_options(settings)), library)
    bubbles = [Bubble(plain(question), from_person=True), *_bubbles(answer, library)]
    out.write_text(render_page(bubbles, answer.told_in, library.languages, Theme(theme)), "utf-8")
    say(str(out))


def _announce(text: str) -> None:
    """A line for who sits before it; among lines of JSON, a line of JSON."""
    if sys.stderr.isatty():
        say(text, error=True)
    else:
        logger.info(text)


def bot_config(settings: Settings) -> BotConfig:
    """What the bot is told. Raises SettingsError without a token, saying where to get one."""
    return BotConfig(
        token=_token(settings),
        admin_ids=frozenset(settings.admin_ids),
        allowed_ids=frozenset(settings.allowed_ids),
        blocked_ids=frozenset(settings.blocked_ids),
        channels=settings.channels,
        sets_name=settings.set_name,
        quotes_per_answer=settings.quotes,
        quotes_at_first=settings.quotes_at_first,
        per_source=settings.per_source,
        burst=settings.burst,
        cooldown=settings.cooldown,
        api_root=settings.api_root.rstrip("/"),
        proxy=revealed(settings.proxy),
        webhook=_webhook(settings),
        monitor=Monitor(settings.monitor_listen, settings.monitor_port) if settings.monitor_port else None,
    )


def _token(settings: Settings) -> str:
    token = token_of(settings)
    if token is None:
        raise SettingsError(
            "No Telegram token. Take one from @BotFather and set CPECBOT_TELEGRAM_TOKEN to it, "
            "in the environment or in .env."
        )
    if not TOKEN.fullmatch(token):
        raise SettingsError(
            "CPECBOT_TELEGRAM_TOKEN is no bot token: one looks like 123456:ABC-DEF, digits, a colon and letters. "
            "Copy it again from @BotFather."
        )
    return token


def _webhook(settings: Settings) -> Webhook | None:
    if settings.webhook_url is None:
        return None
    secret = revealed(settings.webhook_secret) or ""
    return Webhook(settings.webhook_url, secret, settings.webhook_listen, settings.webhook_port)


def _set_up_logs(level: str) -> None:
    from cpecbot.bot.monitoring.logs import set_up_logs  # noqa: PLC0415 - a preview logs nothing

    set_up_logs(level, sys.stderr)


def _bubbles(answer: Answer, library: Library) -> list[Bubble]:
    """The messages of an answer; its buttons stand under the last of them."""
    pages = answers.answer(answer, library)
    keyboard = under_answer(answer, pages, NO_KEY)
    rows = keyboard.inline_keyboard if keyboard else ()
    buttons = tuple(tuple(button.text for button in row) for row in rows)
    *first, last = pages.first
    return [*map(Bubble, first), Bubble(last, buttons=buttons)]


COMMANDS = {"run": run, "preview": preview}
