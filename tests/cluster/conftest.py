"""A cluster for all of these tests: one of three nodes, started for them, or the one of CPECBOT_OPENSEARCH_URL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

# Those of the bot, which is started for a test.
from bot.conftest import _announced_types, make_bot  # noqa: F401 - fixtures
from cluster.nodes import Nodes, NoServerError, three_nodes
from cpecbot.answering import Library
from cpecbot.answering.indexed import Beside, open_indexed
from cpecbot.store.cluster import Access, ClusterStore, Connection, current
from cpecbot.store.cluster.indexing import Layout, fill
from fakes.languages import LANGUAGES
from shipped import CONFIG

OWN = "CPECBOT_OPENSEARCH_URL"
Reach = Callable[[str], Connection]


@pytest.fixture(scope="session")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Nodes that a test may kill, and starts again."""
    if OWN in os.environ:
        pytest.skip(f"{OWN} names a cluster whose nodes are not killed")
    try:
        with three_nodes(tmp_path_factory.mktemp("nodes")) as started:
            yield started
    except NoServerError as reason:
        pytest.skip(f"no cluster can be started here: {reason}; or set {OWN}")


@pytest.fixture(scope="session")
def urls(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if OWN in os.environ:
        return tuple(os.environ[OWN].split(","))
    started: Nodes = request.getfixturevalue("nodes")
    return started.urls


@pytest.fixture(scope="session")
def reach(urls: tuple[str, ...]) -> Iterator[Reach]:
    """Connections to indices whose names begin as is said; they are removed at the end."""
    made: dict[str, Connection] = {}

    def connect(index: str) -> Connection:
        name = f"cpecbot-test-{os.getpid()}-{index}"
        made[name] = Connection(Access(urls, name))
        return made[name]

    yield connect
    for name, connection in made.items():
        connection.client.indices.delete(index=f"{name}-*", params={"ignore_unavailable": "true"})


def filled(library: Library, connection: Connection, replicas: int = 1) -> None:
    fill(library.store, connection, {"library": Beside.of(library, CONFIG)}, Layout(3, replicas))


def opened(connection: Connection) -> Library:
    """As another process opens it, which has the tables alone."""
    store = ClusterStore(connection, current(connection), LANGUAGES)
    return open_indexed(store.head.part("library", Beside), store, LANGUAGES, CONFIG)


@pytest.fixture(scope="session")
def clustered(reach: Reach, library: Library) -> Library:
    """The five articles in the cluster, each shard on two nodes."""
    connection = reach("five")
    filled(library, connection)
    return opened(connection)
