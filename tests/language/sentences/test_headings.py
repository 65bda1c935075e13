"""Which short lines are sentences for their verb, as the file of an invented language says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.language.sentences.headings import Line, heading_lines, word_count
from cpecbot.languages import Language
from fakes.toy import LATIN, toy

PROSE = Line("The two sides agreed to deepen their cooperation in trade, in mining and in agriculture.")
HEADINGS = """
[headings]
verbs = "estas diris"
verb_prefixes = ["re"]
verb_endings = ["nt"]
verb_forms = ['(?<=\\s)\\w{2,}os']
"""


def is_caption(line: str, language: Language) -> bool:
    return 2 in heading_lines((PROSE, Line(""), Line(line), Line(""), PROSE), language)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("La nova urbo", True),
        ("La urbo estas nova", False),
        ("La urbo ESTAS nova", False),
        ("La urbo restasnt nova", True),
        ("La urbo reestasnt nova", False),
        ("La urbo diris, ke", False),
        ("La ĉidiris urbo", True),
        ("La urbo diris\u200ca nova", True),
        ("La urbo venos", False),
        ("Venos la urbo", True),
    ],
)
def test_a_verb_with_what_may_be_written_onto_it_makes_a_line_a_sentence(
    tmp_path: Path, line: str, caption: bool
) -> None:
    assert is_caption(line, toy(tmp_path, sentences=HEADINGS)) is caption


def test_a_language_without_a_file_takes_every_short_line_for_a_caption(tmp_path: Path) -> None:
    assert is_caption("La urbo estas nova", toy(tmp_path))


def test_where_no_space_parts_words_a_verb_counts_anywhere(tmp_path: Path) -> None:
    profile = LATIN + "spaced = false\n"
    assert not is_caption("Ladirisurbo", toy(tmp_path, profile=profile, sentences=HEADINGS))


@pytest.mark.parametrize(("text", "words"), [("two words", 2), ("中巴关系", 2), ("CPEC 二期", 2), ("", 0)])
def test_two_han_characters_count_as_a_word(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(("words", "caption"), [(10, True), (11, False)])
def test_a_caption_has_ten_words_at_most(tmp_path: Path, words: int, caption: bool) -> None:
    assert is_caption(" ".join(["vorto"] * words), toy(tmp_path)) is caption
