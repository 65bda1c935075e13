"""Entries in a file, read from it as far as a question needs them.

SQLite holds them, with an inverted index of our own: written whole or not at all, and read by several processes at
once. ``tantivy`` fixes k1 and b and rounds lengths, so that nothing would rank as it does in the other stores.
"""

from cpecbot.store.disk.store import DiskStore
from cpecbot.store.disk.writing import Writer

__all__ = ["DiskStore", "Writer"]
