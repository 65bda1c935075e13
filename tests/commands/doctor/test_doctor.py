"""The doctor looks at everything the bot needs, changes nothing, and says how to mend what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.commands.doctor import telegram
from cpecbot.commands.doctor.findings import Examination, Finding, Level, examine
from cpecbot.errors import CorpusError
from cpecbot.settings import Settings, load_settings

pytestmark = pytest.mark.usefixtures("elsewhere")

LEVELS = {level.value for level in Level}


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Not the one of who runs the tests."""
    path = tmp_path / "state" / "cpecbot.sqlite3"
    monkeypatch.setenv("CPECBOT_DATABASE", str(path))
    return path


def test_all_is_well(cli: Cli, server: object, database: Path) -> None:
    """And stays as it was."""
    assert server is not None
    result = cli("doctor")
    assert result.code == 0
    assert result.err == ""
    checks = [line.split()[:2] for line in result.out.splitlines()]
    assert {check for level, check in checks if level == "ok"} >= {
        *("versions", "storage", "disk", "proxy", "api_root", "clock", "token", "webhook", "tables", "corpus")
    }
    assert "@cpec_quotes_bot" in result.out
    assert "5 articles (ar 2, en 2, fa 1)" in result.out
    assert not database.exists()


def test_what_is_wrong_is_told_with_what_to_do_and_ends_with_1(cli: Cli, database: Path) -> None:
    """Here there is no article; that there is no token concerns the bot alone."""
    (database.parent.parent / "empty").mkdir()
    result = cli("doctor", "--json", "--corpus", str(database.parent.parent / "empty"))
    assert result.code == 1
    found = {each["check"]: each for each in result.objects}
    assert all(each["level"] in LEVELS for each in result.objects)
    assert all(bool(each["mend"]) == (each["level"] != "ok") for each in result.objects)
    assert (found["token"]["level"], found["corpus"]["level"]) == ("warning", "wrong")
    assert "@BotFather" in found["token"]["mend"]


@pytest.mark.parametrize(("token", "level", "code"), [(True, "wrong", 1), (False, "warning", 0)])
def test_a_telegram_that_is_not_reached_ends_with_1_unless_no_bot_is_to_run(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, token: bool, level: str, code: int
) -> None:
    """Whoever asks the exit status alone hears of it; without a token there are only warnings."""
    monkeypatch.setenv("CPECBOT_API_ROOT", "http://127.0.0.1:1")
    if token:
        monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", "123456:not-a-real-token-of-anybody")
    result = cli("doctor")
    assert result.code == code
    assert f"{level:<8} api_root" in result.out
    assert "→ Check the network" in result.out
    assert "not-a-real-token" not in result.out + result.err


@pytest.fixture
def settings() -> Settings:
    return load_settings()


def test_what_an_examination_stumbles_over_is_a_finding_and_not_its_text(settings: Settings) -> None:
    """Which may hold a secret; an error of our own says what to do. What was found before stays."""

    def stumble(_: Settings) -> Iterator[Finding]:
        yield Finding("one", Level.OK, "well")
        raise RuntimeError("the token is 123:abc")

    def refuse(_: Settings) -> Iterator[Finding]:
        raise CorpusError("a.txt: not UTF-8. Convert it.")

    found = [*examine([Examination("first", stumble), Examination("second", refuse)], settings)]
    assert [(each.check, each.level) for each in found] == [
        ("one", Level.OK),
        ("first", Level.WRONG),
        ("second", Level.WRONG),
    ]
    assert "RuntimeError" in found[1].found
    assert "123:abc" not in str(found)
    assert found[2].found == "a.txt: not UTF-8. Convert it."


def test_what_does_not_end_is_left_and_not_taken_for_well(settings: Settings) -> None:
    released = threading.Event()

    def hang(_: Settings) -> Iterator[Finding]:
        yield Finding("one", Level.OK, "well")
        released.wait(60)

    try:
        first, last = examine([Examination("slow", hang, seconds=0.5)], settings)
        console = Examination("telegram", hang, seconds=0.1, overdue=telegram.without_it)
        *_, unneeded = examine([console], settings)
    finally:
        released.set()
    assert first.level is Level.OK
    assert (last.check, last.level) == ("slow", Level.WRONG)
    assert (unneeded.check, unneeded.level) == ("telegram", Level.WARNING)
