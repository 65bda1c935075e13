"""Speed and cost of answering: ``python answering.py [QUESTIONS.jsonl]`` (default: the judged questions of the tests).

Prints the warm answer time (median and 99th percentile) in all and without the notes of disagreement, the time and
memory of a whole process that answers one question, and what importing each library costs.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import load_corpus
from cpecbot.languages import load_languages
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")

ROUNDS = 5
LIBRARIES = (
    "anyascii", "babel", "click", "httpx", "numpy", "opencc", "prompt_toolkit", "pydantic_settings",
    "rapidfuzz", "rich", "sentencex", "simplemma", "telegram.ext", "resvg_py", "uharfbuzz",
)  # fmt: skip


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=1000, method="inclusive")[round(share * 1000) - 1]


def warm_times(library: Library, questions: list[str]) -> list[float]:
    """Milliseconds of every question, each asked several times after all were asked once."""
    for question in questions:
        library.ask(question)
    times = []
    for question in questions * ROUNDS:
        started = time.perf_counter()
        library.ask(question)
        times.append(1000 * (time.perf_counter() - started))
    return times


def process(arguments: list[str]) -> tuple[float, float]:
    """Seconds and MiB (peak resident) of a Python process."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603 - our own program
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def import_times() -> dict[str, float]:
    """Milliseconds that importing each library alone takes beyond starting Python."""
    bare = min(process(["-c", "pass"])[0] for _ in range(3))
    return {name: 1000 * (min(process(["-c", f"import {name}"])[0] for _ in range(3)) - bare) for name in LIBRARIES}


def main() -> None:
    root = data_root()
    judged = Path(__file__).resolve().parents[1] / "judged" / "questions.jsonl"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="?", type=Path, default=judged)
    lines = parser.parse_args().questions.read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines if re.search(r"\S", line)]

    corpus = load_corpus(
        root / "seeds", LANGUAGES, root / "config" / "sources.toml", root / "config" / "boilerplate.toml"
    )
    started = time.perf_counter()
    library = build_library(corpus, LANGUAGES, root / "config")
    print(f"library of {len(corpus.articles)} articles built in {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    notes = library.disagreements()
    print(f"{len(notes)} notes of disagreement made in {time.perf_counter() - started:.2f} s, once")
    times = warm_times(library, questions)
    print(
        f"warm answer, {len(questions)} questions: "
        f"p50 {percentile(times, 0.5):.1f} ms, p99 {percentile(times, 0.99):.1f} ms"
    )
    seconds, memory = process(["-m", "cpecbot", "ask", questions[0]])
    print(f"one question as a process: {seconds:.2f} s, at most {memory:.0f} MiB")
    for name, milliseconds in sorted(import_times().items(), key=lambda item: -item[1]):
        print(f"  import {name:18} {milliseconds:6.0f} ms")


if __name__ == "__main__":
    main()
