"""Settings come from five places, the stronger over the weaker, and nothing unknown slips in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cpecbot import resources
from cpecbot.errors import SettingsError
from cpecbot.settings import SECRETS, Settings, load_settings

pytestmark = pytest.mark.usefixtures("elsewhere")


def write(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.fixture(autouse=True)
def no_local_config_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "local_config", lambda: Path("config", "local.toml"))


def test_the_defaults_find_the_articles_of_the_project(root: Path) -> None:
    settings = load_settings()
    assert settings.corpus == root / "seeds"
    assert settings.sources == root / "config" / "sources.toml"
    assert (settings.quotes, settings.per_source, settings.telegram_token) == (5, 2, None)


def test_each_place_is_stronger_than_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    write("config/local.toml", "quotes = 6")
    assert load_settings().quotes == 6
    write(".env", "CPECBOT_QUOTES=7")
    assert load_settings().quotes == 7
    monkeypatch.setenv("CPECBOT_QUOTES", "8")
    assert load_settings().quotes == 8
    assert load_settings(quotes=9).quotes == 9


def test_an_argument_of_none_counts_as_not_given() -> None:
    assert load_settings(quotes=None).quotes == 5


def test_a_named_file_stands_in_for_the_local_one() -> None:
    write("config/local.toml", "quotes = 6\nper_source = 1")
    settings = load_settings(write("mine.toml", "quotes = 7"))
    assert (settings.quotes, settings.per_source) == (7, 2)


@pytest.mark.parametrize("place", ["argument", "variable", "file"])
def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    if place == "variable":
        monkeypatch.setenv("CPECBOT_CORPUS", "~/own")
    elif place == "file":
        write("config/local.toml", "corpus = '~/own'")
    settings = load_settings(corpus=Path("~/own") if place == "argument" else None)
    assert settings.corpus == tmp_path / "own"


def test_a_byte_order_mark_does_not_spoil_a_file() -> None:
    write("config/local.toml", "\ufeffquotes = 6")
    write(".env", "\ufeffCPECBOT_PER_SOURCE=1")
    settings = load_settings()
    assert (settings.quotes, settings.per_source) == (6, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("quotes = " + "9" * 5000, "own.toml, line 1: 99999999999999999999… is too long a number; correct that line."),
        ("\nquotes = 0x" + "f" * 5000, "own.toml, line 2: 0xffffffffffffffffff… is too long a number"),
        ("quotes = " + "[" * 10**5, "own.toml: not valid TOML: TOML inline arrays/tables are nested more than"),
        (".".join("a" * 5000) + " = 1", "own.toml: not valid TOML: TOML key has more than"),
        ('database = "a\\u0000b"', 'Setting "database": no path holds a NUL character'),
        ('corpus = "' + "x" * 10**6 + '\\u0000"', 'Setting "corpus": no path holds a NUL character'),
        ("quotes = 99999999999999999999999", 'Setting "quotes"'),
    ],
)
def test_a_value_beyond_all_bounds_is_told_in_a_line_that_can_be_read(content: str, message: str) -> None:
    file = Path("own.toml")
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 700


def test_a_path_that_leads_round_in_circles_is_left_to_who_opens_it(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    file = tmp_path / "own.toml"
    file.write_text('corpus = "loop"', "utf-8")
    assert load_settings(file).corpus.name == "loop"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"CPECBOT_DATABASE=a\0b", "no path holds a NUL character"),
        (b"CPECBOT_" + b"A" * 10**5 + b"=1", "Unknown setting"),
    ],
)
def test_what_no_variable_can_hold_is_an_error_in_an_env_file(content: bytes, message: str) -> None:
    Path(".env").write_bytes(content)
    with pytest.raises(SettingsError, match=message) as caught:
        load_settings()
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# mine\nthis is no setting\n", r"\.env, line 2: not a setting\. Write CPECBOT_NAME=value"),
        (b"CPECBOT_TELEGRAM_TOKEN='123:secret\n", r"\.env, line 1: not a setting"),
        (b"CPECBOT_QUOTES=\xff", r"\.env is not UTF-8 \(byte 15\)"),
    ],
)
def test_a_malformed_env_file_is_an_error_and_not_passed_over(content: bytes, message: str) -> None:
    Path(".env").write_bytes(content)
    with pytest.raises(SettingsError, match=message) as caught:
        load_settings()
    assert "secret" not in str(caught.value)


def test_a_cooldown_has_an_end() -> None:
    with pytest.raises(SettingsError, match='"cooldown"'):
        load_settings(cooldown=float("inf"))


def test_a_named_file_that_is_missing_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml: no such file"):
        load_settings(Path("nowhere.toml"))


def test_relative_paths_start_from_the_folder_of_their_file(elsewhere: Path) -> None:
    write("config/local.toml", 'corpus = "../my articles"')
    assert load_settings().corpus == elsewhere / "my articles"


def test_a_path_in_the_environment_starts_from_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_CORPUS", "my articles")
    assert load_settings().corpus == Path("my articles")


def test_an_unknown_key_in_a_file_is_refused_with_the_nearest_name() -> None:
    write("config/local.toml", "qoutes = 3")
    with pytest.raises(SettingsError, match=r'"qoutes" \(config/local\.toml\)\. Did you mean "quotes"\?'):
        load_settings()


def test_an_unknown_variable_is_refused_with_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKN", "1:a")
    with pytest.raises(SettingsError, match='Did you mean "telegram_token"'):
        load_settings()


def test_an_unknown_variable_in_dotenv_is_refused() -> None:
    write(".env", "CPECBOT_LOG_LEVLE=INFO")
    with pytest.raises(SettingsError, match=r'\(\.env.*Did you mean "log_level"'):
        load_settings()


def test_an_unknown_argument_is_refused() -> None:
    with pytest.raises(SettingsError, match="Known settings: corpus"):
        load_settings(xyzzy=1)


def test_other_variables_in_dotenv_are_left_alone() -> None:
    write(".env", "DATABASE_URL=postgres://x\nCPECBOT_QUOTES=3")
    assert load_settings().quotes == 3


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("CPECBOT_QUOTES", "many", "must be a whole number"),
        ("CPECBOT_QUOTES", "0", "must be at least 1"),
        ("CPECBOT_ADMIN_IDS", "12,me", "must be a whole number"),
        ("CPECBOT_WEBHOOK_URL", "http://bot.example.org", "begins with https://"),
        ("CPECBOT_QUOTES", "21", "must be at most 20"),
        ("CPECBOT_COOLDOWN", "nan", "must be a number"),
        ("CPECBOT_SNAPSHOT", "perhaps", "must be true or false"),
        ("CPECBOT_LOG_LEVEL", "LOUD", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("CPECBOT_API_ROOT", "telegram", "begins with https://"),
        ("CPECBOT_API_ROOT", "http://api.example.org", "write https://"),
        ("CPECBOT_API_ROOT", "http://localhost.example.org", "write https://"),
        ("CPECBOT_API_ROOT", "http://127.0.0.1@example.org", "write https://"),
        ("CPECBOT_API_ROOT", "http://0.0.0.0:8081", "write https://"),
        ("CPECBOT_BLOCKED_IDS", "him", "must be a whole number"),
        ("CPECBOT_MONITOR_PORT", "0", "must be at least 1"),
    ],
)
def test_a_wrong_value_is_explained(monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=message):
        load_settings()


@pytest.mark.parametrize(
    "address",
    ["https://api.example.org", "http://127.0.0.1:8081", "http://localhost", "http://[::1]:8081/x", "http://127.8.8.8"],
)
def test_an_api_server_of_one_s_own_is_reached_unread(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """By TLS, or without leaving this computer."""
    monkeypatch.setenv("CPECBOT_API_ROOT", address)
    assert load_settings().api_root == address


def test_an_env_file_refers_to_no_other_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a foreign folder could send the person's secrets to wherever it names."""
    monkeypatch.setenv("PASSWORD_OF_MINE", "hush")
    write(".env", "CPECBOT_API_ROOT=https://example.org/${PASSWORD_OF_MINE}\nOTHER=${PASSWORD_OF_MINE}")
    with pytest.raises(SettingsError, match="refers to another variable") as caught:
        load_settings()
    assert "hush" not in str(caught.value)


