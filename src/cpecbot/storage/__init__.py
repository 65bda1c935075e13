"""What the bot remembers of a person: preferences, feedback, chat context; in SQLite, or in memory when that fails."""

from __future__ import annotations

from cpecbot.storage.memory import Recent
from cpecbot.storage.records import Feedback, Preferences, Reply, Totals
from cpecbot.storage.storage import Storage

__all__ = ["Feedback", "Preferences", "Recent", "Reply", "Storage", "Totals"]
