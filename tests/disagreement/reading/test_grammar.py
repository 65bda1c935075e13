"""Word order is data: what a language's file says decides which noun a number belongs to, and who says what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.disagreement.reading.binding import bound, nearest
from cpecbot.disagreement.reading.grammar import Grammar, grammar
from cpecbot.disagreement.reading.sentence import Amount, Mark, Reading, Word
from cpecbot.errors import GlossaryError
from cpecbot.languages import Language, Languages, load_languages
from cpecbot.models import Sentence, SentenceKind, Span, Value, ValueKind
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

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


def reading(language: Language, words: str, *nouns: int, value: ValueKind = ValueKind.NUMBER) -> tuple[Reading, Amount]:
    """Words without a clause mark; the one written ``7`` is a value, those at ``nouns`` are of the key ``noun``."""
    listed = words.split()
    text = " ".join(listed)
    starts = [len(" ".join(listed[:place])) + bool(place) for place in range(len(listed))]
    made = tuple(
        Word(word, word, Span(start, start + len(word)), 0, capital=False)
        for word, start in zip(listed, starts, strict=True)
    )
    at = listed.index("7")
    amount = Amount(Value(value, made[at].span, 7, 7), at, at + 1)
    terms = tuple(Mark("noun", place, place + 1) for place in nouns)
    sentence = Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language)
    return Reading(sentence, made, (), terms, (amount,)), amount


def place_bound(language: Language, words: str, *nouns: int) -> int | None:
    given, amount = reading(language, words, *nouns)
    found = bound(amount, given, frozenset({"noun"}))
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
    assert place_bound(toy(lines), "a 7 b", 0, 2) == expected


@pytest.mark.parametrize(("lines", "expected"), [("number_after_noun = true", 2), ("date_after_noun = true", 0)])
def test_a_date_has_a_side_of_its_own(lines: str, expected: int, toy: MakeLanguage) -> None:
    given, amount = reading(toy(lines), "a 7 b", 0, 2, value=ValueKind.DATE)
    found = nearest(amount, given, frozenset({"noun"}), 3, 3)
    assert found is not None
    assert found.first == expected


@pytest.mark.parametrize(("gap", "expected"), [(2, "right"), (3, "right"), (4, "left")])
def test_where_the_verb_comes_last_a_noun_before_counts_as_three_words_farther(
    gap: int, expected: str, toy: MakeLanguage
) -> None:
    """Beside the number on the left, ``gap`` words away on the right, within the reach of both."""
    language = toy("verb_last = true")
    words = ["left", "7", *["x"] * gap, "right"]
    given, amount = reading(language, " ".join(words), 0, len(words) - 1)
    found = nearest(amount, given, frozenset({"noun"}), 9, 9, 3)
    assert found is not None
    assert words[found.first] == expected
    assert place_bound(language, "left 7 x x right", 0, 4) == 4
    assert place_bound(language, "left 7 x x x right", 0, 5) == 5


@pytest.mark.parametrize(("words", "noun", "reached"), [("7 x x x n", 4, True), ("7 x x x x n", 5, False)])
def test_a_number_reaches_three_words_to_the_right(words: str, noun: int, reached: bool, toy: MakeLanguage) -> None:
    assert (place_bound(toy(""), words, noun) is not None) is reached


@pytest.mark.parametrize(("words", "reached"), [("n x x 7", True), ("n x x x 7", False)])
def test_and_two_to_the_left(words: str, reached: bool, toy: MakeLanguage) -> None:
    assert (place_bound(toy(""), words, 0) is not None) is reached
