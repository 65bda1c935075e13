"""Several processes do what one does, in the same order."""

from __future__ import annotations

import pytest

from cpecbot.corpus.facts import parse_facts
from cpecbot.language.text.folding import fold_text
from cpecbot.store.workers import over

MANY = [f"WORD {number}" for number in range(100)]


@pytest.mark.parametrize("processes", [1, 2])
def test_each_is_done_in_order(processes: int) -> None:
    assert list(over(MANY, fold_text, processes)) == [f"word {number}" for number in range(100)]


def test_few_things_are_done_here() -> None:
    """What is no part of a snapshot could not be sent anywhere."""
    assert list(over(["A"], lambda text: text + "b", 2)) == ["Ab"]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_is_told(processes: int) -> None:
    with pytest.raises(ValueError, match="must be text"):
        list(over([{"title": number} for number in range(1, 100)], parse_facts, processes))
