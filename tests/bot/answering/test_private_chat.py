"""What a person in a private chat says, and what the bot answers."""

from __future__ import annotations

from fakes import updates
from fakes.bot import Bot


async def test_a_conversation_from_start_to_sources(bot: Bot) -> None:
    """The first minute of a new person."""
    await bot.verify_dialog(
        [
            ("/start", "exact words"),
            ("/help", "/disagreements"),
            ("/sources", "APP"),
            ("What was said about Gaza?", "Gaza"),
            ("zebra giraffe", "found nothing on this"),
        ]
    )


async def test_an_answer_quotes_in_blockquotes_and_replies_to_the_question(bot: Bot) -> None:
    """Quotes are entities over the exact words, and the message answers the question's message."""
    (sent,) = await bot.say("Gaza", message_id=55)
    quotes = [entity for entity in sent["entities"] if "blockquote" in entity["type"]]
    assert quotes
    assert sent["reply_parameters"]["message_id"] == 55
    assert not sent.get("parse_mode")


async def test_the_examples_of_the_start_are_buttons_that_ask(bot: Bot) -> None:
    """Pressing an example is asking it."""
    await bot.say("/start")
    await bot.press("Gwadar")
    assert bot.library.asked[-1][0] == "What was said about Gwadar Port?"
    assert "Understood as: What was said about Gwadar Port?" in bot.last["text"]


async def test_a_text_in_another_language_is_answered_in_it(bot: Bot) -> None:
    """An Urdu Telegram is greeted in Urdu."""
    (sent,) = await bot.say("/start", user=updates.BILAL)
    assert "سی پیک" in sent["text"]
