"""What is remembered. Times are seconds since the epoch; people, chats and messages go by their Telegram ids."""

from __future__ import annotations

from msgspec import Struct


class Preferences(Struct, frozen=True):
    """What a person chose; None and empty mean no choice. Question texts are kept only after ``keep_questions``.

    Languages are codes, which may be those of languages that are gone.
    """

    language: str | None = None
    quotes: int | None = None
    source_languages: tuple[str, ...] = ()
    keep_questions: bool = False


class Feedback(Struct, frozen=True):
    """A person's verdict on one answer; the last one counts. ``sources`` are those that the answer quoted.

    ``asked`` is the message that asked why, ``word`` what was replied to it.
    """

    person: int
    chat: int
    message: int
    useful: bool
    sources: tuple[str, ...]
    given_at: float
    question: str | None = None
    asked: int | None = None
    word: str | None = None


class Reply(Struct, frozen=True):
    """Which messages answer a question's message, so that an edited question edits them.

    ``update`` asked it, and is let go of with the reply; None when it is read.
    """

    chat: int
    question: int
    person: int
    messages: tuple[int, ...]
    sent_at: float
    update: int | None = None


class Received(Struct, frozen=True):
    """An update of Telegram's. ``content`` is what it says, None where nothing of it is to be kept."""

    id: int
    person: int | None
    content: str | None


class Totals(Struct, frozen=True):
    people: int
    useful: int
    not_useful: int


class Vote(Struct, frozen=True):
    """What became of a verdict: whether it now stands, and whether the file holds that.

    ``asked`` is the message that asked why, if one has.
    """

    stands: bool
    saved: bool
    asked: int | None = None


class Condition(Struct, frozen=True):
    """How the file is: whether it can be used, how many writes wait for that, how many were given up for good."""

    usable: bool
    waiting: int
    dropped: int
