"""Deep links: ``t.me/BOT?start=q_…`` asks a question, ``?start=s_…`` opens a source.

A payload holds at most 64 of ``A-Z a-z 0-9 _ -`` (https://core.telegram.org/bots/features#deep-linking); a question
travels as unpadded base64url of its UTF-8 bytes.
"""

from __future__ import annotations

import base64
import binascii
import re

from msgspec import Struct

from cpecbot.expressions import expression

HELP = "help"
_ALLOWED = expression(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


class AskLink(Struct, frozen=True):
    question: str


class SourceLink(Struct, frozen=True):
    source: str


def read_payload(payload: str) -> AskLink | SourceLink | None:
    """What a start payload asks for; None when it is not one of ours."""
    if not _ALLOWED.fullmatch(payload):
        return None
    kind, _, rest = payload.partition("_")
    if kind == "s" and rest:
        return SourceLink(rest)
    question = _decoded(rest) if kind == "q" else None
    return AskLink(question) if question else None


def ask_payload(question: str) -> str | None:
    """None when the question is too long for a link."""
    return _within_limit("q_" + base64.urlsafe_b64encode(question.encode()).decode().rstrip("="))


def source_payload(source: str) -> str | None:
    """None when the name of the source does not fit a link."""
    return _within_limit("s_" + source)


def ask_link(question: str, bot_username: str) -> str | None:
    """Opens the bot and asks; None when the question is too long for a link."""
    payload = ask_payload(question)
    return deep_link(bot_username, payload) if payload else None


def source_link(source: str, bot_username: str) -> str | None:
    """Opens the bot and shows the source; None when its name does not fit a link."""
    payload = source_payload(source)
    return deep_link(bot_username, payload) if payload else None


def deep_link(bot_username: str, payload: str) -> str:
    return f"https://t.me/{bot_username}?start={payload}"


def _within_limit(payload: str) -> str | None:
    return payload if _ALLOWED.fullmatch(payload) else None


def _decoded(text: str) -> str | None:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().strip()
    except (binascii.Error, ValueError):
        return None
