"""Bytes given as articles are refused in a line that says what to do, or read and answered from."""

from __future__ import annotations

import functools
import json
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import load_corpus
from cpecbot.errors import CorpusError, QuestionError
from fakes.languages import LANGUAGES
from fuzz.mutating import any_json, mutated
from fuzz.questions import asked, check_answer
from shipped import CONFIG, corpus

_SHORT = 1500


@functools.cache
def _texts() -> tuple[bytes, ...]:
    return tuple(article.text[:_SHORT].encode() for article in corpus().articles.values())


@functools.cache
def _lines() -> tuple[bytes, ...]:
    facts = {"outlet": "APP", "place": "Lahore", "published": "2026-01-05", "cites": ["Xinhua"], "role": "primary"}
    stated = {"title": "A title", "url": "https://example.org/a", "language": "en"} | facts
    rows = [{"id": f"a{at}", "text": text.decode()} | stated for at, text in enumerate(_texts())]
    return tuple(json.dumps(row, ensure_ascii=at % 2 == 0).encode() for at, row in enumerate(rows))


@st.composite
def _records(draw: st.DrawFn) -> bytes:
    """A line of JSON with values of any kind."""
    row = json.loads(draw(st.sampled_from(_lines())))
    for key in draw(st.lists(st.sampled_from(list(row)), max_size=3)):
        row[key] = draw(any_json)
    return json.dumps(row).encode()


files = st.one_of(
    st.tuples(st.just(".txt"), st.lists(st.deferred(lambda: mutated(_texts())), min_size=1, max_size=2)),
    st.tuples(st.just(".jsonl"), st.lists(st.deferred(lambda: mutated(_lines())) | _records(), min_size=1, max_size=2)),
)
given = st.tuples(files, st.deferred(lambda: st.sampled_from(asked())))


def check(example: tuple[tuple[str, list[bytes]], str]) -> None:
    (suffix, parts), question = example
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        if suffix == ".txt":
            for number, part in enumerate(parts):
                (path / f"{number}.txt").write_bytes(part)
        else:
            path /= "articles.jsonl"
            path.write_bytes(b"\n".join(parts))
        try:
            read = load_corpus(path, LANGUAGES, CONFIG / "sources.toml", CONFIG / "boilerplate.toml")
        except CorpusError as error:
            check_refusal(str(error), path)
            return
    shelf = build_library(read, LANGUAGES, CONFIG)
    try:
        check_answer(shelf.ask(question), shelf)
    except QuestionError:
        return
    shelf.disagreements()


def check_refusal(told: str, path: Path) -> None:
    """One line, which names the file."""
    assert str(path) in told
    assert "\n" not in told
    assert len(told) < 1000
