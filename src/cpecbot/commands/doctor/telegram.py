"""The way to Telegram, and what it says of the bot. Asked in plain HTTP, so that what is in the way shows as it is."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from cpecbot.commands.doctor.findings import Finding, Level
from cpecbot.commands.serving import TOKEN
from cpecbot.settings import Settings, revealed
from cpecbot.settings.trust import exposed, token_of

PATIENCE = 5.0
"""Seconds for each of connecting, sending and receiving."""

MOST_SKEW = 30.0
"""Seconds; the Date of an answer is whole seconds, and the way takes some."""

MOST_WAITING = 100
"""Updates that wait at Telegram; more means that they do not arrive."""

NO_TOKEN = "0:none"  # noqa: S105
"""With which the way to Telegram can be tried all the same."""

OFFLINE = "Check the network and the name server, or set CPECBOT_PROXY."


def without_it(settings: Settings) -> Level:
    """How bad it is not to know what Telegram says: the console, which needs no token, does not need Telegram."""
    return Level.WARNING if token_of(settings) is None else Level.WRONG


class Said(Struct, frozen=True):
    """An answer of the Bot API: what it is about, or why not; ``date`` is the server's clock."""

    status: int
    result: Mapping[str, Any]
    description: str
    date: str | None
    took: float


def look(settings: Settings) -> Iterator[Finding]:
    """Each finding needs what the one before it found."""
    yield _proxy(settings)
    for file in exposed(settings):
        found = f"{file} holds a secret, and others than its owner may read it"
        yield Finding("token", Level.WARNING, found, f"chmod 600 {file}")
    token = token_of(settings)
    if token is None or not TOKEN.fullmatch(token):
        yield _no_token(settings, token)
        token = NO_TOKEN
    with httpx.Client(timeout=PATIENCE, proxy=revealed(settings.proxy)) as client:
        try:
            yield from _asked(client, settings, token)
        except httpx.HTTPError as error:
            yield from _not_reached(settings, error)
        except ValueError:
            yield _no_bot_api(settings)


def _asked(client: httpx.Client, settings: Settings, token: str) -> Iterator[Finding]:
    me = _ask(client, settings, token, "getMe")
    yield Finding("api_root", Level.OK, f"{_shown(settings.api_root)} answers in {me.took:.2f} s")
    yield _clock(me)
    if settings.telegram_token is not None and token != NO_TOKEN:
        yield _token(me)
        if me.status == 200:
            yield from _webhook(_ask(client, settings, token, "getWebhookInfo"), settings)


def _ask(client: httpx.Client, settings: Settings, token: str, method: str) -> Said:
    """Raise ValueError where what answers is no Bot API server."""
    began = time.monotonic()
    response = client.post(f"{settings.api_root.rstrip('/')}/bot{token}/{method}")
    answer = response.json()
    if not isinstance(answer, dict) or "ok" not in answer:
        raise ValueError
    result = answer.get("result")
    return Said(
        response.status_code,
        result if isinstance(result, dict) else {},
        str(answer.get("description", "")),
        response.headers.get("Date"),
        time.monotonic() - began,
    )


def _proxy(settings: Settings) -> Finding:
    proxy = revealed(settings.proxy)
    if proxy is None:
        return Finding("proxy", Level.OK, "none is set")
    return Finding("proxy", Level.OK, f"{_shown(proxy)} is set")


def _no_token(settings: Settings, token: str | None) -> Finding:
    mend = "Take one from @BotFather and set CPECBOT_TELEGRAM_TOKEN to it; only the bot needs it, the console does not."
    found = "there is none" if token is None else "it has not the form of one"
    return Finding("token", without_it(settings), found, mend)


def _not_reached(settings: Settings, error: httpx.HTTPError) -> Iterator[Finding]:
    """Offline, nothing more can be said of the bot; a proxy that refuses is another matter."""
    proxy = revealed(settings.proxy)
    kind, level = type(error).__name__, without_it(settings)
    if proxy is not None:
        yield Finding("proxy", level, f"there is no way through {_shown(proxy)} ({kind})", "Check CPECBOT_PROXY.")
    unknown = "what it says of the bot is not known"
    yield Finding("api_root", level, f"{_shown(settings.api_root)} is not reached ({kind}); {unknown}", OFFLINE)


def _no_bot_api(settings: Settings) -> Finding:
    found = f"{_shown(settings.api_root)} answers, but not as a Bot API server does"
    mend = "Check api_root, and whether something on the way answers for it."
    return Finding("api_root", without_it(settings), found, mend)


def _token(me: Said) -> Finding:
    if me.status == 200:
        return Finding("token", Level.OK, f"it is that of @{me.result.get('username')} ({me.result.get('id')})")
    if me.status not in {401, 404}:
        found = f"not known: Telegram answers {me.status} {me.description}"
        return Finding("token", Level.WRONG, found, "Try it again later.")
    found = f"Telegram refuses it ({me.status} {me.description})"
    return Finding("token", Level.WRONG, found, "Take the one that @BotFather gives you: /mybots, API Token.")


def _clock(me: Said) -> Finding:
    """By the Date header, which every server sends."""
    try:
        theirs = parsedate_to_datetime(me.date or "")
    except ValueError:
        return Finding("clock", Level.WARNING, "not known: the server does not tell its own", "Compare it by hand.")
    skew = time.time() - theirs.replace(tzinfo=theirs.tzinfo or UTC).timestamp()
    if abs(skew) <= MOST_SKEW:
        return Finding("clock", Level.OK, f"within {MOST_SKEW:.0f} s of the server's")
    side = "ahead of" if skew > 0 else "behind"
    return Finding(
        "clock", Level.WARNING, f"{abs(skew):.0f} s {side} the server's", "Turn on NTP (timedatectl set-ntp true)."
    )


def _webhook(info: Said, settings: Settings) -> Iterator[Finding]:
    told, wanted = info.result.get("url", ""), settings.webhook_url or ""
    yield Finding("webhook", Level.OK, _way(told, wanted)) if told == wanted else _other_webhook(told, wanted)
    waiting = info.result.get("pending_update_count", 0)
    if waiting > MOST_WAITING:
        mend = "Start the bot; where it runs, look at /readyz and its log."
        yield Finding("webhook", Level.WARNING, f"{waiting} updates wait at Telegram", mend)
    if wanted and (failed := info.result.get("last_error_date")):
        when = datetime.fromtimestamp(failed, UTC)
        found = f"Telegram last failed to deliver at {when:%Y-%m-%d %H:%M} UTC: {info.result.get('last_error_message')}"
        yield Finding("webhook", Level.WARNING, found, "Check the certificate and the proxy in front of webhook_port.")


def _way(told: str, wanted: str) -> str:
    return f"updates come to {_shown(told)}" if wanted else "none, and none is wanted: updates are fetched"


def _other_webhook(told: str, wanted: str) -> Finding:
    found = f"Telegram has {_shown(told)}" if told else "Telegram has none"
    found += f", the settings say {_shown(wanted)}" if wanted else ", the settings have none"
    mend = "cpecbot run sets it at its start; where it runs already, another program changes it: stop that."
    return Finding("webhook", Level.WARNING, found, mend)


def _shown(address: str) -> str:
    """Without user, password, path and query, each of which may be a secret."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
