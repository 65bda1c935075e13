"""The buttons under an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cpecbot.bot.buttons.presses import View
from cpecbot.corpus.loading import build_corpus
from cpecbot.models import Quote
from fakes import updates
from fakes.bot import Bot, Make
from fakes.library import FakeLibrary
from fakes.rules import units
from fakes.telegram import BOT_USER, Call

DIALOGUE = "strategic dialogue"


def buttons(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for row in shown["reply_markup"]["inline_keyboard"] for button in row]


def notice(calls: list[Call]) -> str:
    (answered,) = [call.parameters for call in calls if call.method == "answerCallbackQuery"]
    return str(answered.get("text", ""))


async def test_more_quotes_turn_the_same_message_and_back(bot: Bot) -> None:
    """Paging edits the message with the buttons and sends nothing new."""
    await bot.say(DIALOGUE)
    first = dict(bot.last)
    calls = await bot.press("›")
    assert [call.method for call in calls] == ["editMessageText", "answerCallbackQuery"]
    assert bot.last["text"].startswith("4.")
    await bot.press("‹")
    assert bot.last == first


async def test_no_more_than_six_buttons_stand_under_an_answer_or_its_pages(bot: Bot) -> None:
    await bot.say(DIALOGUE)
    while True:
        assert len(buttons(bot.last)) <= 6
        if not any("›" in button["text"] for button in buttons(bot.last)):
            break
        await bot.press("›")


async def test_a_quote_without_a_button_is_reached_from_the_one_beside_it(bot: Bot) -> None:
    await bot.say(DIALOGUE)
    await bot.press("🔍 1…")
    await bot.press("🔍 2")
    assert quotes_of(bot)[1].text in bot.last["text"]


async def test_context_shows_the_sentences_around_and_leads_to_the_article(bot: Bot) -> None:
    """From the quote to its surroundings, in the open, to the whole article as an expandable quote, and back."""
    await bot.say("Gaza")
    quote = quotes_of(bot)[0]
    await bot.press("🔍 1")
    assert quote.text in bot.last["text"]
    assert len(bot.last["text"]) > len(quote.text) + 200
    assert "blockquote" in [entity["type"] for entity in bot.last["entities"]]
    await bot.press("Full text")
    assert [entity["type"] for entity in bot.last["entities"]].count("expandable_blockquote") == 1
    await bot.press("Back")
    assert bot.last["text"].startswith("1.")


async def test_compare_shows_each_source(bot: Bot) -> None:
    """The comparison takes the place of the answer, with a way back."""
    await bot.say("Gaza")
    await bot.press("Compare")
    assert "Gaza" in bot.last["text"]
    assert [button["text"] for button in buttons(bot.last)] == ["Back"]


async def test_a_quote_is_copied_as_the_exact_slice(bot: Bot) -> None:
    """By the button itself, or alone in a message where that cannot hold it; nothing is left off."""
    for words in ("Khunjerab", "Gaza"):
        await bot.say(words)
        quote = quotes_of(bot)[0]
        await bot.press("🔍 1")
        by_itself = [button["copy_text"]["text"] for button in buttons(bot.last) if "copy_text" in button]
        assert by_itself == ([quote.text] if len(quote.text) <= 256 else [])
        if not by_itself:
            (sent, _) = await bot.press("📋")
            assert sent.parameters["text"] == quote.text
            assert sent.parameters["entities"] == [{"type": "pre", "offset": 0, "length": units(quote.text)}]


async def test_the_question_is_shared_where_the_bot_answers_inline(make_bot: Make, monkeypatch: Any) -> None:
    """Into whatever chat is chosen; of who asked there is nothing in it."""
    bot = await make_bot()
    await bot.say("and Kashmir")
    await bot.say("Gaza")
    (share,) = [each for each in buttons(bot.last) if "switch_inline_query_chosen_chat" in each]
    assert share["switch_inline_query_chosen_chat"]["query"] == "Gaza"
    assert len(buttons(bot.last)) <= 6
    monkeypatch.setitem(BOT_USER, "supports_inline_queries", False)
    without = await make_bot()
    await without.say("Gaza")
    assert not [each for each in buttons(without.last) if "switch_inline_query_chosen_chat" in each]


async def test_a_question_that_no_inline_query_holds_is_not_shared(bot: Bot) -> None:
    """Cut, it would be another."""
    for length, shared in ((256, 1), (257, 0)):
        await bot.say("Gaza".ljust(length, "?"))
        assert len([each for each in buttons(bot.last) if "switch_inline_query_chosen_chat" in each]) == shared


async def test_a_source_has_a_link_to_hand_on(bot: Bot) -> None:
    """That opens it in the bot's chat."""
    await bot.say("/source 004")
    (link,) = [each["copy_text"]["text"] for each in buttons(bot.last) if "copy_text" in each]
    assert link.startswith("https://t.me/cpec_quotes_bot?start=s_004")
    (sent,) = await bot.say("/start " + link.partition("=")[2])
    assert "Full text of source 004" in sent["text"]


