"""What the bot adds to the answer's own compute, how many updates it takes at once, and whether their order holds.

    python tests/benchmarks/bot_overhead.py [--corpus seeds] [--questions FILE.jsonl …] [--updates 400]

Everything runs in memory: the real Application over a fake Bot API that checks what Telegram checks. The echo bot is
the least that python-telegram-bot can do with an update on the same Application settings and the same fake.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from telegram import Bot, Update  # noqa: E402
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters  # noqa: E402

from cpecbot.answering import Library  # noqa: E402
from cpecbot.answering.building import build_library  # noqa: E402
from cpecbot.bot import BotConfig, build_application  # noqa: E402
from cpecbot.bot.buttons.keyboards import under_answer  # noqa: E402
from cpecbot.bot.messaging.delivery import Place, send  # noqa: E402
from cpecbot.bot.operating.ordering import ChatOrder  # noqa: E402
from cpecbot.bot.showing import answers  # noqa: E402
from cpecbot.corpus.loading import load_corpus  # noqa: E402
from cpecbot.models import Answer, AskOptions  # noqa: E402
from cpecbot.storage import Storage  # noqa: E402
from fakes import updates  # noqa: E402
from fakes.languages import EN, LANGUAGES  # noqa: E402
from fakes.request import RecordingRequest  # noqa: E402
from fakes.telegram import TOKEN, FakeTelegram  # noqa: E402

ECHO = "When was the seventh round of the strategic dialogue held?"
CHATS = 200
INTERLEAVED = 10_000
# Who asks in the first chat.
_ADMIN = 1000
# The event loop is looked at every millisecond.
_PROBED = 0.001

Handler = Callable[[Update, Any], Awaitable[None]]


class Timed:
    """A library that adds up the seconds spent in ``ask``."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.spent = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def ask(self, question: str, options: AskOptions) -> Answer:
        started = time.thread_time()
        try:
            return self._library.ask(question, options)
        finally:
            self.spent += time.thread_time() - started


async def measure_overhead(library: Library, count: int) -> None:
    """One update after another; processor time of the whole process per update."""
    timed = Timed(library)
    echo = await _cost(_echo_application(), count)
    same = await _cost(_echo_application(_sender(library)), count)
    timed.spent = 0.0
    whole = await _cost(_whole_application(timed), count)
    own = timed.spent / (count + 1)
    drawn = _rendering_cost(library, count)
    print(f"echo bot            {1e3 * echo:7.3f} ms per update")
    print(f"…with the answer    {1e3 * same:7.3f} ms: sending the finished answer, its entities and buttons included")
    print(
        f"whole bot           {1e3 * whole:7.3f} ms: {1e3 * own:.3f} to find the answer, {1e3 * drawn:.3f} to render it"
    )
    print(f"ratio               {(whole - own) / echo:7.2f} to the echo bot, without finding the answer")
    print(f"                    {(whole - own - drawn) / echo:7.2f} without rendering it either")
    print(f"                    {(whole - own - drawn) / same:7.2f} to the bot that sends the finished answer")


def _rendering_cost(library: Library, count: int) -> float:
    found = library.ask(ECHO, AskOptions(fallback_language=EN))
    started = time.process_time()
    for _ in range(count):
        answers.answer(found, library)
    return (time.process_time() - started) / count


def _sender(library: Library) -> Handler:
    """A handler that sends an answer found and rendered beforehand."""
    found = library.ask(ECHO, AskOptions(fallback_language=EN))
    pages = answers.answer(found, library)

    async def send_it(update: Update, context: Any) -> None:
        assert update.message is not None
        await send(context.bot, Place.of(update.message), pages.first[0], under_answer(found, pages, "key"))

    return send_it


async def measure_throughput(library: Library, rounds: int = 5) -> None:
    """Chats that all ask at once, through the queue and the update processor."""
    rates = []
    for turn in range(rounds):
        application, telegram = _whole_application(library)
        questions = [_said(ECHO, chat, turn) for chat in range(CHATS)]
        async with _running(application):
            started = time.perf_counter()
            await _feed(application, questions)
            rates.append(CHATS / (time.perf_counter() - started))
        answered = {int(call["chat_id"]) for call in telegram.made("sendMessage")}
        assert len(answered) == CHATS
    print(f"{CHATS} chats at once   {statistics.median(rates):7.0f} updates/s (median of {rounds})")


async def measure_gaps(library: Library, read: Callable[[], Library]) -> None:
    """The longest that the event loop waited while chats asked, and while the articles were read anew beside them."""
    questions = [_said(ECHO, chat, 0) for chat in range(CHATS)]
    application, _ = _whole_application(library)
    async with _running(application):
        probe = asyncio.create_task(_longest_gap())
        await _feed(application, questions)
        print(f"event loop          waited at most {1e3 * await _stopped(probe):.0f} ms while {CHATS} chats asked")
    application, telegram = _whole_application(library, read)
    before = _peak()
    async with _running(application):
        probe = asyncio.create_task(_longest_gap())
        await application.process_update(_said("/reload", 0, 0, application.bot))
        gap = await _stopped(probe)
    assert telegram.made("sendMessage")
    print(
        f"                    waited at most {1e3 * gap:.0f} ms during /reload, peak {_peak() / before:.2f} of before"
    )


async def _longest_gap() -> float:
    """Seconds that the threads of this process computed between two turns of the event loop, until cancelled.

    Other programs of a busy machine are left out.
    """
    longest, last = 0.0, time.process_time()
    with suppress(asyncio.CancelledError):
        while True:
            await asyncio.sleep(_PROBED)
            now = time.process_time()
            longest, last = max(longest, now - last), now
    return longest


