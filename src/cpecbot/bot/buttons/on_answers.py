"""The buttons under an answer: its pages, the context and article of a quote, the comparison, the verdict."""

from __future__ import annotations

from msgspec.structs import replace
from telegram.constants import ChatType

from cpecbot.bot.buttons import keyboards
from cpecbot.bot.buttons.anew import answer_above
from cpecbot.bot.buttons.presses import Pressed
from cpecbot.bot.messaging.delivery import delete, edit, put, send
from cpecbot.bot.services.context import Context
from cpecbot.bot.showing import answers
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.models import Answer, Quote
from cpecbot.storage import Feedback, Vote


async def turn_page(context: Context, pressed: Pressed) -> str | None:
    """Show a page of further quotes, or page 0, the answer itself."""
    services = context.services
    answer = await answer_above(context, pressed)
    if answer is None:
        return await _expired(context, pressed)
    pages = await context.compute(answers.all_pages, answer, services.library)
    number = min(pressed.press.number(0), len(pages.turned) - 1)
    shares = context.shares(pressed.place)
    keyboard = keyboards.under_answer(answer, pages, pressed.press.key, number, shares=shares)
    await edit(context.bot, pressed.place, pressed.message.message_id, pages.turned[number], keyboard)
    return None


async def show_context(context: Context, pressed: Pressed) -> str | None:
    """Show the sentences around a quote."""
    services = context.services
    answer = await answer_above(context, pressed)
    quote = _quote(answer, pressed.press.number(0)) if answer else None
    if answer is None or quote is None:
        return await _expired(context, pressed)
    text = await context.compute(answers.context, quote, services.library, answer)
    keyboard = keyboards.under_context(answer, pressed.press)
    await edit(context.bot, pressed.place, pressed.message.message_id, text, keyboard)
    return None


async def send_copy(context: Context, pressed: Pressed) -> str | None:
    """Send a quote alone, to be copied as a whole: one that is too long for a button that copies by itself."""
    answer = await answer_above(context, pressed)
    quote = _quote(answer, pressed.press.number(0)) if answer else None
    if quote is None:
        return await _expired(context, pressed)
    await put(context.bot, pressed.place, answers.copied(quote))
    return None


async def show_full_text(context: Context, pressed: Pressed) -> str | None:
    """Show a page of the article of a quote."""
    services = context.services
    answer = await answer_above(context, pressed)
    quote = _quote(answer, pressed.press.number(0)) if answer else None
    if answer is None or quote is None:
        return await _expired(context, pressed)
    texts = await context.compute(answers.full_text, quote.source, services.library, answer.told_in)
    page = min(pressed.press.number(1), len(texts) - 1)
    keyboard = keyboards.under_full_text(pressed.press, page, len(texts), answer.told_in)
    await edit(context.bot, pressed.place, pressed.message.message_id, texts[page], keyboard)
    return None


async def show_comparison(context: Context, pressed: Pressed) -> str | None:
    """Show what each source says on the question, and where they part ways."""
    services = context.services
    answer = await answer_above(context, pressed)
    if answer is None:
        return await _expired(context, pressed)
    options = await services.options(pressed.user.id, pressed.user)
    options = replace(options, fallback_language=answer.language, spoken=answer.spoken)
    topic = answer.understood or answer.question
    _, pages = await context.compute(answers.comparison, topic, services.library, options)
    page = min(pressed.press.number(0), len(pages.first) - 1)
    keyboard = keyboards.under_comparison(pressed.press.key, page, len(pages.first), answer.told_in)
    await edit(context.bot, pressed.place, pressed.message.message_id, pages.first[page], keyboard)
    return None


async def take_verdict(context: Context, pressed: Pressed) -> str | None:
    """Store a thumb up or down; the last one counts, and the same one again takes it back."""
    services = context.services
    answer = await answer_above(context, pressed)
    if answer is None:
        return await _expired(context, pressed)
    feedback = Feedback(
        person=pressed.user.id,
        chat=pressed.message.chat.id,
        message=pressed.message.message_id,
        useful=bool(pressed.press.number(0)),
        sources=tuple(dict.fromkeys(quote.source for quote in answer.quotes)),
        given_at=services.clock(),
        question=answer.question,
    )
    vote = await services.storage.save_feedback(feedback, context.update_id)
    await _mind_why(context, pressed, feedback, vote)
    if not vote.saved:
        return say(Phrase.SETTINGS_NOT_SAVED, answer.told_in)
    if not vote.stands:
        return say(Phrase.FEEDBACK_WITHDRAWN, answer.told_in)
    return say(Phrase.FEEDBACK_GOOD if feedback.useful else Phrase.FEEDBACK_BAD, answer.told_in)


async def _mind_why(context: Context, pressed: Pressed, feedback: Feedback, vote: Vote) -> None:
    """Ask once in a private chat why, which may be passed over; a vote that is withdrawn is no longer asked about."""
    place = pressed.place
    if not vote.stands:
        if vote.asked is not None:
            await delete(context.bot, place, vote.asked)
    elif vote.asked is None and pressed.message.chat.type == ChatType.PRIVATE and place.business is None:
        language = await context.services.language(pressed.user.id, pressed.user)
        below = replace(place, reply_to=pressed.message.message_id)
        asked = await send(context.bot, below, say(Phrase.FEEDBACK_WHY, language), twice=True)
        if asked is not None:
            await context.services.storage.ask_why(feedback, asked)


def _quote(answer: Answer, number: int) -> Quote | None:
    quotes = answer.quotes + answer.more
    return quotes[number] if number < len(quotes) else None


async def _expired(context: Context, pressed: Pressed) -> str:
    return say(Phrase.BUTTON_EXPIRED, await context.services.language(pressed.user.id, pressed.user))
