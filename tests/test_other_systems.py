"""Where POSIX is missing, as on Windows, every module is imported, and files are read, kept and claimed all the same.

What stands in for such a system is a process from which all is taken that POSIX alone has, once the libraries are
loaded: they have ways of their own there.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

POSIX_ALONE = """
import os, socket, sys
import asyncio, click, httpx, logging.handlers, numpy, prompt_toolkit, pydantic_settings, rich.console, rich.table
import concurrent.futures.process, sqlite3, subprocess, tempfile, telegram.ext, tornado.httpserver, urllib.request
import prompt_toolkit.history, PIL.Image, prometheus_client, structlog
for module in ("fcntl", "grp", "pwd", "resource", "termios", "tty"):
    sys.modules[module] = None
for name in ("O_CLOEXEC", "O_NOFOLLOW", "fchmod", "fork", "geteuid", "getuid", "mkfifo", "statvfs", "uname"):
    delattr(os, name)
del socket.AF_UNIX
sys.platform = "win32"
"""

IMPORTED = """
import importlib, pkgutil, cpecbot
names = {each.name for each in pkgutil.walk_packages(cpecbot.__path__, "cpecbot.")} - {"cpecbot.__main__"}
for name in names:
    importlib.import_module(name)
assert len(names) > 300
"""

KEPT = """
from pathlib import Path
from cpecbot.snapshot import Kept
from cpecbot.storage.claim import Claim
from cpecbot.files.private import is_open_to_others, private_file, private_folder
folder = Path("kept")
assert Kept(folder).usable() and Kept(folder).put("f" * 64, ("one", 2))
assert Kept(folder).get("f" * 64) == ("one", 2)
claim = Claim(folder / "cpecbot.sqlite3")
assert claim.take()
claim.let_go()
private_folder(Path("own"), "cpecbot")
private_file(Path("own", "cpecbot.sqlite3"))
assert not is_open_to_others(Path("own", "cpecbot.sqlite3"))
from cpecbot.storage.opening import open_file
open_file(Path("own", "cpecbot.sqlite3")).close()
from cpecbot.resources import cache_folder, state_folder
assert cache_folder() == state_folder() / "cache"
"""

CALLED = """
from cpecbot.cli import main
sys.argv = ["cpecbot", "segment", "--json", "--corpus", "articles.jsonl"]
main()
"""


def test_it_works_without_what_posix_alone_has(elsewhere: Path) -> None:
    (elsewhere / "articles.jsonl").write_text('{"id": "a1", "text": "The port of Gwadar grows."}\n', "utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", POSIX_ALONE + IMPORTED + KEPT + CALLED],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"text": "The port of Gwadar grows."' in done.stdout
