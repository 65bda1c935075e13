"""Every setting, read once at the edge.

Arguments > ``CPECBOT_*`` variables > ``.env`` > files of the service manager > local.toml > default.toml.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, PrivateAttr, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from pydantic_settings import SettingsError as UnreadableError

from cpecbot import resources
from cpecbot.errors import SettingsError
from cpecbot.expressions import expression
from cpecbot.settings.variables import (
    ENV_FILE,
    ENVIRONMENT_PREFIX,
    credentials,
    dotenv,
    handed_over,
    is_trusted,
    origins,
    own_keys,
    without_credentials,
)
from cpecbot.tables import in_plain_words, read_toml

# https://core.telegram.org/bots/api#setwebhook
_WEBHOOK_SECRET = expression(r"[A-Za-z0-9_-]{1,256}", re.ASCII)
_NODE = expression(r"https?://[^\s/@]+/?")
_ADDRESS = expression(r"https?://\S+")
# What httpx speaks.
_PROXY = expression(r"(https?|socks5h?)://[^\s/]+/?", re.ASCII)


Bidi = Literal["auto", "terminal", "cpecbot"]
"""Who puts right-to-left text into the order in which it is read in a terminal."""


class Settings(BaseSettings):
    """What ``config/default.toml`` explains key by key. Secrets come from no file of settings."""

    # Unknown names are refused by load_settings, which can say where they stand; other people's variables are not ours.
    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, env_file_encoding="utf-8-sig", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    corpus: Path
    sources: Path
    boilerplate: Path
    tables: Path
    glossary: Path
    max_article_bytes: int = Field(ge=1)

    engine: Literal["auto", "memory", "disk", "opensearch"]
    opensearch_url: str = "http://127.0.0.1:9200"
    opensearch_index: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]{0,99}$")
    opensearch_user: str | None = None
    opensearch_password: SecretStr | None = None

    quotes: int = Field(ge=1, le=20)
    quotes_at_first: int = Field(ge=1, le=20)
    per_source: int = Field(ge=1, le=20)

    database: Path = Field(default_factory=lambda: resources.state_folder() / resources.DATABASE)
    history: Path = Field(default_factory=lambda: resources.state_folder() / resources.HISTORY)
    snapshot: bool
    cache: Path = Field(default_factory=resources.cache_folder)
    bidi: Bidi
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"]

    telegram_token: SecretStr | None = None
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    allowed_ids: Annotated[tuple[int, ...], NoDecode] = ()
    blocked_ids: Annotated[tuple[int, ...], NoDecode] = ()
    channels: bool
    set_name: bool
    burst: int = Field(ge=1)
    cooldown: float = Field(ge=0, allow_inf_nan=False)
    api_root: str
    webhook_url: str | None = None
    webhook_listen: str
    webhook_port: int = Field(ge=1, le=65535)
    webhook_secret: SecretStr | None = None
    # A secret because it may hold a password.
    proxy: SecretStr | None = None
    monitor_listen: str
    monitor_port: int | None = Field(default=None, ge=1, le=65535)

    _origins: Mapping[str, Path] = PrivateAttr(default_factory=dict)

    def origin(self, name: str) -> Path | None:
        """The file found by its place that a setting comes from; None where the person named it, or nobody did."""
        return self._origins.get(name)

    @property
    def opensearch_urls(self) -> tuple[str, ...]:
        """The nodes that are asked."""
        return _listed(self.opensearch_url)

    @field_validator(
        "corpus", "sources", "boilerplate", "tables", "glossary", "database", "history", "cache", mode="before"
    )
    @classmethod
    def _at_home(cls, value: object) -> object:
        """Read ``~`` as the home folder where no shell has done so."""
        if "\0" in str(value):
            raise ValueError("no path holds a NUL character")
        path = Path(value) if isinstance(value, str) else value
        return Path(os.path.expanduser(path)) if isinstance(path, Path) else value  # noqa: PTH111 - needs no home

    @field_validator("admin_ids", "allowed_ids", "blocked_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        """Accept ``12, 34`` from the environment."""
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("api_root")
    @classmethod
    def _unread_by_others(cls, value: str) -> str:
        """The token is a part of every address."""
        if not _ADDRESS.fullmatch(value):
            raise ValueError("must be an address that begins with https://")
        parts = urlsplit(value)
        if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
            raise ValueError("http:// is for this computer alone (127.0.0.1); write https://")
        return value

    @field_validator("opensearch_url")
    @classmethod
    def _of_nodes(cls, value: str) -> str:
        if not all(_NODE.fullmatch(each) for each in _listed(value)):
            raise ValueError("write https://HOST:PORT, and more of them behind commas; name and password stand apart")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _that_telegram_sends_to(cls, value: str | None) -> str | None:
        if value is not None and not (_ADDRESS.fullmatch(value) and value.startswith("https:")):
            raise ValueError("must be a public address that begins with https://")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _of_telegrams_alphabet(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("Telegram takes 1 to 256 of A-Z a-z 0-9 _ - and nothing else")
        return value

    @field_validator("proxy")
    @classmethod
    def _of_a_kind_that_is_spoken(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _PROXY.fullmatch(value.get_secret_value()):
            raise ValueError("write http://, https://, socks5:// or socks5h:// and [USER:PASSWORD@]HOST:PORT")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The TOML files arrive through ``_toml``, which ``load_settings`` fills and no person can set."""
        arguments = dict(getattr(init_settings, "init_kwargs", {}))
        files: tuple[Mapping[str, Any], ...] = arguments.pop("_toml", ())
        return (
            InitSettingsSource(settings_cls, arguments),
            env_settings,
            dotenv_settings,
            file_secret_settings,
            *(InitSettingsSource(settings_cls, dict(table)) for table in files),
        )


