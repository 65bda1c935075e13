"""Did you mean: words of a question that neither the articles nor the glossary know, and the nearest that they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.analysis import lemma_key
from cpecbot.language.names.finding import Habits
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.lemmas import has_dictionary, is_dictionary_word
from cpecbot.language.text.tokens import tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query, Unit
from cpecbot.store.store import Store

SHORTEST = 4
# Edits allowed, by length of the word; a transposition is one edit (optimal string alignment).
_ONE_EDIT_UP_TO = 6
# Without a dictionary, a short word is more likely one that nobody listed than a misspelt one.
_SHORTEST_UNPROVEN = 5
# What may stand between the parts of one word.
_HALF_SPACE = "\u200c"
_JOINTS = (" ", "-", _HALF_SPACE)


class Vocabulary:
    """Folded words that questions may have meant, with how often each is used."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._words = tuple(counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def nearest(self, word: str, shortest: int = SHORTEST) -> str | None:
        """The most used among the nearest words, or None when none is near enough to be a slip of the finger.

        A word of fewer than ``shortest`` letters has too many neighbours to tell.
        """
        if len(word) < shortest or word in self._counts:
            return None
        allowed = 1 if len(word) <= _ONE_EDIT_UP_TO else 2
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=allowed, limit=10)
        plausible = [(distance, -self._counts[found], found) for found, distance, _ in near if found[:1] == word[:1]]
        return min(plausible)[2] if plausible else None


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
            if self._is_known(unit, query.language):
                continue
            tokens = tokenize(unit.text)
            shortest = SHORTEST if has_dictionary(query.language) else _SHORTEST_UNPROVEN
            nearest = self._vocabulary(query.language).nearest(tokens[0].text, shortest) if len(tokens) == 1 else None
            if nearest and (not self._names_somebody(query, unit) or self._is_slip(tokens[0].text, nearest)):
                text = f"{text[: unit.span.start]}{nearest}{text[unit.span.end :]}"
        return text if text != query.text else None

    def respaced(self, query: Query) -> str:
        """The question with words parted or joined where the articles know them only so: ماهی‌گیری and ماهی گیری.

        The parts of one word may be written with a half-space, a hyphen or a space between them, or with nothing.
        """
        text = query.text
        units = [unit for unit in query.units if unit.concept is None or self._is_missing(unit)]
        for first, second in reversed([*zip(units, [*units[1:], None], strict=False)]):
            parts = first.text.split(_HALF_SPACE)
            if len(parts) > 1 and self._is_missing(first) and all(self._is_written(part, query) for part in parts):
                text = f"{text[: first.span.start]}{' '.join(parts)}{text[first.span.end :]}"
            elif second and self._is_one_word(first, second, query):
                text = f"{text[: first.span.end]}{text[second.span.start :]}"
        return text

    def _is_one_word(self, first: Unit, second: Unit, query: Query) -> bool:
        between = query.text[first.span.end : second.span.start]
        missing = self._is_missing(first) or self._is_missing(second)
        return between in _JOINTS and missing and self._is_written(first.text + second.text, query)

    def _is_missing(self, unit: Unit) -> bool:
        return not self._store.frequency(unit.keys)

    def _is_written(self, word: str, query: Query) -> bool:
        """Whether the articles know a word that a text may hold."""
        key = lemma_key(fold_text(word), query.language)
        return fold_text(word) in function_words(query.language) or bool(self._store.frequency([key]))

    def _names_somebody(self, query: Query, unit: Unit) -> bool:
        words = tokenize(query.text)
        place = next((place for place, word in enumerate(words) if word.span == unit.span), None)
        return place is not None and query.language.once(Habits).is_shown(query.text, words, place)

    def _is_slip(self, name: str, meant: str) -> bool:
        """Whether a name is only misspelt; with another letter in it, it is somebody else's."""
        if sorted(name) == sorted(meant) or (
            self._understanding.names and self._understanding.names.sound_alike(name, meant)
        ):
            return True
        return len(name) > _ONE_EDIT_UP_TO and len(name) != len(meant) and OSA.distance(name, meant) == 1

    def _is_known(self, unit: Unit, language: Language) -> bool:
        known = unit.concept or self._store.frequency(unit.keys)
        return bool(known) or is_dictionary_word(unit.text.lower(), language)

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
