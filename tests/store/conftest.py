"""Stores of every kind over the same entries: what one promises, each must keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store
from fakes.disk import on_disk

MakeStore = Callable[[Iterable[Entry]], Store]


# A new kind of store is put here and must pass every test beside this file.
@pytest.fixture(params=["memory", "disk"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> MakeStore:
    kinds: dict[str, MakeStore] = {"memory": MemoryStore, "disk": on_disk(tmp_path)}
    return kinds[request.param]
