"""How often one person may ask."""

from __future__ import annotations

import pytest

from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.services.cooldown import BEYOND, IN_LINE, Cooldown
from fakes import updates
from fakes.bot import Clock, Make, until
from fakes.telegram import Call


def test_a_person_in_a_hurry_waits_for_a_turn() -> None:
    """Each question behind the one before it, whenever that is answered; nobody else does."""
    clock = Clock()
    cooldown = Cooldown(burst=2, interval=10, clock=clock)
    assert [cooldown.take(1) for _ in range(4)] == [0, 0, 10, 20]
    assert cooldown.take(2) == 0
    clock.now += 20
    assert cooldown.wait(1) == 10


async def test_questions_in_a_hurry_are_answered_later(make_bot: Make, no_waiting: list[float]) -> None:
    """None is swallowed, whatever it is: a question, a command, a picture."""
    bot = await make_bot(cooldown=5, burst=1)
    await bot.verify_dialog(
        [("Gaza", "Gaza"), ("Kashmir", "Kashmir"), ("/help", "/sources"), ("/nonsense", "nonsense")]
    )
    assert [seconds for seconds in no_waiting if type(seconds) is float and seconds in {5, 10, 15}] == [5, 10, 15]


async def test_a_query_in_a_hurry_waits_as_well(make_bot: Make, no_waiting: list[float]) -> None:
    """A quarter as long; those that are overtaken meanwhile are skipped anyway."""
    bot = await make_bot(cooldown=4, burst=1)
    for _ in range(6):
        await bot.receive(updates.typed_inline("Gaza"))
    assert [seconds for seconds in no_waiting if seconds in {1, 2}] == [1, 2]


async def test_a_guest_in_a_hurry_waits_as_well(make_bot: Make, no_waiting: list[float]) -> None:
    """As for any question."""
    bot = await make_bot(cooldown=4, burst=1)
    for _ in range(2):
        await bot.receive(updates.update(guest_message=updates.message("Gaza", guest_query_id="g")))
    assert len(bot.telegram.made("answerGuestQuery")) == 2
    assert 4 in no_waiting


async def test_presses_in_a_hurry_are_told_to_wait(make_bot: Make) -> None:
    """Each of them, in a notice; a page may be turned four times as often as a question asked."""
    bot = await make_bot(cooldown=8, burst=2)
    await bot.say("Gaza")
    calls = [(await bot.press("👍"))[-1] for _ in range(10)]
    assert [told(call) for call in calls] == [False] * 8 + [True] * 2
    bot.clock.now += 2
    assert not told((await bot.press("👍"))[-1])


@pytest.mark.parametrize("label", ["Compare", "Gwadar"])
async def test_a_button_that_asks_counts_as_a_question(make_bot: Make, label: str) -> None:
    """What is compared is looked for anew."""
    bot = await make_bot(cooldown=5, burst=2)
    await bot.say("Gaza" if label == "Compare" else "/start")
    shown = bot.last
    assert not told((await bot.press(label))[-1])
    bot.telegram.messages[shown["chat"]["id"], shown["message_id"]] = shown
    call = (await bot.press(label))[-1]
    assert told(call)
    assert "wait 5 seconds" in call.parameters["text"]


def told(call: Call) -> bool:
    return "Please wait" in call.parameters.get("text", "")


async def test_what_comes_on_top_of_a_full_line_is_told_so_once_for_a_while(make_bot: Make) -> None:
    """With the seconds; in a business chat nobody is told."""
    bot = await make_bot(cooldown=2, burst=1)
    token = BEYOND.set(True)
    try:
        await bot.verify_dialog([("Gaza", f"next {2 * IN_LINE} seconds"), ("Gaza", "^$"), ("/help", "^$")])
        bot.clock.now += 2 * IN_LINE
        await bot.verify_dialog([("Gaza", "more than I can take")])
        assert not await bot.receive(updates.update(business_message=updates.message("x", business_connection_id="b")))
    finally:
        BEYOND.reset(token)


