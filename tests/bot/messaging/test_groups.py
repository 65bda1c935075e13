"""The line of a group: how long it is, and what does not wait in it."""

from __future__ import annotations

import asyncio

import pytest

from cpecbot.bot.messaging import groups
from cpecbot.bot.messaging.groups import NOTES, Groups, ahead_of_the_line

CHAT = -100200


async def fill(known: Groups, count: int) -> None:
    for _ in range(count):
        await known.wait(CHAT)


async def test_as_many_go_at_once_as_telegram_takes_and_the_rest_one_by_one() -> None:
    """Two of twenty are left for notes, so one answer goes in three and a third seconds."""
    known = Groups(20)
    assert known.seconds_for(CHAT, 18) == 0
    assert known.seconds_for(CHAT, 19) == pytest.approx(60 / 18)
    await fill(known, 10)
    assert known.seconds_for(CHAT, 8) == 0
    assert known.seconds_for(CHAT, 200) == pytest.approx(192 * 60 / 18)
    assert not known.is_full(CHAT)
    await fill(known, 8)
    assert known.is_full(CHAT)
    assert known.seconds_for(CHAT, 1) == pytest.approx(60 / 18)


async def test_a_note_does_not_wait() -> None:
    """There are only so many a minute, and answers wait behind none."""
    known = Groups(20)
    await fill(known, 18)
    async with asyncio.timeout(1):
        for _ in range(NOTES):
            assert known.may_note(CHAT)
            await known.note(CHAT)
            with ahead_of_the_line():
                await known.wait(CHAT)
    assert not known.may_note(CHAT)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(known.wait(CHAT), 0.05)


async def test_who_came_first_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also before those who come when there is room again."""
    monkeypatch.setattr(groups, "MINUTE", 0.2)
    known, gone = Groups(4), list[int]()

    async def go(number: int) -> None:
        await known.wait(CHAT)
        gone.append(number)

    tasks = []
    for number in range(12):
        tasks.append(asyncio.create_task(go(number)))
        await asyncio.sleep(0.03)
    await asyncio.gather(*tasks)
    assert gone == list(range(12))


@pytest.mark.parametrize(("per_minute", "chat"), [(0, CHAT), (20, 501)])
async def test_a_person_has_no_line_nor_has_a_group_without_limit(per_minute: float, chat: int) -> None:
    known = Groups(per_minute)
    async with asyncio.timeout(1):
        for _ in range(100):
            await known.wait(chat)
            await known.note(chat)
    assert known.may_note(chat)
    assert known.seconds_for(chat, 1000) == 0
    assert not known.is_full(chat)


@pytest.mark.parametrize("per_minute", [0.5, 1, 2, 3])
async def test_a_limit_of_almost_nothing_lets_answers_through(
    monkeypatch: pytest.MonkeyPatch, per_minute: float
) -> None:
    monkeypatch.setattr(groups, "MINUTE", 0.05)
    async with asyncio.timeout(2):
        await fill(Groups(per_minute), 3)


def test_the_questions_of_a_group_are_counted_while_they_are_answered() -> None:
    """Of each group by itself, also where one fails."""
    known = Groups(20)
    with known.asking(CHAT) as first, known.asking(CHAT) as second, known.asking(-7) as other:
        assert (first, second, other) == (1, 2, 1)
    with pytest.raises(ValueError, match="broken"), known.asking(CHAT):
        raise ValueError("broken")
    with known.asking(CHAT) as again:
        assert again == 1
