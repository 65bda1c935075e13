"""Which messages are meant for the bot, and what they ask."""

from __future__ import annotations

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType

GENERAL_TOPIC = 1


def question_in(message: Message, bot_id: int, bot_username: str) -> str | None:
    """The question that a text, or the caption of a picture, puts to the bot; None when it is not meant for it.

    A private or business chat speaks to the bot alone; in a group it must be mentioned or replied to, in a channel
    mentioned.
    """
    text = words_of(message)
    if text is None or _sent_by_a_bot(message) or _sent_by_the_owner(message):
        return None
    if message.chat.type == ChatType.PRIVATE:
        return text.strip()
    mentions = [entity for entity in _entities_of(message) if _mentions(message, entity, bot_id, bot_username)]
    if mentions:
        return without(text, mentions)
    in_a_group = message.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}
    return text.strip() if in_a_group and _replies_to(message, bot_id) else None


def spoken_text(message: Message, bot_id: int, bot_username: str) -> str:
    """The text of a message without its command or the mention of the bot."""
    words = [
        entity
        for entity in _entities_of(message)
        if _mentions(message, entity, bot_id, bot_username)
        or (entity.type == MessageEntity.BOT_COMMAND and not entity.offset)
    ]
    return without(words_of(message) or "", words)


def words_of(message: Message) -> str | None:
    """The text of a message, or the caption of its picture."""
    return message.text if message.text is not None else message.caption


def pointed_at(message: Message, bot_id: int) -> str:
    """The text of another's message that a bare mention or command replies to; empty when there is none."""
    replied = message.reply_to_message
    if replied is None or _replies_to(message, bot_id):
        return ""
    return words_of(replied) or ""


def asker_of(message: Message) -> int:
    """Who asked: a person, or the group or channel that an anonymous administrator speaks for."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user is not None else message.chat.id


def is_chat(asker: int) -> bool:
    """Whether an asker is a group or channel: their ids are negative, those of people are not."""
    return asker < 0


def asker_in(update: Update) -> int | None:
    """Whose words an update holds, by the id that they are forgotten by; a press is of the person who pressed."""
    message = update.effective_message
    if update.callback_query is None and isinstance(message, Message):
        return asker_of(message)
    return update.effective_user.id if update.effective_user is not None else None


def topic_of(message: Message) -> int | None:
    """The forum topic to answer in.

    The General topic takes no thread id, and outside forums a thread id only says which message is replied to.
    """
    thread = message.message_thread_id if message.is_topic_message else None
    return None if thread == GENERAL_TOPIC else thread


def without(text: str, entities: list[MessageEntity]) -> str:
    """The text with these entities (UTF-16 offsets) cut out."""
    units = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda each: each.offset, reverse=True):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return " ".join(units.decode("utf-16-le", "ignore").split())


def _sent_by_a_bot(message: Message) -> bool:
    """An anonymous administrator looks like a bot too, but speaks for a chat."""
    if message.via_bot is not None or message.is_automatic_forward:
        return True
    return message.sender_chat is None and message.from_user is not None and message.from_user.is_bot


def _sent_by_the_owner(message: Message) -> bool:
    """Whether the owner of a business account wrote it: their chats go by the other person's id."""
    if message.business_connection_id is None or message.from_user is None:
        return False
    return message.from_user.id != message.chat.id


def _entities_of(message: Message) -> tuple[MessageEntity, ...]:
    return message.entities if message.text is not None else message.caption_entities


def _mentions(message: Message, entity: MessageEntity, bot_id: int, bot_username: str) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot_id
    if entity.type != MessageEntity.MENTION:
        return False
    units = (words_of(message) or "").encode("utf-16-le", "surrogatepass")
    units = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
    return units.decode("utf-16-le", "ignore").casefold() == f"@{bot_username}".casefold()


def _replies_to(message: Message, bot_id: int) -> bool:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None or replied.from_user is None:
        return False
    return replied.from_user.id == bot_id
