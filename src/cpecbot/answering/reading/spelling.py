"""Did you mean: words of a question that neither the articles nor the glossary know, and the nearest that they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from cpecbot.answering.reading.homophones import Homophones
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.analysis import CONCEPT, lemma_key
from cpecbot.language.concepts.concept import NAMED
from cpecbot.language.names.finding import Habits
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import Inflections
from cpecbot.language.text.inflection.lemmas import has_dictionary, is_dictionary_word
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import is_han, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Query, Unit
from cpecbot.scripts import Script
from cpecbot.store.store import Store

SHORTEST = 4
# Edits allowed, by length of the word; a transposition is one edit (optimal string alignment).
_ONE_EDIT_UP_TO = 6
# Without a dictionary, a short word is more likely one that nobody listed than a misspelt one.
_SHORTEST_UNPROVEN = 5
# So many times as often as another that is as near is a word used that was surely meant.
_MORE_USED = 3
# A word of the articles counts for so many of the glossary, which finds nothing by itself.
_SPOKEN = 10
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
        near = self._near(word, shortest)
        return near[0].word if near else None

    def is_clear(self, word: str, shortest: int = SHORTEST) -> bool:
        """Whether one of the nearest words is much likelier to be meant than any other."""
        near = self._near(word, shortest)
        return bool(near) and all(
            other.distance > near[0].distance or other.used * _MORE_USED <= near[0].used for other in near[1:]
        )

    def _near(self, word: str, shortest: int) -> list[_Neighbour]:
        """Words that may have been meant, the likeliest first."""
        if len(word) < shortest or word in self._counts:
            return []
        allowed = 1 if len(word) <= _ONE_EDIT_UP_TO else 2
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=allowed, limit=10)
        found = [_Neighbour(word, int(distance), self._counts[word]) for word, distance, _ in near]
        plausible = [each for each in found if each.word[:1] == word[:1]]
        return sorted(plausible, key=lambda each: (each.distance, -each.used, each.word))


class _Neighbour(NamedTuple):
    """A word, how many edits it is away, and how often it is used."""

    word: str
    distance: int
    used: int


class Correction(Struct, frozen=True):
    """A question with other words in place of unknown ones; ``sure`` where no others could have been meant."""

    text: str
    sure: bool


class Speller:
    """Knows the words of the articles, the glossary and the question grammar, by script."""

    def __init__(self, store: Store, understanding: Understanding) -> None:
        self._store = store
        self._understanding = understanding
        self._vocabularies: dict[Language, Vocabulary] = {}
        self._homophones: dict[Language, Homophones] = {}
        self._written: dict[Script, Mapping[str, int]] = {}

    def correct(self, query: Query) -> Correction | None:
        """The question with unknown words replaced by the nearest known ones; None when nothing had to change."""
        text, sure = query.text, True
        for unit in sorted(query.units, key=lambda unit: unit.span, reverse=True):
            meant = None if self._is_known(unit, query.language) else self._meant(unit, query)
            if meant:
                text = f"{text[: unit.span.start]}{meant.text}{text[unit.span.end :]}"
                sure = sure and meant.sure
        return Correction(text, sure) if text != query.text else None

    def _meant(self, unit: Unit, query: Query) -> Correction | None:
        """What was meant by an unknown ``unit`` of one word."""
        if not query.language.profile.spaced:
            return self._homophone(unit, query)
        tokens = tokenize(unit.text)
        if len(tokens) != 1 or not tokens[0].text.isalpha():
            return None
        word, vocabulary = tokens[0].text, self._vocabulary(query.language)
        shortest = SHORTEST if has_dictionary(query.language) else _SHORTEST_UNPROVEN
        nearest = vocabulary.nearest(word, shortest)
        if nearest is None:
            return None
        named = self._names_somebody(query, unit) or self._is_name(nearest, query.language)
        if named and not self._is_slip(word, nearest):
            return None
        return Correction(nearest, vocabulary.is_clear(word, shortest))

    def _homophone(self, unit: Unit, query: Query) -> Correction | None:
        """What sounds like ``unit``; sure where it is a word, which no name is."""
        language = query.language
        if language not in self._homophones:
            words = [*filter(is_han, self._store.words([language]))]
            self._homophones[language] = Homophones(words, language.read(NamesFile).readings)
        run = simplify(unit.text)
        meant = self._homophones[language].meant(run)
        if meant is None:
            return None
        glossary = self._understanding.analyzer.glossary
        text = f"{query.text[: unit.span.start]}{meant}{query.text[unit.span.end :]}"
        meanings = (match for match in glossary.read(text, (language,)) if match.span.contains(unit.span))
        kinds = {concept.kind for match in meanings if (concept := glossary.find(match.concept))}
        return Correction(meant, bool(kinds) and kinds.isdisjoint(NAMED))

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
        key, folded = lemma_key(fold_text(word), query.language), fold_text(word)
        known = folded in function_words(query.language) or bool(self._store.frequency([key]))
        return known or folded in self._spoken(query.language)

    def _names_somebody(self, query: Query, unit: Unit) -> bool:
        words = tokenize(query.text)
        place = next((place for place, word in enumerate(words) if word.span == unit.span), None)
        return place is not None and query.language.once(Habits).is_shown(query.text, words, place)

    def _is_slip(self, name: str, meant: str) -> bool:
        """Whether a name is only misspelt; with another letter in it, it is somebody else's."""
        if (
            sorted(name) == sorted(meant)
            or _undoubled(name) == _undoubled(meant)
            or (self._understanding.names and self._understanding.names.sound_alike(name, meant))
        ):
            return True
        return len(name) > _ONE_EDIT_UP_TO and len(name) != len(meant) and OSA.distance(name, meant) == 1

    def _is_known(self, unit: Unit, language: Language) -> bool:
        """Whether the articles, the glossary, the vocabulary or a dictionary has it, in any form."""
        known = unit.concept or self._store.frequency(unit.keys) or self._means_something(unit.keys)
        return bool(known) or self._is_listed(unit.text, language)

    def _means_something(self, keys: Iterable[str]) -> bool:
        return any(key.startswith(CONCEPT) for key in keys)

    def _is_listed(self, word: str, language: Language) -> bool:
        """Whether a dictionary lists ``word``, be it of another language of the script; or it is grammar of one."""
        forms = dict.fromkeys((word.lower(), fold_text(word)))
        for each in self._understanding.analyzer.languages.of_script(language.profile.script):
            hosts = {host for form in forms for host in each.once(Inflections).without_proclitics(form)}
            if not hosts.isdisjoint(function_words(each)) or any(is_dictionary_word(form, each) for form in forms):
                return True
        return False

    def _is_name(self, word: str, language: Language) -> bool:
        """Whether the folded ``word`` is a name in the articles or in the glossary."""
        glossary = self._understanding.analyzer.glossary
        # A form of the glossary may have to be written as names are.
        known = (match for form in (word, word.capitalize()) for match in glossary.match(form, language))
        kinds = {glossary.concepts[match.concept].kind for match in known if not match.implied}
        return word in self._names or not kinds.isdisjoint(NAMED)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._store.names())

    def _spoken(self, language: Language) -> Mapping[str, int]:
        """The words of the articles that share the script of ``language``."""
        script = language.profile.script
        if script not in self._written:
            self._written[script] = self._store.words(self._understanding.analyzer.languages.of_script(script))
        return self._written[script]

    def _vocabulary(self, language: Language) -> Vocabulary:
        if language not in self._vocabularies:
            self._vocabularies[language] = Vocabulary(self._words(language))
        return self._vocabularies[language]

    def _words(self, language: Language) -> Counter[str]:
        """Surface words of the articles that share the script, of the glossary and of the grammar of ``language``."""
        analyzer = self._understanding.analyzer
        words = Counter({word: count * _SPOKEN for word, count in self._spoken(language).items()})
        forms = (form for concept in analyzer.glossary.concepts.values() for form in concept.forms.get(language, ()))
        words.update({token.text for form in forms for token in tokenize(form)})
        words.update([*function_words(language), *question_words(language).vocabulary])
        return words


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
