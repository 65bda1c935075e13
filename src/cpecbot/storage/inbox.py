"""What was received, in the file: an update until it is answered, its number for a day."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from cpecbot.storage.file import File, Statement
from cpecbot.storage.records import Received

KEEP_IDS = 25 * 3_600.0  # Telegram repeats an update for a day at most

MOST_STARTS = 10
"""What is still not answered then may be what ends the program each time."""

LET_GO = "UPDATE inbox SET person = NULL, content = NULL WHERE "


class Inbox:
    """Raises what the file raises."""

    def __init__(self, file: File) -> None:
        self._file = file

    async def known(self, ids: Collection[int]) -> frozenset[int]:
        """Those of the updates that were received before, answered or not."""
        rows = await self._file.rows(
            "SELECT id FROM inbox WHERE id IN (SELECT value FROM json_each(?))", json.dumps([*ids])
        )
        return frozenset(row[0] for row in rows)

    async def receive(self, updates: Sequence[Received], now: float) -> None:
        """All of them or none, in one statement."""
        rows = json.dumps([(each.id, each.person, each.content) for each in updates])
        await self._file.write(
            "INSERT OR IGNORE INTO inbox (id, person, content, received_at) SELECT json_extract(value, '$[0]'),"
            " json_extract(value, '$[1]'), json_extract(value, '$[2]'), ? FROM json_each(?)",
            (now, rows),
        )

    async def waiting(self) -> tuple[Received, ...]:
        """Those not answered yet, in the order in which Telegram numbers them."""
        rows = await self._file.rows("SELECT id, person, content FROM inbox WHERE content IS NOT NULL ORDER BY id")
        return tuple(Received(*row) for row in rows)

    async def count_start(self) -> None:
        """Note for all that wait that the program starts once more."""
        await self._file.write("UPDATE inbox SET starts = starts + 1 WHERE content IS NOT NULL", ())

    async def hopeless(self) -> tuple[int, ...]:
        """Those that waited at more than ``MOST_STARTS`` starts, each of which may have ended because of them."""
        rows = await self._file.rows("SELECT id FROM inbox WHERE content IS NOT NULL AND starts > ?", MOST_STARTS)
        return tuple(row[0] for row in rows)

    async def answered(self, update: int) -> None:
        """The id alone is kept."""
        await self._file.write_along(*settled(update))

    async def tidy(self, now: float) -> None:
        """Drop ids that are out of date."""
        await self._file.write("DELETE FROM inbox WHERE content IS NULL AND received_at < ?", (now - KEEP_IDS,))


def settled(update: int) -> Statement:
    """What lets go of an update."""
    return LET_GO + "id = ?", (update,)
