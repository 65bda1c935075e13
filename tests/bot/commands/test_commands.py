"""Commands beside asking."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from cpecbot.bot.commands.table import COMMANDS
from cpecbot.bot.showing import screens
from cpecbot.corpus import Corpus
from cpecbot.corpus.loading import build_corpus
from cpecbot.errors import CorpusError, QuestionError
from cpecbot.languages import Language
from cpecbot.models import Coverage
from cpecbot.storage import Preferences, Storage
from fakes import updates
from fakes.bot import ADMIN, Bot, Clock, Make
from fakes.languages import AR, FA, LANGUAGES
from fakes.library import FakeLibrary

ARABIC = "الحوار الاستراتيجي"
BOSS = {"id": ADMIN, "is_bot": False, "first_name": "Boss", "language_code": "en"}


def encoded(question: str) -> str:
    return "q_" + base64.urlsafe_b64encode(question.encode()).decode().rstrip("=")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_every_command_says_something_in_every_language(bot: Bot, command: str) -> None:
    """Nobody is left without an answer, and nothing is refused by Telegram."""
    for language in LANGUAGES:
        sent = await bot.say(f"/{command}", user=updates.ANNA | {"language_code": language.code})
        assert sent
    assert bot.services.counts["failures"] == 0


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("/start " + encoded("Gaza"), "Understood as: Gaza\n(.|\n)*ceasefire"),
        ("/start " + encoded("الصينية"), "الصينية"),
        ("/start s_004", "Full text of source 004"),
        ("/start help", "exact words"),
        ("/start nonsense", "leads nowhere"),
        ("/start q_!!!", "leads nowhere"),
        ("/start s_999", "no source 999"),
        ("/source 4", "Full text of source 004"),
        ("/source 004", "Full text of source 004"),
        ("/source", "Which source"),
        ("/source ../../etc", "no source"),
        ("/compare", "Which topic"),
        ("/compare Gaza", "What each source says on Gaza\n(.|\n)*004"),
        ("/compare zebra", "No source speaks of zebra"),
        ("/ask", "question after the command"),
        ("/disagreements", "12 points on which the sources differ\n1. Gwadar 0: the date\n"),
        ("/changes", "What changed from round 1 to round 2\n(.|\n)*Gwadar port\n\\+ New"),
        ("/changes zebra", "zebra” I found nothing new"),
        ("/omissions", "Compared with the primary text 000 · 12 points\n001: told 12"),
        ("/omissions zebra", "says nothing on zebra"),
        ("/coverage", "gwadar port: 001 × 1.*004 × 4 · silent: 000"),
        ("/timeline", "Dates that the sources give\n\n.?2000 ⚖️\n(.|\n)*001: "),
        ("/timeline zebra", "No source gives a date for zebra."),
        ("/privacy", "/forget deletes all of this"),
        ("/surces", "Did you mean /sources"),
        ("/HELP", "/disagreements"),
        ("/xyzzy", "no command /xyzzy"),
        ("/stats", "for administrators"),
        ("/reload", "for administrators"),
        ("/relod", "no command /relod|Did you mean /(?!reload)"),
    ],
)
async def test_what_a_command_answers(bot: Bot, said: str, expected: str) -> None:
    """One line each."""
    await bot.verify_dialog([(said, expected)])


async def test_where_pictures_are_forbidden_the_coverage_is_text(bot: Bot) -> None:
    """Some groups allow text alone."""
    bot.telegram.fail("sendPhoto", 400, "Bad Request: not enough rights to send photos to the chat")
    await bot.verify_dialog([("/coverage", "gwadar port: 001 × 1.*004 × 4 · silent: 000")])


async def test_the_picture_of_the_coverage_is_drawn_once(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each language, until the articles are read anew."""
    drawn = list[str]()

    def draw(_: Coverage, __: FakeLibrary, language: Language) -> screens.Drawing:
        drawn.append(language.code)
        return screens.Drawing(b"PNG", "what it shows")

    monkeypatch.setattr(screens, "coverage_drawn", draw)
    for user in (updates.ANNA, updates.BILAL, updates.ANNA):
        await bot.say("/coverage", user=user)
    assert drawn == ["en", "ur"]
    bot.services.library = FakeLibrary(bot.library.corpus)
    await bot.say("/coverage")
    assert drawn == ["en", "ur", "en"]


async def test_a_picture_says_in_words_what_it_shows(bot: Bot) -> None:
    """For who does not see it; as much as a caption may hold."""
    await bot.say("/coverage")
    (sent,) = bot.telegram.made("sendPhoto")
    assert sent["caption"].splitlines()[0] == "What each source covers"
    assert "silent: 000" in sent["caption"]
    await bot.say("/timeline Gaza")
    caption = bot.telegram.made("sendPhoto")[1]["caption"].splitlines()
    assert caption[:2] == ["Dates that the sources give · Gaza", "2000 ⚖️: 000, 001, 002, 003 and 004"]
    assert len(caption) == 13


