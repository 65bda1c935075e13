"""Each target fuzzed for a while, with other examples every time: ``pytest tests/fuzz``; longer by ``fuzz.running``."""

from __future__ import annotations

import random

import pytest

from fuzz.running import TARGETS, fuzz

_EXAMPLES = {"questions": 250, "updates": 250, "corpora": 40, "tables": 1500}


@pytest.fixture(autouse=True)
def _announced_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the types that the next python-telegram-bot will have, as ``run`` does."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    seed = random.randrange(10**6)  # noqa: S311 - told, so that it can be run again
    print(f"seed {seed}")
    assert fuzz(TARGETS[name], _EXAMPLES[name], seed) >= _EXAMPLES[name] // 2