SECRETS = frozenset(name for name, field in Settings.model_fields.items() if field.annotation == SecretStr | None)
_PATHS = frozenset(name for name, field in Settings.model_fields.items() if field.annotation is Path)


def revealed(secret: SecretStr | None) -> str | None:
    """What it is, for whoever must have it."""
    return secret.get_secret_value() if secret is not None else None


def load_settings(config: Path | None = None, **arguments: object) -> Settings:
    """Read all settings; an argument of None counts as not given. ``config`` stands in for ``config/local.toml``.

    Relative paths start from the current folder, in a TOML file from the file's own folder. Raises SettingsError.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    _refuse_unknown(given, "arguments")
    _refuse_unknown(own_keys(os.environ), f"environment, {ENVIRONMENT_PREFIX}*")
    _refuse_unknown(own_keys(dotenv()), f"{ENV_FILE}, {ENVIRONMENT_PREFIX}*")
    _refuse_unknown(own_keys(handed_over()), f"{credentials()}, {ENVIRONMENT_PREFIX.lower()}*")
    files = _toml_files(config)
    tables = tuple(_read_toml(file) for file in files)
    try:
        places: dict[str, Any] = {"_env_file": ENV_FILE, "_secrets_dir": credentials(), "_toml": tables}
        settings = Settings(**places | given)
    except UnreadableError as error:
        raise SettingsError(f"{credentials()}: {error}. Each file there is to hold one value as UTF-8 text.") from None
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(item) for item in error.errors(include_url=False))) from None
    found = [(file, table) for file, table in zip(files, tables, strict=True) if file != config]
    settings._origins = origins(given, found)
    _refuse_foreign(settings, "cache", "what is kept there is a part of the program")
    _refuse_foreign(settings, "opensearch_url", "whoever runs that cluster gets its password, and what people ask")
    _refuse_read_by_others(settings)
    return settings


def _refuse_foreign(settings: Settings, name: str, consequence: str) -> None:
    file = settings.origin(name)
    if file is not None and not is_trusted(file):
        raise SettingsError(
            f"{file} sets {name}: {consequence}. It stands in the current folder; if you "
            f"mean it, set {ENVIRONMENT_PREFIX}{name.upper()} in the environment, or name the file with --config."
        )


def _refuse_read_by_others(settings: Settings) -> None:
    """A password goes over a network only where nobody on the way can read it."""
    for address in settings.opensearch_urls if settings.opensearch_password else ():
        parts = urlsplit(address)
        if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
            raise SettingsError(
                f'Setting "opensearch_url": {address} would carry the password unprotected; write https://.'
            )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(","))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _toml_files(config: Path | None) -> tuple[Path, ...]:
    """The TOML files that are read, the strongest first."""
    if config is not None and ("\0" in str(config) or not config.exists()):
        raise SettingsError(f"{config}: no such file. Give a TOML file with settings, as in config/default.toml.")
    local = config or resources.local_config()
    return (local, resources.default_config()) if config or local.is_file() else (resources.default_config(),)


def _read_toml(file: Path) -> dict[str, object]:
    table = read_toml(file, SettingsError)
    _refuse_unknown(table, str(file))
    for secret in SECRETS & set(table):
        variable = ENVIRONMENT_PREFIX + secret.upper()
        raise SettingsError(f'{file}: "{secret}" is a secret. Set {variable} in the environment or in .env instead.')
    return {name: _from_folder(file.parent, value) if name in _PATHS else value for name, value in table.items()}


def _from_folder(folder: Path, value: object) -> object:
    """A path with a NUL is left to what checks the setting."""
    if not isinstance(value, str) or "\0" in value:
        return value
    return Path(os.path.realpath(folder / os.path.expanduser(value)))  # noqa: PTH111 - resolve() raises on a loop


def _refuse_unknown(names: Mapping[str, object] | tuple[str, ...], origin: str) -> None:
    for name in names:
        if name not in Settings.model_fields:
            raise SettingsError(f'Unknown setting "{name}" ({origin}). {_nearest(name)}')


def _nearest(name: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415  # only a mistake needs it

    best = process.extractOne(name.lower(), list(Settings.model_fields), score_cutoff=70)
    return f'Did you mean "{best[0]}"?' if best else f"Known settings: {', '.join(Settings.model_fields)}."


def _explain(item: Mapping[str, Any]) -> str:
    """One line for one of pydantic's errors, without the value when it is a secret."""
    name = str(item["loc"][0])
    if item["type"] == "missing":
        variable = ENVIRONMENT_PREFIX + name.upper()
        return f'Setting "{name}" is missing. Restore it in config/default.toml, or set {variable}.'
    shown = "" if name in SECRETS else f" (it is {without_credentials(repr(item['input']))})"
    return f'Setting "{name}": {in_plain_words(item)}{shown}. See config/default.toml for what it takes.'
