"""Words and phrases that a language lists, found in a text; the longer ones in which they mean nothing before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN


class Marks:
    """``words`` and phrases, and words that begin with one of ``starts``, outside those of ``none``."""

    def __init__(
        self, language: Language, words: Iterable[str], none: Iterable[str] = (), starts: Iterable[str] = ()
    ) -> None:
        self._language = language
        listed, apart = (longest_first(map(fold_text, each)) for each in (words, none))
        begun = longest_first(map(fold_text, starts))
        if language.profile.spaced:
            letter = rf"[^\W_{HAN}]"
            before, behind, rest = f"(?<!{letter})", f"(?!{letter})", f"{letter}*" if begun else ""
        else:
            before = behind = rest = ""
        # The class of letters takes longest to compile, and stands there once before all and once behind all.
        whole = f"(?:(?P<none>{any_of(apart)})|{any_of(listed)}){behind}"
        self._found = re.compile(f"{before}(?:{whole}|(?:{any_of(begun)}){rest})")

    def within(self, text: str) -> tuple[Span, ...]:
        """Where they stand in ``text``, in its code points."""
        folded = fold_simply(text, self._language)
        return tuple(map(folded.original, self.of(folded)))

    def of(self, folded: Folded) -> Iterator[Span]:
        """Where they stand in a text folded by ``fold_simply``, by its own offsets."""
        return (Span(*found.span()) for found in self._found.finditer(folded.text) if found["none"] is None)
