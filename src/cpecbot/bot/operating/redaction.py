"""Neither the bot's token nor another secret of its settings ever reaches a log."""

from __future__ import annotations

import logging
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator
from urllib.parse import quote, unquote, urlsplit

PLACEHOLDER = "<token>"
SHORTEST_SECRET = 16  # anything shorter may be an ordinary word
SHORTEST_PASSWORD = 6  # people choose them shorter; to lose an ordinary word from a log is the lesser harm


class TokenFilter(logging.Filter):
    """Takes the token out of a record's message, exception trace and stack; lets every record pass.

    So with the secret of the webhook, and with user and password of the proxy.
    """

    def __init__(self, token: str, webhook_secret: str = "", proxy: str = "") -> None:
        super().__init__()
        secret = token.partition(":")[2]
        others = (secret, webhook_secret)
        long_enough = (each for each in others if len(each) >= SHORTEST_SECRET)
        self._forms = (token, quote(token, safe=""), *long_enough, *_credentials(proxy))

    def filter(self, record: logging.LogRecord) -> bool:
        message = _message_of(record)
        if self._holds(message):
            record.msg, record.args = self._clean(message), None
        if record.exc_info and record.exc_info[0] is not None:
            trace = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n")
            if self._holds(trace):
                record.exc_text, record.exc_info = self._clean(trace), None
        if record.stack_info and self._holds(record.stack_info):
            record.stack_info = self._clean(record.stack_info)
        return True

    def _holds(self, text: str) -> bool:
        return any(form in text for form in self._forms)

    def _clean(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, PLACEHOLDER)
        return text


def _credentials(proxy: str) -> Iterator[str]:
    """User and password together, as they stand in the address and as HTTP sends them; then the password alone."""
    address = urlsplit(proxy)
    user, password = address.username or "", address.password or ""
    if not password:
        return
    plain = f"{unquote(user)}:{unquote(password)}"
    yield from (f"{user}:{password}", plain, b64encode(plain.encode()).decode())
    yield from (each for each in (password, unquote(password)) if len(each) >= SHORTEST_PASSWORD)


def _message_of(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # a mistaken log call must not escape unredacted either
        record.msg, record.args = f"{record.msg} {record.args!r}", None
        return str(record.msg)


def protect_logs(token: str, webhook_secret: str = "", proxy: str = "") -> Callable[[], None]:
    """Apply a TokenFilter to every record of this process, whichever handler writes it; returns how to undo that.

    Filters of loggers see no records of their children, and handlers may be added later, so the record factory is
    the only place that sees them all. httpx logs each URL, which holds the token, at INFO: it is quietened as well.
    """
    before = logging.getLogRecordFactory()
    redact = TokenFilter(token, webhook_secret, proxy)

    def make_record(*args: object, **kwargs: object) -> logging.LogRecord:
        record = before(*args, **kwargs)
        redact.filter(record)
        return record

    logging.setLogRecordFactory(make_record)
    for noisy in ("httpx", "httpcore"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return lambda: logging.setLogRecordFactory(before)
