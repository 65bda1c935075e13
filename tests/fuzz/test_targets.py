"""Each target fuzzed for a while: ``pytest tests/fuzz``; longer, and with other examples, by ``fuzz.running``.

The examples are the same every time: what a change did not bring about does not stop it.
"""

from __future__ import annotations

import pytest

from fuzz.running import TARGETS, fuzz

_EXAMPLES = {"questions": 250, "updates": 250, "corpora": 40, "tables": 1500}


@pytest.fixture(autouse=True)
def _announced_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the types that the next python-telegram-bot will have, as ``run`` does."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    assert fuzz(TARGETS[name], _EXAMPLES[name]) >= _EXAMPLES[name] // 2
