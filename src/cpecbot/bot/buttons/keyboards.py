"""The buttons under each kind of message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import ceil

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, SwitchInlineQueryChosenChat
from telegram.constants import InlineKeyboardButtonLimit, InlineQueryLimit

from cpecbot.bot.buttons.presses import NO_KEY, Press, View
from cpecbot.bot.showing.answers import Pages
from cpecbot.bot.showing.differences import TopicList, TopicNotes
from cpecbot.bot.showing.screens import SourceList, short_key
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import Plural, count, format_number, native_name, say, translator
from cpecbot.language.sentences.wrapping import on_one_line
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, Quote
from cpecbot.rendering.answer.differences import further_notes
from cpecbot.storage import Preferences

QUOTE_COUNTS = (1, 3, 5, 8)
PER_ROW = 5
# What a phone shows under a message without the message leaving its screen.
MOST_BUTTONS = 6
AUTO = "auto"

Row = Sequence[InlineKeyboardButton]


def under_answer(
    answer: Answer, pages: Pages, key: str, page: int = 0, *, shares: bool = False
) -> InlineKeyboardMarkup | None:
    """The buttons for the quotes on ``page``; those of page 0 need only the messages of the answer.

    ``shares`` puts one there that asks the question in another chat, where it fits an inline query.
    No more than a phone shows at a glance: the context of a quote that has no room is reached from that of another.
    """
    if not answer.quotes:
        return examples(answer.told_in)
    language = answer.told_in
    compare = _button(say(Phrase.BUTTON_COMPARE, language), View.COMPARE, key)
    verdicts = [] if page else [_button("👍", View.VERDICT, key, "1"), _button("👎", View.VERDICT, key, "0")]
    turner = _turner(View.PAGE, key, "", page, len(pages.turned)) if page else _to_more(answer, pages.notes, key)
    share = _share(answer) if shares and not page else []
    room = MOST_BUTTONS - len(turner) - len([compare, *verdicts, *share])
    contexts = _contexts(pages.numbers[page], key, page, room, language)
    return _markup([[*contexts, *share], turner, [compare, *verdicts]])


def under_context(answer: Answer, press: Press) -> InlineKeyboardMarkup | None:
    """``press`` names the quote's number and the page to go back to."""
    language, page = answer.told_in, press.number(1)
    quotes = answer.quotes + answer.more
    number = press.number(0)
    label = "📋 " + say(Phrase.BUTTON_COPY, language)
    fits = _fits_copy(quotes[number])
    copy = _copy(label, quotes[number]) if fits else _button(label, View.COPY, press.key, f"{number}")
    article = _button(say(Phrase.BUTTON_FULL_TEXT, language), View.FULL_TEXT, press.key, f"{number}.0")
    beside = [each for each in (number - 1, number + 1) if 0 <= each < len(quotes)]
    others = [_to_context(each, press.key, page, language) for each in beside]
    return _markup([[copy, article], others, [_back(press.key, page, language)]])


def under_full_text(press: Press, page: int, pages: int, language: Language) -> InlineKeyboardMarkup | None:
    turner = _turner(View.FULL_TEXT, press.key, f"{press.number(0)}.", page, pages)
    return _markup([turner, [_back(press.key, 0, language)]])


def under_comparison(key: str, page: int, pages: int, language: Language) -> InlineKeyboardMarkup | None:
    return _markup([_turner(View.COMPARE, key, "", page, pages), [_back(key, 0, language)]])


def examples(language: Language) -> InlineKeyboardMarkup | None:
    """Questions to try, one button each."""
    return _markup(
        [_button(text, View.EXAMPLE, NO_KEY, f"{language}.{number}")]
        for number, text in enumerate(translator(language).examples())
    )


def sources(listed: SourceList, key: str) -> InlineKeyboardMarkup | None:
    """A button for each article on the page, and to the other pages."""
    buttons = [
        _button(f"📄 {name[:20]}", View.SOURCE, key, f"{short_key(source)}.0") for source, name in listed.names.items()
    ]
    return _markup([*_rows(buttons), _turner(View.SOURCES, key, "", listed.page, listed.pages)])


def under_source(source: str, key: str, page: int, pages: int, link: str | None) -> InlineKeyboardMarkup | None:
    """``link`` opens the source in a chat with the bot; it is there to be copied."""
    copy = [InlineKeyboardButton("🔗 t.me", copy_text=CopyTextButton(link))] if link else []
    return _markup([_turner(View.SOURCE, key, f"{short_key(source)}.", page, pages), copy])


