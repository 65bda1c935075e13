"""Whether a text is in a language that nobody here reads, by its script or by the small words that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import WordsFile, function_words, light_words
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

_LETTERS = r"[^\W\d_]"


def is_unread(text: str, languages: Languages) -> bool:
    """Whether most words of ``text`` have letters of no language here, or its small words are those of another one."""
    return languages.once(_Readers).is_unread(fold_text(text))


class _Reader(NamedTuple):
    """The languages of one script: their small words, and those of languages that share it and are not here."""

    own: frozenset[str]
    others: frozenset[str]
    within: re.Pattern[str] | None

    def small(self, word: str) -> float:
        """How many of their small words ``word`` is or, where no white space parts them, holds.

        A single character may be a part of any word there.
        """
        if self.within is None:
            return word in self.own
        return sum(1 if len(each) > 1 else 0.5 for each in self.within.findall(word))


class _Readers:
    def __init__(self, languages: Languages) -> None:
        scripts = dict.fromkeys(language.profile.script for language in languages)
        self._readers = {script: _reader(languages.of_script(script)) for script in scripts}
        runs = [rf"(?P<{script}>(?:(?=[{script.letters}])\w)+)" for script in scripts]
        known = "".join(script.letters for script in scripts)
        self._runs = re.compile("|".join([*runs, rf"(?P<none>(?:(?![{known}]){_LETTERS})+)"]))

    def is_unread(self, text: str) -> bool:
        words = list(self._words(text))
        outside = sum(reader is None for _, reader in words)
        own = sum(reader.small(word) for word, reader in words if reader)
        others = sum(word in reader.others for word, reader in words if reader)
        # A single one may be a name of another language, or a part of one.
        return (outside > own and 2 * outside >= len(words)) or (others >= 2 and others >= own)

    def _words(self, text: str) -> Iterator[tuple[str, _Reader | None]]:
        for run in self._runs.finditer(text):
            yield run[0], None if run.lastgroup == "none" else self._readers[Script(str(run.lastgroup))]


def _reader(languages: tuple[Language, ...]) -> _Reader:
    small = frozenset().union(*(function_words(each) | light_words(each) for each in languages))
    others = {word for each in languages for word in fold_text(each.read(WordsFile).others).split()}
    spaced = all(each.profile.spaced for each in languages)
    longest = sorted(small, key=len, reverse=True)
    within = None if spaced or not longest else re.compile("|".join(map(re.escape, longest)))
    return _Reader(small, frozenset(others - small), within)
