"""Sending, editing and deleting messages in whatever state their chat is by now."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError
from telegram.ext import ExtBot

from cpecbot.bot.messaging.addressing import topic_of
from cpecbot.bot.messaging.fates import UnconfirmedError
from cpecbot.bot.messaging.refusals import Refusal, refusal_of
from cpecbot.rendering.richtext.text import RichText

logger = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ATTEMPTS = 4
"""One for what each remedy takes away, and the first; a network that is down is no matter of this module."""


class Place(Struct, frozen=True):
    """Where an answer goes: its chat, topic and business connection, and the message it replies to."""

    chat: int
    topic: int | None = None
    business: str | None = None
    reply_to: int | None = None

    @classmethod
    def of(cls, message: Message, *, reply: bool = True) -> Place:
        return cls(
            chat=message.chat.id,
            topic=topic_of(message),
            business=message.business_connection_id,
            reply_to=message.message_id if reply else None,
        )


def telegram_entities(text: RichText) -> list[MessageEntity]:
    """Rich text's entities as python-telegram-bot's; offsets and lengths are UTF-16 code units on both sides."""
    return [MessageEntity(entity.kind, entity.offset, entity.length, url=entity.url) for entity in text.entities]


async def send(
    bot: ExtBot[bool],
    place: Place,
    content: RichText | str,
    keyboard: InlineKeyboardMarkup | None = None,
    *,
    twice: bool = False,
) -> int | None:
    """Return the id of the message sent; None when the chat cannot or must not be written to any more.

    Raises UnconfirmedError where it may have arrived or not, unless it may as well show ``twice``.
    """
    text = RichText(content) if isinstance(content, str) else content
    for last in _attempts():
        try:
            return (await _send(bot, place, text, keyboard, twice=twice)).message_id
        except BadRequest as error:
            refusal = refusal_of(error)
            if refusal is Refusal.NO_RIGHTS:
                logger.info("a chat cannot be written to: %s", error.message)
                return None
            if last or refusal not in _REMEDIES:
                raise
            place, text = _REMEDIES[refusal](place, text)
        except Forbidden as error:
            logger.info("not welcome in a chat: %s", error.message)
            return None
        except ChatMigrated as error:
            place = replace(place, chat=error.new_chat_id, reply_to=None)
    return None


async def edit(
    bot: ExtBot[bool],
    place: Place,
    message_id: int,
    content: RichText | str,
    keyboard: InlineKeyboardMarkup | None = None,
) -> bool:
    """Whether the message now shows the text; False when it is gone or may not be edited any more."""
    text = RichText(content) if isinstance(content, str) else content
    for last in _attempts():
        try:
            await bot.edit_message_text(
                text.text,
                chat_id=place.chat,
                message_id=message_id,
                business_connection_id=place.business,
                entities=telegram_entities(text),
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard,
            )
        except BadRequest as error:
            refusal = refusal_of(error)
            if last or refusal is not Refusal.ENTITIES or not text.entities:
                return _settled(refusal, error)
            text = _plain(text)
        except (Forbidden, ChatMigrated):
            return False
        else:
            return True
    return False


async def put(
    bot: ExtBot[bool],
    place: Place,
    texts: Sequence[RichText],
    keyboard: InlineKeyboardMarkup | None = None,
    earlier: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """Show the texts, one message each and the keyboard under the last, in place of the ``earlier`` messages.

    Return the ids of the messages that now show them, fewer than texts when the chat cannot be written to. Raises
    UnconfirmedError after the last where any may not have arrived.
    """
    sent: list[int] = []
    confirmed = True
    for number, text in enumerate(texts):
        buttons = keyboard if number == len(texts) - 1 else None
        if number < len(earlier) and await edit(bot, place, earlier[number], text, buttons):
            sent.append(earlier[number])
            continue
        try:
            message_id = await send(bot, place, text, buttons)
        except UnconfirmedError:
            confirmed = False
            continue
        if message_id is None:
            return tuple(sent)
        sent.append(message_id)
    for extra in earlier[len(texts) :]:
        await delete(bot, place, extra)
    if not confirmed:
        raise UnconfirmedError(tuple(sent))
    return tuple(sent)


async def send_picture(
    bot: ExtBot[bool], place: Place, picture: bytes, caption: str, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """Whether the chat now has the picture; some groups allow text alone."""
    try:
        await bot.send_photo(
            place.chat,
            picture,
            caption=caption,
            message_thread_id=place.topic,
            business_connection_id=place.business,
            reply_parameters=_reply_to(place),
            reply_markup=keyboard,
        )
    except BadRequest as error:
        logger.info("a picture was refused: %s", error.message)
        return False
    return True


async def delete(bot: ExtBot[bool], place: Place, message_id: int) -> None:
    """A message that is already gone, or too old to be deleted, is left as it is."""
    try:
        await bot.delete_message(place.chat, message_id)
    except (BadRequest, Forbidden, ChatMigrated, NetworkError) as error:
        logger.debug("not deleted: %s", error.message)


def _attempts() -> Iterator[bool]:
    """Whether each is the last."""
    return (number == ATTEMPTS for number in range(1, ATTEMPTS + 1))


async def _send(
    bot: ExtBot[bool], place: Place, text: RichText, keyboard: InlineKeyboardMarkup | None, *, twice: bool
) -> Message:
    return await bot.send_message(
        place.chat,
        text.text,
        entities=telegram_entities(text),
        message_thread_id=place.topic,
        business_connection_id=place.business,
        link_preview_options=NO_PREVIEW,
        reply_parameters=_reply_to(place),
        reply_markup=keyboard,
        rate_limit_args=twice,
    )


def _reply_to(place: Place) -> ReplyParameters | None:
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None


def _settled(refusal: Refusal, error: BadRequest) -> bool:
    if refusal is Refusal.UNCHANGED:
        return True
    if refusal in {Refusal.NO_MESSAGE, Refusal.NO_RIGHTS}:
        return False
    raise error


def _plain(text: RichText) -> RichText:
    logger.warning("entities were refused, the message goes out plain")
    return replace(text, entities=())


_REMEDIES: Mapping[Refusal, Callable[[Place, RichText], tuple[Place, RichText]]] = {
    Refusal.NO_REPLIED: lambda place, text: (replace(place, reply_to=None), text),
    Refusal.NO_TOPIC: lambda place, text: (replace(place, topic=None), text),
    Refusal.ENTITIES: lambda place, text: (place, _plain(text)),
}
