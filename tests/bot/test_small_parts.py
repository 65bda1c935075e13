"""The pure parts: cooldown, links, callback data, refusals, addressing, the menu."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message
from telegram.error import BadRequest

from cpecbot.bot.operating import menu
from cpecbot.bot.receiving.command_table import COMMANDS
from cpecbot.bot.services.cooldown import Cooldown, Verdict
from cpecbot.bot.wire.addressing import without
from cpecbot.bot.wire.links import AskLink, SourceLink, ask_payload, read_payload, source_payload
from cpecbot.bot.wire.presses import Press, View, new_key, read_press
from cpecbot.bot.wire.refusals import Refusal, refusal_of
from fakes import updates
from fakes.bot import ADMIN, Bot, Clock, Make
from fakes.languages import LANGUAGES
from fakes.rules import units


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


async def test_a_question_that_is_too_long_is_sent_back(make_bot: Make) -> None:
    """With the limit."""
    bot = await make_bot(longest_question=10)
    await bot.verify_dialog([("Gaza " * 3, "shorten it to 10")])
    assert not bot.library.asked


@given(st.text(min_size=1).filter(str.strip))
def test_a_question_comes_back_from_its_link_or_has_none(question: str) -> None:
    """Links hold at most 64 characters."""
    try:
        question.encode()
    except UnicodeEncodeError:
        return
    payload = ask_payload(question)
    assert payload is None or read_payload(payload) == AskLink(question.strip())


@given(st.text())
def test_any_payload_can_be_read(payload: str) -> None:
    """They come from the outside."""
    assert isinstance(read_payload(payload), AskLink | SourceLink | None)


def test_a_source_comes_back_from_its_link() -> None:
    """Unless its name cannot be in a link."""
    payload = source_payload("004_84e34df9c8cd6787")
    assert payload is not None
    assert read_payload(payload) == SourceLink("004_84e34df9c8cd6787")
    assert source_payload("a b") is None
    assert source_payload("x" * 63) is None


@given(st.sampled_from(View), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_press_comes_back_from_its_data(view: View, first: int, second: int) -> None:
    """Within 64 bytes."""
    press = Press(view, new_key(), f"{first}.{second}")
    assert read_press(str(press)) == press
    assert (press.number(0), press.number(1), press.number(2)) == (first, second, 0)
    assert len(str(press).encode()) <= 64


@given(st.text() | st.none())
def test_any_data_can_be_read(data: str | None) -> None:
    """It comes from the outside."""
    press = read_press(data)
    assert press is None or str(press) == data


@pytest.mark.parametrize(
    ("description", "refusal"),
    [
        ("Message is not modified: specified new message content …", Refusal.UNCHANGED),
        ("Query is too old and response timeout expired or query id is invalid", Refusal.TOO_OLD),
        ("Message to be replied not found", Refusal.NO_REPLIED),
        ("Can't parse entities: …", Refusal.ENTITIES),
        ("Message to edit not found", Refusal.NO_MESSAGE),
        ("Message thread not found", Refusal.NO_TOPIC),
        ("Chat not found", Refusal.NO_RIGHTS),
        ("BUSINESS_PEER_INVALID", Refusal.NO_RIGHTS),
        ("Message is too long", Refusal.OTHER),
    ],
)
def test_what_a_refusal_means(description: str, refusal: Refusal) -> None:
    """By its description, whatever the case."""
    assert refusal_of(BadRequest(description)) is refusal


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet="a🇵خ汉 "))
def test_cutting_out_a_mention_leaves_the_rest(before: str, after: str) -> None:
    """Offsets of entities count UTF-16 units."""
    raw = updates.message(f"{before} @cpec_quotes_bot {after}")
    entity = {"type": "mention", "offset": units(before) + 1, "length": 16}
    message = Message.de_json(raw | {"entities": [entity]})
    assert message is not None
    assert without(message.text or "", list(message.entities)) == " ".join(f"{before} {after}".split())


async def test_the_menu_is_set_in_every_language_and_only_where_it_changed(make_bot: Make) -> None:
    """At start, in the background."""
    bot = await make_bot()
    await bot.services.background[0]
    languages = {call.get("language_code", "") for call in bot.telegram.made("setMyCommands") if "scope" not in call}
    assert languages == {"", *(language.code for language in LANGUAGES)}
    for method in ("setMyDescription", "setMyShortDescription"):
        assert {call.get("language_code", "") for call in bot.telegram.made(method)} == languages
    shown = {command["command"] for command in bot.telegram.made("setMyCommands")[0]["commands"]}
    assert shown == {command.name for command in COMMANDS if not command.admins_only}
    (for_admin,) = [call for call in bot.telegram.made("setMyCommands") if "scope" in call]
    assert for_admin["scope"] == {"type": "chat", "chat_id": ADMIN}
    bot.telegram.calls.clear()
    await publish_again(bot)
    assert not bot.telegram.made("setMyCommands", "setMyDescription", "setMyShortDescription")


async def publish_again(bot: Bot) -> None:
    await menu.publish(bot.application.bot, (), LANGUAGES)


async def test_a_menu_that_cannot_be_set_does_not_stop_the_bot(make_bot: Make) -> None:
    """Telegram limits how often it may change."""
    bot = await make_bot()
    bot.telegram.fail("getMyCommands", 400, "Bad Request: no")
    await publish_again(bot)
    await bot.verify_dialog([("Gaza", "Gaza")])
