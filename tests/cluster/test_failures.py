"""What fails, fails without a wrong word: a node, a shard, the whole cluster, and an index that is filled anew."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cluster.conftest import Reach, filled, opened
from cluster.nodes import NAMES, Nodes
from cpecbot.answering import Library
from cpecbot.bot.receiving.reception import Reception
from cpecbot.errors import StoreError
from cpecbot.i18n import Message as Phrase
from cpecbot.i18n import say
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions
from cpecbot.rendering.surfaces.markdown import render_answer
from cpecbot.storage import Storage
from cpecbot.store.cluster import current
from fakes import updates
from fakes.bot import ADMIN, PATIENCE, Bot, Make, until
from fakes.languages import LANGUAGES

CHATS = 200
QUESTIONS = (
    *("When was the seventh round held?", "What was said about Gwadar Port?", "Who co-chaired the dialogue?"),
    *("ماذا قيل عن غزة؟", "درباره افغانستان چه گفته شد؟", "گوادر بندرگاہ کے بارے میں کیا کہا گیا؟"),
    *("关于克什米尔说了什么？", "ML-1", "How many agreements were signed?", "Who won the World Cup?"),
)


@pytest.fixture(autouse=True)
def _all_nodes(nodes: Nodes) -> Iterator[None]:
    """Whatever a test kills works again for the next one."""
    yield
    missing = [name for name in NAMES if name not in nodes.running]
    if missing:
        nodes.start(*missing)


def texts(bot: Bot, chat: int) -> list[str]:
    return [message["text"] for (where, _), message in bot.telegram.messages.items() if where == chat]


def person(number: int) -> dict[str, object]:
    return updates.ANNA | {"id": 10_000 + number}


async def test_a_node_is_killed_while_200_chats_ask(
    make_bot: Make, nodes: Nodes, reach: Reach, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each gets one answer, the one that it gets where nothing fails."""
    connection = reach("killed")
    filled(library, connection)
    asked = [(number, QUESTIONS[number % len(QUESTIONS)]) for number in range(CHATS)]
    usual = await make_bot(library=library)
    for number, question in asked[: len(QUESTIONS)]:
        await usual.say(question, user=person(number))
    remote = opened(connection)
    seconds = _timed(remote)
    bot = await make_bot(library=remote)
    reception = Reception(bot.application)
    await reception.take([updates.said(question, user=person(number)) for number, question in asked])
    await until(lambda: len(bot.telegram.messages) > CHATS // 10)
    await asyncio.to_thread(nodes.kill, "two")
    await until(lambda: len(bot.telegram.messages) >= CHATS)
    await reception.close(PATIENCE)
    for number, _ in asked:
        assert texts(bot, 10_000 + number) == texts(usual, 10_000 + number % len(QUESTIONS))
    seconds.sort()
    with capsys.disabled():
        print(f"\na node killed: p50 {seconds[CHATS // 2]:.3f} s, p99 {seconds[-1 - CHATS // 100]:.3f} s an answer")


def _timed(library: Library) -> list[float]:
    """What each answer took, as they are asked for."""
    ask, seconds = library.ask, list[float]()

    def timed(question: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        begun = time.monotonic()
        try:
            return ask(question, options)
        finally:
            seconds.append(time.monotonic() - begun)

    library.ask = timed  # type: ignore[method-assign]
    return seconds


def test_a_missing_shard_is_said_and_nobody_is_called_silent(nodes: Nodes, reach: Reach, library: Library) -> None:
    """And nothing that was found meanwhile is remembered when it is back."""
    connection = reach("alone")
    filled(library, connection, replicas=0)
    remote = opened(connection)
    nodes.kill("three")
    answers = [remote.ask(question) for question in QUESTIONS]
    assert all(answer.partial and not answer.silent_sources and not answer.missing for answer in answers)
    assert any(library.ask(question).silent_sources for question in QUESTIONS)
    for language in LANGUAGES:
        _says_so(remote, answers[0], language)
    for whole in (remote.coverage, remote.timeline, remote.changes, remote.omissions, remote.disagreements):
        with pytest.raises(StoreError, match="cannot be reached"):
            whole()
    with pytest.raises(StoreError, match="cannot be reached"):
        remote.ask("Which sources do not mention Gaza?")
    nodes.start("three")
    assert [remote.ask(question) for question in QUESTIONS] == [library.ask(question) for question in QUESTIONS]
    assert remote.coverage() == library.coverage()


def _says_so(library: Library, answer: Answer, language: Language) -> None:
    told = render_answer(replace(answer, spoken=language), library.corpus.articles, library.label)
    assert say(Phrase.PARTIAL, language) in told


async def test_without_the_cluster_a_question_waits_in_the_inbox_and_is_answered_later(
    make_bot: Make, nodes: Nodes, reach: Reach, library: Library, tmp_path: Path
) -> None:
    """By the next run of the bot, if this one is stopped; the admins are told what to look at."""
    connection = reach("away")
    filled(library, connection)
    remote, file = opened(connection), tmp_path / "bot.sqlite3"
    await asyncio.to_thread(nodes.kill, *NAMES)
    bot = await make_bot(Storage(file), library=remote)
    question = updates.said("What was said about Gwadar Port?")
    reception = Reception(bot.application)
    await reception.take([question])
    kept = say(Phrase.ARTICLES_AWAY_KEPT, remote.languages["en"])
    await until(lambda: texts(bot, updates.ANNA["id"]) == [kept])
    await until(lambda: any("check that it runs" in text for text in texts(bot, ADMIN)))
    await reception.close(0)
    await asyncio.to_thread(nodes.start, *NAMES)
    again = await make_bot(Storage(file), library=opened(connection))
    reception = Reception(again.application)
    await reception.resume()
    await reception.close(PATIENCE)
    (answered,) = texts(again, updates.ANNA["id"])
    assert "Gwadar" in answered
    assert await again.services.storage.waiting() == ()


def test_an_index_is_filled_anew_while_it_answers(reach: Reach, library: Library) -> None:
    """Who has the old one open keeps it, until it is the one before the last."""
    connection = reach("anew")
    filled(library, connection)
    before, remote = current(connection).name, opened(connection)
    usual = {question: library.ask(question) for question in QUESTIONS}
    wrong: list[str] = []
    done = threading.Event()

    def keep_asking() -> None:
        while not done.is_set():
            fresh = opened(connection)
            wrong.extend(each for each in QUESTIONS for it in (remote, fresh) if it.ask(each) != usual[each])

    asker = threading.Thread(target=keep_asking)
    asker.start()
    filled(library, connection)
    done.set()
    asker.join()
    assert wrong == []
    assert current(connection).name != before
    filled(library, connection)
    with pytest.raises(StoreError, match="/reload"):
        remote.search("what nobody asked before", 5)
