"""Recognising the lines of a web page that are not the article: share buttons, comment forms, date stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from cpecbot.corpus.articles_file import ArticlesFile, Furniture
from cpecbot.errors import CorpusError
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Languages
from cpecbot.models import Span
from cpecbot.tables import compile_written, read_toml

_LINE = expression(r"[^\r\n\u2028\u2029]+")
# A line of this length after a "Related articles" marker is still a link's caption; a longer one is prose.
_CAPTION_LENGTH = 120
# No rule is meant for a longer line.
_CHROME_LENGTH = 250


class Boilerplate(Struct, frozen=True):
    """Rules for whole lines. ``lines`` and ``tails`` are folded; ``patterns`` match the line as written, trimmed.

    A line of ``tails`` opens the tail of a page: it and all that follows is dropped, unless prose follows.
    """

    lines: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()

    def spans(self, text: str) -> tuple[Span, ...]:
        """The lines of ``text`` that are boilerplate, in code points, in order."""
        lines = [Span(*match.span()) for match in _LINE.finditer(text)]
        written = [line.slice(text) for line in lines]
        keys = [_line_key(line) for line in written]
        chrome = [self._matches(line, key) for line, key in zip(written, keys, strict=True)]
        tail = self._tail_start(keys, [len(line.strip()) <= _CAPTION_LENGTH for line in written], chrome)
        return tuple(line for number, line in enumerate(lines) if number >= tail or chrome[number])

    def _matches(self, line: str, key: str) -> bool:
        if not key:
            return False
        visible = " ".join(line.replace("\ufeff", " ").split())
        return key in self.lines or key in self.tails or any(rule.fullmatch(visible) for rule in self.patterns)

    def _tail_start(self, keys: list[str], captions: list[bool], chrome: list[bool]) -> int:
        """The number of the first line that only captions and page chrome follow after a marker."""
        start = len(keys)
        for number in reversed(range(len(keys))):
            if not (captions[number] or chrome[number]):
                break
            if keys[number] in self.tails:
                start = number
        return start


def load_boilerplate(path: Path, languages: Languages) -> Boilerplate:
    """The rules of ``boilerplate.toml`` with those of all ``languages``: a page may be in another than its article.

    Raises CorpusError naming the file and the rule, GlossaryError naming the file of a language.
    """
    rules = [_read(path), *(language.read(ArticlesFile).boilerplate for language in languages)]
    return Boilerplate(
        lines=frozenset(_line_key(line) for each in rules for line in each.lines),
        tails=frozenset(_line_key(line) for each in rules for line in each.tails),
        patterns=tuple(pattern for each in rules for pattern in each.patterns),
    )


def _read(path: Path) -> Furniture:
    document = read_toml(path, CorpusError)
    rules = {key: tuple(_strings(path, key, value)) for key, value in document.items()}
    unknown = sorted(set(rules) - {"lines", "tails", "patterns"})
    if unknown:
        raise CorpusError(f"{path}: unknown key {unknown[0]!r}. Known keys: lines, tails, patterns.")
    for pattern in rules.get("patterns", ()):
        _check(path, pattern)
    return Furniture.model_validate(rules)


def _strings(path: Path, key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise CorpusError(f'{path}: "{key}" must be a list of texts, none of them empty.')
    yield from value


def _check(path: Path, pattern: str) -> None:
    try:
        compile_written(pattern)
    except re.error as error:
        raise CorpusError(f"{path}: {pattern!r} is not a regular expression ({error}).") from error


def _line_key(line: str) -> str:
    """A line without what varies from page to page: case, letter variants, white space, punctuation at its ends.

    Empty for a line that is too long to be page chrome, so that prose is not folded.
    """
    if len(line) > _CHROME_LENGTH:
        return ""
    return " ".join(fold_text(line).split()).strip(" .,:;!?*•·-|>»«\"'()[]…")
