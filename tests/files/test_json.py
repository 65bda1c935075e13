from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.files.json import parse_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=9,
)


@given(values)
def test_what_json_has_is_read(value: object) -> None:
    assert parse_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("NaN", "NaN is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("1e999", "1e999 is too large a number"),
        ("9" * 401, "a number of 401 digits"),
        ("[" * 100_000, "nested too deep"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', '"c" stands there twice'),
        ('{"a": "\0"}', "Invalid control character"),
        ("{} {}", "Extra data"),
    ],
)
def test_what_no_other_reader_would_take_back_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem.replace("[", r"\[")):
        parse_json(text)


@pytest.mark.parametrize("text", ["9" * 400, "1e308", "-0", '"\\ud800"', "[" * 300 + "]" * 300])
def test_what_is_odd_but_can_be_given_back_is_read(text: str) -> None:
    assert json.loads(json.dumps(parse_json(text))) == json.loads(text)
