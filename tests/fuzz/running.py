"""``python -m fuzz.running TARGET --minutes 10 --seed 1``: fuzz for so many minutes of CPU, and tell what was found.

Each finding is told with the example that hypothesis made smallest; the same place in the code is told once.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from fuzz import corpora, questions, tables, updates

Target = tuple[st.SearchStrategy[Any], Callable[[Any], None]]

TARGETS: dict[str, Target] = {
    "questions": (questions.talks, questions.check),
    "updates": (updates.batches, updates.check),
    "corpora": (corpora.given, corpora.check),
    "tables": (tables.files(), tables.check),
}
# Examples between two looks at the clock.
_ROUND = 200


def fuzz(target: Target, examples: int, seed: int | None = None, *, shrink: bool = True) -> int:
    """Try so many examples, the same ones every time for one ``seed``; how many were run."""
    strategy, check = target
    count = 0

    def counted(example: Any) -> None:
        nonlocal count
        count += 1
        check(example)

    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    settings = hypothesis.settings(
        max_examples=examples,
        derandomize=seed is None,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    test = settings(hypothesis.given(strategy)(counted))
    (hypothesis.seed(seed)(test) if seed is not None else test)()
    return count


def _where(error: BaseException) -> str:
    """The last place of ours that the error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "hypothesis" not in frame.filename]
    return f"{type(error).__name__} at {ours[-1].filename}:{ours[-1].lineno}" if ours else repr(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=1, help="of CPU")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("error")
    os.environ["PTB_TIMEDELTA"] = "true"
    found: dict[str, int] = {}
    runs, seed = 0, given.seed
    while time.process_time() < 60 * given.minutes:
        try:
            runs += fuzz(TARGETS[given.target], _ROUND, seed)
        except Exception as error:  # what is looked for
            where = _where(error)
            if where not in found:
                traceback.print_exc()
                print("\n".join(getattr(error, "__notes__", [])), file=sys.stderr)
            found[where] = found.get(where, 0) + 1
        seed += 1
        print(f"{given.target}: {runs} runs, {time.process_time():.0f} s, seed {seed}, findings {found}", flush=True)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
