"""Memory in front, SQLite behind: answers never wait for a broken database, a restart forgets nothing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from cpecbot.models import Turn
from cpecbot.storage import inbox, people
from cpecbot.storage.disk import Disk
from cpecbot.storage.file import File, Statement
from cpecbot.storage.memory import Recent
from cpecbot.storage.people import CHOICES, KEEP_REPLIES, KEEP_TURN
from cpecbot.storage.records import Condition, Feedback, Preferences, Received, Reply, Totals, Vote

logger = logging.getLogger(__name__)

REMEMBERED = 10_000
SWEEP_EVERY = 60.0  # seconds

T = TypeVar("T")


class Storage:
    """No method raises for a missing, locked or broken database: it works from memory and logs each outage once.

    What a method says is saved is in the file; what is not is written once that works again. ``path`` None keeps
    everything in memory. Questions are written to the file only for people who agreed
    (``Preferences.keep_questions``); the last one of a chat is in memory for everybody.
    """

    def __init__(self, path: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._disk = Disk(path, self._known) if path is not None else None
        self._swept_at = clock()
        self._preferences: Recent[int, Preferences] = Recent(REMEMBERED)
        self._chosen: Recent[int, dict[str, Any]] = Recent(REMEMBERED)
        self._turns: Recent[tuple[int, int], Turn] = Recent(REMEMBERED)
        self._replies: Recent[tuple[int, int], Reply] = Recent(REMEMBERED)
        self._feedback: Recent[tuple[int, int, int], Feedback] = Recent(REMEMBERED)
        self._updates: Recent[int, bool] = Recent(REMEMBERED)
        self._waiting: dict[int, Received] = {}

    async def open(self) -> None:
        if self._disk is not None:
            await self._disk.open()
        await self.tidy()

    async def close(self) -> None:
        if self._disk is not None:
            await self._disk.close()

    @property
    def keeps(self) -> bool:
        """Whether what was kept outlives this run."""
        return self._disk is not None and self._disk.is_open

    @property
    def condition(self) -> Condition:
        return self._disk.condition if self._disk is not None else Condition(usable=False, waiting=0, dropped=0)

    @property
    def works(self) -> bool:
        """Whether all is remembered where it is meant to be: in the file, or in memory where there is none."""
        return self._disk is None or self.condition.usable

    async def receive(self, updates: Sequence[Received]) -> tuple[Received, ...]:
        """Return those that were never received before, once they were written or could not be; one is new once."""
        fresh = {each.id: each for each in updates if self._updates.get(each.id) is None}
        for number in fresh:  # at once: the same may come by another way while the file is asked
            self._updates.put(number, True)
        known = await self._read(lambda file: inbox.known(file, fresh), frozenset[int]())
        new = tuple(each for number, each in fresh.items() if number not in known)
        if new:
            self._waiting |= {each.id: each for each in new}
            await self._write(inbox.receive(new, self._clock()))
        return new

    async def secure(self) -> None:
        """Return once the file holds all that was received, or counts as broken, which ``condition`` and the log say.

        Telegram, which has it until it is told, keeps it longer than this program's memory.
        """
        if self._disk is not None:
            await self._disk.secure()

    async def waiting(self) -> tuple[Received, ...] | None:
        """What earlier runs received and did not answer, to be taken up once; None where that cannot be told now.

        While another program runs on the same file it is that one's. What was there at many starts is let go of: a
        question that kills the program must not do so for ever.
        """
        if self._disk is not None and not self._disk.claim():
            return None
        left = await self._read(lambda file: (inbox.waiting(file), inbox.hopeless(file)), None)
        if left is None:
            return None if self._disk is not None else ()
        await self._write(inbox.COUNT_START)
        everything, hopeless = left
        mine = frozenset(self._updates.keys())
        for number in hopeless - mine:
            logger.error("update %d is given up: it was not answered in any of many runs", number)
            await self._write(*inbox.settled(number))
        taken = tuple(each for each in everything if each.id not in hopeless | mine)
        for each in taken:
            self._updates.put(each.id, True)
            self._waiting[each.id] = each
        return taken

    async def answered(self, update: int) -> None:
        """Let go of what an update says, unless a reply has; that it came is remembered for a day."""
        if self._waiting.pop(update, None) is not None:
            await self._write(*inbox.settled(update))

    async def tidy(self) -> None:
        """For every minute or so: drop what is out of date; what was let go of leaves the file's log as well."""
        self._sweep()
        now = self._clock()
        await self._write(*people.tidy(now), inbox.tidy(now))
        await self._read(lambda file: file.scrub(sparingly=True), False)

    async def preferences(self, person: int) -> Preferences:
        known = self._preferences.get(person)
        if known is not None:
            return known
        otherwise = None if self._disk is not None else Preferences()
        found = await self._read(lambda file: people.preferences(file, person) or Preferences(), otherwise, person)
        if found is None:  # which is not to be remembered as what the person chose
            return replace(Preferences(), **(self._chosen.get(person) or {}))
        self._preferences.put(person, found)
        self._chosen.pop(person)
        return found

    async def save_preferences(
        self, person: int, preferences: Preferences, update: int | None = None, *, changed: Collection[str] = CHOICES
    ) -> bool:
        """False when the file does not hold them yet; they count from now on either way.

        ``changed`` names what the person chose just now: what was chosen before may be in a file that cannot be read.
        ``update`` asked for it and is let go of with it, so that a switch is never thrown twice.
        """
        choices = {name: getattr(preferences, name) for name in changed}
        await self.preferences(person)
        known = self._preferences.get(person)
        if known is not None:
            self._preferences.put(person, replace(known, **choices))
        else:
            self._chosen.put(person, (self._chosen.get(person) or {}) | choices)
        forgotten = people.drop_questions(person) if choices.get("keep_questions") is False else ()
        statements = (people.save_preferences(person, preferences, changed), *forgotten)
        return await self._write_for(update, *statements, about=person) or self._disk is None

    async def turn(self, chat: int, person: int) -> Turn | None:
        """The last question of this person in this chat."""
        known = self._turns.get((chat, person))
        if known is None and (await self.preferences(person)).keep_questions:
            known = await self._read(lambda file: people.turn(file, chat, person), None, person)
        if known is not None and self._is_over(known):
            self._turns.pop((chat, person))
            return None
        return known

    async def save_turn(self, chat: int, person: int, turn: Turn) -> None:
        self._sweep()
        self._turns.put((chat, person), turn)
        if turn.question and (await self.preferences(person)).keep_questions:
            await self._write(people.save_turn(chat, person, turn), about=person)

    async def drop_turn(self, chat: int, person: int) -> bool:
        """Whether there was one."""
        known = await self.turn(chat, person)
        self._turns.pop((chat, person))
        await self._write(people.drop_turn(chat, person), about=person)
        return known is not None

    async def reply(self, chat: int, question: int) -> Reply | None:
        known = self._replies.get((chat, question))
        return known or await self._read(lambda file: people.reply(file, chat, question), None)

    async def save_reply(self, reply: Reply) -> None:
        self._replies.put((reply.chat, reply.question), reply)
        await self._write_for(reply.update, people.save_reply(reply), about=reply.person)

    async def save_feedback(self, feedback: Feedback, update: int | None = None) -> Vote:
        """Store a verdict, its question only for people who agreed; the same verdict again is a withdrawal.

        A word on the last verdict is none on this one. ``update`` gave it and is let go of with it: delivered twice, it
        stays.
        """
        person, *place = key = (feedback.person, feedback.chat, feedback.message)
        known = self._feedback.get(key) or await self._read(lambda file: people.feedback(file, *key), None, person)
        stands = known is None or known.useful != feedback.useful
        asked = known.asked if known is not None else None
        feedback = replace(feedback, asked=asked)
        if stands and not (await self.preferences(person)).keep_questions:
            feedback = replace(feedback, question=None)
        if stands:
            self._feedback.put(key, feedback)
        else:
            self._feedback.pop(key)
        statement = people.save_feedback(feedback) if stands else people.drop_feedback(person, *place)
        saved = await self._write_for(update, statement, about=person)
        return Vote(stands, saved or self._disk is None, asked)

    async def ask_why(self, feedback: Feedback, asked: int) -> None:
        """Remember that the message ``asked`` why, so that a reply to it is a word on that verdict."""
        key = (feedback.person, feedback.chat, feedback.message)
        known = self._feedback.get(key)
        if known is not None:  # not withdrawn meanwhile
            self._feedback.put(key, replace(known, asked=asked))
            await self._write(people.ask_why(*key, asked), about=feedback.person)

    async def save_word(self, person: int, chat: int, asked: int, word: str, update: int | None = None) -> bool | None:
        """Whether a ``word`` replied to the message that ``asked`` why is saved; None where that one did not ask."""
        given = next((each for each in self._feedback.values() if _asks(each, person, chat, asked)), None)
        given = given or await self._read(lambda file: people.asked_by(file, person, chat, asked), None, person)
        if given is None:
            return None
        self._feedback.put((person, chat, given.message), replace(given, word=word))
        statement = people.save_word(person, chat, given.message, word)
        return await self._write_for(update, statement, about=person) or self._disk is None

    async def forget(self, person: int) -> bool:
        """Delete all that is known of a person; False when the file or its log may still hold something."""
        self._preferences.pop(person)
        self._chosen.pop(person)
        self._turns.drop(lambda key, _: key[1] == person)
        self._replies.drop(lambda _, reply: reply.person == person)
        self._feedback.drop(lambda key, _: key[0] == person)
        self._waiting = {number: each for number, each in self._waiting.items() if each.person != person}
        if self._disk is None:
            return True
        deleted = await self._disk.write(*people.forget(person), about=person)
        emptied = await self._disk.read(File.scrub, otherwise=False)
        return await self._disk.forget_damaged() and deleted and emptied

    async def move_chat(self, old: int, new: int) -> None:
        self._turns.move(lambda key: (new, key[1]) if key[0] == old else key)
        self._replies.drop(lambda key, _: key[0] == old)
        await self._write(*people.move_chat(old, new))

    async def totals(self) -> Totals:
        useful = sum(feedback.useful for feedback in self._feedback.values())
        known = Totals(len(self._preferences), useful, len(self._feedback) - useful)
        return await self._read(people.totals, known)

    def _known(self) -> tuple[Statement, ...]:
        """For a file that takes the place of one that was lost: what people chose, and what nobody sends again."""
        chosen = (people.save_preferences(person, each, CHOICES) for person, each in self._preferences.items())
        return (*chosen, inbox.receive(tuple(self._waiting.values()), self._clock()))

    def _sweep(self) -> None:
        """Drop what is out of date; once a minute is enough, as no conversation that is over is ever handed out."""
        now = self._clock()
        if now - self._swept_at > SWEEP_EVERY:
            self._swept_at = now
            self._turns.drop(lambda _, turn: self._is_over(turn))
            self._replies.drop(lambda _, reply: now - reply.sent_at > KEEP_REPLIES)

    def _is_over(self, turn: Turn) -> bool:
        return self._clock() - turn.asked_at > KEEP_TURN

    async def _read(self, query: Callable[[File], T], otherwise: T, about: int | None = None) -> T:
        return await self._disk.read(query, otherwise, about=about) if self._disk is not None else otherwise

    async def _write(self, *statements: Statement, about: int | None = None) -> bool:
        return await self._disk.write(*statements, about=about) if self._disk is not None else False

    async def _write_for(self, update: int | None, *statements: Statement, about: int) -> bool:
        """Let go of the update in the same transaction, so that no kill comes between and has it done twice."""
        written = await self._write(*statements, *inbox.settled(update), about=about)
        if written and update is not None:
            self._waiting.pop(update, None)
        return written


def _asks(feedback: Feedback, person: int, chat: int, asked: int) -> bool:
    return (feedback.person, feedback.chat, feedback.asked) == (person, chat, asked)
