"""The command ``glossary check``: which words of the articles no concept covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from cpecbot.commands.library import open_library
from cpecbot.commands.lines import say_line
from cpecbot.commands.options import AtMost, json_option, with_settings
from cpecbot.languages import Language
from cpecbot.models import TermKind
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say

if TYPE_CHECKING:
    from cpecbot.answering import Library


class Uncovered(Struct, frozen=True):
    """A lemma that no concept or value covers, as first written, and how often it stands in the articles."""

    language: Language
    word: str
    count: int


@click.group()
def glossary() -> None:
    """Look after the concepts and names in every language."""


@glossary.command()
@json_option
@click.option("--least", type=AtMost(1), default=2, show_default=True, help="Only words as frequent as this.")
@with_settings
def check(settings: Settings, as_json: bool, least: int) -> None:
    """Check the glossary, and list the words of the articles that no concept covers."""
    library = open_library(settings)
    general = len(library.glossary.vocabulary)
    say(f"{len(library.glossary.concepts)} concepts and {general} words, all well-formed.", error=True)
    for each in uncovered(library):
        if each.count >= least:
            row = {"language": each.language.code, "word": each.word, "count": each.count}
            if as_json:
                say(dumps(row))
            else:
                say_line(f"{each.count:5}  {each.language}  {each.word}", settings.bidi)


def uncovered(library: Library) -> Iterable[Uncovered]:
    """The most frequent first."""
    counts: Counter[tuple[Language, str]] = Counter()
    written: dict[tuple[Language, str], str] = {}
    for language, key, word in _words(library):
        counts[language, key] += 1
        written.setdefault((language, key), word)
    return (Uncovered(language, written[language, key], count) for (language, key), count in counts.most_common())


def _words(library: Library) -> Iterator[tuple[Language, str, str]]:
    """Every uncovered word: its language, the key of its lemma, and how it is written."""
    for entry in (entry for source in library.store.sources for entry in library.store.entries(source)):
        analysis = entry.analysis
        known = [value.span for value in analysis.values]
        known += [term.span for term in analysis.terms if term.kind in {TermKind.CONCEPT, TermKind.SENSE}]
        for term in analysis.terms:
            if term.kind is TermKind.LEMMA and not term.span.overlaps_any(known):
                yield entry.sentence.language, term.key, term.span.slice(entry.sentence.reading)


COMMANDS = {"glossary": glossary}
