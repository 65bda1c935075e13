"""From a question to its answer."""

from __future__ import annotations

from fakes.bot import Make


async def test_a_question_that_is_too_long_is_sent_back(make_bot: Make) -> None:
    """With the limit."""
    bot = await make_bot(longest_question=10)
    await bot.verify_dialog([("Gaza " * 3, "shorten it to 10")])
    assert not bot.library.asked
