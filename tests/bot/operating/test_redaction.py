"""The token never reaches a log."""

from __future__ import annotations

import io
import logging
from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from telegram.error import InvalidToken

from cpecbot.bot.interface import BotConfig
from cpecbot.bot.operating.redaction import protect_logs
from fakes.telegram import TOKEN

SECRET = TOKEN.partition(":")[2]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that a handler writes, one that was there before and whose logger knows nothing of tokens."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    logger = logging.getLogger("some.library")
    logger.addHandler(handler)
    undo = protect_logs(TOKEN)
    yield stream
    undo()
    logger.removeHandler(handler)


@pytest.mark.parametrize("form", [TOKEN, quote(TOKEN, safe=""), SECRET, f"https://api.telegram.org/bot{TOKEN}/getMe"])
def test_messages_arguments_traces_and_stacks_are_cleaned(log: io.StringIO, form: str) -> None:
    """Wherever a library puts the address of a request."""
    logger = logging.getLogger("some.library")
    logger.error("plain %s", form)
    logger.error("as an argument %s of %d", {"url": form}, 2)
    logger.error("unfilled " + form)
    try:
        try:
            raise ConnectionError(f"POST {form}")
        except ConnectionError as error:
            raise InvalidToken(f"the token `{form}` was rejected") from error
    except InvalidToken:
        logger.exception("with a trace")
    logger.error("wrong arguments %s %s", form)  # noqa: PLE1206 - on purpose
    written = log.getvalue()
    assert "ConnectionError" in written
    assert "with a trace" in written
    assert SECRET not in written


def test_records_without_the_token_stay_as_they_are(log: io.StringIO) -> None:
    """Arguments and traces are left to the handler."""
    logging.getLogger("some.library").error("%d of %s", 3, "five")
    assert log.getvalue() == "some.library 3 of five\n"


@pytest.mark.usefixtures("log")
def test_the_addresses_of_requests_are_not_logged_at_all() -> None:
    """httpx logs each of them at INFO."""
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)


@pytest.mark.parametrize(
    ("shown", "rest"),
    [
        ("connecting to http://me:pass%20word@127.0.0.1:3128", "127.0.0.1:3128"),
        ("user me:pass word", "user"),
        (f"Proxy-Authorization: Basic {b64encode(b'me:pass word').decode()}", "Basic"),
        ("known: pass word", "known:"),
        ("secret_token='0123456789abcdef'", "secret_token="),
    ],
)
def test_other_secrets_are_cleaned_as_well(log: io.StringIO, shown: str, rest: str) -> None:
    """In every form that they are sent or written in."""
    undo = protect_logs(TOKEN, "0123456789abcdef", "http://me:pass%20word@127.0.0.1:3128")
    try:
        logging.getLogger("some.library").error(shown)
    finally:
        undo()
    written = log.getvalue()
    assert rest in written
    assert not any(form in written for form in ("pass", "word@", "bWU6", "0123456789abcdef"))


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:3128", "socks5://me@127.0.0.1", "socks5://me:a@127.0.0.1"])
def test_a_word_of_the_log_is_not_taken_for_a_short_password(log: io.StringIO, proxy: str) -> None:
    undo = protect_logs(TOKEN, "a", proxy)
    try:
        logging.getLogger("some.library").error("a message")
    finally:
        undo()
    assert log.getvalue() == "some.library a message\n"


def test_the_settings_of_the_bot_do_not_show_it() -> None:
    """Not even in a debugger's view."""
    assert SECRET not in repr(BotConfig(token=TOKEN))
