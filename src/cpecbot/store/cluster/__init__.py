"""Entries in an OpenSearch cluster: for more articles than one computer holds, or more people than one answers."""

from cpecbot.store.cluster.connection import Access, Connection
from cpecbot.store.cluster.generation import current
from cpecbot.store.cluster.store import ClusterStore

__all__ = ["Access", "ClusterStore", "Connection", "current"]