def test_ids_may_be_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_ADMIN_IDS", "12, 34")
    assert load_settings().admin_ids == (12, 34)


def test_the_token_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_TELEGRAM_TOKEN", "123:secret")
    settings = load_settings()
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == "123:secret"
    assert "secret'" not in repr(settings)
    assert "123:" not in repr(settings) + str(settings.model_dump())


@pytest.mark.parametrize("secret", ["A", "az-09_", "x" * 256])
def test_a_webhook_secret_is_of_telegrams_alphabet(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("CPECBOT_WEBHOOK_SECRET", secret)
    settings = load_settings()
    assert settings.webhook_secret is not None
    assert settings.webhook_secret.get_secret_value() == secret


@pytest.mark.parametrize("secret", ["a b", "päss", "a+b", "x" * 257, "٣"])
def test_another_webhook_secret_is_refused_without_showing_it(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("CPECBOT_WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match="A-Z a-z 0-9 _ -") as caught:
        load_settings()
    assert secret not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("API_ROOT", "http://me:hush-hush@example.org/"),
        ("WEBHOOK_URL", "http://bot.example.org/123456789:AAhush-hushhush-hushhush"),
        ("ADMIN_IDS", "12,123456789:AAhush-hushhush-hushhush"),
        ("WEBHOOK_PORT", "123456789:AAhush-hushhush-hushhush"),
    ],
)
def test_what_is_refused_is_shown_without_what_opens_something(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Whatever setting it was put into by mistake."""
    monkeypatch.setenv(f"CPECBOT_{name}", value)
    with pytest.raises(SettingsError, match=name.lower()) as caught:
        load_settings()
    assert "hush" not in str(caught.value)


def test_what_is_refused_is_shown_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it is found again."""
    monkeypatch.setenv("CPECBOT_API_ROOT", "http://example.org:8081/123")
    with pytest.raises(SettingsError, match=re.escape("'http://example.org:8081/123'")):
        load_settings()


@pytest.mark.parametrize(
    "proxy", ["http://127.0.0.1:3128", "https://proxy.example.org/", "socks5://me:hush@[::1]:1080", "socks5h://p"]
)
def test_a_proxy_is_of_a_kind_that_is_spoken(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("CPECBOT_PROXY", proxy)
    settings = load_settings()
    assert settings.proxy is not None
    assert settings.proxy.get_secret_value() == proxy
    assert "hush" not in repr(settings)


@pytest.mark.parametrize("proxy", ["proxy:hush", "ftp://me:hush@proxy", "socks4://hush", "http://me:hush@proxy/path"])
def test_another_proxy_is_refused_without_showing_its_password(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("CPECBOT_PROXY", proxy)
    with pytest.raises(SettingsError, match="socks5://") as caught:
        load_settings()
    assert "hush" not in str(caught.value)


class TestFilesOfTheServiceManager:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "credentials"
        folder.mkdir()
        monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
        return folder

    def test_they_hold_secrets(self, folder: Path) -> None:
        (folder / "cpecbot_telegram_token").write_text("123:abc\n", "utf-8")
        (folder / "other").write_text("of another program", "utf-8")
        settings = load_settings()
        assert settings.telegram_token is not None
        assert settings.telegram_token.get_secret_value() == "123:abc"

    def test_the_environment_is_stronger(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "cpecbot_quotes").write_text("3", "utf-8")
        assert load_settings().quotes == 3
        monkeypatch.setenv("CPECBOT_QUOTES", "4")
        assert load_settings().quotes == 4

    def test_a_misspelt_name_is_refused(self, folder: Path) -> None:
        (folder / "cpecbot_token").write_text("123:abc", "utf-8")
        with pytest.raises(SettingsError, match=r'"token" .*cpecbot_'):
            load_settings()

    def test_what_is_no_text_is_refused_without_showing_it(self, folder: Path) -> None:
        (folder / "cpecbot_telegram_token").write_bytes(b"123:abc\xff")
        with pytest.raises(SettingsError, match="UTF-8") as caught:
            load_settings()
        assert "123:abc" not in str(caught.value)

    def test_a_folder_that_is_not_there_is_none(self, folder: Path) -> None:
        folder.rmdir()
        assert load_settings().telegram_token is None


def test_a_token_in_a_file_is_refused_without_showing_it() -> None:
    write("config/local.toml", 'telegram_token = "123:abc"')
    with pytest.raises(SettingsError, match="CPECBOT_TELEGRAM_TOKEN") as caught:
        load_settings()
    assert "123:abc" not in str(caught.value)


def test_a_file_that_is_no_toml_is_named() -> None:
    write("config/local.toml", "quotes = ")
    with pytest.raises(SettingsError, match=r"config/local\.toml: not valid TOML"):
        load_settings()


def test_every_setting_is_explained_in_the_default_file() -> None:
    """Each has its line, set or commented out, in a paragraph with a comment; secrets are named, never set."""
    text = resources.default_config().read_text("utf-8")
    for name in Settings.model_fields:
        if name in SECRETS:
            assert f"CPECBOT_{name.upper()}" in text
            assert not re.search(rf"^(# )?{name} =", text, re.MULTILINE)
        else:
            assert re.search(rf"^# .*\n(?:(?:# )?\w+ = .*\n)*(?:# )?{name} = ", text, re.MULTILINE), name


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().quotes = 3


def test_a_cluster_has_several_nodes_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", "https://one.example.org:9200, http://127.0.0.1:9201")
    assert load_settings().opensearch_urls == ("https://one.example.org:9200", "http://127.0.0.1:9201")


@pytest.mark.parametrize("address", ["one:9200", "https://me:secret@one", "ftp://one", "https://one,", ""])
def test_a_node_is_an_address_without_a_password(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", address or " ")
    with pytest.raises(SettingsError, match="opensearch_url") as told:
        load_settings()
    assert "secret" not in str(told.value)


def test_a_password_goes_to_this_computer_or_where_nobody_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_OPENSEARCH_PASSWORD", "secret")
    for url in ("http://127.0.0.1:9200", "https://one.example.org"):
        monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", url)
        load_settings()
    monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", "http://one.example.org")
    with pytest.raises(SettingsError, match="would carry the password unprotected"):
        load_settings()
