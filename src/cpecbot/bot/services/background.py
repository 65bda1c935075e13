"""Tasks beside the answers: none of them ends unseen."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

logger = logging.getLogger(__name__)


def beside(work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
    """Start it. What nobody foresaw is in the log, with its trace, and is nobody else's trouble."""
    task = asyncio.create_task(work, name=name)
    task.add_done_callback(_tell)
    return task


def _tell(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error("%s ended by a failure", task.get_name(), exc_info=error)
