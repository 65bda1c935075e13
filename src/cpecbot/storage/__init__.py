"""What the bot remembers of a person, and what waits to be answered; in SQLite, or in memory when that fails."""

from __future__ import annotations

from cpecbot.storage.inbox import KEEP_IDS
from cpecbot.storage.memory import Recent
from cpecbot.storage.people import CHOICES, KEEP_REPLIES, KEEP_TURN
from cpecbot.storage.records import Condition, Feedback, Preferences, Received, Reply, Totals, Vote
from cpecbot.storage.storage import Storage

__all__ = [
    "CHOICES",
    "KEEP_IDS",
    "KEEP_REPLIES",
    "KEEP_TURN",
    "Condition",
    "Feedback",
    "Preferences",
    "Received",
    "Recent",
    "Reply",
    "Storage",
    "Totals",
    "Vote",
]
