"""Which language a text is in: by script, then by the letters and small words of the languages that share it.

Short texts that both leave open fall back to a language that the caller knows, the chat's last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cpecbot.expressions import expression
from cpecbot.language.text.siblings import Guess, Siblings, certain, plain
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.words import WordsFile
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

# Half-spaces join the parts of a word.
_JOINERS = "\u200c\u200d"
_HAN_PER_WORD = 2
# What is mentioned rather than said, between quotation marks or brackets, may be in any language.
_ASIDE = expression(r"\([^()]*\)|（[^（）]*）|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|《[^《》]*》")
# From so much on the grammar of a text tells its script, however many names of another stand in it.
_FRAME = 1.0


def identify(text: str, languages: Languages, fallback: Language | None = None) -> Language:
    """The language of ``text``; ``fallback`` (else that of ``languages``) decides what the text itself leaves open."""
    return guess(text, languages, fallback).language


def guess(text: str, languages: Languages, fallback: Language | None = None) -> Guess:
    """As ``identify``, with what else the text may be in."""
    return languages.once(_Identifier).guess(text, fallback)


class _Identifier:
    """The scripts that the languages are written in, and Latin."""

    def __init__(self, languages: Languages) -> None:
        scripts = dict.fromkeys([Script.LATIN, *(language.profile.script for language in languages)])
        self._fallback = languages.fallback
        self._words = {script: _words(script) for script in scripts}
        self._siblings = {script: Siblings(languages, script) for script in scripts if languages.of_script(script)}
        self._grammar = {script: _Grammar(languages.of_script(script)) for script in scripts}
        # Several readers of one question want to know its language.
        self.guess = lru_cache(maxsize=64)(self._guess)

    def _guess(self, text: str, fallback: Language | None) -> Guess:
        said = _ASIDE.sub(" ", text)
        text = said if self._found(said) else text
        words = self._found(text)
        script = self._framing(text, words) or _prevailing({script: len(found) for script, found in words.items()})
        if script is None:
            return certain(fallback or self._fallback)
        siblings = self._siblings.get(script)
        return siblings.guess(words[script], fallback) if siblings else certain(self._fallback)

    def _found(self, text: str) -> dict[Script, list[str]]:
        """The words of each script that ``text`` has any of."""
        return {script: found for script, pattern in self._words.items() if (found := pattern.findall(text))}

    def _framing(self, text: str, words: Mapping[Script, Sequence[str]]) -> Script | None:
        """The script of the grammar of a text in several scripts, where it is clear.

        Small words count by their share of the words in their script: a name such as "Belt and Road" holds few.
        """
        if len(words) < 2:
            return None
        said = {script: self._grammar[script].weight(text, found) for script, found in words.items()}
        first, second = sorted(said.values(), reverse=True)[:2]
        return max(said, key=lambda script: said[script]) if first >= _FRAME and first > second else None


def _words(script: Script) -> re.Pattern[str]:
    """What finds a word of ``script``, or a character of Han."""
    if script is Script.HAN:
        return re.compile(f"[{script.letters}]")
    return re.compile(f"[{script.letters}]+(?:[{_JOINERS}]+[{script.letters}]+)*")


def _prevailing(counts: Mapping[Script, int]) -> Script | None:
    """The script of a text with so many words of each, or characters of Han; None when it has none of them.

    Names and acronyms in Latin letters stand in texts of every other script, and make none of them Latin.
    """
    latin, han = counts.get(Script.LATIN, 0), counts.get(Script.HAN, 0)
    others = [(count, script) for script, count in counts.items() if script not in (Script.LATIN, Script.HAN)]
    other, most = max(others, default=(0, None))
    if han >= 2 * max(other, 1) or han > max(other, latin):
        return Script.HAN
    if other and 2 * other >= latin:
        return most
    return Script.LATIN if latin else None


class _Grammar:
    """The small words of the languages of one script: function words count whole, light ones half."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self._weights: dict[str, float] = {}
        unspaced: list[str] = []
        for language in languages:
            file = language.read(WordsFile)
            for listed, weight in ((file.light, 0.5), (file.function, 1.0)):
                words = listed.split()
                self._weights |= dict.fromkeys(map(plain, words), weight)
                if not language.profile.spaced:
                    # A single character may be a part of any word.
                    self._weights |= {word: weight / 2 for word in words if len(word) == 1}
                    unspaced += words
        longest_first = sorted(unspaced, key=len, reverse=True)
        self._found = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def weight(self, text: str, words: Sequence[str]) -> float:
        """The weight of the small words among the ``words`` of ``text``, times their share among them."""
        found = self._found.findall(simplify(text)) if self._found else map(plain, words)
        small = sum(self._weights.get(word, 0.0) for word in found)
        count = len(words) / (_HAN_PER_WORD if self._found else 1)
        return small**2 / max(count, small) if small else 0.0
