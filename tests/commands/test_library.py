"""Tests for opening what answers."""

from __future__ import annotations

import gc

import pytest

from cpecbot.commands.library import _uncollected


def test_the_garbage_collector_rests_while_a_library_is_made_and_goes_on_behind_it() -> None:
    with _uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_it_goes_on_after_a_fault_too() -> None:
    with pytest.raises(ValueError, match="faulty"), _uncollected():
        raise ValueError("faulty")
    assert gc.isenabled()
    gc.unfreeze()
