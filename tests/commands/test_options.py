"""The options that commands share."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest

from command_line import Cli
from cpecbot.commands.options import LanguageOption
from fakes.languages import LANGUAGES


@pytest.mark.parametrize("command", ["ask", "disagreements", "coverage"])
def test_help_lists_the_languages_that_there_are(cli: Cli, command: str) -> None:
    """Read from their folders."""
    shown = " ".join(cli(command, "--help").out.split())
    assert f"[{', '.join(LANGUAGES.codes)}]" in shown


def test_help_is_shown_whatever_is_wrong_with_a_table(cli: Cli, tmp_path: Path) -> None:
    """It may be what a person looks at to mend it."""
    (tmp_path / "local.toml").write_text('tables = "nowhere"\n')
    result = cli("--config", str(tmp_path / "local.toml"), "ask", "--help")
    assert result.code == 0
    assert "--lang CODE" in result.out
    assert LANGUAGES.codes[1] not in result.out.split("--lang")[1].split("--corpus")[0].split()


@pytest.mark.parametrize(("begun", "completed"), [("", LANGUAGES.codes), ("f", ("fa",)), ("xx", ())])
def test_a_language_is_completed(elsewhere: Path, begun: str, completed: tuple[str, ...]) -> None:  # noqa: ARG001
    """As the shell asks for it."""
    option = LanguageOption(["--lang"])
    items = option.shell_complete(click.Context(click.Command("ask")), begun)
    assert tuple(item.value for item in items) == completed


@pytest.mark.parametrize("command", [["ask", "Gwadar?"], ["disagreements"], ["coverage"]])
def test_a_language_that_is_not_there_is_refused_with_those_that_are(cli: Cli, command: list[str]) -> None:
    """Before anything slow is loaded."""
    result = cli(*command, "--lang", "xx")
    assert result.code == 2
    assert f"'xx' is not one of {', '.join(LANGUAGES.codes)}" in result.err


def test_a_fault_of_a_language_is_told_before_anything_is_asked(cli: Cli, tmp_path: Path, root: Path) -> None:
    """Even one in a file that the question does not need."""
    for language in LANGUAGES:
        (tmp_path / "languages" / language.code).mkdir(parents=True)
        profile = root / "config" / "languages" / language.code / "language.toml"
        (tmp_path / "languages" / language.code / "language.toml").write_text(profile.read_text("utf-8"), "utf-8")
    (tmp_path / "languages" / "ur" / "smalltalk.toml").write_text("greeting = 1\n")
    (tmp_path / "local.toml").write_text('tables = "."\n')
    result = cli("--config", str(tmp_path / "local.toml"), "ask", "When was the seventh round?")
    assert result.code == 2
    assert "smalltalk.toml, line 1: greeting: " in result.err


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("ur/messages.po", 'msgid "x"\nnonsense\n', "messages.po, line 2: not a gettext catalogue"),
        ("zh/messages.po", 'msgid "help"\nmsgstr "{"\n', "messages.po"),
        ("eo/words.toml", "", "eo has no language.toml; write one, or move the folder away"),
    ],
)
def test_a_fault_of_any_language_is_told_whatever_is_asked(
    cli: Cli, tmp_path: Path, root: Path, name: str, text: str, told: str
) -> None:
    """Of its catalogue, and of a folder that is none."""
    shutil.copytree(root / "config" / "languages", tmp_path / "languages")
    (tmp_path / "languages" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "languages" / name).write_text(text, "utf-8")
    (tmp_path / "local.toml").write_text('tables = "."\n')
    result = cli("--config", str(tmp_path / "local.toml"), "sources")
    assert (result.code, told in result.err) == (2, True)


def test_the_folder_at_hand_is_a_corpus(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written."""
    (tmp_path / "bridge.txt").write_text("The bridge was opened.", "utf-8")
    monkeypatch.chdir(tmp_path)
    for here in (".", "./", str(tmp_path)):
        assert "The bridge was opened." in cli("segment", "--corpus", here).out


def test_an_empty_corpus_option_is_refused(cli: Cli) -> None:
    """Of a variable that is not set, say."""
    result = cli("segment", "--corpus", "")
    assert (result.code, "--corpus is empty" in result.err) == (2, True)
