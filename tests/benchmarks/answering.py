"""Speed and cost of answering: ``python answering.py [QUESTIONS.jsonl]`` (default: the judged questions of the tests).

Prints the time of a warm answer (median and 99th percentile, of CPU), the same of bare engines that rank the sentences
of the same articles where they are installed, with ratios; the CPU time and memory of a whole process that answers one
question from its snapshot; and what importing each library costs. CPU time, since other processes cost none of it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
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


_LAUNCHER = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
if status > 1:  # 1 says that there is no answer
    sys.exit(status)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=1000, method="inclusive")[round(share * 1000) - 1]


def warm_times(ask: Callable[[str], object], questions: list[str]) -> list[float]:
    """Milliseconds of every question, each asked several times after all were asked once."""
    for question in questions:
        ask(question)
    times = []
    for question in questions * ROUNDS:
        started = time.process_time()
        ask(question)
        times.append(1000 * (time.process_time() - started))
    return times


def engines(library: Library) -> dict[str, Callable[[str], object]]:
    """How each engine that is installed ranks the sentences of ``library``, its words as they are written."""
    texts = [entry.sentence.text for source in library.store.sources for entry in library.store.entries(source)]
    makers = {"rank_bm25": _rank_bm25, "bm25s": _bm25s, "tantivy": _tantivy}
    return {name: make(texts) for name, make in makers.items() if importlib.util.find_spec(name)}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _rank_bm25(texts: list[str]) -> Callable[[str], object]:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - each engine alone

    index = BM25Okapi(list(map(words, texts)))
    return lambda question: index.get_top_n(words(question), texts, 5)


def _bm25s(texts: list[str]) -> Callable[[str], object]:
    import bm25s  # noqa: PLC0415

    index = bm25s.BM25()
    index.index(list(map(words, texts)), show_progress=False)
    return lambda question: index.retrieve([words(question)], k=5, show_progress=False)


def _tantivy(texts: list[str]) -> Callable[[str], object]:
    import tantivy  # noqa: PLC0415

    schema = tantivy.SchemaBuilder().add_text_field("text", stored=True).build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for text in texts:
        writer.add_document(tantivy.Document(text=[text]))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    return lambda question: searcher.search(index.parse_query(" ".join(words(question)), ["text"]), 5)


def process(arguments: list[str], **environment: str) -> tuple[float, float]:
    """Seconds of CPU and MiB (peak resident) of a Python process, which may keep the bytecode of what it imports.

    A process that is small starts it: until a program is loaded, it has the memory of who started it.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _LAUNCHER, sys.executable, *arguments]
    told = subprocess.run(command, check=True, env=inherited | environment, capture_output=True)  # noqa: S603 - our own
    seconds, kilobytes = map(float, told.stdout.split())
    return seconds, kilobytes / 1024


def cold(question: str) -> tuple[float, float]:
    """The least of several processes that find a snapshot, and the bytecode of the program."""
    with tempfile.TemporaryDirectory() as cache:
        return min(process(["-m", "cpecbot", "ask", question], XDG_CACHE_HOME=cache) for _ in range(ROUNDS + 2))


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
    times = warm_times(library.ask, questions)
    median, last = percentile(times, 0.5), percentile(times, 0.99)
    print(f"warm answer, {len(questions)} questions: p50 {median:.2f} ms, p99 {last:.2f} ms")
    for name, ask in engines(library).items():
        alone = warm_times(ask, questions)
        middle = percentile(alone, 0.5)
        print(
            f"  {name:10} alone: p50 {middle:.3f} ms, p99 {percentile(alone, 0.99):.3f} ms; ours {median / middle:.0f}x"
        )
    seconds, memory = cold(questions[0])
    print(f"one question as a process: {seconds:.2f} s of CPU, at most {memory:.0f} MiB")
    for name, milliseconds in sorted(import_times().items(), key=lambda item: -item[1]):
        print(f"  import {name:18} {milliseconds:6.0f} ms")


if __name__ == "__main__":
    main()
