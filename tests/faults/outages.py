"""An outage of ten minutes while people ask: how many answers are lost or doubled, and when the last one comes.

Time is scaled: one second here stands for ``SCALE`` of the bot's. PYTHONPATH=src:tests python -m faults.outages
"""

from __future__ import annotations

import asyncio
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fakes.program import start_program
from fakes.server import serve
from fakes.telegram import TOKEN, FakeTelegram, Response
from faults.asking import answers, questions, settled

SCALE = 50
LENGTH = 600 / SCALE
SETTINGS: dict[str, Any] = {
    "pauses": [pause / SCALE for pause in (0.2, 0.8, 3.0, 10.0, 30.0)],
    "give_up": 900 / SCALE,
    "token_patience": 3600.0,
    "poll": 1,
    "cooldown": 0,
    "messages_per_second": 0,
}
BEFORE, DURING = 30, 30
PATIENCE = 60.0
OK: dict[str, Any] = {"ok": True, "result": True}

OUTAGES = {
    "502": Response(502, {}, "html"),
    "reset": Response(200, OK, "drop"),
    "half a body": Response(200, OK, "half"),
    "time-out": Response(200, OK, "hang"),
    "429": Response(429, {"ok": False, "error_code": 429, "description": "…", "parameters": {"retry_after": 1}}),
    "401": Response(401, {"ok": False, "error_code": 401, "description": "Unauthorized"}),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """``after`` is how many seconds of the bot's passed from the end of the outage to the last answer."""

    lost: int
    doubled: int
    after: float
    log: str

    def __str__(self) -> str:
        return f"lost {self.lost}  doubled {self.doubled}  the last answer {self.after:.0f} s after its end"


async def measure(outage: Response, folder: Path, patience: float = PATIENCE, **settings: Any) -> Figures:
    """Half of the questions were received before it, half are asked during it; ``patience`` is seconds of the clock."""
    telegram, asked = FakeTelegram(), questions(BEFORE + DURING, 20)
    options = SETTINGS | settings
    async with serve(telegram) as address:
        program = await start_program(
            address, TOKEN, database=folder / "bot.sqlite3", seconds=0.05, timeout=5 / SCALE * 3, **options
        )
        ended = asyncio.create_task(program.communicate())  # a full pipe would hold up the program
        telegram.updates.extend(question.update for question in asked[:BEFORE])
        assert await settled(lambda: not telegram.updates, PATIENCE)
        telegram.outage = outage
        telegram.updates.extend(question.update for question in asked[BEFORE:])
        await asyncio.sleep(LENGTH)
        telegram.outage, over = None, time.monotonic()
        complete = await settled(lambda: len(answers(telegram)) == len(asked), patience)
        took = (time.monotonic() - over) * SCALE if complete else float("nan")
        program.send_signal(signal.SIGTERM)
        _, log = await ended
    counts = answers(telegram)
    return Figures(
        lost=sum(1 for question in asked if not counts[question.key]),
        doubled=sum(1 for question in asked if counts[question.key] > 1),
        after=took,
        log=log.decode(),
    )


async def _main() -> None:
    for name, outage in OUTAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            print(f"{name:12}", await measure(outage, Path(folder)), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
