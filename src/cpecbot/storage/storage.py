"""Memory in front, SQLite behind: answers never wait for a broken database, a restart forgets nothing."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from cpecbot.errors import StorageError
from cpecbot.models import Turn
from cpecbot.storage.database import KEEP_REPLIES, KEEP_TURN, Database
from cpecbot.storage.file import HOPELESS
from cpecbot.storage.memory import Recent
from cpecbot.storage.records import Feedback, Preferences, Received, Reply, Totals

logger = logging.getLogger(__name__)

REMEMBERED = 10_000
SWEEP_EVERY = 60.0  # seconds

T = TypeVar("T")


class Storage:
    """No method raises for a missing, locked or broken database: it works from memory and logs each outage once.

    ``path`` None keeps everything in memory. Questions are written to the file only for people who agreed
    (``Preferences.keep_questions``); the last one of a chat is in memory for everybody.
    """

    def __init__(self, path: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._database: Database | None = None
        self._broken = False
        self._swept_at = clock()
        self._missed: deque[Callable[[Database], Awaitable[None]]] = deque(maxlen=REMEMBERED)
        self._preferences: Recent[int, Preferences] = Recent(REMEMBERED)
        self._turns: Recent[tuple[int, int], Turn] = Recent(REMEMBERED)
        self._replies: Recent[tuple[int, int], Reply] = Recent(REMEMBERED)
        self._feedback: Recent[tuple[int, int, int], Feedback] = Recent(REMEMBERED)
        self._updates: Recent[int, bool] = Recent(REMEMBERED)

    async def open(self) -> None:
        if self._path is None or self._database is not None:
            return
        try:
            self._database = await Database.open(self._path)
        except StorageError as error:
            self._report(error)
        await self.tidy()

    async def close(self) -> None:
        if self._database is not None:
            database, self._database = self._database, None
            await database.close()

    @property
    def keeps(self) -> bool:
        """Whether anything outlives this run."""
        return self._database is not None

    @property
    def works(self) -> bool:
        """Whether all is remembered where it is meant to be: in the file, or in memory where there is none."""
        return self._path is None or (self._database is not None and not self._broken)

    async def receive(self, updates: Sequence[Received]) -> tuple[Received, ...]:
        """Return those that were never received before, once the file holds them; an update is new once."""
        fresh = {each.id: each for each in updates if self._updates.get(each.id) is None}
        for number in fresh:  # at once: the same may come by another way while the file is asked
            self._updates.put(number, True)
        known = await self._read(lambda database: database.inbox.known(fresh), frozenset[int]())
        new = tuple(each for number, each in fresh.items() if number not in known)
        if new:
            now = self._clock()
            await self._write(lambda database: database.inbox.receive(new, now))
        return new

    async def waiting(self) -> tuple[Received, ...]:
        """What an earlier run received and did not answer; asked for once, at the start.

        What was there at many starts is let go of: a question that kills the program must not do so for ever.
        """
        await self._write(lambda database: database.inbox.count_start())
        for update in await self._read(lambda database: database.inbox.hopeless(), tuple[int, ...]()):
            logger.error("update %d is given up: it was not answered in any of many runs", update)
            await self.answered(update)
        return await self._read(lambda database: database.inbox.waiting(), ())

    async def answered(self, update: int) -> None:
        """Let go of what an update says; that it came is remembered for a day."""
        await self._write(lambda database: database.inbox.answered(update))

    async def tidy(self) -> None:
        """For every minute or so: drop what is out of date; what was let go of leaves the file's log as well."""
        self._sweep()
        now = self._clock()
        await self._write(lambda database: database.tidy(now))

    async def preferences(self, person: int) -> Preferences:
        known = self._preferences.get(person)
        if known is None:
            known = await self._read(lambda database: database.preferences(person), None) or Preferences()
            self._preferences.put(person, known)
        return known

    async def save_preferences(self, person: int, preferences: Preferences, update: int | None = None) -> bool:
        """False when the file does not hold them yet; they count from now on either way.

        ``update`` asked for it and is let go of with it, so that a switch is never thrown twice.
        """
        before = await self.preferences(person)
        self._preferences.put(person, preferences)
        saved = await self._write(lambda database: database.save_preferences(person, preferences, update))
        if before.keep_questions and not preferences.keep_questions:
            saved = await self._write(lambda database: database.drop_questions(person)) and saved
        return saved or self._path is None

    async def turn(self, chat: int, person: int) -> Turn | None:
        """The last question of this person in this chat."""
        known = self._turns.get((chat, person))
        if known is not None and self._is_over(known):
            self._turns.pop((chat, person))
            known = None
        if known is None and (await self.preferences(person)).keep_questions:
            known = await self._read(lambda database: database.turn(chat, person), None)
        return known

    async def save_turn(self, chat: int, person: int, turn: Turn) -> None:
        self._sweep()
        self._turns.put((chat, person), turn)
        if turn.question and (await self.preferences(person)).keep_questions:
            await self._write(lambda database: database.save_turn(chat, person, turn))

    async def drop_turn(self, chat: int, person: int) -> bool:
        """Whether there was one."""
        known = await self.turn(chat, person)
        self._turns.pop((chat, person))
        await self._write(lambda database: database.drop_turns(person, chat))
        return known is not None

    async def reply(self, chat: int, question: int) -> Reply | None:
        known = self._replies.get((chat, question))
        return known or await self._read(lambda database: database.reply(chat, question), None)

    async def save_reply(self, reply: Reply) -> None:
        self._replies.put((reply.chat, reply.question), reply)
        await self._write(lambda database: database.save_reply(reply))

    async def save_feedback(self, feedback: Feedback, update: int | None = None) -> bool:
        """Store a verdict, its question only for people who agreed; the same verdict again is a withdrawal.

        Return whether the verdict now stands. ``update`` gave it and is let go of with it: delivered twice, it stays.
        """
        key = (feedback.person, feedback.chat, feedback.message)
        known = self._feedback.get(key) or await self._read(lambda database: database.feedback(*key), None)
        if known is not None and known.useful == feedback.useful:
            self._feedback.pop(key)
            await self._write(lambda database: database.drop_feedback(*key, update))
            return False
        if not (await self.preferences(feedback.person)).keep_questions:
            feedback = replace(feedback, question=None)
        self._feedback.put(key, feedback)
        await self._write(lambda database: database.save_feedback(feedback, update))
        return True

    async def forget(self, person: int) -> bool:
        """Delete all that is known of a person; False when the file may still hold something."""
        self._preferences.pop(person)
        self._turns.drop(lambda key, _: key[1] == person)
        self._replies.drop(lambda _, reply: reply.person == person)
        self._feedback.drop(lambda key, _: key[0] == person)
        if self._path is None:
            return True
        return await self._write(lambda database: database.forget(person))

    async def move_chat(self, old: int, new: int) -> None:
        self._turns.move(lambda key: (new, key[1]) if key[0] == old else key)
        self._replies.drop(lambda key, _: key[0] == old)
        await self._write(lambda database: database.move_chat(old, new))

    async def totals(self) -> Totals:
        useful = sum(feedback.useful for feedback in self._feedback.values())
        known = Totals(len(self._preferences), useful, len(self._feedback) - useful)
        return await self._read(lambda database: database.totals(), known)

    def _sweep(self) -> None:
        """Drop what is out of date; once a minute is enough, as no conversation that is over is ever handed out."""
        now = self._clock()
        if now - self._swept_at > SWEEP_EVERY:
            self._swept_at = now
            self._turns.drop(lambda _, turn: self._is_over(turn))
            self._replies.drop(lambda _, reply: now - reply.sent_at > KEEP_REPLIES)

    def _is_over(self, turn: Turn) -> bool:
        return self._clock() - turn.asked_at > KEEP_TURN

    async def _read(self, action: Callable[[Database], Awaitable[T]], otherwise: T) -> T:
        if self._database is None:
            return otherwise
        try:
            await self._catch_up(self._database)
            return await action(self._database)
        except StorageError as error:
            self._report(error)
            return otherwise

    async def _write(self, action: Callable[[Database], Awaitable[None]]) -> bool:
        """Whether it is written by now; a write that failed is made up for before the next one."""
        if self._database is None:
            return False
        try:
            await self._catch_up(self._database)
            await action(self._database)
        except StorageError as error:
            if not _is_hopeless(error):
                self._missed.append(action)
                self._report(error)
            return False
        return True

    async def _catch_up(self, database: Database) -> None:
        while self._missed:
            action = self._missed.popleft()
            try:
                await action(database)
            except StorageError as error:
                if not _is_hopeless(error):
                    self._missed.appendleft(action)
                    raise
        if self._broken:
            self._broken = False
            logger.warning("the database works again")

    def _report(self, error: StorageError) -> None:
        if not self._broken:
            self._broken = True
            logger.error("%s; going on from memory", error)


def _is_hopeless(error: StorageError) -> bool:
    """Whether no later attempt mends it, with a line in the log."""
    hopeless = isinstance(error.__cause__, HOPELESS)
    if hopeless:
        logger.error("%s; this is not tried again", error)
    return hopeless
