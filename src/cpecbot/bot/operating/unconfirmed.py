"""An answer that may not have arrived is not sent again blindly: the person is told, and asks again by a button.

Where the number of the message that tells so follows right upon the question's, nothing is between the two: the answer
did not arrive, and takes the place of that message.
"""

from __future__ import annotations

from telegram import Message, Update

from cpecbot.bot.buttons import keyboards
from cpecbot.bot.buttons.presses import Press, Pressed, View
from cpecbot.bot.messaging.delivery import Place, delete, send
from cpecbot.bot.messaging.fates import UnconfirmedError
from cpecbot.bot.services.context import Context
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language


async def tell_unconfirmed(context: Context, message: Message, error: UnconfirmedError, language: Language) -> None:
    """Nothing is told in a business chat, where people write to a person."""
    place = Place.of(message)
    if place.business is not None:
        return
    told = await send(context.bot, place, say(Phrase.UNCONFIRMED, language), keyboards.again(language), twice=True)
    _stand_in(context, message, told)
    known = max((message.message_id, *error.sent))
    if told == known + 1 and not error.sent and context.services.repeats(context.update_id):
        await delete(context.bot, place, told)
        await _ask(context, message)


async def ask_again(context: Context, pressed: Pressed) -> str | None:
    """Deal with the message that this one replies to as if it came now, in the place of this one."""
    asked = pressed.message.reply_to_message
    if asked is None or pressed.press != Press(View.AGAIN):
        return say(Phrase.BUTTON_EXPIRED, await context.services.language(pressed.user.id, pressed.user))
    await delete(context.bot, pressed.place, pressed.message.message_id)
    await _ask(context, _in_reply_to(pressed.message, asked))
    return None


def _stand_in(context: Context, message: Message, told: int | None) -> None:
    """Let the message that tells so stand for the one that was replied to."""
    replied, said = message.reply_to_message, context.services.said
    earlier = said.get((message.chat.id, replied.message_id)) if replied is not None else None
    if earlier is not None and told is not None:
        said.put((message.chat.id, told), earlier)


def _in_reply_to(note: Message, asked: Message) -> Message:
    """Telegram leaves out what ``asked`` replied to, which may be all that puts it to the bot in a group."""
    return Message.de_json({**asked.to_dict(), "reply_to_message": note.to_dict()}, asked.get_bot())


async def _ask(context: Context, message: Message) -> None:
    await context.application.process_update(Update(context.update_id or 0, message=message))
