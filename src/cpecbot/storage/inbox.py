"""What was received, as rows: an update until it is answered, its number for a day."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from cpecbot.storage.file import File, Statement
from cpecbot.storage.records import Received

KEEP_IDS = 25 * 3_600.0  # Telegram repeats an update for a day at most

MOST_STARTS = 10
"""What is still not answered then may be what ends the program each time."""

LET_GO = "UPDATE inbox SET person = NULL, content = NULL WHERE "

COUNT_START: Statement = ("UPDATE inbox SET starts = starts + 1 WHERE content IS NOT NULL", ())
"""Notes for all that wait that the program starts once more."""


def known(file: File, ids: Collection[int]) -> frozenset[int]:
    """Those of the updates that were received before, answered or not."""
    rows = file.rows("SELECT id FROM inbox WHERE id IN (SELECT value FROM json_each(?))", json.dumps([*ids]))
    return frozenset(row[0] for row in rows)


def receive(updates: Iterable[Received], now: float) -> Statement:
    """All of them or none, in one statement."""
    rows = json.dumps([(each.id, each.person, each.content) for each in updates])
    return (
        "INSERT OR IGNORE INTO inbox (id, person, content, received_at) SELECT json_extract(value, '$[0]'),"
        " json_extract(value, '$[1]'), json_extract(value, '$[2]'), ? FROM json_each(?)",
        (now, rows),
    )


def waiting(file: File) -> tuple[Received, ...]:
    """Those not answered yet, in the order in which Telegram numbers them."""
    rows = file.rows("SELECT id, person, content FROM inbox WHERE content IS NOT NULL ORDER BY id")
    return tuple(Received(*row) for row in rows)


def hopeless(file: File) -> frozenset[int]:
    """Those that waited at ``MOST_STARTS`` starts, each of which may have ended because of them."""
    rows = file.rows("SELECT id FROM inbox WHERE content IS NOT NULL AND starts >= ?", MOST_STARTS)
    return frozenset(row[0] for row in rows)


def settled(update: int | None) -> tuple[Statement, ...]:
    """What lets go of an update, of which the id alone is kept; nothing for none."""
    return ((LET_GO + "id = ?", (update,)),) if update is not None else ()


def tidy(now: float) -> Statement:
    """Drop ids that are out of date."""
    return "DELETE FROM inbox WHERE content IS NULL AND received_at < ?", (now - KEEP_IDS,)
