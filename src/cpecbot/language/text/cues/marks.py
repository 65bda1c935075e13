"""Words and phrases that a language lists, found in a text; the longer ones in which they mean nothing before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cpecbot.language.text.folding import Folded, fold_text
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN


class Marks:
    """``words`` and phrases, and words that begin with one of ``starts``, outside those of ``none``."""

    def __init__(
        self, language: Language, words: Iterable[str], none: Iterable[str] = (), starts: Iterable[str] = ()
    ) -> None:
        listed, apart = (longest_first(map(fold_text, each)) for each in (words, none))
        begun = longest_first(map(fold_text, starts))
        if language.profile.spaced:
            letter = rf"[^\W_{HAN}]"
            edges = rf"(?<!{letter})(?:{{}})(?!{letter})"
            whole = [edges.format(any_of(each)) for each in (apart, listed)]
            opened = rf"(?<!{letter})(?:{any_of(begun)}){letter}*" if begun else NOTHING
        else:
            whole, opened = [any_of(each) for each in (apart, listed)], any_of(begun)
        self._found = re.compile(f"(?P<none>{whole[0]})|(?P<word>{whole[1]}|{opened})")

    def of(self, folded: Folded) -> Iterator[Span]:
        """Where they stand in a text folded by ``fold_simply``, by its own offsets."""
        return (Span(*found.span()) for found in self._found.finditer(folded.text) if found["word"] is not None)
