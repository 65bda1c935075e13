"""The names in a question, with what the articles call the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.language.analysis import Analyzer, name_key
from cpecbot.language.concepts.concept import NAMED, ConceptMatch
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.joining import joined, parted
from cpecbot.language.names.letters import spelt_out
from cpecbot.language.text.overlaps import Overlaps
from cpecbot.language.text.tokens import is_han, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span, Unit, Value

T = TypeVar("T", ConceptMatch, Value)


class Named(Struct, frozen=True, dict=True):  # with a dict, for what is found out of it for every word of a question
    """What of ``text`` may be a name.

    ``names`` are the places and forms of single names, with those of the articles that sound like them; ``aliases``
    places of names that the articles give others for, with the forms of all of these; ``wholes`` the places of names
    whose parts mean nothing: of names that no space parts from other words, and of letters named one by one;
    ``mistaken`` the places of words of a longer name that mean something elsewhere: پیر, Monday, in جلال پور پیر والا.
    """

    text: str
    names: tuple[tuple[Span, str, frozenset[str]], ...]
    aliases: tuple[tuple[frozenset[str], Span], ...]
    wholes: tuple[Span, ...]
    mistaken: frozenset[Span] = frozenset()

    @classmethod
    def of(
        cls,
        text: str,
        matches: Sequence[ConceptMatch],
        values: Sequence[Value],
        language: Language,
        analyzer: Analyzer,
        index: NameIndex | None,
    ) -> Named:
        found = list(analyzer.names(text, matches, values, language, asked=True))
        like = index.like if index else _nothing_like
        tokens = tokenize(text)
        aliases = tuple(analyzer.aliases.find(text, tokens, language))
        wholes = [place for _, place in aliases if is_han(place.slice(text))]
        known = [match.span for match in matches if analyzer.glossary.concepts[match.concept].kind in NAMED]
        spelt = _spelt(list(spelt_out(text, tokens, language)), index)
        # Letters that begin a name which the glossary knows are no name of their own.
        wholes += (place for place in spelt if not any(each.contains(place) for each in known))
        heard = [(name, like(name.form)) for name in found]
        rest = [token for token in tokens if not token.span.overlaps_any(value.span for value in values)]
        runs = list(joined(text, rest, function_words(language), like)) if index else []
        heard += runs
        heard += [part for name, alike in heard if not alike for part in parted(name, like)]
        mistaken = _mistaken(matches, [name.span for name, _ in runs], analyzer)
        names = tuple((name.span, name.form, alike) for name, alike in heard)
        return cls(text, names, aliases, tuple(wholes), mistaken)

    @cached_property
    def _at_names(self) -> Overlaps:
        return Overlaps(place for place, _, _ in self.names)

    @cached_property
    def _at_aliases(self) -> Overlaps:
        return Overlaps(place for _, place in self.aliases)

    @property
    def spans(self) -> Collection[Span]:
        return [place for place, _, _ in self.names]

    def outside(self, found: Sequence[T]) -> tuple[T, ...]:
        """Those of ``found`` that are no part of a name as a whole, and mean nothing else than one."""
        return tuple(
            each for each in found if each.span not in self.mistaken and not each.span.overlaps_any(self.wholes)
        )

    def unspaced(self, taken: Sequence[Span]) -> list[Span]:
        """The names that are one word of the question, spaces in it or none around it: of two the longer."""
        found = list(self.wholes)
        for place, _, alike in sorted(self.names, key=lambda each: -len(each[0])):
            if alike and is_han(place.slice(self.text)) and not place.overlaps_any([*taken, *found]):
                found.append(place)
        return found

    def known(self, unit: Unit) -> Unit:
        """``unit`` with the keys of what it names, or is a word of the name of.

        A phrase that means something of its own is no part of a name that is only heard alike.
        """
        named_here = (self.names[each] for each in self._at_names.of(unit.span))
        mine = [(form, alike) for place, form, alike in named_here if place == unit.span or not unit.concept]
        given = {form for each in self._at_aliases.of(unit.span) for form in self.aliases[each][0]}
        if not mine and not given:
            return unit
        forms = given.union(*({form, *alike} for form, alike in mine))
        named = bool(given) or any(alike for _, alike in mine)
        return replace(unit, keys=unit.keys | set(map(name_key, forms)), named=named)


def _mistaken(matches: Sequence[ConceptMatch], runs: Sequence[Span], analyzer: Analyzer) -> frozenset[Span]:
    """Where ``matches`` are but a part of one of ``runs`` of words that together are a name, and name nothing.

    What bears a name is still that, as part of a longer one that the articles write as one word.
    """
    concepts = analyzer.glossary.concepts
    return frozenset(
        match.span
        for match in matches
        if concepts[match.concept].kind not in NAMED
        and any(run.contains(match.span) and run != match.span for run in runs)
    )


def _spelt(found: Sequence[tuple[str, Span]], index: NameIndex | None) -> Iterator[Span]:
    """Of letters with and without the grammar behind them those that the articles have or, if none, those without."""
    known = [place for form, place in found if index and form in index]
    for _, place in found:
        inside = [each for _, each in found if place.contains(each) and each != place]
        if not inside and not place.overlaps_any(known):
            yield place
    yield from (place for place in known if not any(each.contains(place) and each != place for each in known))


def _nothing_like(name: str) -> frozenset[str]:
    del name
    return frozenset()
