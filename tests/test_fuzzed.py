"""The fuzzers of ``tests/fuzz``, each for a moment and with the same examples every time."""

from __future__ import annotations

import pytest

from fuzz.running import TARGETS, fuzz

_EXAMPLES = {"questions": 12, "updates": 15, "corpora": 4, "tables": 80}


@pytest.mark.parametrize("name", TARGETS)
def test_no_example_is_a_finding(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert fuzz(TARGETS[name], _EXAMPLES[name], shrink=False) == _EXAMPLES[name]
