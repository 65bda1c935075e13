"""What a library costs by the number of its sentences, beside what only finds sentences: rank-bm25, bm25s, tantivy.

    python tests/benchmarks/scale.py [--sizes 1000 10000] [--engines memory disk] [--folder FOLDER] [--questions 100]

Each step is a process of its own: ``built`` reads the articles and keeps what comes of them, ``asked`` starts from that
and answers the judged questions, ``added`` starts when one article more is there. Seconds are those of the clock, with
those of the processors in brackets; memory is the most that the process had. Beside each size stands the exponent of
growth from the size before. bm25s and tantivy are left out where they are not installed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from judged_sets import JUDGED, ROOT, SETS
from news import like_news

from cpecbot.corpus.loading import load_corpus
from cpecbot.evaluation import load_questions
from cpecbot.language.text.tokens import tokenize
from cpecbot.languages import load_languages

_MEGABYTE = 1 << 20
_ADDED = "The port of Gwadar handled 12 ships in January 2026, officials said on Monday."
Figures = dict[str, float]


def questions(most: int) -> list[str]:
    """Some of every judged set, in all languages."""
    listed = [each.text for name in SETS for each in load_questions(JUDGED / f"{name}questions.jsonl")]
    return listed[:: max(1, len(listed) // most)][:most]


def built(settings: Path, _: Sequence[str]) -> Figures:
    from cpecbot.commands.library import open_library  # noqa: PLC0415 - each step measures what it loads
    from cpecbot.settings import load_settings  # noqa: PLC0415

    return {"sentences": len(open_library(load_settings(settings)).store)}


def asked(settings: Path, wanted: Sequence[str]) -> Figures:
    from cpecbot.commands.library import open_library  # noqa: PLC0415 - as above
    from cpecbot.settings import load_settings  # noqa: PLC0415

    library, loaded = open_library(load_settings(settings)), perf_counter() - _STARTED
    return {"load": loaded, **spread(library.ask, wanted)}


def rank_bm25(corpus: Path, wanted: Sequence[str]) -> Figures:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - as above

    engine = BM25Okapi([words(text) for text in texts(corpus)])
    return {"load": perf_counter() - _STARTED, **spread(lambda asked: engine.get_scores(words(asked)).argmax(), wanted)}


def bm25s(corpus: Path, wanted: Sequence[str]) -> Figures:
    import bm25s as library  # noqa: PLC0415 - as above

    engine = library.BM25()
    engine.index([words(text) for text in texts(corpus)], show_progress=False)

    def ask(question: str) -> object:
        return engine.retrieve([words(question)], k=10, show_progress=False)

    return {"load": perf_counter() - _STARTED, **spread(ask, wanted)}


def tantivy(corpus: Path, wanted: Sequence[str]) -> Figures:
    import tantivy as library  # noqa: PLC0415 - as above

    builder = library.SchemaBuilder()
    builder.add_text_field("words", stored=False, tokenizer_name="whitespace")
    index = library.Index(builder.build())
    writer = index.writer()
    for text in texts(corpus):
        writer.add_document(library.Document(words=" ".join(words(text))))
    writer.commit()
    index.reload()
    searcher, schema = index.searcher(), index.schema

    def ask(question: str) -> object:
        terms = [(library.Occur.Should, library.Query.term_query(schema, "words", word)) for word in words(question)]
        return searcher.search(library.Query.boolean_query(terms), 10)

    return {"load": perf_counter() - _STARTED, **spread(ask, wanted)}


def texts(corpus: Path) -> Iterator[str]:
    """The sentences, as far as paragraphs are."""
    for line in corpus.read_text("utf-8").splitlines():
        yield from json.loads(line)["text"].split("\n\n")


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def spread(ask: Callable[[str], object], wanted: Sequence[str]) -> Figures:
    """Milliseconds of processor time for each question, asked for the first time."""
    times = []
    for question in wanted:
        start = process_time()
        ask(question)
        times.append(1000 * (process_time() - start))
    times.sort()
    return {"p50": times[len(times) // 2], "p99": times[int(0.99 * (len(times) - 1))]}


STEPS: dict[str, Callable[[Path, Sequence[str]], Figures]] = {
    step.__name__: step for step in (built, asked, rank_bm25, bm25s, tantivy)
}


def run(step: str, path: Path, count: int) -> Figures:
    """What ``step`` measures in a process of its own; nothing where it needs what is not installed."""
    command = [sys.executable, __file__, "--step", step, str(path), "--questions", str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    if done.returncode:
        if "ModuleNotFoundError" in done.stderr:
            return {}
        raise SystemExit(done.stderr)
    figures: Figures = json.loads(done.stdout)
    return figures


def measured(step: str, path: Path, count: int) -> Figures:
    figures = STEPS[step](path, questions(count))
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "seconds": perf_counter() - _STARTED,
        "cpu": sum(each.ru_utime + each.ru_stime for each in (own, others)),
        "memory": own.ru_maxrss * 1024 / _MEGABYTE,
        **figures,
    }


def write(corpus: Path, sentences: int) -> None:
    """Write articles of so many ``sentences``, one in a line."""
    config = ROOT / "config"
    languages = load_languages(config / "languages")
    originals = load_corpus(ROOT / "seeds", languages, config / "sources.toml", config / "boilerplate.toml")
    with corpus.open("w", encoding="utf-8") as file:
        for article in like_news(originals, sentences):
            record = {"id": article.source, "language": article.language.code, "text": article.text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def compare(size: int, engines: Sequence[str], folder: Path, count: int, before: dict[str, Figures]) -> None:
    """Print the figures of ``size``, and keep them in ``before``, where those of the size before are."""
    corpus = folder / f"{size}.jsonl"
    if not corpus.exists():
        write(corpus, size)
    alone = {step: run(step, corpus, count) for step in ("rank_bm25", "bm25s", "tantivy")}
    print(f"\n{size:,} sentences, load of the machine {os.getloadavg()[0]:.1f}")
    for step, figures in alone.items():
        _print(step, figures, before, size)
    for engine in engines:
        settings = folder / f"{size}-{engine}.toml"
        lines = {"corpus": str(corpus), "cache": str(folder / f"{size}-{engine}"), "engine": engine}
        settings.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in lines.items()), "utf-8")
        for step in ("built", "asked"):
            figures = run(step, settings, count)
            _print(f"{engine}, {step}", figures, before, size)
            for other, theirs in alone.items():
                if "p50" in figures and theirs:
                    print(f"      {figures['p50'] / theirs['p50']:.1f} x the p50 of {other}")
        with corpus.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"id": "added", "text": _ADDED}) + "\n")
        _print(f"{engine}, added", run("built", settings, count), before, size)
        corpus.write_text("".join(corpus.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")


def _print(name: str, figures: Figures, before: dict[str, Figures], size: int) -> None:
    if figures:
        earlier = before.get(name, {})
        told = (
            f"{key} {value:.4g}"
            + (f" (^{log(value / earlier[key]) / log(size / earlier['size']):.2f})" if earlier.get(key) else "")
            for key, value in figures.items()
        )
        print(f"  {name:16} " + ", ".join(told), flush=True)
        before[name] = {**figures, "size": size}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--engines", nargs="+", choices=("memory", "disk"), default=["memory", "disk"])
    parser.add_argument("--folder", type=Path, help="where articles and indexes stay; else nothing does")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        step, path = arguments.step
        print(json.dumps(measured(step, Path(path), arguments.questions)))
        return
    with TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        before: dict[str, Figures] = {}
        for size in arguments.sizes:
            compare(size, arguments.engines, folder, arguments.questions, before)


_STARTED = perf_counter()

if __name__ == "__main__":
    main()
