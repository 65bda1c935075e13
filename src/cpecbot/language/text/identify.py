"""Which language a text is in: by script, then by letters and words, then by py3langid for what stays open.

The library's model takes over half a second to unpack, so it is loaded only when a text needs it; short texts that
letters, words and the model all leave open fall back to a language the caller knows, the chat's last one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cpecbot.language.text.words import Identification, WordsFile
from cpecbot.languages import Language, Languages
from cpecbot.scripts import Script

_CONFIDENT = 0.75
_NOTHING = "(?!)"
# As many letters follow a prefix that tells: an article alone, or before a single letter, may be a word of its own.
_SHORTEST_HOST = 2
# Keyboards of the Arabic script write ya and kaf with different signs, whatever the language typed on them.
_UNITED = str.maketrans("يىك", "ییک")


def identify(text: str, languages: Languages, fallback: Language | None = None) -> Language:
    """The language of ``text``; ``fallback`` (else that of ``languages``) decides what the text itself leaves open."""
    return languages.once(_Identifier).identify(text, fallback)


def warm(languages: Languages) -> None:
    """Load the model now, if any text may need it, so that no later question waits for it."""
    if languages.once(_Identifier).needs_model:
        languages.once(_Model)


class _Identifier:
    """The scripts that the languages are written in, and Latin."""

    def __init__(self, languages: Languages) -> None:
        scripts = dict.fromkeys([Script.LATIN, *(language.profile.script for language in languages)])
        self._fallback = languages.fallback
        self._words = {script: re.compile(f"[{script.letters}]+") for script in scripts}
        self._words |= {Script.HAN: re.compile(f"[{Script.HAN.letters}]")} if Script.HAN in scripts else {}
        self._siblings = {script: _Siblings(languages, script) for script in scripts if languages.of_script(script)}

    @property
    def needs_model(self) -> bool:
        return any(siblings.several for siblings in self._siblings.values())

    def identify(self, text: str, fallback: Language | None) -> Language:
        words = {script: pattern.findall(text) for script, pattern in self._words.items()}
        script = _main_script({script: len(found) for script, found in words.items()})
        if script is None:
            return fallback or self._fallback
        siblings = self._siblings.get(script)
        return siblings.identify(text, words[script], fallback) if siblings else self._fallback


def _main_script(counts: Mapping[Script, int]) -> Script | None:
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


class _Siblings:
    """The languages of one script, and how to tell them apart."""

    def __init__(self, languages: Languages, script: Script) -> None:
        self._languages = languages
        self._own = languages.of_script(script)
        self._marks = tuple(_marks(language, self._own) for language in self._own)

    @property
    def several(self) -> bool:
        return len(self._own) > 1

    def identify(self, text: str, words: Iterable[str], fallback: Language | None) -> Language:
        """The likeliest one for ``text``, of which ``words`` are those in the script."""
        proven = [marks.language for marks in self._marks if marks.own.search(text)] if self.several else self._own
        if len(proven) == 1:
            return proven[0]
        spelt = frozenset(map(_unite, words))
        votes = {marks.language: marks.votes(text, spelt) for marks in self._marks if not marks.never.search(text)}
        votes = votes or dict.fromkeys(self._own, 0)
        first, second = [*sorted(votes.values(), reverse=True), 0][:2]
        leading = max(votes, key=lambda language: votes[language])
        # One that names no words gets no votes, and is not outvoted by those that do.
        heard = all(marks.words for marks in self._marks if marks.language in votes)
        if len(votes) == 1 or (heard and first > 2 * second):
            return leading
        return self._likeliest(text, votes, fallback) or (leading if first > second else _default(votes, fallback))

    def _likeliest(self, text: str, votes: Mapping[Language, int], fallback: Language | None) -> Language | None:
        """What the model says; None where it cannot compare those that ``votes`` left open."""
        chances = self._languages.once(_Model).chances(text, self._own)
        heard = {language: chance for language, chance in chances.items() if language in votes}
        most = max(votes.values())
        unheard = [language for language in votes if language not in heard and votes[language] == most]
        if len(heard) < 2 or unheard:
            return None
        likeliest = max(heard, key=lambda language: heard[language])
        return fallback if fallback in votes and heard[likeliest] < _CONFIDENT else likeliest


def _default(votes: Collection[Language], fallback: Language | None) -> Language:
    return fallback if fallback in votes and fallback else next(iter(votes))


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells a language from its siblings; see ``Identification``."""

    language: Language
    own: re.Pattern[str]
    never: re.Pattern[str]
    looks: re.Pattern[str]
    words: frozenset[str]

    def votes(self, text: str, words: frozenset[str]) -> int:
        return len(self.words & words) + (self.looks.search(text) is not None)


def _marks(language: Language, siblings: Iterable[Language]) -> _Marks:
    told = language.read(WordsFile).identification
    return _Marks(
        language,
        _any_of(told.own_letters),
        _any_of(told.never_letters),
        _looks(told, language.profile.script.letters),
        _voting(language, told, siblings),
    )


def _voting(language: Language, told: Identification, siblings: Iterable[Language]) -> frozenset[str]:
    """The words that vote for ``language``: where its file names none, the function words that it has alone."""
    if told.words:
        return _spelt(told.words)
    others = (sibling.read(WordsFile) for sibling in siblings if sibling != language)
    shared = frozenset().union(*(_spelt(f"{other.function} {other.identification.words}") for other in others))
    return _spelt(language.read(WordsFile).function) - shared


def _spelt(words: str) -> frozenset[str]:
    return frozenset(map(_unite, words.split()))


def _unite(word: str) -> str:
    return word.casefold().translate(_UNITED)


def _any_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(letters)}]" if letters else _NOTHING, re.IGNORECASE)


def _looks(told: Identification, script: str) -> re.Pattern[str]:
    """A letter, or the start of a word, that speaks for the language."""
    prefixes = "|".join(map(re.escape, told.prefixes)) or _NOTHING
    started = f"(?<![{script}])(?:{prefixes})[{script}]{{{_SHORTEST_HOST}}}"
    return re.compile(f"{_any_of(told.letters).pattern}|{started}", re.IGNORECASE)


class _Model:
    """The model of py3langid, restricted to those of the languages that it knows."""

    def __init__(self, languages: Languages) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to unpack

        self._model = LanguageIdentifier.from_model_file(MODEL_FILE)
        known = [language.code for language in languages if language.code in self._model.labels]
        self._model.set_languages(known)

    def chances(self, text: str, among: Iterable[Language]) -> dict[Language, float]:
        """How likely each that the model knows of ``among`` is: they add up to 1.

        Softmax of the model's log-posteriors at temperature sqrt(bytes), as py3langid normalises them.
        """
        scored = dict(self._model.rank(text))
        scores = {language: float(scored[language.code]) for language in among if language.code in scored}
        temperature = math.sqrt(len(text.encode("utf-8", "replace")) or 1)
        top = max(scores.values(), default=0.0)
        weights = {language: math.exp((score - top) / temperature) for language, score in scores.items()}
        total = sum(weights.values())
        return {language: weight / total for language, weight in weights.items()}
