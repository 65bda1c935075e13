"""The way to Telegram, and what it says of the bot."""

from __future__ import annotations

import socket
import time
from email.utils import formatdate
from typing import Any

import pytest

from cpecbot.commands.doctor import telegram
from cpecbot.commands.doctor.findings import Finding, Level
from cpecbot.settings import load_settings

pytestmark = pytest.mark.usefixtures("elsewhere")

HOOK = "https://bot.example.org/very/secret/path"


def look() -> list[Finding]:
    return [*telegram.look(load_settings())]


def told(check: str) -> tuple[Level, str]:
    """The last that is found there."""
    found = [finding for finding in look() if finding.check == check]
    return found[-1].level, found[-1].found


@pytest.mark.parametrize(
    ("status", "description", "level"),
    [
        (401, "Unauthorized", Level.WRONG),
        (404, "Not Found", Level.WRONG),
        (502, "Bad Gateway", Level.WRONG),
        (429, "Too Many Requests", Level.WRONG),
    ],
)
def test_a_token_that_is_refused_is_wrong_and_so_is_one_that_a_server_in_trouble_does_not_know(
    server: Any, status: int, description: str, level: Level
) -> None:
    server.errors["getMe"] = (status, description)
    assert told("token")[0] is level
    assert description in told("token")[1]
    assert ("not known" in told("token")[1]) == (status in {502, 429})
    assert "getWebhookInfo" not in server.asked


@pytest.mark.usefixtures("server")
def test_a_token_of_another_form_is_not_sent(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor shown."""
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", "hush/../x")
    found = look()
    assert any(each.check == "token" and each.level is Level.WRONG for each in found)
    assert "hush" not in str(found) + str(server.asked)


@pytest.mark.parametrize(("seconds", "level"), [(0, Level.OK), (-120, Level.WARNING), (120, Level.WARNING)])
def test_a_clock_that_is_off_is_told(server: Any, seconds: int, level: Level) -> None:
    server.date = formatdate(time.time() + seconds, usegmt=True)
    found = told("clock")
    assert found[0] is level
    assert ("ahead of" in found[1]) == (seconds < 0)


@pytest.mark.parametrize("date", ["", "soon"])
def test_a_server_that_does_not_tell_the_time_proves_nothing(server: Any, date: str) -> None:
    server.date = date
    assert told("clock")[0] is Level.WARNING


@pytest.mark.parametrize("body", [b"<html>Log in to the hotel's network", b"[]", b"{}"])
def test_what_answers_without_being_a_bot_api_server_is_wrong(server: Any, body: bytes) -> None:
    server.body = body
    assert told("api_root")[0] is Level.WRONG


def test_a_server_that_does_not_answer_is_given_up(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram, "PATIENCE", 0.1)
    server.hangs = True
    assert told("api_root") == (
        Level.WRONG,
        f"{server.address} is not reached (ReadTimeout); what it says of the bot is not known",
    )


def test_a_server_that_goes_away_in_the_middle_is_told(server: Any) -> None:
    """What it said before counts."""
    server.cut.add("getWebhookInfo")
    found = {each.check: each.level for each in look()}
    assert (found["token"], found["api_root"]) == (Level.OK, Level.WRONG)


def test_a_proxy_that_lets_nothing_through_is_wrong_and_its_password_is_not_shown(
    server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server.address
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("CPECBOT_PROXY", f"http://me:hush@127.0.0.1:{port}")
    found = look()
    assert [(each.check, each.level) for each in found] == [
        ("proxy", Level.OK),
        ("proxy", Level.WRONG),
        ("api_root", Level.WRONG),
    ]
    assert f"http://127.0.0.1:{port}" in found[1].found
    assert "hush" not in str(found)


@pytest.mark.parametrize("trouble", ["offline", "no bot api"])
def test_without_a_token_there_is_no_bot_that_telegram_could_be_wrong_for(
    server: Any, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    """Who uses the console alone has done nothing wrong."""
    monkeypatch.delenv("CPECBOT_TELEGRAM_TOKEN")
    if trouble == "offline":
        monkeypatch.setenv("CPECBOT_API_ROOT", "http://127.0.0.1:1")
        monkeypatch.setenv("CPECBOT_PROXY", "http://127.0.0.1:1")
    server.body = b"<html>Log in to the hotel's network"
    found = {each.check: each.level for each in look()}
    assert (found["token"], found["api_root"]) == (Level.WARNING, Level.WARNING)
    assert Level.WRONG not in found.values()


class TestWebhook:
    def test_none_is_wanted_and_none_is_there(self, server: Any) -> None:
        assert server.address
        assert told("webhook") == (Level.OK, "none, and none is wanted: updates are fetched")

    def test_the_one_that_is_wanted_is_there(self, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CPECBOT_WEBHOOK_URL", HOOK)
        server.results["getWebhookInfo"]["url"] = HOOK
        assert told("webhook") == (Level.OK, "updates come to https://bot.example.org")

    @pytest.mark.parametrize(("there", "wanted"), [(HOOK, ""), ("", HOOK), (HOOK, f"{HOOK}2")])
    def test_another_is_told_without_its_path(
        self, server: Any, monkeypatch: pytest.MonkeyPatch, there: str, wanted: str
    ) -> None:
        """Which may be a secret."""
        monkeypatch.setenv("CPECBOT_WEBHOOK_URL", wanted)
        server.results["getWebhookInfo"]["url"] = there
        level, found = told("webhook")
        assert level is Level.WARNING
        assert "secret" not in found

    @pytest.mark.parametrize(("waiting", "level"), [(100, Level.OK), (101, Level.WARNING)])
    def test_updates_that_pile_up_are_told(self, server: Any, waiting: int, level: Level) -> None:
        server.results["getWebhookInfo"]["pending_update_count"] = waiting
        assert told("webhook")[0] is level

    def test_what_telegram_last_stumbled_over_is_told(self, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CPECBOT_WEBHOOK_URL", HOOK)
        failure = {"last_error_date": 1_790_000_000, "last_error_message": "SSL error"}
        server.results["getWebhookInfo"] |= {"url": HOOK} | failure
        assert told("webhook") == (
            Level.WARNING,
            "Telegram last failed to deliver at 2026-09-21 14:13 UTC: SSL error",
        )
