"""Which words of a text say which one is meant of what a noun names: "University of Karachi", "Karachi University"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.expressions import expression
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language
from cpecbot.models import Span

# So many words of a quality may stand between a noun and what tells it from others: "Lahore International Airport".
_LONGEST_CHAIN = 3
# In characters; no words that link two nouns are as long, and a question may hold hundreds of nouns.
_LONGEST_LINK = 40
_PARTS = expression(r"\{(\w+)\}(.*)\{(\w+)\}")
# What may stand between two words that belong together.
_BESIDE = r"[\s\u200c\"'«»“”‘’·-]*"


class Word(Struct, frozen=True):
    """A word or known phrase of a text. ``keys`` are what it is found by, ``concepts`` what the glossary knows of it.

    One that is ``telling`` can tell one thing from another of its kind; a ``name`` is known to be one, or not to be
    one; None where nothing shows it. Nothing beyond a word of ``grammar`` belongs to a noun before it.
    """

    span: Span
    text: str
    keys: frozenset[str]
    concepts: tuple[str, ...] = ()
    telling: bool = False
    name: bool | None = None
    grammar: bool = False


class _Pattern(Struct, frozen=True):
    """``link`` is what stands between the noun and the word; only where the noun, or the word, has to be a name."""

    link: re.Pattern[str]
    before: bool
    named_noun: bool
    named_word: bool


class Compounds:
    """The patterns of one language, compiled."""

    def __init__(self, language: Language) -> None:
        self._patterns = tuple(map(_compiled, grammar(language).compounds))
        self._article = fold_text(language.read(FormsFile).inflection.article)
        self._beside = re.compile(_BESIDE)

    def fillers(self, text: str, words: Sequence[Word], head: Span) -> Iterator[Word]:
        """The telling words that belong to the noun at ``head``, nearest first, at most one for each pattern."""
        # Behind a noun with its article stands a quality: الجائزة الفخرية, but جائزة نوبل.
        definite = bool(self._article) and self._article in fold_text(head.slice(text))[: 2 * len(self._article)]
        for pattern in self._patterns:
            chain = self._chain(text, words, head, pattern)
            found = next((word for word in chain if word.telling and (word.concepts or not definite)), None)
            if found and (found.name or not pattern.named_word) and (not pattern.named_noun or _is_name(words, head)):
                yield found

    def _chain(self, text: str, words: Sequence[Word], head: Span, pattern: _Pattern) -> Iterator[Word]:
        link, at = pattern.link, head
        for _ in range(_LONGEST_CHAIN):
            near = _before(words, at) if pattern.before else _behind(words, at)
            word = next((each for each, between in near if link.fullmatch(fold_text(between.slice(text)))), None)
            if word is None or word.grammar:
                return
            yield word
            link, at = self._beside, word.span


def _is_name(words: Sequence[Word], place: Span) -> bool:
    return any(word.name for word in words if word.span == place)


def _before(words: Sequence[Word], place: Span) -> Iterator[tuple[Word, Span]]:
    """Those that end near enough before ``place``, each with what is between."""
    ends = place.start
    return ((each, Span(each.span.end, ends)) for each in words if 0 <= ends - each.span.end <= _LONGEST_LINK)


def _behind(words: Sequence[Word], place: Span) -> Iterator[tuple[Word, Span]]:
    starts = place.end
    return ((each, Span(starts, each.span.start)) for each in words if 0 <= each.span.start - starts <= _LONGEST_LINK)


def _compiled(written: str) -> _Pattern:
    first, link, last = _PARTS.findall(written)[0]
    words = fold_text(link).split()
    beside = "".join(rf"\s*{re.escape(word)}\s*" for word in words) if words else _BESIDE
    return _Pattern(re.compile(beside), first.lower() == "which", "Noun" in {first, last}, "Which" in {first, last})
