"""Word order is data: what a language's file says decides which noun a number belongs to, and who says what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.disagreement.reading.binding import bound
from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.errors import GlossaryError
from cpecbot.languages import Language, Languages, load_languages
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from fakes.readings import filled, reading

NOUN = frozenset({"noun"})
MakeLanguage = Callable[[str], Language]


@pytest.fixture
def toy(tmp_path: Path) -> MakeLanguage:
    """A language of one's own, with these lines as its ``grammar.toml``."""

    def make(lines: str) -> Language:
        folder = tmp_path / "xx"
        folder.mkdir()
        (folder / "language.toml").write_text('script = "latin"\nlocale = "en"\nfallback = true\n', "utf-8")
        if lines:
            (folder / "grammar.toml").write_text(lines, "utf-8")
        languages: Languages = load_languages(tmp_path)
        return languages["xx"]

    return make


def place_bound(language: Language, written: str) -> int | None:
    given = reading(written, language)
    found = bound(given.amounts[0], given, NOUN)
    return found.first if found else None


def test_a_language_without_the_file_has_no_habit(toy: MakeLanguage) -> None:
    assert grammar(toy("")) == Grammar()


def test_what_is_shipped_is_read() -> None:
    """Each habit, and the languages that have it."""
    habits = {name: {each for each in LANGUAGES if getattr(grammar(each), name)} for name in Grammar.model_fields}
    assert habits == {
        "verb_last": {FA, UR},
        "list_before_verb": {UR},
        "subject_after_verb": {AR},
        "number_after_noun": {AR},
        "date_after_noun": {AR, EN},
        "names_have_capitals": {EN},
        "units_per_word": set(LANGUAGES),
        "compounds": set(LANGUAGES),
        "clause_words": set(LANGUAGES),
        "relatives": set(LANGUAGES),
        "conjunctions": set(LANGUAGES),
        "joined_conjunction": {AR},
        "asides": set(LANGUAGES),
        "parts": set(LANGUAGES),
        "wholes": {AR, EN, FA},
        "within": {UR, ZH},
        "apart": set(LANGUAGES),
        "quality_link": {ZH},
        "listing": set(LANGUAGES),
        "starts": set(LANGUAGES),
        "goals": set(LANGUAGES),
        "marks_follow": {UR},
        "deadlines": {AR, EN, FA, ZH},
        "deadlines_behind": {UR, ZH},
        "firsts": set(LANGUAGES),
        "since": set(LANGUAGES),
        "since_behind": {FA, UR, ZH},
        "lasts": set(LANGUAGES),
    }
    assert {each for each in LANGUAGES if grammar(each).characters_are_words} == {ZH}


@pytest.mark.parametrize(
    "line", ["units_per_word = 0", "units_per_word = 11", "verb_first = true", 'verb_last = "yes!"']
)
def test_a_value_that_cannot_be_is_refused_with_its_line(line: str, toy: MakeLanguage) -> None:
    with pytest.raises(GlossaryError, match=r"grammar\.toml, line 1"):
        grammar(toy(line))


@pytest.mark.parametrize(("lines", "expected"), [("", 2), ("number_after_noun = true", 0)])
def test_of_two_nouns_as_near_the_favoured_side_has_the_number(lines: str, expected: int, toy: MakeLanguage) -> None:
    assert place_bound(toy(lines), "t:noun n:7 t:noun") == expected


@pytest.mark.parametrize(("lines", "expected"), [("number_after_noun = true", 2), ("date_after_noun = true", 0)])
def test_a_date_has_a_side_of_its_own(lines: str, expected: int, toy: MakeLanguage) -> None:
    language = toy(lines)
    assert place_bound(language, "t:noun d:2026-01-04 t:noun") == expected
    assert place_bound(language, "t:noun w:1 t:noun") == expected


@pytest.mark.parametrize(("gap", "expected"), [(2, 4), (3, 5)])
def test_where_the_verb_comes_last_a_noun_before_counts_as_three_words_farther(
    gap: int, expected: int, toy: MakeLanguage
) -> None:
    """Beside the number on the left, ``gap`` words away on the right."""
    language = toy("verb_last = true")
    assert place_bound(language, filled("t:noun n:7", gap, "t:noun")) == expected
    assert place_bound(language, filled("t:noun n:7", 4, "t:noun")) == 0
