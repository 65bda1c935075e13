"""What is counted, and that it tells of no person."""

from __future__ import annotations

import re
from importlib.metadata import version

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from cpecbot.bot.monitoring.metrics import registry_of
from fakes import updates
from fakes.bot import Bot, Make, until
from fakes.receiving import polling

PRIVATE = "what nobody else may read"


def figures(bot: Bot) -> dict[str, float]:
    """Each sample by its name and labels."""
    registry = bot.services.measures.registry
    found = {}
    for family in registry.collect():
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
            found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
    return found


async def test_updates_are_counted_by_kind_and_those_that_cannot_be_read_apart(bot: Bot) -> None:
    bot.telegram.updates.extend(
        [updates.said("Gaza"), updates.typed_inline("Gaza"), {"update_id": 99_999, "message": {"text": PRIVATE}}]
    )
    async with polling(bot.application):
        await until(lambda: bot.telegram.made("sendMessage") and bot.telegram.made("answerInlineQuery"))
    found = figures(bot)
    assert found["cpecbot_updates_total{kind=message}"] == 1
    assert found["cpecbot_updates_total{kind=inline_query}"] == 1
    assert found["cpecbot_unreadable_updates_total{kind=message}"] == 1
    assert found["cpecbot_waiting_updates"] == 0


async def test_answers_are_counted_by_what_became_of_them_and_timed(bot: Bot) -> None:
    await bot.say("Gaza")
    await bot.say("xyzzy plugh")
    await bot.receive(updates.typed_inline("Gaza"))
    found = figures(bot)
    assert found["cpecbot_answers_total{outcome=answered,surface=chat}"] == 1
    assert found["cpecbot_answers_total{outcome=no_answer,surface=chat}"] == 1
    assert found["cpecbot_answers_total{outcome=answered,surface=inline}"] == 1
    assert found["cpecbot_answer_seconds_count{surface=chat}"] == 2
    assert found["cpecbot_answer_seconds_bucket{le=+Inf,surface=inline}"] == 1


async def test_calls_are_counted_by_how_they_ended_with_retries_and_drops(
    make_bot: Make, no_waiting: list[float]
) -> None:
    bot = await make_bot(give_up=30.0)
    for seconds in (1, 99):
        bot.telegram.fail("sendMessage", 429, "Too Many Requests", retry_after=seconds)
        await bot.say("Gaza")
    found = figures(bot)
    assert found["cpecbot_telegram_calls_total{method=sendMessage,outcome=RetryAfter}"] == 2
    assert found["cpecbot_telegram_calls_total{method=sendMessage,outcome=ok}"] == 1
    assert found["cpecbot_telegram_retries_total{method=sendMessage}"] == 1
    assert found["cpecbot_telegram_dropped_total{method=sendMessage}"] == 1
    assert no_waiting


async def test_a_send_that_may_have_arrived_is_counted(bot: Bot, no_waiting: list[float]) -> None:
    """Telegram had it, as far as is known, and its answer was lost."""
    bot.telegram.break_off("sendMessage", "drop")
    await bot.say("Gaza")
    assert figures(bot)["cpecbot_telegram_unconfirmed_total{method=sendMessage}"] == 1
    assert no_waiting is not None


async def test_the_state_is_looked_up_when_it_is_asked_for(bot: Bot) -> None:
    registry_of(bot.application)
    assert "cpecbot_storage_up" not in figures(bot), "it is not opened yet"
    await bot.application.start()
    bot.clock.now += 12
    found = figures(bot)
    assert found["cpecbot_last_poll_age_seconds"] == 12
    assert found["cpecbot_receiving"] == found["cpecbot_storage_up"] == 1
    assert found["cpecbot_articles"] == 5
    assert found["cpecbot_storage_waiting"] == found["cpecbot_storage_dropped_total"] == 0
    bot.clock.now += 1_000
    assert figures(bot)["cpecbot_receiving"] == 0
    await bot.application.stop()
    (build,) = [name for name in found if name.startswith("cpecbot_build_info")]
    assert f"version={version('cpecbot')}" in build
    assert found["process_resident_memory_bytes"] > 0


async def test_nothing_tells_of_a_person(bot: Bot) -> None:
    """Neither what was asked nor who asked it or where."""
    registry_of(bot.application)
    for chat in (None, updates.GROUP):
        await bot.say(f"/ask {PRIVATE}", chat=chat)
        await bot.say(f"/{PRIVATE}", chat=chat)
    await bot.receive(updates.typed_inline(PRIVATE))
    text = generate_latest(bot.services.measures.registry).decode()
    labels = " ".join(re.findall(r"\{(.*)\}", text))
    assert "chat" in labels
    for secret in (
        PRIVATE.split(maxsplit=1)[0],
        str(updates.ANNA["id"]),
        str(updates.GROUP["id"]),
        updates.ANNA["first_name"],
    ):
        assert secret not in labels
    assert list(text_string_to_metric_families(text))
