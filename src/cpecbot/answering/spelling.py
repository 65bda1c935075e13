"""Correcting words of a question that neither the articles nor the glossary know."""

from __future__ import annotations

from collections import Counter

from cpecbot.answering.understanding import Understanding
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.lemmas import has_dictionary, is_dictionary_word
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query
from cpecbot.store.spelling import SHORTEST, Vocabulary
from cpecbot.store.store import Store

# Without a dictionary, a short word is more likely one that nobody listed than a misspelt one.
_SHORTEST_UNPROVEN = 5


class Speller:
    """Knows the words of the articles, the glossary and the question grammar, by script."""

    def __init__(self, store: Store, understanding: Understanding) -> None:
        self._store = store
        self._understanding = understanding
        self._vocabularies: dict[Language, Vocabulary] = {}

    def correct(self, query: Query) -> str | None:
        """The question with unknown words replaced by the nearest known ones; None when nothing had to change."""
        text = query.text
        for unit in sorted(query.units, key=lambda unit: unit.span, reverse=True):
            if (
                unit.concept
                or self._store.frequency(unit.keys)
                or is_dictionary_word(unit.text.lower(), query.language)
            ):
                continue
            tokens = tokenize(unit.text)
            shortest = SHORTEST if has_dictionary(query.language) else _SHORTEST_UNPROVEN
            nearest = self._vocabulary(query.language).nearest(tokens[0].text, shortest) if len(tokens) == 1 else None
            if nearest:
                text = f"{text[: unit.span.start]}{nearest}{text[unit.span.end :]}"
        return text if text != query.text else None

    def _vocabulary(self, language: Language) -> Vocabulary:
        if language not in self._vocabularies:
            self._vocabularies[language] = Vocabulary(self._words(language))
        return self._vocabularies[language]

    def _words(self, language: Language) -> Counter[str]:
        """Surface words of the articles that share the script, of the glossary and of the grammar of ``language``."""
        analyzer = self._understanding.analyzer
        words = Counter(self._store.words(analyzer.languages.of_script(language.profile.script)))
        forms = (form for concept in analyzer.glossary.concepts.values() for form in concept.forms.get(language, ()))
        words.update(token.text for form in forms for token in tokenize(form))
        words.update([*function_words(language), *question_words(language).vocabulary])
        return words
