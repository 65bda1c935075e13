"""Whoever a sentence quotes, if it says of the same what a question asks who did: "said Ada Holt, who led"."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.answering.binding.nearest import Matched
from cpecbot.answering.meanings import kinds_of
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.disagreement.reading.segments import segments
from cpecbot.expressions import expression
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import DEEDS, OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.tokens import is_han
from cpecbot.language.text.words import function_words
from cpecbot.models import Span, TermKind, Unit
from cpecbot.store.entries import Entry

# So many words may part a name from what is said of who bears it: ", who is".
_BESIDE = 3
# A name alone may be any word, where no capital shows it.
_SEVERAL = 2
_MEANT = frozenset({TermKind.CONCEPT, TermKind.SENSE})
_COMMA = expression(r"\s*[,،，]\s*")
# What stands before the last part of a foreign name in Chinese: 凯特·.
_FIRST_NAMES = expression(r"(?:[\u4e00-\u9fff]{1,6}·)+$")
# What may stand before a name and is no part of it.
_BEFORE_NAMES = OFFICES | {ConceptKind.INSTITUTION, ConceptKind.THING, ConceptKind.ECONOMY}


def speaking(entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Span]:
    """The names of whom ``entry`` quotes and of whom it says some of what is ``matched``, beside the name."""
    parts = segments(entry.sentence.reading, entry.sentence.language)
    said = [span for unit, spans in matched.items() if _tells_of_somebody(unit, glossary) for span in spans]
    asked = [span for spans in matched.values() for span in spans]
    for place in dict.fromkeys(_speakers(entry)):
        names = (_name(part, entry, glossary) for part in _apposed(place, entry))
        name = next((each for each in names if each and not each.overlaps_any(asked)), None)
        if name is None:
            continue
        within = any(place.contains(span) for span in said)
        if within or any(span > name and parts.words_between(name, span) <= _BESIDE for span in said):
            yield name


def _tells_of_somebody(unit: Unit, glossary: Glossary) -> bool:
    """Whether ``unit`` is what somebody is or does."""
    return not unit.light and not kinds_of(unit, glossary).isdisjoint(OFFICES | DEEDS)


def _speakers(entry: Entry) -> Iterator[Span]:
    """Where the words stand that name whom it quotes, if not in a sentence before."""
    start, end = entry.sentence.span.start, len(entry.sentence.reading)
    for speech in entry.speeches:
        place = speech.speaker.place
        if place.start >= start + entry.body and place.end <= start + end:
            yield place.shift(-start)


def _apposed(place: Span, entry: Entry) -> list[Span]:
    """``place`` and, where commas part it, its parts: "Kim Ha, the head of the bank" names him before what he is."""
    text, parts, start = entry.sentence.reading, [], place.start
    for comma in _COMMA.finditer(text, place.start, place.end):
        parts.append(Span(start, comma.start()))
        start = comma.end()
    return [*parts, Span(start, place.end)] if parts else [place]


def _name(place: Span, entry: Entry, glossary: Glossary) -> Span | None:
    """What of the words at ``place`` is a name: all behind the last office, body or word of grammar."""
    text, language = entry.sentence.reading, entry.sentence.language
    if not language.profile.spaced:
        named = [term.span for term in entry.analysis.terms if term.kind is TermKind.NAME]
        found = max((span for span in named if span.end == place.end and span > place), key=len, default=None)
        return _with_first_name(found, entry) if found else None
    words = [token for token in entry.analysis.tokens if place.contains(token.span) and not is_han(token.text)]
    known = [
        term.span
        for term in entry.analysis.terms
        if term.kind in _MEANT and glossary.kind(term.key.removeprefix(CONCEPT)) in _BEFORE_NAMES
    ]
    last: list[Span] = []
    for word in reversed(words):
        if word.text in function_words(language) or word.span.overlaps_any(known):
            break
        last.append(word.span)
    if grammar(language).names_have_capitals:
        shown = bool(last) and all(span.slice(text)[:1].isupper() for span in last)
        return Span(last[-1].start, last[0].end) if shown else None
    return Span(last[-1].start, last[0].end) if len(last) >= _SEVERAL else None


def _with_first_name(name: Span, entry: Entry) -> Span:
    """``name`` with what a dot joins to it, behind the last phrase that the glossary knows."""
    known = [match.span.end for match in entry.analysis.concepts if match.span.end <= name.start]
    first = _FIRST_NAMES.search(entry.sentence.reading, max(known, default=0), name.start)
    return Span(first.start(), name.end) if first else name
