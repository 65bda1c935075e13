from __future__ import annotations

import pytest

from cpecbot.errors import CpecbotError


@pytest.mark.parametrize("message", ["", "short", "a\nb", "x" * 600, "\n".join("x" * 21)])
def test_a_message_that_can_be_read_stands_as_it_is(message: str) -> None:
    assert str(CpecbotError(message)) == message


def test_of_a_long_line_the_beginning_and_the_end_are_told() -> None:
    told = str(CpecbotError(f"settings.toml, line 3: it is {'9' * 5000}. Write a number."))
    assert len(told) == 600
    assert told.startswith("settings.toml, line 3: it is 999")
    assert " … 999" in told
    assert told.endswith("999. Write a number.")


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are() -> None:
    told = str(CpecbotError("\n".join(f"line {number}" for number in range(5000)))).split("\n")
    assert told[:2] == ["line 0", "line 1"]
    assert told[20:] == ["… and 4980 more such lines."]
