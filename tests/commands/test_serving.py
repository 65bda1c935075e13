"""The bot is started with what the settings say; a preview is a page."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from command_line import Cli
from cpecbot.bot import BotConfig, Webhook
from cpecbot.bot.operating.stopping import CUT_SHORT
from cpecbot.commands import serving
from cpecbot.commands.serving import bot_config
from cpecbot.settings import load_settings

TOKEN = "123456:not-a-real-token-of-anybody"  # noqa: S105  # not one


def test_a_token_of_the_wrong_form_is_refused_before_telegram_is_asked(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", "not a token")
    result = cli("run")
    assert result.code == 2
    assert "no bot token" in result.err


def test_without_a_token_the_person_is_told_where_to_get_one(cli: Cli) -> None:
    result = cli("run")
    assert result.code == 2
    assert result.err.startswith("Error: No Telegram token. Take one from @BotFather and set CPECBOT_TELEGRAM_TOKEN")


def test_the_bot_is_told_what_the_settings_say(monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> None:
    assert elsewhere.is_dir()
    variables = {
        "TELEGRAM_TOKEN": TOKEN,
        "ADMIN_IDS": "7",
        "ALLOWED_IDS": "8,-9",
        "BLOCKED_IDS": "10",
        "CHANNELS": "true",
        "SET_NAME": "true",
        "PROXY": "socks5://me:hush@127.0.0.1:1080",
        "QUOTES": "4",
        "PER_SOURCE": "1",
        "WEBHOOK_URL": "https://bot.example.org/hook",
        "WEBHOOK_SECRET": "s3cret",
        "WEBHOOK_PORT": "9000",
        "API_ROOT": "http://127.0.0.1:8081/",
    }
    for name, value in variables.items():
        monkeypatch.setenv(f"CPECBOT_{name}", value)
    config = bot_config(load_settings())
    assert config == BotConfig(
        token=TOKEN,
        admin_ids=frozenset({7}),
        allowed_ids=frozenset({8, -9}),
        blocked_ids=frozenset({10}),
        channels=True,
        sets_name=True,
        proxy="socks5://me:hush@127.0.0.1:1080",
        quotes_per_answer=4,
        per_source=1,
        burst=5,
        cooldown=2.0,
        api_root="http://127.0.0.1:8081",
        webhook=Webhook("https://bot.example.org/hook", "s3cret", "127.0.0.1", 9000),
    )
    assert TOKEN not in repr(config)
    assert "hush" not in repr(config)


def test_run_starts_the_bot_on_the_articles(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    started: list[tuple[Any, ...]] = []
    monkeypatch.setattr(serving, "run_application", lambda *arguments: started.append(arguments))
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", TOKEN)
    with caplog.at_level(logging.INFO):
        result = cli("run")
    assert result.code == 0
    assert "Answering from 5 articles" in caplog.text
    assert TOKEN not in result.err + caplog.text
    ((application, token, webhook),) = started
    assert (application.bot.token, token, webhook) == (TOKEN, TOKEN, None)


@pytest.mark.parametrize(
    ("question", "words"),
    [("When was the seventh round of the dialogue held?", "January 4, 2026"), ("ماذا قيل عن غزة؟", "غزة")],
)
def test_a_preview_shows_question_and_answer_as_a_page(cli: Cli, elsewhere: Path, question: str, words: str) -> None:
    result = cli("preview", question, "--out", "page.html", "--theme", "dark")
    assert (result.code, result.out) == (0, "page.html\n")
    page = (elsewhere / "page.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert question in page
    assert words in page


def test_a_fault_of_the_program_ends_it_without_showing_anything(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the token nor what somebody said; the status tells a supervisor to start it again."""

    def fail(_: object, token: str, __: object) -> None:
        said = "what somebody said"
        raise KeyError(said, token)

    monkeypatch.setattr(serving, "run_application", fail)
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", TOKEN)
    result = cli("run")
    shown = result.out + result.err + caplog.text
    assert result.code == CUT_SHORT
    assert "KeyError" in shown
    assert TOKEN.partition(":")[2] not in shown
    assert "what somebody said" not in shown


def test_whatever_the_bot_makes_is_its_owner_s_alone(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library's files as well."""
    monkeypatch.setattr(serving, "run_application", lambda *_: (tmp_path / "made").touch())
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", TOKEN)
    assert cli("run").code == 0
    assert (tmp_path / "made").stat().st_mode & 0o077 == 0