async def test_a_guest_beyond_a_full_line_is_told_so(make_bot: Make, no_waiting: list[float]) -> None:
    """Each time; all others of a burst are answered later."""
    bot = await make_bot(cooldown=2, burst=1)
    reception = Reception(bot.application)
    numbers = range(IN_LINE + 4)
    burst = [updates.message("Gaza", guest_query_id=str(number)) for number in numbers]
    await reception.take([updates.update(guest_message=message) for message in burst])
    await until(lambda: len(bot.telegram.made("answerGuestQuery")) == len(numbers))
    calls = bot.telegram.made("answerGuestQuery")
    told = {int(each["guest_query_id"]): each["result"]["input_message_content"]["message_text"] for each in calls}
    assert [number for number in numbers if f"next {2 * IN_LINE} seconds" in told[number]] == [*numbers[-3:]]
    assert all("Gaza" in told[number] for number in numbers[:-3])
    assert no_waiting
    await reception.close(0.0)


async def test_nobody_fills_the_lines_of_many_chats(make_bot: Make) -> None:
    """As many as of one chat wait; what comes on top is dealt with at once: else a few people kept out everybody."""
    bot = await make_bot(cooldown=600, burst=1)
    reception = Reception(bot.application)
    chats = [{"id": -1000 - number, "type": "supergroup", "title": "G"} for number in range(5)]
    await reception.take([updates.said("/ask Gaza", chat=chat) for chat in chats for _ in range(IN_LINE)])
    await until(lambda: len(reception._tasks) <= IN_LINE)
    texts = [each["text"] for each in bot.telegram.messages.values()]
    assert len([text for text in texts if "more than I can take" in text]) == 1
    assert len(texts) == 2
    await reception.close(0.0)


def exhausted(burst: int = 1, interval: float = 10) -> tuple[Cooldown, Clock]:
    """Person 1 has asked as often as may be at once."""
    clock = Clock()
    cooldown = Cooldown(burst, interval, clock)
    assert {cooldown.take(1) for _ in range(burst)} == {0}
    return cooldown, clock


@pytest.mark.parametrize("interval", [0, -1])
def test_no_interval_is_no_limit(interval: float) -> None:
    """However often somebody asks."""
    cooldown = Cooldown(1, interval, Clock())
    assert not cooldown.limits
    assert {cooldown.take(1) for _ in range(9)} == {0}


def test_the_shortest_interval_is_a_limit() -> None:
    """More than none."""
    cooldown, _ = exhausted(interval=0.001)
    assert cooldown.take(1) == pytest.approx(0.001)


@pytest.mark.parametrize("seconds", [0, 9.75, 10, 20])
def test_the_wait_is_over_in_time(seconds: float) -> None:
    """To the moment that was told, and not before."""
    cooldown, clock = exhausted()
    clock.now += seconds
    assert cooldown.wait(1) == pytest.approx(max(0, 10 - seconds))


def test_patience_is_not_saved_up() -> None:
    """After a long silence a person may ask as much at once as at first."""
    cooldown, clock = exhausted(burst=2)
    clock.now += 1000
    assert [cooldown.take(1) for _ in range(3)] == [0, 0, 10]


def test_the_notice_is_said_again_after_the_time_that_it_told() -> None:
    """And not before."""
    cooldown, clock = exhausted()
    assert cooldown.notice(1) == 10 * IN_LINE
    clock.now += 10 * IN_LINE - 1
    assert cooldown.notice(1) is None
    clock.now += 1
    assert cooldown.notice(1) == 10 * IN_LINE


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    """The wait starts from there."""
    cooldown, clock = exhausted(burst=2)
    clock.now += 10
    assert cooldown.wait(1) == 0
    clock.now -= 1000
    assert cooldown.take(1) == 0


def test_who_is_forgotten_is_as_new() -> None:
    """And forgetting a stranger does no harm."""
    cooldown, _ = exhausted()
    cooldown.forget(1)
    cooldown.forget(2)
    assert cooldown.take(1) == 0


def test_ten_thousand_people_are_remembered_and_then_who_was_silent_longest_is_not() -> None:
    """Memory does not grow with everybody who ever asked."""
    cooldown, _ = exhausted()
    for person in range(2, 10_001):
        cooldown.take(person)
    assert cooldown.wait(1) == 10
    cooldown.take(10_001)
    assert cooldown.wait(1) == 10
    assert cooldown.wait(2) == 0
