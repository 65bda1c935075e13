"""Callback data: ``view:key:argument``, at most 64 bytes, nothing in it about anybody.

``key`` names an answer that the bot remembers; it is random, and counts for the message alone that it stands on.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct
from telegram import Message, User

from cpecbot.bot.messaging.delivery import Place
from cpecbot.expressions import expression

NO_KEY = "-"
_DATA = expression(r"([a-z]):([A-Za-z0-9_-]{1,16}):([A-Za-z0-9_.]{0,40})", re.ASCII)


class View(StrEnum):
    """What a button opens or does."""

    PAGE = "p"
    CONTEXT = "c"
    FULL_TEXT = "f"
    COMPARE = "d"
    VERDICT = "v"
    EXAMPLE = "e"
    SOURCES = "a"
    SOURCE = "s"
    LANGUAGE = "l"
    SETTING = "t"
    NOTES = "n"
    CHANGES = "h"
    OMISSIONS = "o"
    TIMELINE = "m"
    FORGET = "x"
    AGAIN = "r"
    COPY = "y"
    TOPIC = "w"
    SPOKEN_OF = "b"


class Press(Struct, frozen=True):
    view: View
    key: str = NO_KEY
    argument: str = ""

    def __str__(self) -> str:
        return f"{self.view}:{self.key}:{self.argument}"

    def number(self, index: int) -> int:
        """The number at ``index`` of an argument like ``2.0``; 0 when there is none."""
        parts = self.argument.split(".")
        return int(parts[index]) if index < len(parts) and parts[index].isdecimal() else 0


class Pressed(Struct, frozen=True):
    """A press by ``user`` on a button under ``message``, allowed to this person.

    ``owner`` is whose settings and memory it is about: the person, or a chat that the person administers.
    """

    press: Press
    message: Message
    user: User
    owner: int

    @property
    def place(self) -> Place:
        return Place.of(self.message, reply=False)


def read_press(data: str | None) -> Press | None:
    """None for data that this program did not make, whoever did."""
    match = _DATA.fullmatch(data or "")
    if match is None or match[1] not in frozenset(View):
        return None
    return Press(View(match[1]), match[2], match[3])
