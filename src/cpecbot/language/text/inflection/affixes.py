"""Bare forms of an inflected token, for looking it up among the words of the glossary.

Tokens are folded (see ``folding``). The affixes are the regular ones that newspapers write solid; each language's file
lists its own. What they leave must have at least four letters, unless the file says otherwise of an ending, because
shorter remains are mostly other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile, Inflection
from cpecbot.language.text.inflection.lemmas import lemma
from cpecbot.language.text.inflection.spellings import Spellings
from cpecbot.languages import Language

# A start that leaves a single letter was no proclitic.
_SHORTEST_HOST = 2


def canonical(token: str, language: Language) -> str:
    """The token as the glossary stores it: without the article that is written onto it, in one spelling."""
    return language.once(Inflections).canonical(token)


def bare_forms(token: str, language: Language) -> Iterator[str]:
    """Every canonical form that ``token`` may be an inflection of, the token itself first; some may repeat."""
    return language.once(Inflections).bare_forms(token)


def detached_endings(language: Language) -> frozenset[str]:
    """Endings that a text may write as words of their own, where its half-spaces became spaces."""
    return language.once(Inflections).detached


def without_possessive(token: str) -> str:
    """The folded ``token`` without the English "'s", or the apostrophe of a plural."""
    return token.removesuffix("'s").rstrip("'")


class Inflections:
    """The affixes of one language, folded."""

    def __init__(self, language: Language) -> None:
        file = language.read(FormsFile).inflection
        self._language = language
        self._respelt = language.once(Spellings).respelt
        self._article = fold_text(file.article)
        self._shortest = file.shortest
        self._proclitics = tuple(_proclitics(file))
        self._endings = tuple(_endings(file))
        self._verbal = tuple(map(fold_text, file.verbal_endings))
        self._no_verbs = frozenset(map(fold_text, file.no_verbs))
        self.detached = frozenset(map(fold_text, file.detached_endings))

    def canonical(self, token: str) -> str:
        article = self._article
        return self._respelt(token[len(article) :] if article and self._has_article(token) else token)

    def _has_article(self, token: str) -> bool:
        return token.startswith(self._article) and len(token) > self._shortest

    def bare_forms(self, token: str) -> Iterator[str]:
        starts = list(self.without_proclitics(without_possessive(token)))
        yield from map(self.canonical, starts)
        for start in starts:
            yield from map(self.canonical, self.without_endings(start))
        if self._verbal and token.endswith(self._verbal) and token not in self._no_verbs:
            yield self._respelt(lemma(token, self._language))

    def without_proclitics(self, token: str) -> Iterator[str]:
        """``token``, and what follows each proclitic that it may begin with."""
        yield token
        for proclitic in self._proclitics:
            if token.startswith(proclitic) and len(token) - len(proclitic) >= _SHORTEST_HOST:
                yield token.removeprefix(proclitic)

    def without_endings(self, token: str, shortest_of_all: int | None = None) -> Iterator[str]:
        """What ``token`` may be with an ending; no shorter than ``shortest_of_all``, where that is given."""
        cut = False
        for ending, replacements, shortest in self._endings:
            least = shortest if shortest_of_all is None else shortest_of_all
            # A single letter that is the tail of a longer ending is none: دورها is not دوره with an alif.
            if token.endswith(ending) and not (cut and len(ending) == 1):
                cut = True
                stem = token.removesuffix(ending)
                yield from (stem + each for each in replacements if len(stem + each) >= least)


def _proclitics(file: Inflection) -> list[str]:
    """Every conjunction, every preposition, and each of those before each of these; the shortest first."""
    composed = {fold_text("".join(each)) for each in product(("", *file.conjunctions), ("", *file.prepositions))}
    return sorted(composed - {""}, key=lambda proclitic: (len(proclitic), proclitic))


def _endings(file: Inflection) -> Iterator[tuple[str, tuple[str, ...], int]]:
    for ending, replacements in file.endings.items():
        shortest = file.shortest_before.get(ending, file.shortest)
        yield fold_text(ending), tuple(map(fold_text, replacements)), shortest
