"""Which names of a collection stand for one another, learnt from what its texts say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from cpecbot.language.names.aliases.brackets import Brackets
from cpecbot.language.names.aliases.given import Given, Mentions
from cpecbot.language.names.aliases.hearing import Ear
from cpecbot.language.names.aliases.phrases import Phrases
from cpecbot.language.names.aliases.table import Aliases, Words, words_of_name
from cpecbot.language.names.letters import letters_in
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.text.inflection.lemmas import lemma
from cpecbot.language.text.words import is_function_word
from cpecbot.languages import Language, Languages
from cpecbot.models import Sentence
from cpecbot.scripts import Script

# What is left of a shorter name without its article is a word like any other: "The Falcon".
_ARTICLE_AND_NAME = 2
Known = Callable[[str], frozenset[str]]
"""What a name is known to mean without that."""
_Pairs = dict[tuple[Words, Words], Given]


def learn(sentences: Iterable[Sentence], languages: Languages, known: Known) -> Aliases:
    """The aliases that ``sentences`` give; one that stands for two different names stands for neither.

    Names that are ``known`` to mean the same are left out.
    """
    read = tuple(sentences)
    mentions = Mentions(sentence.reading for sentence in read)
    ear = Ear(languages.once(Pronunciation))
    pairs: _Pairs = {}
    capitals: set[str] = set()
    for sentence in read:
        language = sentence.language
        given = (
            *Brackets(language, ear, mentions).given(sentence.reading),
            *language.once(Phrases).given(sentence.reading, mentions),
        )
        for each in given:
            if not known(each.one).isdisjoint(known(each.other)):
                continue
            spelt = letters_in(each.other, language)
            one, other = _name(each.one, language, singular=each.other.endswith("s")), _name(each.other, language)
            if spelt:
                capitals.add(spelt)
                _add(pairs, one, (spelt,), each)
            if not spelt or len(other) > 1:
                _add(pairs, one, other, each)
    return Aliases(_united(_sure(pairs)), capitals)


def _add(pairs: _Pairs, one: Words, other: Words, given: Given) -> None:
    if one and other and one != other:
        pairs.setdefault((one, other), given)


def _name(written: str, language: Language, *, singular: bool = False) -> Words:
    """The words of a name, without an article; its last one ``singular`` where its short form is a plural."""
    words = words_of_name(written)
    if len(words) > _ARTICLE_AND_NAME and is_function_word(words[0], language.peers):
        words = words[1:]
    return (*words[:-1], lemma(words[-1], language)) if singular and len(words) > 1 else words


def _sure(pairs: _Pairs) -> Iterator[tuple[Words, Words]]:
    """``pairs``, without those of a name that stands for two others; one may be translated twice into a script."""
    partners: dict[Words, list[Words]] = {}
    for (one, other), given in pairs.items():
        if not given.heard:
            partners.setdefault(one, []).append(other)
            if _script(one) is _script(other):
                partners.setdefault(other, []).append(one)
    doubtful = {name for name, others in partners.items() if any(_are_two(*pair) for pair in combinations(others, 2))}
    for (one, other), given in pairs.items():
        if given.heard or not (doubtful & {one, other}):
            yield one, other


def _are_two(one: Words, other: Words) -> bool:
    """Whether both, in one script, are two names: neither is a part of the other."""
    if _script(one) is not _script(other) or (len(one) == len(other) == 1 and _part(one[0], other[0])):
        return False
    return not (set(one) <= set(other) or set(other) <= set(one))


def _part(one: str, other: str) -> bool:
    return one in other or other in one


def _script(name: Words) -> Script | None:
    return next((script for script in Script if re.match(f"[{script.letters}]", name[0])), None)


def _united(pairs: Iterable[tuple[Words, Words]]) -> Iterable[frozenset[Words]]:
    """The names that ``pairs`` tie together, directly or through others."""
    groups: dict[Words, set[Words]] = {}
    for one, other in pairs:
        merged = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(merged, merged)
    return {id(group): frozenset(group) for group in groups.values()}.values()
