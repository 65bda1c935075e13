"""What rules out the deed that is asked about tells of another thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.answering.mismatches.opposites import contraries, is_ruled_out
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.opposites import OppositesFile, read_opposites
from cpecbot.resources import default_config
from fakes.entries import entries_of

VOCABULARY = default_config().parent / "vocabulary"


@pytest.mark.parametrize(
    ("question", "keys", "out"),
    [
        ("Who was appointed?", "c:dismiss_from_office", True),
        ("Who was appointed?", "c:dismiss_from_office c:appoint", False),
        ("Who was appointed?", "c:goat", False),
        ("Was the baker appointed?", "c:dismiss_from_office", False),
        ("Who was appointed and who was dismissed?", "c:dismiss_from_office", False),
        ("Who laughed?", "c:dismiss_from_office", False),
        ("من عُيّن؟", "c:dismiss_from_office", True),
    ],
)
def test_the_opposite_in_place_of_what_is_asked(everyday: Understanding, question: str, keys: str, out: bool) -> None:
    glossary = everyday.analyzer.glossary
    asked = tuple(contraries(everyday.read(question), glossary))
    assert is_ruled_out(entries_of(("a", keys))[0], asked, glossary) is out


def test_what_may_as_well_mean_something_else_rules_nothing_out(everyday: Understanding) -> None:
    """A fire is no dismissal."""
    asked = tuple(contraries(everyday.read("Who was appointed?"), everyday.analyzer.glossary))
    text = "After the fire a baker was named."
    analysis = everyday.analyzer.analyze(text, everyday.read(text).language)
    entry = entries_of(("a", ""))[0]
    entry = type(entry)(0, entry.sentence, analysis, frozenset(term.key for term in analysis.terms))
    assert not is_ruled_out(entry, asked, everyday.analyzer.glossary)


def test_every_opposite_is_a_concept(everyday: Understanding) -> None:
    """Of the vocabulary or of the glossary; and each rules out the other."""
    glossary = everyday.analyzer.glossary
    opposites = read_opposites(VOCABULARY)
    assert opposites
    assert all(key in glossary.vocabulary or key in glossary.concepts for key in opposites)
    assert all(key in opposites[other] for key, others in opposites.items() for other in others)


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    """A fault in one is told with its file."""
    assert not read_opposites(tmp_path)
    (tmp_path / OppositesFile.file).write_text('pairs = [["rise"]]', "utf-8")
    with pytest.raises(GlossaryError, match=r"opposites\.toml"):
        read_opposites(tmp_path)
