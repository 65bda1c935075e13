"""Regular expressions made of named pieces: cheap to check when they are read, compiled when a text may match them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from cpecbot.expressions import expression
from cpecbot.tables import compile_written

PIECE = expression(r"\{([a-z_]+)\}")
_TOKEN = expression(
    r"(?P<piece>\{[a-z_]+\})|(?P<many>[?*]|\{\d*,?\d*\})|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:<?[!=]|>|P<\w+>|[a-zA-Z-]*:)?)?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<code>\\(?:N\{[^}]*\}|[xuU][0-9A-Fa-f]+|\d+|\w))|(?P<own>\\.|[^.+^$])|.",
    re.DOTALL,
)
# What counts beyond the piece that it stands in: names of groups, references to groups, flags.
_FAR_REACHING = expression(r"\(\?P|\(\?[a-zA-Z]+\)|\(\?\(|\\[1-9]")
_FLAGS = expression(r"\(\?[a-zA-Z-]*[:)]")
_ANY_PIECE = "(?:x)"


class Expression:
    """A regular expression with ``{pieces}`` in it, which may hold others; ``groups`` are the names of its groups."""

    def __init__(self, written: str, pieces: Mapping[str, str]) -> None:
        """Raises re.error when ``written`` is none; each of the ``pieces`` is known to be one by itself."""
        self._written = written
        self._pieces = pieces
        skeleton = compiled_alone(written)
        if _holds_piece_behind(written) or any(map(_FAR_REACHING.search, self._used(written))):
            skeleton = self._whole
        self.groups = frozenset(skeleton.groupindex)
        self._needed = frozenset(_needed(written))

    def match(self, text: str) -> re.Match[str] | None:
        return self._whole.match(text) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._whole.fullmatch(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._whole.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        return all(character in text for character in self._needed)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self._filled_in(self._written))

    def _filled_in(self, written: str) -> str:
        return PIECE.sub(lambda found: f"(?:{self._filled_in(self._pieces[found[1]])})", written)

    def _used(self, written: str) -> Iterator[str]:
        for name in PIECE.findall(written):
            yield self._pieces[name]
            yield from self._used(self._pieces[name])


def compiled_alone(written: str) -> re.Pattern[str]:
    """``written`` with something short for each of its pieces. Raises re.error when it is no expression."""
    return compile_written(PIECE.sub(_ANY_PIECE, written))


def _holds_piece_behind(written: str) -> bool:
    """Whether a piece stands in a lookbehind, which only some of them may."""
    opened: list[str] = []
    for token in _TOKEN.finditer(written):
        if token["open"]:
            opened.append(token["open"])
        elif token["close"] and opened:
            opened.pop()
        elif token["piece"] and any(each.startswith("(?<") for each in opened):
            return True
    return False


def _needed(written: str) -> Iterator[str]:
    """Characters without which no text matches: those outside all groups that are not repeated."""
    if _FLAGS.search(written.replace("(?:", "(")):
        return
    tokens, depth = list(_TOKEN.finditer(written)), 0
    outside: list[tuple[str, bool]] = []
    for token, behind in zip(tokens, [*tokens[1:], None], strict=True):
        depth += bool(token["open"]) - bool(token["close"])
        if token["either"] and not depth:
            return
        if token["own"] and not depth:
            outside.append((token["own"][-1], bool(behind and behind["many"])))
    yield from (character for character, repeated in outside if not repeated)
