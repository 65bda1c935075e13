"""The token goes to nobody whom a folder names that the person merely stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Cli
from cpecbot import resources
from cpecbot.errors import SettingsError
from cpecbot.settings import load_settings
from cpecbot.settings.trust import cautions, token_of
from cpecbot.settings.variables import CREDENTIALS

TOKEN = "123456:not-a-real-token-of-anybody"  # noqa: S105  # not one
REDIRECTED = 'api_root = "https://evil.example.org"'


@pytest.fixture
def folder(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's folder, in which the person stands with a token in the environment."""
    (elsewhere / "config").mkdir()
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", TOKEN)
    return elsewhere


def local(folder: Path, text: str) -> None:
    (folder / "config" / "local.toml").write_text(text, "utf-8")


def dotenv(folder: Path, text: str) -> None:
    (folder / ".env").write_text(text, "utf-8")
    (folder / ".env").chmod(0o600)


@pytest.mark.parametrize("name", ["api_root", "webhook_url"])
def test_a_foreign_folder_s_settings_do_not_lead_the_token_away(folder: Path, name: str) -> None:
    """What to do is said, the token is not."""
    local(folder, f'{name} = "https://evil.example.org"')
    with pytest.raises(SettingsError, match=rf"local\.toml sets {name}: .* CPECBOT_{name.upper()}") as caught:
        token_of(load_settings())
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("line", ["API_ROOT=https://evil.example.org", "PROXY=http://evil.example.org:1"])
def test_nor_do_its_variables(folder: Path, line: str) -> None:
    dotenv(folder, f"CPECBOT_{line}")
    with pytest.raises(SettingsError, match=r"\.env sets "):
        token_of(load_settings())


def test_nor_do_its_defaults(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The program takes what is edited in a checkout that the person stands in."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site-packages" / "cpecbot")
    text = Path(__file__).parents[2].joinpath("config", "default.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text('name = "cpecbot"', "utf-8")
    (folder / "config" / "default.toml").write_text(text, "utf-8")
    assert token_of(load_settings()) == TOKEN
    (folder / "config" / "default.toml").write_text(text.replace("https://api.telegram.org", "https://evil.example"))
    with pytest.raises(SettingsError, match=r"default\.toml sets api_root"):
        token_of(load_settings())


def test_an_empty_token_there_makes_no_difference(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is used comes from the service manager."""
    monkeypatch.delenv("CPECBOT_TELEGRAM_TOKEN")
    (folder / "credentials").mkdir()
    (folder / "credentials" / "cpecbot_telegram_token").write_text(TOKEN, "utf-8")
    monkeypatch.setenv(CREDENTIALS, str(folder / "credentials"))
    dotenv(folder, "CPECBOT_TELEGRAM_TOKEN=\nCPECBOT_API_ROOT=https://evil.example.org")
    with pytest.raises(SettingsError, match="sets api_root"):
        token_of(load_settings())


def test_a_folder_leads_the_token_that_it_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CPECBOT_TELEGRAM_TOKEN")
    dotenv(folder, f"CPECBOT_TELEGRAM_TOKEN={TOKEN}")
    local(folder, REDIRECTED)
    assert token_of(load_settings()) == TOKEN


def test_the_folder_of_the_program_is_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may change settings there may change the program."""
    local(folder, REDIRECTED)
    monkeypatch.setattr(resources, "_PACKAGE", folder / ".venv" / "lib" / "cpecbot")
    monkeypatch.setattr(resources, "default_config", lambda: Path(__file__).parents[2] / "config" / "default.toml")
    assert token_of(load_settings()) == TOKEN


def test_what_the_person_names_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the environment, or a file by its path."""
    local(folder, REDIRECTED)
    assert token_of(load_settings(Path("config", "local.toml"))) == TOKEN
    monkeypatch.setenv("CPECBOT_API_ROOT", "https://mine.example.org")
    assert token_of(load_settings()) == TOKEN


def test_a_folder_may_set_everything_else(folder: Path) -> None:
    """And Telegram's own address."""
    local(folder, 'quotes = 3\napi_root = "https://api.telegram.org/"')
    assert token_of(load_settings()) == TOKEN


def test_without_a_token_there_is_nothing_to_lead_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CPECBOT_TELEGRAM_TOKEN")
    local(folder, REDIRECTED)
    assert token_of(load_settings()) is None


@pytest.mark.parametrize("command", ["run", "doctor"])
def test_no_command_sends_it(folder: Path, cli: Cli, command: str) -> None:
    local(folder, REDIRECTED)
    result = cli(command)
    assert "sets api_root" in result.out + result.err
    assert result.code == (2 if command == "run" else 1)


@pytest.mark.usefixtures("folder")
def test_who_runs_the_bot_is_told_where_the_token_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(cautions(load_settings())) == []
    for written, told in {
        "mine.example.org": "mine.example.org",
        "me:hush@mine.example.org": "…@mine.example.org",
    }.items():
        monkeypatch.setenv("CPECBOT_API_ROOT", f"https://{written}")
        (caution,) = cautions(load_settings())
        assert f"the token is sent to https://{told} " in caution


@pytest.mark.parametrize(("mode", "told"), [(0o600, False), (0o400, False), (0o644, True), (0o640, True)])
def test_an_env_file_with_a_secret_that_others_may_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int, told: bool
) -> None:
    """With what to do."""
    monkeypatch.delenv("CPECBOT_TELEGRAM_TOKEN")
    dotenv(folder, f"CPECBOT_TELEGRAM_TOKEN={TOKEN}")
    (folder / ".env").chmod(mode)
    assert [f"chmod 600 {folder / '.env'}" in each for each in cautions(load_settings())] == [True] * told
    dotenv(folder, "CPECBOT_QUOTES=3")
    (folder / ".env").chmod(mode)
    assert list(cautions(load_settings())) == []


@pytest.mark.parametrize("place", ["local.toml", ".env"])
def test_nothing_kept_in_a_foreign_folder_is_run(
    folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """What was kept for the next start is code as much as data; the person may name another folder for it."""
    if place == ".env":
        dotenv(folder, "CPECBOT_CACHE=kept")
    else:
        local(folder, 'cache = "kept"')
    result = cli("ask", "When was the seventh round held?")
    assert result.code == 2
    assert f"{place} sets cache" in result.err
    monkeypatch.setenv("CPECBOT_CACHE", str(folder / "kept"))
    assert load_settings().cache == folder / "kept"
