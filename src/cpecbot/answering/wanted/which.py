"""Which ones of a class a sentence names, where the question asks which: "Noor District", "towns such as Ede"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.meanings import meanings
from cpecbot.answering.wanted.locating import unlisted_places
from cpecbot.answering.wanted.naming import side_by_side, titles, titles_in_capitals
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.roles import Roles
from cpecbot.language.concepts.concept import NAMED, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import SYLLABLES, is_common
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.patterns import any_of, longest_first
from cpecbot.language.text.tokens import is_han
from cpecbot.languages import Language
from cpecbot.models import Query, Span, TermKind, Unit
from cpecbot.store.entries import Entry

_WITHIN = frozenset({" ", "-", "·", "\u200c"})


def which_ones(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Span]:
    """The names beside the noun that ``query`` asks which of, with what is listed with them."""
    noun = query.which
    if noun is None:
        return
    names = sorted(set(_names(query, entry, glossary)))
    places = _places(entry, noun)
    listing = entry.sentence.language.once(_Listing)
    found = [name for name in names if any(listing.names(entry.sentence.reading, name, place) for place in places)]
    if not found and any(glossary.has(concept, Trait.TITLED) for concept in meanings(noun)):
        said = [span for spans in matched.values() for span in spans]
        yield from (title for title in (*titles(entry), *titles_in_capitals(entry)) if not title.overlaps_any(said))
    yield from listing.grown(entry.sentence.reading, found, names)


def _places(entry: Entry, noun: Unit) -> tuple[Span, ...]:
    return tuple({term.span for term in entry.analysis.terms if term.key in noun.keys})


def _names(query: Query, entry: Entry, glossary: Glossary) -> Iterator[Span]:
    """What ``entry`` calls by a name that ``query`` does not name."""
    asked = {key for unit in query.units for key in unit.keys} | (query.which.keys if query.which else frozenset())
    concepts = {unit.concept for unit in query.units}
    text = entry.sentence.reading
    for match in entry.analysis.concepts:
        concept = glossary.concepts[match.concept]
        named = concept.kind in NAMED and concept.is_name and not match.implied
        if named and concept.kind is not ConceptKind.PLACE and match.concept not in concepts:
            yield match.span
    for run in side_by_side(_strange(entry, asked), text, _WITHIN):
        yield Span(run[0].start, run[-1].end)
    if not entry.sentence.language.profile.spaced:
        for term in entry.analysis.terms:
            if term.kind is TermKind.NAME and SYLLABLES not in term.key and term.key not in asked:
                yield term.span
    yield from titles(entry)
    yield from unlisted_places(query, entry)


def _strange(entry: Entry, asked: Collection[str]) -> Iterator[Span]:
    """Its words that are shown to be names, by a capital or by no dictionary listing them, and are not ``asked``."""
    text, language = entry.sentence.reading, entry.sentence.language
    capitals = grammar(language).names_have_capitals
    named = {term.span: term.key for term in entry.analysis.terms if term.kind is TermKind.NAME}
    known = [match.span for match in entry.analysis.concepts]
    for token in entry.analysis.tokens:
        start = token.span.start
        if named.get(token.span, next(iter(asked), "")) in asked or start < entry.body or is_han(token.text):
            continue
        capital = capitals and start > 0
        shown = text[start].isupper() if capital else not is_common(token, text, language)
        if shown and not token.span.overlaps_any(known):
            yield token.span


class _Listing:
    """What stands between a class and the names of its members in one language."""

    def __init__(self, language: Language) -> None:
        rules = grammar(language)
        said = any_of(longest_first(map(fold_text, rules.listing)))
        self._between = re.compile(rf"[^\w.;؛。；]*(?:{said})?[^\w.;؛。；]*")
        self._joins = language.once(Roles).and_

    def names(self, text: str, name: Span, place: Span) -> bool:
        """Whether nothing but a mark, or what lists members, parts ``name`` from the noun at ``place``."""
        first, last = sorted((name, place))
        if name.overlaps(place):
            return name.contains(place) and len(name) > len(place)
        return bool(self._between.fullmatch(fold_text(text[first.end : last.start])))

    def grown(self, text: str, found: Sequence[Span], names: Sequence[Span]) -> list[Span]:
        """``found`` with the ``names`` that only a comma or "and" parts from one of them."""
        grown = list(found)
        for ordered in (names, names[::-1]):
            for name in ordered:
                if name not in grown and any(self._joined(text, name, each) for each in grown):
                    grown.append(name)
        return grown

    def _joined(self, text: str, one: Span, other: Span) -> bool:
        first, last = sorted((one, other))
        return first.end < last.start and bool(self._joins.fullmatch(fold_text(text[first.end : last.start])))
