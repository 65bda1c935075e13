"""Stores of every kind over the same entries: what one promises, each must keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store

# A new kind of store is put here and must pass every test beside this file.
STORES: dict[str, Callable[[Iterable[Entry]], Store]] = {"memory": MemoryStore}


@pytest.fixture(params=STORES)
def make_store(request: pytest.FixtureRequest) -> Callable[[Iterable[Entry]], Store]:
    return STORES[request.param]
