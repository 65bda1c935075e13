"""Recognising the lines of a web page that are not the article: share buttons, comment forms, date stamps."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cpecbot.errors import CorpusError
from cpecbot.language.folding import fold_text
from cpecbot.models import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# A line of this length after a "Related articles" marker is still a link's caption; a longer one is prose.
_CAPTION_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Rules for whole lines. ``lines`` and ``tails`` are folded; ``patterns`` match the line as written, trimmed.

    A line of ``tails`` opens the tail of a page: it and all that follows is dropped, unless prose follows.
    """

    lines: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()

    def spans(self, text: str) -> tuple[Span, ...]:
        """The lines of ``text`` that are boilerplate, in code points, in order."""
        lines = [Span(*match.span()) for match in _LINE.finditer(text)]
        tail = self._tail_start(text, lines)
        return tuple(line for line in lines if line.start >= tail or self._matches(line.slice(text)))

    def _matches(self, line: str) -> bool:
        key = _line_key(line)
        if not key:
            return False
        visible = " ".join(line.replace("\ufeff", " ").split())
        return key in self.lines or key in self.tails or any(rule.fullmatch(visible) for rule in self.patterns)

    def _tail_start(self, text: str, lines: list[Span]) -> int:
        for line in lines:
            following = (after.slice(text).strip() for after in lines if after.start > line.start)
            if _line_key(line.slice(text)) in self.tails and all(self._is_caption(after) for after in following):
                return line.start
        return len(text)

    def _is_caption(self, line: str) -> bool:
        return len(line) <= _CAPTION_LENGTH or self._matches(line)


def load_boilerplate(path: Path) -> Boilerplate:
    """Read ``boilerplate.toml``. Raises CorpusError naming the file and the rule."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read as TOML ({error}). Correct the file.") from error
    rules = {key: tuple(_strings(path, key, value)) for key, value in document.items()}
    unknown = sorted(set(rules) - {"lines", "tails", "patterns"})
    if unknown:
        raise CorpusError(f"{path}: unknown key {unknown[0]!r}. Known keys: lines, tails, patterns.")
    return Boilerplate(
        lines=frozenset(map(_line_key, rules.get("lines", ()))),
        tails=frozenset(map(_line_key, rules.get("tails", ()))),
        patterns=tuple(_compile(path, pattern) for pattern in rules.get("patterns", ())),
    )


def _strings(path: Path, key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise CorpusError(f'{path}: "{key}" must be a list of texts, none of them empty.')
    yield from value


def _compile(path: Path, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise CorpusError(f"{path}: {pattern!r} is not a regular expression ({error}).") from error


def _line_key(line: str) -> str:
    """A line without what varies from page to page: case, letter variants, white space, punctuation at its ends."""
    return " ".join(fold_text(line).split()).strip(" .,:;!?*•·-|>»«\"'()[]…")
