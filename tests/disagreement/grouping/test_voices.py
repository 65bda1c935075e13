"""Copies of one telling are one voice where the sources part ways."""

from __future__ import annotations

import pytest

from cpecbot.corpus.copies import NO_COPIES, Copies
from cpecbot.corpus.copies.tellings import frozen
from cpecbot.disagreement.grouping.groups import Group, Saying
from cpecbot.disagreement.grouping.voices import one_voice
from cpecbot.models import Level
from fakes.readings import finding


def saying(source: str, value: str) -> Saying:
    made = finding(source, (value,))
    return Saying(source, made.values, (made,))


def one_telling(*sayings: Saying) -> Copies:
    return frozen([tuple(each.first.reading.sentence for each in sayings)], {}, {}, {})


def voices(group: Group | None) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.source, each.copies) for each in group.sayings] if group else []


def test_those_who_print_another_s_words_stand_behind_it() -> None:
    a, b, c, d = saying("a", "1"), saying("b", "1"), saying("c", "2"), saying("d", "1")
    group = Group((a, b, c, d), Level.CONTRADICTION)
    assert voices(one_voice(group, one_telling(b, a))) == [("b", ("a",)), ("c", ()), ("d", ())]
    assert one_voice(group, NO_COPIES) is group


@pytest.mark.parametrize(
    ("level", "apart"),
    [
        (Level.CONTRADICTION, True),
        (Level.DIFFERING, True),
        (Level.DEVELOPMENT, True),
        (Level.WORDING, False),
        (Level.DETAIL, False),
    ],
)
def test_copies_stand_against_each_other_only_with_other_values(level: Level, apart: bool) -> None:
    """What was put otherwise or left out is no difference of two voices."""
    a, b = saying("a", "1"), saying("b", "2")
    assert (one_voice(Group((a, b), level), one_telling(a, b)) is not None) is apart


def test_a_copy_in_other_words_leaves_the_others_who_differ() -> None:
    a, b, c = saying("a", "1"), saying("b", "2"), saying("c", "3")
    group = one_voice(Group((a, b, c), Level.WORDING), one_telling(a, b))
    assert voices(group) == [("a", ("b",)), ("c", ())]


def test_the_figures_of_a_form_are_of_its_day() -> None:
    forms = frozen([], {}, {}, {"a": "a", "b": "a"})
    a, b, c = saying("a", "1"), saying("b", "2"), saying("c", "3")
    assert one_voice(Group((a, b), Level.CONTRADICTION), forms) is None
    assert one_voice(Group((a, b, c), Level.CONTRADICTION), forms) is not None, "c is no form"
