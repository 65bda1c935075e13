"""What the bot is given from outside: the library that it answers from, and its settings as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from msgspec import Struct

from cpecbot.answering.asking import LONGEST_QUESTION
from cpecbot.corpus import Corpus
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Changes, Coverage, Disagreement, Moment, Omissions


class Library(Protocol):
    """One immutable snapshot; its methods compute and are called off the event loop."""

    @property
    def corpus(self) -> Corpus: ...

    @property
    def languages(self) -> Languages: ...

    def label(self, concept: str, language: Language) -> str: ...

    def ask(self, question: str, options: AskOptions = ...) -> Answer: ...

    def compare(self, topic: str, options: AskOptions = ...) -> Answer: ...

    @property
    def is_compared_whole(self) -> bool: ...

    def disagreements(self) -> tuple[Disagreement, ...]: ...

    def changes(self, topic: str = ..., language: Language | None = ...) -> tuple[Changes, ...]: ...

    def omissions(self, topic: str = ...) -> Omissions: ...

    def coverage(self) -> Coverage: ...

    def timeline(self, topic: str = ...) -> tuple[Moment, ...]: ...


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram posts updates: ``url`` is the public HTTPS address, ``listen`` and ``port`` the local socket.

    The local server answers on the path of ``url``. ``secret`` comes back in a header of every post, so that nobody
    else can feed the bot updates.
    """

    url: str
    secret: str = field(repr=False)
    listen: str = "127.0.0.1"
    port: int = 8443


class Monitor(Struct, frozen=True):
    """The local socket where whoever runs the bot sees how it does."""

    listen: str = "127.0.0.1"
    port: int = 9464


@dataclass(frozen=True, slots=True)
class BotConfig:
    """Times are seconds. ``api_root`` differs from Telegram's for a self-hosted Bot API server.

    Admins are always allowed; nobody else is but those in ``allowed_ids``, unless that is empty. With ``channels``,
    posts that address the bot are answered where it is an administrator; it ``sets_name`` in each language, or keeps
    the one it was given. ``proxy`` is the address of one on the way to Telegram, with its password.

    A person may ask ``burst`` questions at once and then one per ``cooldown``. ``concurrency`` calls to Telegram
    are made at the same time, ``waiting`` updates are kept in line. Between attempts at what failed come ``pauses``,
    the last of them for ever; an answer that does not get through in ``give_up`` is dropped, and after a ``silence`` of
    Telegram the log says that it lasts. Telegram may hold a ``poll`` open for so long; behind a webhook it is asked
    every ``token_check`` whether it still accepts the token, and one that stays refused for ``token_patience`` ends the
    program. The parts of an ``album`` come within so many seconds, and so do two messages that were meant once.
    """

    token: str = field(repr=False)
    admin_ids: frozenset[int] = frozenset()
    allowed_ids: frozenset[int] = frozenset()
    blocked_ids: frozenset[int] = frozenset()
    channels: bool = False
    sets_name: bool = False
    quotes_per_answer: int = 5
    quotes_at_first: int = 3
    longest_question: int = LONGEST_QUESTION
    per_source: int = 2
    burst: int = 3
    cooldown: float = 1.0
    typing_delay: float = 0.4
    concurrency: int = 64
    waiting: int = 10_000
    give_up: float = 900.0
    messages_per_second: float = 30
    group_messages_per_minute: float = 20
    inline_cache: int = 300
    inline_page: int = 10
    digest_delay: float = 60.0
    poll: int = 10
    token_check: float = 30.0
    token_patience: float = 60.0
    pauses: tuple[float, ...] = (0.2, 0.8, 3.0, 10.0, 30.0)
    silence: float = 60.0
    album: float = 1.0
    remembered_answers: int = 1000
    api_root: str = "https://api.telegram.org"
    proxy: str | None = field(default=None, repr=False)
    webhook: Webhook | None = None
    monitor: Monitor | None = None