async def _stopped(probe: asyncio.Task[float]) -> float:
    await asyncio.sleep(0.1)  # until it has begun
    probe.cancel()
    return await probe


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def measure_order() -> None:
    """Interleaved updates of many chats, echoed after waits of different length."""
    seen: dict[int, list[int]] = {}

    async def note(update: Update, _: object) -> None:
        assert update.message is not None
        number = int(update.message.text or "")
        for _ in range(number * 7919 % 5):
            await asyncio.sleep(0)
        seen.setdefault(update.message.chat.id, []).append(number)

    application, _ = _echo_application(note)
    async with _running(application):
        started = time.perf_counter()
        await _feed(application, [_said(str(number), number % CHATS, number) for number in range(INTERLEAVED)])
        took = time.perf_counter() - started
    kept = sum(numbers == sorted(numbers) for numbers in seen.values())
    total = sum(map(len, seen.values()))
    print(f"order               kept in {kept} of {len(seen)} chats over {total} updates, {total / took:.0f} updates/s")


async def measure_refusals(library: Library, files: list[Path]) -> None:
    """Every question for people of every language; what the fake refuses, the bot counts or repairs."""
    questions = [json.loads(line)["question"] for file in files for line in file.read_text("utf-8").splitlines()]
    application, telegram = _whole_application(library)
    async with _running(application):
        for language in LANGUAGES:
            person = updates.ANNA | {"language_code": language.code}
            for question in questions:
                await application.process_update(_update(updates.said(question, user=person)))
    sent = len(telegram.made("sendMessage"))
    refused = telegram.refused
    print(f"refused messages    {len(refused)} of {sent} over {len(questions)} questions × {len(LANGUAGES)} languages")
    for line in refused[:10]:
        print("   ", line)


async def _cost(made: tuple[Application[Any, Any, Any, Any, Any, Any], FakeTelegram], count: int) -> float:
    """Seconds of processor time per update, the first one left out."""
    application, _ = made
    async with _running(application):
        await application.process_update(_said(ECHO, 0, 0))
        raw = [_said(ECHO, number % CHATS, number) for number in range(1, count + 1)]
        started = time.process_time()
        for update in raw:
            await application.process_update(update)
        return (time.process_time() - started) / count


async def _feed(application: Application[Any, Any, Any, Any, Any, Any], raw: list[Update]) -> None:
    for update in raw:
        await application.update_queue.put(update)
    await application.update_queue.join()


class _running:  # noqa: N801 - reads as a verb
    """Start and stop an application with its hooks, as ``run_polling`` does."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        self._application = application

    async def __aenter__(self) -> None:
        await self._application.initialize()
        if self._application.post_init:
            await self._application.post_init(self._application)
        await self._application.start()
        await asyncio.sleep(0.2)  # the menu is published in the background

    async def __aexit__(self, *_: object) -> None:
        await self._application.stop()
        if self._application.post_stop:
            await self._application.post_stop(self._application)
        await self._application.shutdown()


def _echo_application(
    handler: Handler | None = None,
) -> tuple[Application[Any, Any, Any, Any, Any, Any], FakeTelegram]:
    telegram = FakeTelegram()

    async def echo(update: Update, context: Any) -> None:
        assert update.message is not None
        await context.bot.send_message(update.message.chat.id, update.message.text)

    application = (
        Application.builder()
        .token(TOKEN)
        .request(RecordingRequest(telegram))
        .get_updates_request(RecordingRequest(telegram))
        .context_types(ContextTypes())
        .concurrent_updates(ChatOrder(64, 20_000))
        .rate_limiter(AIORateLimiter(overall_max_rate=0, group_max_rate=0))
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, handler or echo))  # type: ignore[arg-type]
    return application, telegram


def _whole_application(
    library: Any, read: Callable[[], Library] | None = None
) -> tuple[Application[Any, Any, Any, Any, Any, Any], FakeTelegram]:
    telegram = FakeTelegram()
    config = BotConfig(
        token=TOKEN, cooldown=0, messages_per_second=0, group_messages_per_minute=0, admin_ids=frozenset({_ADMIN})
    )
    return build_application(
        config, library, Storage(), read_library=read, request=RecordingRequest(telegram)
    ), telegram


def _said(text: str, chat: int, number: int, bot: Bot | None = None) -> Update:
    person = updates.ANNA | {"id": _ADMIN + chat}
    return _update(updates.said(text, user=person, message_id=1 + number % 900), bot)


def _update(raw: dict[str, Any], bot: Bot | None = None) -> Update:
    made = Update.de_json(raw, bot)
    assert made is not None
    return made


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "seeds")
    parser.add_argument(
        "--questions", type=Path, nargs="*", default=sorted((ROOT / "tests/judged").glob("*questions.jsonl"))
    )
    parser.add_argument("--updates", type=int, default=400)
    options = parser.parse_args()
    config = ROOT / "config"
    corpus = load_corpus(options.corpus, LANGUAGES, config / "sources.toml", config / "boilerplate.toml")
    library = build_library(corpus, LANGUAGES, config)
    library.disagreements()  # as the bot does at its start, which is no part of an update
    gc.freeze()
    await measure_overhead(library, options.updates)
    await measure_throughput(library)
    await measure_gaps(library, lambda: build_library(corpus, LANGUAGES, config))
    await measure_order()
    await measure_refusals(library, options.questions)


if __name__ == "__main__":
    asyncio.run(main())
