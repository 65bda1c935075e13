"""What every store promises (tests/store/test_store.py), of a store in the cluster."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

import store.test_store as promises
from cluster.conftest import Reach
from cpecbot.store.cluster import ClusterStore
from cpecbot.store.cluster.indexing import Layout, fill
from cpecbot.store.entries import Entry
from cpecbot.store.memory import MemoryStore
from fakes.languages import LANGUAGES
from store.test_store import MakeStore

# Those that hypothesis tries on a hundred stores take too long to fill.
globals().update(
    {
        name: test
        for name, test in vars(promises).items()
        if name.startswith("test_") and not hasattr(test, "hypothesis")
    }
)


@pytest.fixture
def make_store(reach: Reach) -> MakeStore:
    numbers = itertools.count()

    def make(entries: Iterable[Entry]) -> ClusterStore:
        connection = reach(f"promises-{next(numbers)}")
        return ClusterStore(connection, fill(MemoryStore(entries), connection, {}, Layout(2, 0)), LANGUAGES)

    return make
