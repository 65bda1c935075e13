"""A sentence as units that compare by what they mean."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.alignment.units import UnitKind, units
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.languages import Language
from fakes.languages import EN, ZH
from fakes.readings import reading


def told(written: str, reader: Reader, language: Language = EN, dateline: int = 0) -> list[tuple[UnitKind, str]]:
    return [(each.kind, each.text) for each in units(reading(written, language, dateline=dateline), reader)]


@pytest.mark.parametrize(("language", "kind"), [(EN, UnitKind.FUNCTION), (ZH, UnitKind.WORD)])
def test_one_letter_says_nothing_where_words_are_longer(language: Language, kind: UnitKind, by_roles: Reader) -> None:
    assert told("q", by_roles, language) == [(kind, "q")]
    assert told("qq", by_roles, language) == [(UnitKind.WORD, "qq")]


def test_words_of_grammar_are_no_content(by_roles: Reader) -> None:
    assert told("of port", by_roles) == [(UnitKind.FUNCTION, "of"), (UnitKind.WORD, "port")]


@pytest.mark.parametrize(
    ("written", "value"),
    [("two&n:2", False), ("three&n:3", True), ("n:2", True), ("second&o:2", True), ("some&n:2+", True)],
)
def test_a_small_number_in_words_is_but_a_small_word(written: str, value: bool, by_roles: Reader) -> None:
    """As in "one of" and "the two sides"."""
    assert (told(written, by_roles)[0][0] is UnitKind.VALUE) is value


def test_but_not_when_it_takes_two_words(by_roles: Reader) -> None:
    assert told("two&n:2/2 xx", by_roles) == [(UnitKind.VALUE, "two xx")]


def test_the_number_of_a_century_is_its_name(by_roles: Reader) -> None:
    assert [kind for kind, _ in told("o:21 t:era", by_roles)] == [UnitKind.WORD, UnitKind.WORD]
    assert told("o:21 xx t:era", by_roles)[0] == (UnitKind.VALUE, "21")


def test_values_win_over_names_and_the_longer_over_the_shorter(by_roles: Reader) -> None:
    assert told("n:7/2&c:karachi xx", by_roles) == [(UnitKind.VALUE, "7 xx")]
    assert told("c:lahore/2&c:trade port xx", by_roles) == [(UnitKind.NAME, "lahore port"), (UnitKind.WORD, "xx")]
    assert told("c:lahore c:karachi/2 xx", by_roles) == [(UnitKind.NAME, "lahore"), (UnitKind.NAME, "karachi xx")]


def test_the_dateline_is_left_out(by_roles: Reader) -> None:
    assert told("aa bb cc", by_roles, dateline=2) == [(UnitKind.WORD, "cc")]


def test_synonyms_concepts_and_conditions_are_keys(by_roles: Reader) -> None:
    contrasts = replace(by_roles.contrasts, synonym_groups={EN: (("big", "large"),)})
    reader = replace(by_roles, contrasts=contrasts)
    keys = [each.keys for each in units(reading("large c:trade c:plan/2 xx t:condition"), reader)]
    assert keys == [{"big"}, {"trade", "concept:trade"}, {"concept:plan"}, {"condition", "term:condition"}]
