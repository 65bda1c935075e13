"""Where the token may go: to nobody whom a folder names that the person merely stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cpecbot.errors import SettingsError
from cpecbot.files.private import is_open_to_others
from cpecbot.settings.settings import SECRETS, Settings
from cpecbot.settings.variables import ENVIRONMENT_PREFIX, folder_of, is_trusted, without_credentials

TELEGRAM = "https://api.telegram.org"

_LEADING = {
    "api_root": "whoever runs that server gets the token",
    "webhook_url": "whoever runs that server gets what people say",
    "proxy": "whoever runs that proxy sees whom the bot speaks to",
}
"""Settings that name who is sent what."""


def token_of(settings: Settings) -> str | None:
    """The token, for whoever sends it to Telegram; None where there is none.

    Raises SettingsError where a file of the current folder says where it goes, unless that folder holds the token or
    the program as well. To stand in somebody's folder is not to trust it, and a warning would come after the token
    is gone; what the person names (environment, ``--config``) counts always.
    """
    if settings.telegram_token is None:
        return None
    for name, consequence in _LEADING.items():
        file = settings.origin(name)
        if file is not None and not _is_telegram(settings, name) and not _may_lead(file, settings):
            variable = ENVIRONMENT_PREFIX + name.upper()
            raise SettingsError(
                f"{file} sets {name}: {consequence}. It stands in the current folder, and the token comes from "
                f"elsewhere. If you mean it, set {variable} in the environment, or name the file (cpecbot --config "
                f"{file} run); if not, remove it there."
            )
    return settings.telegram_token.get_secret_value()


def cautions(settings: Settings) -> Iterator[str]:
    """What whoever runs the bot should know of its settings, and what to do."""
    for file in exposed(settings):
        yield f"{file} holds a secret, and others than its owner may read it; type: chmod 600 {file}"
    if not _is_telegram(settings, "api_root"):
        yield f"the token is sent to {without_credentials(settings.api_root)} (api_root) in the place of {TELEGRAM}"


def exposed(settings: Settings) -> Sequence[Path]:
    """Files with secrets that others than their owner may read or change."""
    files = {file for name in SECRETS if (file := settings.origin(name)) is not None}
    return sorted(file for file in files if is_open_to_others(file))


def _is_telegram(settings: Settings, name: str) -> bool:
    return name == "api_root" and settings.api_root.rstrip("/") == TELEGRAM


def _may_lead(file: Path, settings: Settings) -> bool:
    token = settings.origin("telegram_token")
    return is_trusted(file) or (token is not None and folder_of(token) == folder_of(file))
