"""Three nodes of OpenSearch on this computer, each a program of its own that can be killed and started again."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SERVER = Path(__file__).parent / "server"
NAMES = ("one", "two", "three")
# Seconds. A busy machine is no failure.
_RESOLVING = 300
_STARTING = 180
_JAVA = ("-Xms320m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlog4j2.disable.jmx=true")


class NoServerError(Exception):
    """Why there can be no nodes here."""


def classpath(folder: Path) -> str:
    """Where Maven has what a node is made of, fetched where it is not there yet. Raises NoServerError."""
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            raise NoServerError(f"{program} is not installed")
    listed = folder / "classpath"
    goal = ("dependency:build-classpath", f"-Dmdep.outputFile={listed}")
    try:
        subprocess.run(  # noqa: S603 - nothing in it comes from elsewhere
            ["mvn", "-B", "-q", "-f", str(SERVER / "pom.xml"), *goal],  # noqa: S607 - the one that is installed
            check=True,
            capture_output=True,
            timeout=_RESOLVING,
        )
    except subprocess.CalledProcessError as error:
        told = error.stdout.decode("utf-8", "replace").strip().splitlines()
        raise NoServerError(f"Maven cannot fetch OpenSearch: {told[0] if told else error}") from None
    except subprocess.TimeoutExpired:
        raise NoServerError("Maven takes too long to fetch OpenSearch") from None
    return listed.read_text("utf-8").strip()


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@dataclass
class Nodes:
    """The nodes by their names; all of them work where nothing is said of it."""

    folder: Path
    classpath: str
    ports: dict[str, tuple[int, int]] = field(default_factory=lambda: {name: _ports() for name in NAMES})
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def urls(self) -> tuple[str, ...]:
        return tuple(f"http://127.0.0.1:{http}" for http, _ in self.ports.values())

    def start(self, *names: str) -> None:
        """Return once all that run are one cluster."""
        for name in names:
            self.running[name] = self._started(name)
        self.settle()

    def kill(self, *names: str) -> None:
        """As when the power is cut."""
        for name in names:
            node = self.running.pop(name)
            node.kill()
            node.wait()

    def settle(self) -> None:
        """Return once those that run know of each other, and nothing moves between them; all find every shard."""
        waiting = f"wait_for_nodes={len(self.running)}&wait_for_no_initializing_shards=true&timeout=5s"
        waiting += "&wait_for_status=yellow" if len(self.running) == len(NAMES) else ""
        until = time.monotonic() + _STARTING
        while time.monotonic() < until:
            for name, node in self.running.items():
                assert node.poll() is None, f"node {name} ended:\n{self._told_by(name)}"
                with suppress(URLError, OSError, ValueError):
                    health = json.load(urlopen(f"{self._url(name)}/_cluster/health?{waiting}", timeout=10))  # noqa: S310 - http
                    if not health["timed_out"]:
                        return
            time.sleep(0.2)
        raise AssertionError("\n".join(("the nodes find no cluster:", *map(self._told_by, self.running))))

    def _told_by(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text("utf-8")[-2000:]

    def _url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.ports[name][0]}"

    def _started(self, name: str) -> subprocess.Popen[bytes]:
        home = self.folder / name
        home.mkdir(exist_ok=True)
        http, transport = self.ports[name]
        settings = {
            "cluster.name": "cpecbot-tests",
            "node.name": name,
            "path.home": str(home),
            "network.host": "127.0.0.1",
            "http.port": str(http),
            "transport.port": str(transport),
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{each}" for _, each in self.ports.values()),
            "cluster.initial_cluster_manager_nodes": ",".join(NAMES),
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        told = [f"{key}={value}" for key, value in settings.items()]
        command = ["java", *_JAVA, "-cp", self.classpath, str(SERVER / "OneNode.java"), *told]
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - nothing in it comes from elsewhere
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home
            )


def _ports() -> tuple[int, int]:
    return _free_port(), _free_port()


@contextmanager
def three_nodes(folder: Path) -> Iterator[Nodes]:
    nodes = Nodes(folder, classpath(folder))
    try:
        nodes.start(*NAMES)
        yield nodes
    finally:
        nodes.kill(*nodes.running)
