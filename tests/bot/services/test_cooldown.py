"""How often one person may ask."""

from __future__ import annotations

import pytest

from cpecbot.bot.services.cooldown import Cooldown, Verdict
from fakes.bot import Clock, Make


def test_a_person_in_a_hurry_is_told_once_and_then_passed_over() -> None:
    """Until the wait is over."""
    clock = Clock()
    cooldown = Cooldown(burst=2, interval=10, clock=clock)
    verdicts = [cooldown.check(1) for _ in range(5)]
    assert verdicts == [Verdict.GO, Verdict.GO, Verdict.NOTICE, Verdict.SILENCE, Verdict.SILENCE]
    assert cooldown.check(2) is Verdict.GO
    assert cooldown.wait(1) == pytest.approx(10)
    clock.now += 10
    assert [cooldown.check(1) for _ in range(2)] == [Verdict.GO, Verdict.NOTICE]


async def test_the_notice_reaches_the_person_once(make_bot: Make) -> None:
    """Politely, with the seconds to wait."""
    bot = await make_bot(cooldown=5, burst=1)
    await bot.verify_dialog([("Gaza", "Gaza"), ("Gaza", "wait 5 seconds"), ("Gaza", "^$")])
    bot.clock.now += 5
    await bot.verify_dialog([("/help", "/sources"), ("/nonsense", "wait 5 seconds"), ("/coverage", "^$")])
    await bot.press("👍")
    bot.clock.now += 5
    await bot.verify_dialog([("/start", "exact words")])
    (call,) = await bot.press("Gwadar")
    assert "wait 5 seconds" in call.parameters["text"]
