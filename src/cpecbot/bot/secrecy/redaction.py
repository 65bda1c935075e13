"""Secrets are taken out of a text, however they are written there: encoded, escaped, wrapped, in pieces."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote, urlsplit

from cpecbot.expressions import expression

PLACEHOLDER = "<secret>"

RUN = 8
"""Characters of a secret in a row that give it away; of 64 kinds, so many meet by chance nowhere."""

_NOISE = "\\s'\"\\\\,+|"
"""What stands between the pieces of a text that is wrapped, quoted or coloured."""

SHORTEST_PASSWORD = 6
"""People choose them short; to lose an ordinary word from a log is the lesser harm."""

_GAP = rf"(?:[{_NOISE}]|\x1b\[[0-9;]*m|(?<=[\s('\"])b(?=['\"])){{0,40}}"
_NOTHING = expression(rf"[{_NOISE}]|\x1b\[[0-9;]*m|(?<=[\s('\"])b(?=['\"])")
_ESCAPE = expression(r"\\(?:x|u00)([0-9a-f]{2})", re.IGNORECASE)
_TOKEN = expression(r"([0-9]+):(.+)")
_DECODINGS = 3
"""How often an address within an address within an address is encoded."""


class Redactor:
    """Knows the ``secrets``: of a bot's token what follows its number, of an address the password."""

    def __init__(self, secrets: Collection[str]) -> None:
        self._known = sorted({(number, secret) for number, secret in map(_parts, secrets) if len(secret) >= RUN})
        self._runs = frozenset(run for _, secret in self._known for run in _runs(secret.casefold()))
        self._exact = tuple(form for secret in secrets if "://" in secret for form in _credentials(secret))

    def clean(self, text: str) -> str:
        """``text`` with the placeholder in the place of each secret, or of what gives one away."""
        for form in self._exact:
            text = text.replace(form, PLACEHOLDER)
        return self._pattern.sub(PLACEHOLDER, text) if self._is_suspect(text) else text

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Compiled when a secret is first met, which takes longer than looking through many a text."""
        return re.compile("|".join(_pattern(number, secret) for number, secret in self._known), re.IGNORECASE)

    def _is_suspect(self, text: str) -> bool:
        """A quick look at what the text says once all that may hide something is undone."""
        bare = text
        if "%" in bare:
            for _ in range(_DECODINGS):
                bare = unquote(bare)
        if "&#" in bare:
            bare = html.unescape(bare)
        if "\\" in bare:
            bare = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), bare)
        readings = {text.casefold(), bare.casefold(), _NOTHING.sub("", bare.casefold())}
        return any(run in each for run in self._runs for each in readings)


def _credentials(address: str) -> Iterator[str]:
    """User and password together, as they stand in the address and as HTTP sends them; then the password alone."""
    parts = urlsplit(address)
    user, password = parts.username or "", parts.password or ""
    if not password:
        return
    plain = f"{unquote(user)}:{unquote(password)}"
    yield from (f"{user}:{password}", plain, b64encode(plain.encode()).decode())
    yield from (each for each in (password, unquote(password)) if len(each) >= SHORTEST_PASSWORD)


def _parts(written: str) -> tuple[str, str]:
    """The number that goes with a secret, where one does, and the secret."""
    if "://" in written:
        return "", urlsplit(written).password or ""
    token = _TOKEN.fullmatch(written)
    return (token[1], token[2]) if token else ("", written)


def _runs(secret: str) -> Iterable[str]:
    return (secret[start : start + RUN] for start in range(len(secret) - RUN + 1))


def _pattern(number: str, secret: str) -> str:
    """The secret from any of its characters on, as far as it goes; ``number`` and a colon may stand before it."""
    characters = [_spelt(character) for character in secret]
    rests = [""]
    for character in reversed(characters[RUN:]):
        rests.append(f"(?:{_GAP}{character}{rests[-1]})?")
    starts = (
        _GAP.join(characters[start : start + RUN]) + rests[len(secret) - start - RUN]
        for start in range(len(secret) - RUN + 1)
    )
    before = f"(?:{re.escape(number)}{_GAP}{_spelt(':')}{_GAP})?" if number else ""
    return before + f"(?:{'|'.join(starts)})"


def _spelt(character: str) -> str:
    """A character, encoded for an address any number of times, escaped, or as an entity."""
    code = f"{ord(character):02x}"
    return rf"(?:{re.escape(character)}|%(?:25)*{code}|\\(?:x|u00){code}|&#(?:x{code}|{ord(character)});)"