async def test_the_dates_of_the_sources_are_drawn_and_turned_page_by_page(bot: Bot) -> None:
    """Where no picture may be sent there are the pages alone; the topic is remembered with the buttons."""
    bot.telegram.fail("sendPhoto", 400, "Bad Request: not enough rights to send photos to the chat")
    await bot.say("/timeline Gaza")
    assert bot.last["text"].startswith("Dates that the sources give · Gaza")
    await bot.press("2/")
    assert "2000" not in bot.last["text"]
    await bot.press("1/")
    assert bot.last["text"].startswith("Dates that the sources give · Gaza")


async def test_many_sources_are_listed_in_pages(make_bot: Make, corpus: Corpus) -> None:
    """A library of hundreds of articles does not flood the chat."""
    articles = list(corpus.articles.values())
    many = build_corpus(replace(articles[number % 5], source=f"{number:03}_x") for number in range(40))
    bot = await make_bot(library=FakeLibrary(many))
    await bot.verify_dialog([("/sources", "40 articles(.|\n)*009"), ("/source 999", "999(.|\n)*009, …")])
    await bot.say("/sources")
    await bot.press("2/4")
    assert "010 · " in bot.last["text"]
    await bot.press("019")
    assert "Full text of source 019" in bot.last["text"]


async def test_what_outlets_make_of_the_primary_text_is_turned_page_by_page(bot: Bot) -> None:
    """The counts stand first; the topic is remembered with the buttons, and after a restart there is none."""
    for said in ("/omissions", "/omissions Gaza"):
        await bot.say(said)
        assert bot.last["text"].startswith("Compared with the primary text 000 · 12 points")
        await bot.press("2/")
        assert "Against the primary text" not in bot.last["text"]
        await bot.press("1/")
        assert bot.last["text"].startswith("Compared with the primary text 000 · 12 points")


async def test_cancel_drops_the_conversation(bot: Bot) -> None:
    """The next question stands alone."""
    await bot.verify_dialog([("/cancel", "nothing to cancel"), ("Gaza", "Gaza"), ("/cancel", "Cancelled")])
    await bot.say("and Kashmir")
    assert bot.library.asked[-1][1].previous is None


async def test_a_follow_up_is_shown_as_understood(bot: Bot) -> None:
    """It goes on from the last question, and small talk between does not break it."""
    await bot.verify_dialog([("Gaza", "Gaza"), ("and Kashmir", "Understood as: Gaza Kashmir")])


async def test_a_follow_up_after_a_long_pause_stands_alone(bot: Bot) -> None:
    """The conversation is forgotten after a few minutes."""
    await bot.say("Gaza")
    bot.clock.now += 3600
    await bot.say("and Kashmir")
    assert bot.library.asked[-1][1].previous is None


async def test_the_chosen_language_is_that_of_the_next_command(bot: Bot) -> None:
    """/language with its buttons, and back to none."""
    await bot.say("/language")
    await bot.press("العربية")
    (sent,) = await bot.say("/privacy")
    assert "أحفظ" in sent["text"]
    await bot.say("/language")
    await bot.press("لغة كل سؤال|🌐|كل سؤال")
    (sent,) = await bot.say("/privacy")
    assert "I keep" in sent["text"]


async def test_the_chosen_language_is_that_of_the_next_answer_whatever_the_question(bot: Bot) -> None:
    """And of its buttons, pages and comparison; a follow-up still goes on in the language of its question."""
    await bot.say("/language")
    await bot.press("فارسی")
    (sent,) = await bot.say(ARABIC)
    assert "منبع" in sent["text"]
    assert "مقایسه" in str(sent["reply_markup"])
    await bot.press("مقایسه")
    assert "منبع" in bot.last["text"]
    await bot.say("and " + ARABIC)
    previous = bot.library.asked[-1][1].previous
    assert previous is not None
    assert previous.language == AR.code
    await bot.say("/language")
    await bot.press("به زبان هر پرسش")
    (sent,) = await bot.say(ARABIC)
    assert "المصدر" in sent["text"]


async def test_settings_are_switched_shown_and_used(bot: Bot) -> None:
    """Quotes per answer, and the languages of sources."""
    await bot.say("/settings")
    await bot.press("^3$")
    assert "Quotes per answer: 3" in bot.last["text"]
    await bot.press("فارسی")
    assert "Sources in: فارسی" in bot.last["text"].translate({0x2068: None, 0x2069: None})
    await bot.say("Gaza")
    options = bot.library.asked[-1][1]
    assert (options.limit, options.languages) == (3, (FA,))


