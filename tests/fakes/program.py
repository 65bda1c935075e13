"""The bot as a program of its own, over the fake Telegram's HTTP: what signals, kills and exit codes are tried on.

It answers from the real articles by plain words, each question after ``seconds``, so that it starts at once.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path
from typing import Any

from telegram.request import HTTPXRequest

from cpecbot.bot import BotConfig, build_application, run
from cpecbot.corpus.loading import load_corpus
from cpecbot.errors import SettingsError
from cpecbot.storage import Storage
from fakes.languages import LANGUAGES
from fakes.library import FakeLibrary

ROOT = Path(__file__).resolve().parents[2]


async def start_program(
    address: str,
    token: str,
    *,
    database: Path | None = None,
    seconds: float = 0.3,
    timeout: float = 5.0,  # noqa: ASYNC109 - of the program's own requests
    **settings: Any,
) -> asyncio.subprocess.Process:
    """``settings`` are those of BotConfig; what the program logs goes to its standard error."""
    options = {
        "settings": settings | {"api_root": address, "token": token},
        "database": str(database) if database else None,
        "seconds": seconds,
        "timeout": timeout,
    }
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "fakes.program", json.dumps(options)),
        env=os.environ | {"PYTHONPATH": paths, "NO_PROXY": "127.0.0.1"},
        stderr=subprocess.PIPE,
    )


def _main(settings: dict[str, Any], database: str | None, seconds: float, timeout: float) -> None:
    tuples = {each.name for each in fields(BotConfig) if str(each.type).startswith("tuple")}
    config = BotConfig(**{name: tuple(value) if name in tuples else value for name, value in settings.items()})
    library = FakeLibrary(load_corpus(ROOT / "seeds", LANGUAGES), trouble=lambda _: time.sleep(seconds))
    storage = Storage(Path(database) if database else None)
    try:
        run(build_application(config, library, storage, request=HTTPXRequest(256, timeout)), config.token)
    except SettingsError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    _main(**json.loads(sys.argv[1]))
