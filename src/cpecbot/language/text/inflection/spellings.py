"""One spelling for words that countries of one language spell apart: harbour and harbor, organise and organize."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language

# An ending needs so many letters before it: "four" is no way to write "for".
_SHORTEST = 2


def respelt(word: str, language: Language) -> str:
    """The folded ``word`` in the spelling that words of ``language`` are compared in."""
    return language.once(Spellings).respelt(word)


class Spellings:
    """The habits of spelling of one language; see ``FormsFile``."""

    respelt: Callable[[str], str]

    def __init__(self, language: Language) -> None:
        file = language.read(FormsFile)
        written = {fold_text(habit): fold_text(other) for habit, other in file.spellings.items()}
        self._others = {habit.strip("-"): other.strip("-") for habit, other in written.items()}
        self._habits = re.compile("|".join(map(_pattern, sorted(written, key=len, reverse=True))))
        self._apart = frozenset(map(fold_text, file.spelt_apart))
        self.respelt = lru_cache(maxsize=65536)(self._respelt) if written else str

    def respelt_all(self, words: Sequence[str]) -> list[str]:
        """``words`` as ``respelt`` has each; of many words, few hold a habit, and are found without looking at each."""
        text = "\n".join(("", *words, ""))
        held: set[str] = set()
        for habit in self._others:
            place = text.find(habit)
            while place >= 0:
                end = text.index("\n", place)
                held.add(text[text.rindex("\n", 0, place + 1) + 1 : end])
                place = text.find(habit, end)
        changed = {word: self.respelt(word) for word in held}
        return [changed.get(word, word) for word in words]

    def _respelt(self, word: str) -> str:
        return word if word in self._apart else self._habits.sub(lambda found: self._others[found[0]], word)


def _pattern(habit: str) -> str:
    """A hyphen stands where a word goes on, as in a dictionary: "-tre" ends it, "haem-" begins it."""
    before = "" if habit.startswith("-") else "^"
    after = "" if habit.endswith("-") else "$"
    host = rf"(?<=\w{{{_SHORTEST}}})" if not before and after else ""
    return f"{before}{host}{re.escape(habit.strip('-'))}{after}"
