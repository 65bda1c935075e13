"""What the bot remembers of a person, and what waits to be answered; in SQLite, or in memory when that fails."""

from __future__ import annotations

from cpecbot.storage.memory import Recent
from cpecbot.storage.records import Feedback, Preferences, Received, Reply, Totals
from cpecbot.storage.storage import Storage

__all__ = ["Feedback", "Preferences", "Received", "Recent", "Reply", "Storage", "Totals"]
