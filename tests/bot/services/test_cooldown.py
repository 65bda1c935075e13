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


def exhausted(burst: int = 1, interval: float = 10) -> tuple[Cooldown, Clock]:
    """Person 1 has asked as often as may be at once."""
    clock = Clock()
    cooldown = Cooldown(burst, interval, clock)
    assert {cooldown.check(1) for _ in range(burst)} == {Verdict.GO}
    return cooldown, clock


@pytest.mark.parametrize("interval", [0, -1])
def test_no_interval_is_no_limit(interval: float) -> None:
    """However often somebody asks."""
    cooldown = Cooldown(1, interval, Clock())
    assert {cooldown.check(1) for _ in range(9)} == {Verdict.GO}


def test_the_shortest_interval_is_a_limit() -> None:
    """More than none."""
    cooldown, _ = exhausted(interval=0.001)
    assert cooldown.check(1) is Verdict.NOTICE


@pytest.mark.parametrize(("seconds", "verdict"), [(9.75, Verdict.NOTICE), (10, Verdict.GO)])
def test_a_question_is_admitted_when_the_wait_is_over(seconds: float, verdict: Verdict) -> None:
    """To the moment that was told, and not before."""
    cooldown, clock = exhausted()
    assert cooldown.wait(1) == 10
    clock.now += seconds
    assert cooldown.wait(1) == pytest.approx(10 - seconds)
    assert cooldown.check(1) is verdict


def test_who_may_ask_waits_for_nothing() -> None:
    """However long it is since the last question."""
    cooldown, clock = exhausted(burst=3)
    clock.now += 20
    assert cooldown.wait(1) == 0


def test_patience_is_not_saved_up() -> None:
    """After a long silence a person may ask as much at once as at first."""
    cooldown, clock = exhausted(burst=2)
    clock.now += 1000
    assert [cooldown.check(1) for _ in range(3)] == [Verdict.GO, Verdict.GO, Verdict.NOTICE]


def test_the_notice_is_said_again_in_the_next_wait() -> None:
    """Once in each."""
    cooldown, clock = exhausted()
    assert [cooldown.check(1), cooldown.check(1)] == [Verdict.NOTICE, Verdict.SILENCE]
    clock.now += 10
    assert [cooldown.check(1) for _ in range(3)] == [Verdict.GO, Verdict.NOTICE, Verdict.SILENCE]


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    """The wait starts from there."""
    cooldown, clock = exhausted(burst=2)
    clock.now += 10
    assert cooldown.wait(1) == 0
    clock.now -= 1000
    assert cooldown.check(1) is Verdict.GO


def test_who_is_forgotten_is_as_new() -> None:
    """And forgetting a stranger does no harm."""
    cooldown, _ = exhausted()
    cooldown.forget(1)
    cooldown.forget(2)
    assert cooldown.check(1) is Verdict.GO


def test_ten_thousand_people_are_remembered_and_then_who_was_silent_longest_is_not() -> None:
    """Memory does not grow with everybody who ever asked."""
    cooldown, _ = exhausted()
    for person in range(2, 10_001):
        cooldown.check(person)
    assert cooldown.check(1) is Verdict.NOTICE
    cooldown.check(10_001)
    assert cooldown.check(1) is Verdict.SILENCE
    assert cooldown.check(3) is Verdict.NOTICE
    assert cooldown.check(2) is Verdict.GO
