"""An index on disk while whoever writes it is killed, and while two write at once."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from command_line import start
from cpecbot.store.disk import DiskStore, Writer
from cpecbot.store.disk.file import open_to_add
from cpecbot.store.memory import MemoryStore
from fakes.disk import GENERATION, prepared, written
from fakes.entries import entries_of
from fakes.languages import LANGUAGES

QUESTION = "When was the seventh round held?"
PATIENCE = 300.0
# Adds so much that some is on disk before it is finished, and is killed there.
KILLED = """
import os, signal, sys
from pathlib import Path
from cpecbot.store.disk import Writer, writing
from cpecbot.store.disk.file import open_to_add
from fakes.disk import prepared
from fakes.entries import entries_of
writing._SEGMENT = 10
connection = open_to_add(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size = 1")
writer = Writer(connection)
for number in range(200):
    writer.add(prepared(f"n{number}", entries_of((f"n{number}", f"l:port l:w{number}"))))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CPECBOT_CACHE", str(folder))
    monkeypatch.setenv("CPECBOT_ENGINE", "disk")
    return folder


@pytest.fixture
def asking() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Those that are started are stopped."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for each in started:
        each.kill()
        each.communicate()


def answer(process: subprocess.Popen[bytes]) -> bytes:
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    return out


def test_a_kill_while_it_is_made_leaves_none_that_is_trusted(
    cache: Path, asking: list[subprocess.Popen[bytes]]
) -> None:
    killed = start("ask", QUESTION)
    asking.append(killed)
    until = time.monotonic() + PATIENCE
    while not [*cache.glob("*.part")] and time.monotonic() < until:
        time.sleep(0.01)
    killed.kill()
    killed.wait()
    assert not [*cache.glob("*.index")]
    asking.append(start("ask", QUESTION))
    assert b"January 4, 2026" in answer(asking[-1])
    assert [*cache.glob("*.index")]


def test_two_that_make_it_at_once_answer_alike(cache: Path, asking: list[subprocess.Popen[bytes]]) -> None:
    asking += [start("ask", "--json", QUESTION) for _ in range(2)]
    one, other = map(answer, asking)
    assert one == other
    assert len([*cache.glob("*.index")]) <= 2


def test_a_kill_while_articles_are_added_leaves_those_that_were_there(tmp_path: Path) -> None:
    entries = entries_of(("a", "l:port"), ("b", "l:road"))
    path = written(tmp_path, entries)
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", KILLED, path], env=environment, check=False)  # noqa: S603 - ours
    assert done.returncode == -9
    assert DiskStore(path, GENERATION, LANGUAGES).entries("a") == MemoryStore(entries).entries("a")
    with closing(open_to_add(path)) as connection:
        writer = Writer(connection)
        added = writer.add(prepared("c", entries_of(("c", "l:port"))))
        writer.finish("two", [0, 1, added])
    assert len(DiskStore(path, "two", LANGUAGES)) == 3
