"""What a note calls what its figures are of: nothing that a reader would not find in the quotes.

A word has many senses, and the sense that the words of two sides share is often none that either means. So a subject is
a concept of the glossary that every side holds at its value, or else the word of a quote itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.groups import Group
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words, light_words
from cpecbot.languages import Language
from cpecbot.models import Dimension, Disagreement, Measured, ValueKind

# What is counted, or has a day, is a thing, somebody or a deed; no field of policy, and not where it was.
_NAMEABLE = frozenset(
    {
        ConceptKind.EVENT,
        ConceptKind.THING,
        ConceptKind.ACTION,
        ConceptKind.PERSON,
        ConceptKind.TITLE,
        ConceptKind.PROJECT,
        ConceptKind.INSTITUTION,
    }
)
_BY_KIND = {
    ValueKind.PERCENT: Measured.SHARE,
    ValueKind.DURATION: Measured.DURATION,
    ValueKind.TIME: Measured.TIME,
    ValueKind.SCORE: Measured.SCORE,
}
_OF_VALUES = frozenset(
    {Dimension.COUNT, Dimension.SUM, Dimension.DATE, Dimension.ORDINAL, Dimension.PLACE, Dimension.AGENT}
)
_OF_FIGURES = frozenset({"count", "slot", "measure", "sum"})


def named(note: Disagreement, group: Group, reader: Reader) -> Disagreement:
    """``note`` with the subject that it may be shown with, the property that is measured, and the words of its quotes.

    Rules that have their subject from a table keep it.
    """
    findings = [each for saying in group.sayings for each in saying.findings]
    if note.kind == "measure" and findings[0].measured:
        return replace(note, measured=measured_by(findings))
    if not is_of_figures(findings[0]) or note.dimension not in _OF_VALUES:
        return note
    subject = shared_concept(findings, reader)
    words = () if subject else words_of(findings)
    return replace(note, subject=subject, measured=measured_by(findings), words=words)


def is_of_figures(finding: Finding) -> bool:
    """Whether its subject was only found beside its value; other rules name theirs by a table."""
    return finding.rule in _OF_FIGURES or finding.rule.startswith(("told:", "same:"))


def measured_by(findings: Sequence[Finding]) -> Measured | None:
    """The property that all of ``findings`` tell, where words beside the values or their kind show it."""
    told = {each.measured or _by_kind(each) for each in findings}
    return told.pop() if len(told) == 1 else None


def _by_kind(finding: Finding) -> Measured | None:
    return _BY_KIND.get(finding.amount.kind) if finding.amount else None


def shared_concept(findings: Sequence[Finding], reader: Reader) -> str:
    """The concept of the glossary that each of ``findings`` holds right at its value; of several the narrowest.

    Where all name a thing it is none that was done to it: 146 camps were opened, they are no openings.
    """
    of_things = all(any(named.is_thing for named in each.of) for each in findings)
    held = [
        frozenset().union(*(named.concepts for named in each.of if named.is_thing or not of_things))
        for each in findings
    ]
    shared = frozenset.intersection(*held) if held else frozenset()
    fitting = frozenset(key for key in shared if _may_name(key, reader))
    return min(reader.narrowest(fitting), default="")


def _may_name(key: str, reader: Reader) -> bool:
    tables = reader.contrasts
    if reader.kind(key) not in _NAMEABLE:
        return False
    return key not in tables.general | tables.happening | tables.changing | tables.amounts | tables.holding


def words_of(findings: Iterable[Finding]) -> tuple[tuple[Language, str], ...]:
    """What the quotes call it, by language: the first word of each that another side has a word of one meaning for."""
    listed = list(findings)
    found: dict[Language, str] = {}
    for finding in listed:
        language = finding.reading.sentence.language
        others = [each for each in listed if each.values != finding.values]
        for word in _told(finding, others):
            found.setdefault(language, word)
    return tuple(found.items())


def _told(finding: Finding, others: Sequence[Finding]) -> Iterator[str]:
    sentence = finding.reading.sentence
    small = function_words(sentence.language) | light_words(sentence.language)
    for named in finding.of:
        if not named.is_thing or not any(_same(named.concepts, each) for each in others):
            continue
        text = named.place.shift(-sentence.span.start).slice(sentence.reading)
        words = text.split()
        while words and fold_text(words[-1]) in small:
            words.pop()
        if words:
            begins = named.place.start == sentence.span.start
            yield " ".join([words[0].lower() if begins else words[0], *words[1:]])


def _same(concepts: frozenset[str], finding: Finding) -> bool:
    return any(not concepts.isdisjoint(each.concepts) for each in finding.of)
