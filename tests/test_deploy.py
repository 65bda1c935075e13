"""What sets up a computer names nothing that does not exist, and gives the bot no more than it needs."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cpecbot.bot.interface import Monitor
from cpecbot.bot.operating.stopping import LAST_RESORT
from cpecbot.settings import SECRETS, Settings, load_settings
from cpecbot.settings.variables import CREDENTIALS, ENVIRONMENT_PREFIX

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "config" / "deploy"
UNIT = (DEPLOY / "cpecbot.service").read_text("utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
COMPOSE = (DEPLOY / "compose.yaml").read_text("utf-8")


@pytest.fixture
def unit() -> dict[str, str]:
    """The directives of the service that are given once."""
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as the library has it changed
    parser.read_string(UNIT)
    return dict(parser["Service"])


@pytest.fixture
def service() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE)
    (found,) = loaded["services"].values()
    return found | {"all": loaded}


def instructions(name: str) -> list[str]:
    """The arguments of each instruction of this name in the Dockerfile."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} +(.*)$", joined, re.MULTILINE)


def settings_in(text: str) -> Iterator[tuple[str, str]]:
    """Each setting that is named, also in what is commented out, with its value where one stands there."""
    for name, value in re.findall(rf"({ENVIRONMENT_PREFIX}[A-Z_]+)(?:(?:=|: )\"?([^\s\"\\]+))?", text):
        yield name.removeprefix(ENVIRONMENT_PREFIX).lower(), value


@pytest.mark.parametrize("text", [UNIT, DOCKERFILE, COMPOSE], ids=["unit", "dockerfile", "compose"])
def test_every_setting_that_is_named_exists_and_takes_what_it_is_given(
    text: str, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    assert elsewhere.is_dir()
    named = [*settings_in(text)]
    assert named
    for name, value in named:
        assert name in Settings.model_fields
        if value:
            monkeypatch.setenv(f"{ENVIRONMENT_PREFIX}{name.upper()}", value)
    load_settings()


def test_every_secret_that_is_handed_over_is_one(service: dict[str, Any]) -> None:
    handed = re.findall(r"^#?LoadCredential=(\w+):", UNIT, re.MULTILINE)
    assert {name.removeprefix("cpecbot_") for name in handed} == SECRETS
    assert f"{ENVIRONMENT_PREFIX}TELEGRAM_TOKEN".lower() in handed
    assert set(service["secrets"]) == set(service["all"]["secrets"]) <= set(handed)
    assert service["environment"][CREDENTIALS] == "/run/secrets"


def test_every_path_of_the_repository_that_is_named_exists(service: dict[str, Any]) -> None:
    copied = [path for copy in instructions("COPY") if "--from" not in copy for path in copy.split()[:-1]]
    named = [*copied, *re.findall(r"config/[\w./-]+|docs/[\w./-]+", UNIT + DOCKERFILE + COMPOSE)]
    allowed = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8")
    assert len(copied) > 3
    for path in named:
        assert (ROOT / path.rstrip(".")).exists(), path
    for path in copied:
        assert f"!{path}\n" in allowed
    build = service["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert ROOT / build["dockerfile"] == DEPLOY / "Dockerfile"


def test_no_secret_of_a_person_gets_into_an_image() -> None:
    """All is left out but what is named."""
    lines = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    assert rules[0] == "*"
    assert {"config/local.toml", "**/.env"} <= set(rules)


def test_the_image_is_made_in_two_stages_and_runs_as_nobody_in_particular(service: dict[str, Any]) -> None:
    assert len(instructions("FROM")) == 2
    assert instructions("USER") == ["10001:10001"]
    assert "--constraint config/constraints.txt" in DOCKERFILE
    (volume,) = re.findall(r'"(.*)"', instructions("VOLUME")[0])
    assert dict(settings_in(DOCKERFILE))["database"].startswith(f"{volume}/")
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert "no-new-privileges:true" in service["security_opt"]
    assert f"state:{volume}" in service["volumes"]


def test_where_it_is_asked_how_it_does_is_where_it_tells() -> None:
    port = str(Monitor().port)
    for text in (UNIT, DOCKERFILE):
        assert dict(settings_in(text))["monitor_port"] == port
    assert f"http://127.0.0.1:{port}/healthz" in instructions("HEALTHCHECK")[0]
    assert f"127.0.0.1:{port}:{port}" in COMPOSE


def test_the_time_to_stop_is_enough_for_the_last_resort(unit: dict[str, str], service: dict[str, Any]) -> None:
    for given in (unit["TimeoutStopSec"], service["stop_grace_period"]):
        assert int(given.removesuffix("s")) > LAST_RESORT


def test_the_watchdog_waits_longer_than_one_step_of_receiving(unit: dict[str, str]) -> None:
    """The bot tells of itself twice in that time."""
    assert (unit["Type"], unit["WatchdogSec"]) == ("notify", "2min")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
class TestBySystemdItself:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """With a program that there is here."""
        file = tmp_path / "cpecbot.service"
        file.write_text(UNIT.replace("/opt/cpecbot/bin/cpecbot", sys.executable), "utf-8")
        return file

    def analyze(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = ["systemd-analyze", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command

    def test_the_unit_is_understood(self, file: Path) -> None:
        done = self.analyze("verify", "--man=no", file)
        assert (done.returncode, [line for line in done.stderr.splitlines() if file.name in line]) == (0, [])

    def test_little_is_left_that_it_could_do(self, file: Path) -> None:
        """Of 10, the exposure of a service with nothing taken away; the network it needs."""
        done = self.analyze("security", "--offline=true", "--threshold=20", file)
        assert done.returncode == 0, done.stdout[-200:]


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="it comes with the development tools on Linux")
def test_the_dockerfile_is_as_its_linter_wants_it() -> None:
    hadolint = shutil.which("hadolint")
    assert hadolint is not None
    done = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "")