async def test_a_thumb_is_counted_once_turned_round_and_taken_back(bot: Bot) -> None:
    """The last verdict counts, and the same one again takes it back."""
    await bot.say("Gaza")
    assert "Glad" in notice(await bot.press("👍"))
    assert "not helpful" in notice(await bot.press("👎"))
    totals = await bot.services.storage.totals()
    assert (totals.useful, totals.not_useful) == (0, 1)
    assert "withdrawn" in notice(await bot.press("👎"))
    assert (await bot.services.storage.totals()).not_useful == 0


async def test_who_votes_is_asked_why_once_and_may_pass_it_over(bot: Bot) -> None:
    """The next question is one; only a reply to the message that asked is a word."""
    await bot.say("Gaza")
    calls = await bot.press("👎")
    assert [call.method for call in calls] == ["sendMessage", "answerCallbackQuery"]
    asked = bot.last
    assert "In a word, why" in asked["text"]
    assert [call.method for call in await bot.press("👍")] == ["answerCallbackQuery"]
    assert "Kashmir" in (await bot.say("Kashmir"))[0]["text"]
    before = len(bot.library.asked)
    (noted,) = await bot.say("dated", reply_to_message=asked)
    assert "keep that" in noted["text"]
    assert len(bot.library.asked) == before
    (feedback,) = bot.services.storage._feedback.values()
    assert (feedback.useful, feedback.word) == (True, "dated")


async def test_a_withdrawn_vote_takes_its_word_and_the_message_that_asked_along(bot: Bot) -> None:
    await bot.say("Gaza")
    await bot.press("👎")
    asked = bot.last
    await bot.say("dated", reply_to_message=asked)
    calls = await bot.press("👎")
    assert [call.method for call in calls] == ["deleteMessage", "answerCallbackQuery"]
    assert (501, asked["message_id"]) not in bot.telegram.messages
    assert not bot.services.storage._feedback.values()
    assert "keep that" not in (await bot.say("dated", reply_to_message=asked))[0]["text"]


@pytest.mark.parametrize("more", [{"chat": updates.GROUP}, {"business_connection_id": "b1"}])
async def test_nobody_is_asked_why_where_others_read_along(bot: Bot, more: dict[str, Any]) -> None:
    await bot.say("@cpec_quotes_bot Gaza", **more)
    data = next(button["callback_data"] for button in buttons(bot.last) if button["text"] == "👎")
    calls = await bot.receive(updates.pressed(data, bot.last | more))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_a_long_word_is_kept_as_far_as_the_privacy_page_says(bot: Bot) -> None:
    await bot.say("Gaza")
    await bot.press("👎")
    await bot.say("why " * 100, reply_to_message=bot.last)
    (feedback,) = bot.services.storage._feedback.values()
    assert feedback.word is not None
    assert len(feedback.word) == 200


async def test_callback_data_is_short_and_says_nothing_of_anybody(bot: Bot) -> None:
    """No id of a person or a chat, and no word of the question."""
    await bot.say("Afghanistan terrorism", chat=updates.GROUP | {"type": "private", "id": 501})
    data = [button["callback_data"] for button in buttons(bot.last) if "callback_data" in button]
    assert data
    for each in data:
        assert len(each.encode()) <= 64
        assert "501" not in each.split(":")[0] + each.split(":")[2]
        assert "fghan" not in each


@pytest.mark.parametrize(
    "data", ["", "x" * 64, "p", "p::", "z:key:1", "p:key:1:2", "p:../..:0", "c:кей:1", "p:key:9\n", "drop table"]
)
async def test_forged_data_gets_a_polite_answer(bot: Bot, data: str) -> None:
    """Nothing but a notice comes of data that the bot did not make."""
    await bot.say("Gaza")
    calls = await bot.receive(updates.pressed(data, bot.last))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert "don’t know this button" in notice(calls)


@pytest.mark.parametrize("view", list(View))
async def test_data_with_a_wrong_key_and_wild_numbers_never_fails(bot: Bot, view: View) -> None:
    """A guessed key or a number out of range opens nothing of others and raises nothing."""
    await bot.say("/start")
    for argument in ("", "999999", "1.999999", "quotes.77", "en.99", "read.xx", "0.0.0"):
        data = f"{view}:AAAAAAAA:{argument}"
        calls = await bot.receive(updates.pressed(data, bot.last | updates.keyboard(data)))
        assert calls[-1].method == "answerCallbackQuery"
    assert bot.services.counts["failures"] == 0


async def test_a_press_on_an_inaccessible_message_is_answered(bot: Bot) -> None:
    """Telegram hides messages that are too old."""
    gone = {"message_id": 7, "date": 0, "chat": updates.private(updates.ANNA)}
    assert "too old" in notice(await bot.receive(updates.pressed("p:AAAAAAAA:0", gone)))


