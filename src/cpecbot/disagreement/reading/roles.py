"""The words of a language that say who did something and who it was done to, in a sentence and in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.roles_file import RolesFile
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.languages import Language
from cpecbot.models import Span

_WORD = expression(r"\w+")


class Role(Enum):
    """What somebody has to do with a deed."""

    DOER = "doer"
    DONE_TO = "done_to"


class Roles:
    """The words of one language that show roles."""

    def __init__(self, language: Language) -> None:
        file = language.read(RolesFile)
        self._spaced = language.profile.spaced
        self.object_behind = file.object_behind
        rules = grammar(language)
        self.subject_behind = rules.subject_after_verb
        self._before = {Role.DOER: file.doer_before, Role.DONE_TO: file.done_to_before}
        self._behind = {Role.DOER: file.doer_behind, Role.DONE_TO: file.done_to_behind}
        joined = any_of(fold_text(rules.conjunctions).split())
        self.and_ = re.compile(rf"[\s,、]*(?:{joined})?\s*(?:{fold_text(rules.joined_conjunction)})?")
        self.saying = self._any(file.saying)
        self._passives = self._any(file.passives)
        self._done_to = self._any(file.asks_done_to)
        self._vowel = re.compile(rf"\b\w{file.passive_vowel}" if file.passive_vowel else NOTHING)
        self._starts = {role: self._any(words, "{}$") for role, words in self._before.items()}
        self._ends = {role: self._any(words, "^{}") for role, words in self._behind.items()}

    def _any(self, phrases: Phrases, form: str = "{}") -> re.Pattern[str]:
        words = any_of(longest_first(map(fold_text, phrases)))
        return re.compile(form.format(rf"\s*\b(?:{words})\b\s*" if self._spaced else f"(?:{words})"))

    def marked(self, text: str, place: Span) -> Role | None:
        """The role that a word right before or behind ``place`` shows."""
        before, behind = fold_text(text[: place.start]), fold_text(text[place.end :])
        found = (role for role in Role if self._starts[role].search(before) or self._ends[role].search(behind))
        return next(found, None)

    def joins(self, between: str) -> bool:
        """Whether ``between`` two words stands nothing but "and"."""
        folded = fold_text(between)
        return bool(self.and_.fullmatch(folded) and _WORD.search(folded))

    def is_passive(self, text: str) -> bool:
        """Whether a word of ``text`` makes its deed a passive."""
        return bool(self._passives.search(fold_text(text)) or self._vowel.search(text))

    def said(self, text: str, asking: Sequence[Span]) -> bool:
        """Whether the word for saying stands within or right behind the question words, as what is asked about."""
        whole = fold_text(text[asking[0].start : asking[-1].end])
        rest = fold_text(text[asking[-1].end :])
        found = self.saying.search(rest)
        return bool(self.saying.search(whole)) or bool(found and not rest[: found.start()].strip())

    def asked(self, text: str, asking: Span) -> Role:
        """What the words of a question ask for, those ``asking`` and those around them."""
        if self._done_to.search(fold_text(text)):
            return Role.DONE_TO
        words = fold_text(asking.slice(text))
        shown = self._shown(words) or self.marked(text, asking)
        if shown or self._starts[Role.DOER].search(fold_text(text).rstrip(" ?")):
            return shown or Role.DOER
        object_asked = self.object_behind and not self._spaced and not _WORD.search(text[asking.end :])
        return Role.DONE_TO if object_asked or self.is_passive(text) else Role.DOER

    def _shown(self, words: str) -> Role | None:
        """The role that a word within the question words shows, as in 由谁 and کس نے."""
        for role in Role:
            before = (words.startswith(fold_text(each)) for each in self._before[role])
            if any(before) or any(words.endswith(fold_text(each)) for each in self._behind[role]):
                return role
        return None
