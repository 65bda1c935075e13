"""Whether a sentence begins with a word that stands for what was named before it: "they agreed", 双方同意."""

from __future__ import annotations

import re
from typing import ClassVar

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.lists import Phrases
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from cpecbot.scripts import Script
from cpecbot.tables import Table

# Before it may stand a word such as "also" or "later", or a verb where that comes first, in words.
_BEFORE = 2


class ReferencesFile(Table):
    """``references.toml``: ``opening`` are words that stand for what was named, at the beginning of a sentence."""

    file: ClassVar[str] = "references.toml"

    opening: Phrases = ()


def refers_back(text: str, language: Language) -> bool:
    """Whether ``text``, a sentence, begins with one of the words, or nearly so."""
    folded = fold_text(text)
    plain = simplify(folded) if language.profile.script is Script.HAN else folded
    return bool(language.once(_opening).match(plain))


def _opening(language: Language) -> re.Pattern[str]:
    words = longest_first(fold_text(phrase) for phrase in language.read(ReferencesFile).opening)
    if not words:
        return re.compile(NOTHING)
    if not language.profile.spaced:
        return re.compile(rf"\W*(?:{any_of(words)})")
    joined = any_of(longest_first(fold_text(each) for each in language.read(FormsFile).inflection.conjunctions))
    written = rf"(?:{joined})?" if joined else ""
    return re.compile(rf"\W*(?:[\w'-]+\W+){{0,{_BEFORE}}}?{written}(?:{any_of(words)})(?!\w)")
