"""What every handler can reach: one value made at start, under the names that python-telegram-bot hands around."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, ParamSpec, TypeVar

from msgspec import Struct
from telegram import Message, Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from cpecbot.bot.interface import BotConfig, Library
from cpecbot.bot.measures import Measures
from cpecbot.bot.messaging.addressing import asker_in, is_chat, words_of
from cpecbot.bot.messaging.delivery import Place, send
from cpecbot.bot.messaging.groups import Groups
from cpecbot.bot.services.cooldown import Cooldown
from cpecbot.bot.services.digest import Digest
from cpecbot.bot.services.drawn import Drawn
from cpecbot.bot.services.notices import Notices
from cpecbot.bot.services.outages import report, through_outages
from cpecbot.bot.services.threads import in_thread
from cpecbot.bot.services.typing_notice import typing_after
from cpecbot.bot.services.workers import Workers
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Turn
from cpecbot.storage import Preferences, Recent, Storage

SERVICES = "services"

LIGHTER = 4
"""So many pages may be turned, or queries typed in inline mode, where one question may be asked."""

CURRENT_UPDATE: ContextVar[int | None] = ContextVar("current_update", default=None)
"""The number of the update that is worked on, for the log."""

P = ParamSpec("P")
T = TypeVar("T")


class Shown(Struct, frozen=True):
    """What stands above some buttons, and the ``topic`` of it.

    ``owner`` is whoever asked for it: a person, or the chat that somebody spoke for. Nobody can press a button as an
    anonymous administrator, so those of a chat are everybody's.
    """

    owner: int
    answer: Answer | None = None
    topic: str = ""

    def is_for(self, person: int) -> bool:
        return self.owner == person or is_chat(self.owner)


class Said(Struct, frozen=True):
    """What the bot said to a question of ``person``, and the turn that a reply to it goes on from."""

    person: int
    answer: Answer
    turn: Turn | None


class Requested(Struct, frozen=True):
    """A question as it was typed and answered, in the ``message`` of a number."""

    text: str
    message: int
    sent: datetime


@dataclass(slots=True)
class Services:
    """What lives as long as the bot runs.

    ``library`` is replaced as a whole by a reload, which ``read_library`` makes. ``people`` are those who asked since
    the start. ``before`` holds, for person, chat and message of a question, the turn that went before it; ``said``,
    for chat and message of an answer, what anybody may reply to, and ``last`` what was last said to a person in a chat.
    ``turned_away`` are the chats, and outside of chats the people, that were told that the bot is not for everybody.
    ``groups`` are the lines in which answers wait there, ``notices`` what was said about them.
    ``cooldown`` is for questions, ``presses`` for buttons, ``typed`` for what is typed in inline mode.
    ``requests`` are what a person last asked in a chat.
    ``clock`` tells the time of day, which may jump; how long something lasts is told by the ``steady`` one.
    ``repeated`` are the updates that were dealt with once more.
    ``heard_at`` is when Telegram last answered what the bot asked for itself: the last poll, by webhook the last check;
    ``due_at`` is when what receives must have made its next step, however long Telegram is out of reach.
    """

    config: BotConfig
    library: Library
    storage: Storage
    read_library: Callable[[], Library]
    clock: Callable[[], float]
    steady: Callable[[], float]
    counts: Counter[str] = field(default_factory=Counter)
    measures: Measures = field(default_factory=Measures)
    people: set[int] = field(default_factory=set)
    background: list[asyncio.Task[None]] = field(default_factory=list)
    workers: Workers = field(default_factory=Workers)
    drawn: Drawn = field(default_factory=Drawn)
    cooldown: Cooldown = field(init=False)
    presses: Cooldown = field(init=False)
    typed: Cooldown = field(init=False)
    groups: Groups = field(init=False)
    notices: Notices = field(init=False)
    failures: Digest = field(init=False)
    shown: Recent[str, Shown] = field(init=False)
    before: Recent[tuple[int, int, int | None], tuple[Turn | None]] = field(init=False)
    said: Recent[tuple[int, int], Said] = field(init=False)
    last: Recent[tuple[int, int], Said] = field(init=False)
    turned_away: Recent[tuple[int | None, int | None], bool] = field(init=False)
    repeated: Recent[int, bool] = field(init=False)
    requests: Recent[tuple[int, int], Requested] = field(init=False)
    started_at: float = field(init=False)
    heard_at: float = field(init=False)
    due_at: float = field(init=False)

    def __post_init__(self) -> None:
        self.cooldown = Cooldown(self.config.burst, self.config.cooldown, self.steady)
        burst, interval = LIGHTER * self.config.burst, self.config.cooldown / LIGHTER
        self.presses, self.typed = (Cooldown(burst, interval, self.steady) for _ in range(2))
        self.groups = Groups(self.config.group_messages_per_minute)
        self.notices = Notices(self.steady)
        self.failures = Digest(self.config.admin_ids, self.config.digest_delay, self.library.languages.fallback)
        self.shown = Recent(self.config.remembered_answers)
        self.before = Recent(self.config.remembered_answers)
        self.said = Recent(self.config.remembered_answers)
        self.last = Recent(self.config.remembered_answers)
        self.turned_away = Recent(self.config.remembered_answers)
        self.repeated = Recent(self.config.remembered_answers)
        self.requests = Recent(self.config.remembered_answers)
        self.started_at, self.heard_at = self.clock(), self.steady()
        self.give_time()

    def give_time(self, pause: float = 0.0) -> None:
        """Set when the next sign of life is due: after the pause, and as long as a call to Telegram can take."""
        self.due_at = self.steady() + pause + self.config.poll + 2 * self.config.silence

    def repeats(self, update: int | None) -> bool:
        """Whether an update may be dealt with once more by itself; once."""
        if update is None or self.repeated.get(update):
            return False
        self.repeated.put(update, True)
        return True

    def show(self, owner: int, answer: Answer | None = None, topic: str = "", *, key: str | None = None) -> str:
        """Return the key under which buttons find what they stand under: ``key`` where they stand there already."""
        key = key or new_key()
        self.shown.put(key, Shown(owner, answer, topic))
        return key

    async def options(self, person: int, user: User | None) -> AskOptions:
        """How this person is answered: in the language, and with as many quotes at first, as they chose."""
        preferences = await self.storage.preferences(person)
        languages = self.library.languages
        limit = preferences.quotes or self.config.quotes_per_answer
        return AskOptions(
            limit=limit,
            per_source=min(limit, self.config.per_source),
            at_first=preferences.quotes or self.config.quotes_at_first,
            languages=tuple(each for each in languages if each.code in preferences.source_languages),
            fallback_language=_language_of(user, preferences, languages),
            spoken=languages.get(preferences.language),
            now=self.clock(),
        )

    async def fits(self, person: int) -> bool:
        """Whether this person is shown no more quotes at first than a phone holds: unless they chose how many."""
        return (await self.storage.preferences(person)).quotes is None

    async def language(self, person: int, user: User | None) -> Language:
        """The language of the bot's own words for this person."""
        return _language_of(user, await self.storage.preferences(person), self.library.languages)

    async def forget(self, person: int) -> bool:
        """Forget a person, or a chat that spoke, in memory and on disk; False when the disk cannot be written to."""
        self.shown.drop(lambda _, shown: shown.owner == person)
        self.before.drop(lambda key, _: key[0] == person)
        self.said.drop(lambda _, said: said.person == person)
        self.last.drop(lambda _, said: said.person == person)
        self.people.discard(person)
        self.requests.drop(lambda key, _: key[1] == person)
        for each in (self.cooldown, self.presses, self.typed):
            each.forget(person)
        return await self.storage.forget(person)

    async def aside(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run off the event loop what no person waits for in a chat, however long it takes."""
        return await in_thread(partial(copy_context().run, work, *args, **kwargs), "aside")


class Context(CallbackContext[ExtBot[bool], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of one update, whose number is ``update_id``; ``asker`` typed so many ``letters`` in it.

    ``place`` is the chat in which somebody waits for what comes of it, if there is one; a message ``waits`` as long as
    it takes, a press does not. It is of ``user``.
    """

    update_id: int | None = None
    asker: int = 0
    letters: int = 0
    place: Place | None = None
    waits: bool = False
    user: User | None = None

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Context:
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.update_id = update.update_id
            context.asker, context.letters = asker_in(update) or 0, _letters_in(update)
            context.place, context.user = _place_of(update), update.effective_user
            context.waits = context.place is not None and update.callback_query is None
        return context

    async def compute(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it off the event loop, when it is this person's turn; whoever waits longer than a moment sees that.

        Where the articles are out of reach, a message waits for them; for a press, StoreError is raised.
        """

        async def attempt() -> T:
            async with self.typing():
                return await self.services.workers.run(self.asker, self.letters, work, *args, **kwargs)

        if not self.waits:
            return await attempt()
        report_it = partial(report, self.services.notices, self.services.failures, self.bot)
        return await through_outages(attempt, report_it, self._tell_of_outage, self.services.config.pauses)

    async def _tell_of_outage(self) -> None:
        """Say that it is not forgotten; not in a business chat, where people write to a person."""
        if self.place is not None and self.place.business is None:
            language = await self.services.language(self.asker, self.user)
            await send(self.bot, self.place, say(Phrase.ARTICLES_AWAY_KEPT, language), twice=True)

    def typing(self) -> AbstractAsyncContextManager[None]:
        """Show in the chat, if there is one, that something is being done, once it has taken longer than a moment."""
        if self.place is None:
            return nullcontext()
        return typing_after(self.services.config.typing_delay, self.bot, self.place)

    def shares(self, place: Place) -> bool:
        """Whether a button may share what is said in ``place``: it takes inline mode, and no business account."""
        return bool(self.bot.supports_inline_queries) and place.business is None

    @property
    def services(self) -> Services:
        services: Services = self.bot_data[SERVICES]
        return services


BotApplication = Application[ExtBot[bool], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]


def new_key() -> str:
    """A name that cannot be guessed, of characters that callback data may hold."""
    return secrets.token_urlsafe(6)


def _language_of(user: User | None, preferences: Preferences, languages: Languages) -> Language:
    """The person's choice, else the language of their Telegram, else the one for everybody."""
    code = ((user.language_code if user else None) or "").partition("-")[0].lower()
    return languages.get(preferences.language) or languages.get(code) or languages.fallback


def _place_of(update: Update) -> Place | None:
    """None where nobody sees it: in inline mode, and in a chat that the bot is a guest of."""
    message = update.effective_message if update.guest_message is None else None
    return Place.of(message, reply=False) if isinstance(message, Message) else None


def _letters_in(update: Update) -> int:
    message = update.effective_message
    if update.inline_query is not None:
        return len(update.inline_query.query)
    typed = isinstance(message, Message) and update.callback_query is None
    return len(words_of(message) or "") if typed and isinstance(message, Message) else 0