def opening(label: str, link: str) -> InlineKeyboardMarkup:
    """What leads from another chat to the bot's."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, url=link)]])


def topics(listed: TopicList, key: str, language: Language) -> InlineKeyboardMarkup | None:
    """A button for each topic on the page, by its number, and to the other pages."""
    numbers = [(format_number(number, language), each) for number, each in enumerate(listed.keys, listed.first)]
    buttons = [_button(number, View.TOPIC, key, f"{each}.0") for number, each in numbers]
    return _markup([*_rows(buttons), _turner(View.NOTES, key, "", listed.page, listed.pages)])


def spoken_of(concepts: Mapping[str, str], key: str) -> InlineKeyboardMarkup | None:
    """Under a picture of who speaks of what: the first of the topics, which are names by concept, each to be asked."""
    first = islice(concepts.items(), MOST_BUTTONS)
    return _markup(_rows([_button(name, View.SPOKEN_OF, key, short_key(concept)) for concept, name in first], 2))


def under_topic(topic: str, found: TopicNotes, key: str, page: int, language: Language) -> InlineKeyboardMarkup | None:
    back = _button(say(Phrase.BUTTON_BACK, language), View.NOTES, key, str(found.listed))
    return _markup([_turner(View.TOPIC, key, f"{topic}.", page, len(found.texts)), [back]])


def languages(offered: Languages, key: str, chosen: Language | None, spoken: Language) -> InlineKeyboardMarkup | None:
    """The languages in their own names, and leaving the choice to each question."""
    auto = _ticked(say(Phrase.LANGUAGE_AUTO, spoken), chosen is None)
    buttons = [_button(_ticked(native_name(each), each == chosen), View.LANGUAGE, key, each.code) for each in offered]
    return _markup([*_rows(buttons, 3), [_button(auto, View.LANGUAGE, key, AUTO)]])


def settings(preferences: Preferences, offered: Languages, key: str, language: Language) -> InlineKeyboardMarkup | None:
    counts = [
        _button(_ticked(format_number(each, language), each == preferences.quotes), View.SETTING, key, f"quotes.{each}")
        for each in QUOTE_COUNTS
    ]
    read = [
        _button(
            _ticked(native_name(each), each.code in preferences.source_languages), View.SETTING, key, f"read.{each}"
        )
        for each in offered
    ]
    state = say(Phrase.SETTINGS_ON if preferences.keep_questions else Phrase.SETTINGS_OFF, language)
    keep = say(Phrase.SETTINGS_KEEP_QUESTIONS, language, state=state)
    return _markup([counts, *_rows(read, 3), [_button(keep, View.SETTING, key, "keep.")]])


def forget(key: str, language: Language) -> InlineKeyboardMarkup | None:
    yes = _button(say(Phrase.BUTTON_YES, language), View.FORGET, key, "1")
    return _markup([[yes, _button(say(Phrase.BUTTON_NO, language), View.FORGET, key, "0")]])


def under_pages(view: View, key: str, page: int, pages: int) -> InlineKeyboardMarkup | None:
    """Under a list of several pages, which a press on ``view`` turns."""
    return _markup([_turner(view, key, "", page, pages)])


def _turner(view: View, key: str, before: str, page: int, pages: int) -> Row:
    """Back and forth through pages of one message."""
    row = []
    if page > 0:
        row.append(_button(f"‹ {page}/{pages}", view, key, f"{before}{page - 1}"))
    if page + 1 < pages:
        row.append(_button(f"{page + 2}/{pages} ›", view, key, f"{before}{page + 1}"))
    return row


def _contexts(numbers: range, key: str, page: int, room: int, language: Language) -> Row:
    """To the contexts of as many quotes as there is ``room`` for; the last says that there are others behind it."""
    row = [_to_context(number, key, page, language) for number in numbers[:room]]
    if len(numbers) > room:
        row[-1] = _to_context(numbers[room - 1], key, page, language, more=True)
    return row


def _to_context(number: int, key: str, page: int, language: Language, *, more: bool = False) -> InlineKeyboardButton:
    """To the context of the quote with this number, from 0, and back to ``page``."""
    label = f"🔍 {format_number(number + 1, language)}" + ("…" if more else "")
    return _button(label, View.CONTEXT, key, f"{number}.{page}")


def _to_more(answer: Answer, shown: int, key: str) -> Row:
    """To what a glance at the answer leaves out, and how much that is; nothing where that is nothing.

    ``shown`` are the notes on differences that it does not leave out.
    """
    language, notes = answer.told_in, len(further_notes(answer.disagreements, shown))
    quotes = [count(Plural.MORE_QUOTES, len(answer.more), language)] if answer.more else []
    differences = [count(Plural.MORE_DIFFERENCES, notes, language)] if notes else []
    told = " · ".join([*quotes, *differences])
    return [_button(told + " ›", View.PAGE, key, "1")] if told else []


def _back(key: str, page: int, language: Language) -> InlineKeyboardButton:
    return _button(say(Phrase.BUTTON_BACK, language), View.PAGE, key, str(page))


def again(language: Language) -> InlineKeyboardMarkup | None:
    """What asks the message once more that the bot's replies to."""
    return _markup([[_button(say(Phrase.BUTTON_AGAIN, language), View.AGAIN, NO_KEY)]])


def _button(text: str, view: View, key: str, argument: str = "") -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=str(Press(view, key, argument)))


def _share(answer: Answer) -> Row:
    """Nothing where the question is too long for an inline query: cut, it would be another."""
    question = answer.understood or answer.question
    if len(question) > InlineQueryLimit.MAX_QUERY_LENGTH:
        return []
    where = SwitchInlineQueryChosenChat(
        question, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
    )
    label = "📤 " + say(Phrase.BUTTON_SHARE, answer.told_in)
    return [InlineKeyboardButton(label, switch_inline_query_chosen_chat=where)]


def _copy(text: str, quote: Quote) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, copy_text=CopyTextButton(on_one_line(quote.text, quote.language)))


def _fits_copy(quote: Quote) -> bool:
    """Whether the whole quote can be copied; a part of it would be no quote."""
    return (
        len(on_one_line(quote.text, quote.language).encode("utf-16-le")) // 2 <= InlineKeyboardButtonLimit.MAX_COPY_TEXT
    )


def _ticked(text: str, chosen: bool) -> str:
    return f"✓ {text}" if chosen else text


def _rows(buttons: Sequence[InlineKeyboardButton], most: int = PER_ROW) -> list[Row]:
    """As few rows as ``most`` buttons each allow, all about as long."""
    rows = max(1, ceil(len(buttons) / most))
    width = max(1, ceil(len(buttons) / rows))
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _markup(rows: Iterable[Row]) -> InlineKeyboardMarkup | None:
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None
