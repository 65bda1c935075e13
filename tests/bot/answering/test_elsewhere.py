"""Inline mode, guest mode and business accounts."""

from __future__ import annotations

from typing import Any

import pytest

from fakes import updates
from fakes.bot import Bot, Make
from fakes.updates import ANNA, BILAL, GROUP


async def results(bot: Bot, text: str, offset: str = "") -> dict[str, Any]:
    (call,) = await bot.receive(updates.typed_inline(text, offset=offset))
    assert call.method == "answerInlineQuery"
    return call.parameters


async def test_inline_results_are_quotes_with_their_source(bot: Bot) -> None:
    """What is sent holds the exact words as a blockquote."""
    answer = await results(bot, "Gaza")
    first = answer["results"][0]
    assert "source" in first["title"]
    assert "Gaza" in first["input_message_content"]["message_text"]
    assert "blockquote" in " ".join(entity["type"] for entity in first["input_message_content"]["entities"])
    assert answer["is_personal"] in (True, "true")
    assert int(answer["cache_time"]) == 300


async def test_an_inline_result_leads_to_the_whole_answer_in_the_bot_s_chat(bot: Bot) -> None:
    """By a link that asks the same question and tells nothing of who asked; of a long one, to the article."""
    for question, opened in (("Gaza", "Gaza"), ("Gaza".ljust(47, "?"), "Full text")):
        result = (await results(bot, question))["results"][0]
        ((button,),) = result["reply_markup"]["inline_keyboard"]
        link, _, payload = button["url"].partition("?start=")
        assert link == "https://t.me/cpec_quotes_bot"
        assert len(payload) <= 64
        (sent,) = await bot.say(f"/start {payload}", user=BILAL | {"language_code": "en"})
        assert opened in sent["text"]


async def test_inline_results_come_in_pages_that_do_not_overlap(make_bot: Make) -> None:
    """Telegram asks for the next page with the offset it was given."""
    bot = await make_bot(inline_page=4)
    seen: list[str] = []
    offset = ""
    for _ in range(50):
        answer = await results(bot, "strategic dialogue", offset)
        seen += [result["id"] for result in answer["results"]]
        offset = answer.get("next_offset", "")
        if not offset:
            break
    assert len(seen) == len(set(seen)) > 8


@pytest.mark.parametrize("offset", ["999999", "-1", "x", "٣"])
async def test_a_forged_offset_is_harmless(bot: Bot, offset: str) -> None:
    """An offset comes from the outside."""
    answer = await results(bot, "Gaza", offset)
    assert isinstance(answer["results"], list)


async def test_an_empty_inline_query_leads_to_help_and_an_unanswered_one_to_the_private_chat(bot: Bot) -> None:
    """The button above the results opens the bot."""
    assert (await results(bot, ""))["button"]["start_parameter"] == "help"
    unanswered = await results(bot, "zebra")
    assert unanswered["results"] == []
    await bot.verify_dialog([("/start " + unanswered["button"]["start_parameter"], "found nothing on this")])
    assert bot.library.asked[-1][0] == "zebra"
    assert (await results(bot, "zebra " * 40))["button"]["start_parameter"] == "help"


async def test_an_inline_query_answered_too_late_is_no_failure(bot: Bot) -> None:
    """The person has typed on."""
    bot.telegram.fail("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired")
    await bot.receive(updates.typed_inline("Gaza"))
    assert bot.services.counts["failures"] == 0


async def test_a_failing_inline_query_is_ended(bot: Bot) -> None:
    """An empty list stops the person's spinner."""

    def fail(_: str) -> None:
        raise RuntimeError("broken")

    bot.library.trouble = fail
    assert (await results(bot, "Gaza"))["results"] == []


async def test_a_guest_answers_with_one_message(bot: Bot) -> None:
    """Mentioned in a chat that it is no member of, the bot may send one message."""
    guest = updates.message("@cpec_quotes_bot Gaza", chat=GROUP, guest_query_id="g1")
    (call,) = await bot.receive(updates.update(guest_message=guest))
    assert call.method == "answerGuestQuery"
    assert call.parameters["guest_query_id"] == "g1"
    assert "Gaza" in call.parameters["result"]["input_message_content"]["message_text"]
    assert bot.library.asked[-1][0] == "Gaza"


async def test_a_guest_may_be_pointed_at_the_question_of_another(bot: Bot) -> None:
    """A bare mention in reply to it."""
    other = updates.message("Gaza", user=BILAL, chat=GROUP)
    guest = updates.message("@cpec_quotes_bot", chat=GROUP, guest_query_id="g1", reply_to_message=other)
    await bot.receive(updates.update(guest_message=guest))
    assert bot.library.asked[-1][0] == "Gaza"


async def test_guest_mode_that_the_server_does_not_know_is_no_failure(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """An older Bot API server answers 404."""
    bot.telegram.fail("answerGuestQuery", 404, "Not Found: method not found")
    guest = updates.message("@cpec_quotes_bot Gaza", chat=GROUP, guest_query_id="g1")
    await bot.receive(updates.update(guest_message=guest))
    assert bot.services.counts["failures"] == 0
    assert "token" not in caplog.text


async def test_a_business_message_is_answered_through_its_connection(bot: Bot) -> None:
    """The answer goes out in the name of the account's owner, edits too."""
    asked = updates.message("Gaza", business_connection_id="b1", message_id=80)
    (call,) = await bot.receive(updates.update(business_message=asked))
    assert call.parameters["business_connection_id"] == "b1"
    (call,) = await bot.receive(updates.update(edited_business_message=asked | {"text": "Kashmir", "edit_date": 9}))
    assert (call.method, call.parameters["business_connection_id"]) == ("editMessageText", "b1")


async def test_in_a_business_chat_the_bot_keeps_out_of_what_it_cannot_answer(bot: Bot) -> None:
    """The owner's own messages, and questions that no source answers."""
    own = updates.message("Gaza", user=BILAL, chat=updates.private(ANNA), business_connection_id="b1")
    assert await bot.receive(updates.update(business_message=own)) == []
    chat = updates.message("zebra", business_connection_id="b1")
    assert await bot.receive(updates.update(business_message=chat)) == []
