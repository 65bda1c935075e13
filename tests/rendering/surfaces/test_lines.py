"""A line of JSON holds what it was given, and nothing that a terminal obeys."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.terminal import harmless

any_text = st.text(st.characters() | st.sampled_from("\ud800\x1b\x7f\x9b\u202e\u2028\ue000\U0010ffff\ufdd0\r\n"))


@given(any_text, any_text)
def test_a_line_says_what_it_was_given_and_passes_the_gate_as_it_is(key: str, value: str) -> None:
    line = dumps({key: value})
    assert json.loads(line) == {key: value}
    assert harmless(line) == line
    assert line.splitlines() == [line]
    line.encode()


@pytest.mark.parametrize("text", ["گفت‌وگو", "战略对话", "🇵🇰", "\u2067x\u2069"])
def test_other_scripts_are_written_as_they_are(text: str) -> None:
    assert text in dumps({"text": text})


@pytest.mark.parametrize(("character", "written"), [("\x7f", "\\u007f"), ("\U000f0000", "\\udb80\\udc00")])
def test_what_json_itself_would_leave_is_escaped_too(character: str, written: str) -> None:
    assert dumps({"a": character}) == f'{{"a": "{written}"}}'