async def test_a_choice_of_a_language_that_is_gone_is_no_choice(bot: Bot) -> None:
    """Its folder was taken away since; the other languages of sources still limit."""
    gone = Preferences(language="xx", source_languages=("xx", "fa"))
    await bot.services.storage.save_preferences(updates.ANNA["id"], gone)
    (sent,) = await bot.say("/language")
    assert "✓" in sent["reply_markup"]["inline_keyboard"][-1][0]["text"]
    assert "I keep" in (await bot.say("/privacy"))[0]["text"]
    await bot.say("Gaza")
    assert bot.library.asked[-1][1].languages == (FA,)
    await bot.say("/settings")
    await bot.press("中文")
    assert (await bot.services.storage.preferences(updates.ANNA["id"])).source_languages == ("fa", "zh")


async def test_a_choice_that_could_not_be_saved_counts_and_the_person_is_told(make_bot: Make, tmp_path: Path) -> None:
    """The database is a folder here."""
    bot = await make_bot(Storage(tmp_path, clock=Clock()))
    await bot.say("/settings")
    assert "could not save" in (await bot.press("^3$"))[-1].parameters["text"]
    await bot.say("/language")
    assert "تعذّر الحفظ" in (await bot.press("العربية"))[-1].parameters["text"]
    await bot.say("Gaza")
    assert bot.library.asked[-1][1].limit == 3


async def test_questions_are_kept_only_after_consent_and_dropped_when_it_ends(make_bot: Make, tmp_path: Path) -> None:
    """The file holds no question text otherwise."""
    path = tmp_path / "bot.sqlite3"
    bot = await make_bot(Storage(path, clock=Clock()))
    await bot.say("Gaza zebra")
    await bot.press("👍")
    assert b"zebra" not in content(path)
    await bot.say("/settings")
    await bot.press("Keep my questions")
    await bot.say("Gaza zebra")
    await bot.press("👎")
    assert b"zebra" in content(path)
    restarted = await make_bot(Storage(path, clock=Clock()))
    await restarted.say("and Kashmir")
    previous = restarted.library.asked[-1][1].previous
    assert previous is not None
    assert previous.question == "Gaza zebra"


async def test_forget_asks_first_and_then_deletes_everything(make_bot: Make, tmp_path: Path) -> None:
    """Settings, verdicts, conversation, buttons."""
    path = tmp_path / "bot.sqlite3"
    bot = await make_bot(Storage(path, clock=Clock()))
    await bot.say("/settings")
    await bot.press("^8$")
    await bot.say("Gaza")
    await bot.press("👍")
    await bot.say("/forget")
    await bot.press("No")
    assert "Nothing was deleted" in bot.last["text"]
    await bot.say("/forget")
    await bot.press("Yes")
    assert "Deleted" in bot.last["text"]
    totals = await bot.services.storage.totals()
    assert (totals.people, totals.useful) == (0, 0)
    await bot.say("and Kashmir")
    assert bot.library.asked[-1][1].previous is None
    assert bot.library.asked[-1][1].limit == 5


async def test_an_admin_sees_figures(bot: Bot) -> None:
    """Questions, answers, people, votes."""
    await bot.say("Gaza")
    await bot.press("👍")
    await bot.say("zebra")
    await bot.verify_dialog([("/stats", r"Questions: 2\n.*Answered: 1\n.*\n.*👍 1")], user=BOSS)


async def test_a_reload_swaps_the_articles_or_keeps_the_old_ones(bot: Bot, corpus: Corpus) -> None:
    """A folder that cannot be read does not stop the bot."""
    fresh = FakeLibrary(corpus)
    bot.services.read_library = lambda: fresh
    await bot.verify_dialog([("/reload", "Read 5 articles anew")], user=BOSS)
    assert bot.services.library is fresh

    def fail() -> FakeLibrary:
        raise CorpusError("seeds: no such folder")

    bot.services.read_library = fail
    await bot.verify_dialog([("/reload", "could not be read(.|\n)*no such folder")], user=BOSS)
    assert bot.services.library is fresh


async def test_a_filter_that_cannot_be_understood_is_explained(bot: Bot) -> None:
    """The error's own words say what to do."""

    def refuse(_: str) -> None:
        raise QuestionError("Write lang: with one of en, ar.")

    bot.library.trouble = refuse
    await bot.verify_dialog([("Gaza lang:xx", "Write lang: with one of"), ("/ask Gaza lang:xx", "Write lang:")])
    assert bot.services.counts["failures"] == 0


def content(path: Path) -> bytes:
    wal = path.with_name(path.name + "-wal")
    return path.read_bytes() + (wal.read_bytes() if wal.exists() else b"")