async def test_buttons_survive_a_restart_through_the_question_they_reply_to(make_bot: Make) -> None:
    """The key is unknown to the new process, the question above the answer is not."""
    old = await make_bot()
    question = updates.message(DIALOGUE, message_id=77)
    await old.receive(updates.update(message=question))
    shown = old.last | {"reply_to_message": question}
    new = await make_bot()
    new.telegram.messages[501, shown["message_id"]] = shown
    data = next(button["callback_data"] for button in buttons(shown) if "›" in button["text"])
    calls = await new.receive(updates.pressed(data, shown))
    assert calls[0].method == "editMessageText"
    assert new.last["text"].startswith("4.")


@pytest.mark.parametrize("text", ["Something else entirely.", None])
async def test_after_a_reload_no_button_shows_a_quote_that_is_no_longer_there(bot: Bot, text: str | None) -> None:
    """An article was changed or taken away; nothing in the chat can be asked again."""
    await bot.say("Gaza")
    source = quotes_of(bot)[0].source
    articles = [article for article in bot.library.corpus.articles.values() if article.source != source]
    if text is not None:
        articles.append(replace(bot.library.corpus.articles[source], text=text))
    bot.services.library = FakeLibrary(build_corpus(articles))
    for label in ("🔍 1", "Compare", "👍"):
        assert "too old" in notice(await bot.press(label))


async def test_old_buttons_whose_question_is_gone_say_so(make_bot: Make) -> None:
    """Without key and question there is nothing to rebuild."""
    bot = await make_bot()
    shown = updates.from_bot("1. …", updates.private(updates.ANNA))
    assert "too old" in notice(await bot.receive(updates.pressed("p:AAAAAAAA:1", shown)))


async def test_in_a_group_only_the_asker_presses(bot: Bot) -> None:
    """Others are told to ask themselves, and nothing changes."""
    await bot.say("@cpec_quotes_bot " + DIALOGUE, chat=updates.GROUP)
    before = dict(bot.last)
    calls = await bot.press("›", user=updates.BILAL)
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert calls[0].parameters["show_alert"] in (True, "true")
    assert bot.last == before
    assert (await bot.press("›"))[0].method == "editMessageText"


async def test_after_a_restart_the_replied_question_tells_the_asker(make_bot: Make) -> None:
    """The asker of a group's question is still the only one who presses."""
    bot = await make_bot()
    question = updates.message("@cpec_quotes_bot Gaza", chat=updates.GROUP, message_id=78)
    data = "p:AAAAAAAA:0"
    shown = updates.from_bot("1. …", updates.GROUP) | {"reply_to_message": question} | updates.keyboard(data)
    bot.telegram.messages[updates.GROUP["id"], 900] = shown
    calls = await bot.receive(updates.pressed(data, shown, user=updates.BILAL))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    calls = await bot.receive(updates.pressed(data, shown))
    assert calls[0].method == "editMessageText"


@pytest.mark.parametrize("description", ["query is too old and response timeout expired or query ID is invalid"])
async def test_a_press_answered_too_late_is_no_failure(bot: Bot, description: str) -> None:
    """Telegram forgets a press after a while."""
    await bot.say("Gaza")
    bot.telegram.fail("answerCallbackQuery", 400, f"Bad Request: {description}")
    await bot.press("👍")
    assert bot.services.counts["failures"] == 0


async def test_pressing_what_is_already_shown_is_no_failure(bot: Bot) -> None:
    """The message is not modified, and that is fine."""
    await bot.say("Gaza")
    data = f"p:{key_of(bot)}:0"
    calls = await bot.receive(updates.pressed(data, bot.last))
    assert [call.method for call in calls] == ["editMessageText", "answerCallbackQuery"]
    assert bot.services.counts["failures"] == 0


def quotes_of(bot: Bot) -> tuple[Quote, ...]:
    shown = bot.services.shown.get(key_of(bot))
    assert shown is not None
    assert shown.answer is not None
    return shown.answer.quotes


def key_of(bot: Bot) -> str:
    data = next(button["callback_data"] for button in buttons(bot.last) if "callback_data" in button)
    return str(data.split(":")[1])


async def test_what_changed_between_rounds_is_turned_page_by_page(bot: Bot) -> None:
    """In one message, and still on the topic that was asked for."""
    await bot.say("/changes ال")
    first = dict(bot.last)
    calls = await bot.press("›")
    assert [call.method for call in calls] == ["editMessageText", "answerCallbackQuery"]
    assert bot.last["text"] != first["text"]
    await bot.press("‹")
    assert bot.last == first


async def test_what_changed_is_shown_no_more_once_its_topic_is_forgotten(bot: Bot) -> None:
    """After a restart nobody knows what it was on."""
    await bot.say("/changes ال")
    bot.services.shown.drop(lambda *_: True)
    assert "again" in notice(await bot.press("›"))
