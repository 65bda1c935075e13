"""What is said once in a while."""

from __future__ import annotations

from cpecbot.bot.services.notices import Notices
from fakes.bot import Clock


def test_each_is_said_again_after_a_while_and_no_earlier() -> None:
    clock = Clock()
    notices = Notices(clock)
    assert [notices.is_due("a", 60) for _ in range(3)] == [True, False, False]
    assert notices.is_due("b", 60)
    clock.now += 59
    assert not notices.is_due("a", 60)
    clock.now += 1
    assert notices.is_due("a", 60)
