"""What the languages that are at home in Latin letters know of a text in them: English, so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from cpecbot.language.analysis import lemma_key
from cpecbot.language.concepts.concept import NAMED, ConceptMatch
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words, light_words
from cpecbot.languages import Language, Languages
from cpecbot.models import Span
from cpecbot.scripts import Script

_PARTS = str.maketrans({"|": " ", "/": " ", "-": " ", "\n": " "})


class LatinKnowledge:
    """The words of these languages: their grammar, and, made ready when first asked for, all others that are known."""

    def __init__(
        self, languages: Languages, glossary: Glossary, written: Callable[[Collection[Language]], Collection[str]]
    ) -> None:
        """``written`` gives the folded words of the articles in some languages."""
        self._languages = languages.of_script(Script.LATIN)
        self._glossary = glossary
        self._written = written
        self.grammar = frozenset(word for each in self._languages for word in function_words(each))

    def knows(self, word: str) -> bool:
        """Whether the folded ``word`` is one of them, in any form."""
        return (
            word in self.grammar
            or word in self._words
            or any(lemma_key(word, language).removeprefix("l:") in self._words for language in self._languages)
        )

    def named(self, text: str) -> Iterator[tuple[ConceptMatch, bool]]:
        """The concepts of the field that stand in ``text``, each with whether it is a name."""
        for match in self._glossary.match_any(text, self._languages):
            if not match.implied:
                yield match, self._glossary.concepts[match.concept].kind in NAMED

    @cached_property
    def _words(self) -> frozenset[str]:
        words = set(self._written(self._languages))
        for language in self._languages:
            forms = (form for concept in self._glossary.concepts.values() for form in concept.forms.get(language, ()))
            cells = "\n".join((*forms, *self._glossary.vocabulary.cells(language)))
            words |= {*fold_text(cells).translate(_PARTS).split(), *light_words(language)}
        return frozenset(words)


def covering(span: Span, matches: Collection[tuple[ConceptMatch, bool]]) -> Iterator[tuple[ConceptMatch, bool]]:
    """Those of ``matches`` in which ``span`` stands."""
    return (each for each in matches if each[0].span.contains(span))
