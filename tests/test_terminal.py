"""What anybody wrote cannot command the terminal that shows it: all that is printed goes through one gate."""

from __future__ import annotations

import ast
import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console

from command_line import Cli
from cpecbot.console import console
from cpecbot.console.showing import Table
from cpecbot.rendering.richtext.text import EntityKind, RichTextBuilder
from cpecbot.terminal import Gate, harmless, is_harmful, meanwhile, say

OBEYED = "\x1b]0;owned\x07 \x1b[2J \x9b31m \x08 \x0b \x0c \x7f \x85 a\rb \u2028 \u2029 \u202e \u202d \ue000 \U000f0000"
# Colours and links, as rich writes them.
_PAINTED = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;(?:id=\d+)?;[!-~]*\x1b\\")


def harmful(shown: str) -> set[str]:
    return {each for each in shown if is_harmful(each)}


class TestHarmless:
    @given(st.text(st.characters() | st.sampled_from(OBEYED + "\ud800")))
    def test_nothing_harmful_is_left_and_all_else_stands(self, text: str) -> None:
        shown = harmless(text)
        assert not harmful(shown)
        assert harmless(shown) == shown
        lines = text.replace("\r\n", "\n")
        assert shown == "".join("\ufffd" if is_harmful(each) else each for each in lines)
        shown.encode()

    @pytest.mark.parametrize(
        "text",
        [
            "a\tb\nc",
            "گفت‌وگو",
            "\u200fx\u200e",
            "\u2067تهران\u2069",
            "战略",
            "👩🏽‍🚀🇵🇰",
            "\U0001fae8\U000323af",
            "\ufffd",
            "\ufeff",
        ],
    )
    def test_what_a_terminal_shows_is_left_as_it_is(self, text: str) -> None:
        assert harmless(text) == text

    @pytest.mark.parametrize("text", OBEYED.split(" "))
    def test_what_a_terminal_obeys_is_a_mark(self, text: str) -> None:
        assert "\ufffd" in harmless(text)

    def test_lines_of_windows_end_as_all_others(self) -> None:
        assert harmless("a\r\nb\rc") == "a\nb\ufffdc"


class TestGate:
    def test_whoever_writes_to_it_is_checked(self) -> None:
        beyond = StringIO()
        gate = Gate(beyond)
        print("a\x1bb", file=gate)
        gate.writelines(["c\x07", "d"])
        handler = logging.StreamHandler(gate)
        handler.emit(logging.makeLogRecord({"msg": "from \x9b31m"}))
        assert gate.isatty() is False
        assert beyond.getvalue() == "a\ufffdb\nc\ufffddfrom \ufffd31m\n"

    def test_a_line_is_said_harmlessly_even_where_no_gate_stands(self, capsys: pytest.CaptureFixture[str]) -> None:
        say("a\x1bb")
        say("c\x07", error=True)
        assert capsys.readouterr() == ("a\ufffdb\n", "c\ufffd\n")


class TestPainted:
    """The console brings colours and links of its own, and so writes beyond the gate."""

    @given(st.text(st.characters() | st.sampled_from(OBEYED)).filter(str.strip), st.booleans())
    @example("\ud800", False)
    def test_nothing_but_colours_and_links_reaches_a_terminal(self, text: str, colours: bool) -> None:
        file = StringIO()
        target = Console(file=file, force_terminal=True, color_system="truecolor" if colours else None, width=60)
        builder = RichTextBuilder()
        builder.add(text, EntityKind.BLOCKQUOTE)
        builder.add("\nfrom ", EntityKind.ITALIC)
        builder.add("here", EntityKind.TEXT_LINK, url=f"https://example.org/{text}")
        table = Table(text, (text, "n"), ((text, text),), text)
        console.show([builder.build(), table], target)
        assert not harmful(_PAINTED.sub("", file.getvalue()))


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A corpus with something to obey wherever a person, a page or a program may have put it."""
    texts = {
        "a \u202eb \ue000": f"LAHORE\x1b[31m, Jan 5, 2026 (AP\x9bP): The {OBEYED} port of Gwadar opened.",
        "b\u202d": f"{OBEYED}\r\n\r\nGwadar (\x1b]8;;http://x\x07Reuters): Citing \x1b[2JXinhua, Li \x9bWei said the "
        "port of \x07Gwadar did not open.",
        "c": f"据\x1b新华\x07社报道，瓜达尔\x9b港开放。{OBEYED}",
    }
    stated = {"outlet": "APP\u202e", "place": "x\ue001", "title": "t\u202d", "url": "https://x/\u202e\ue000"}
    lines = [{"id": name, "text": text} | (stated if name == "c" else {}) for name, text in texts.items()]
    file = tmp_path / "hostile.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return file


COMMANDS = [
    ("sources",),
    ("segment",),
    ("search", "Gwadar port \x1b[31m"),
    ("explain", "Gwadar port \x1b[31m \x9b \u202e opened?"),
    ("ask", "Gwadar port \x1b[31m opened?"),
    ("ask", "Gwadarr port xqzt\x1b[31m \u202e?"),
    ("disagreements",),
    ("changes",),
    ("omissions",),
    ("coverage",),
    ("timeline",),
    ("glossary", "check", "--least", "1"),
]


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_no_command_lets_an_article_speak_to_the_terminal(
    cli: Cli, hostile: Path, command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    if form and command[0] == "explain":
        pytest.skip("explain is for people")
    result = cli(*command, *form, "--corpus", str(hostile))
    assert (result.code, result.err if command[0] != "glossary" else "") == (0, "")
    assert not harmful(result.out)
    if form:
        assert all(isinstance(each, dict) for each in result.objects)


def test_the_console_lets_neither_article_nor_question_speak_to_it(cli: Cli, hostile: Path) -> None:
    typed = [
        "Gwadar\x1b[31m port?",
        "/more",
        "/sources",
        "/source 3",
        "/x\x1b",
        "/source \x9b",
        "/coverage",
        "/timeline",
        "/compare \x07",
    ]
    result = cli("console", "--corpus", str(hostile), stdin="\n".join(typed))
    assert (result.code, result.err) == (0, "")
    assert not harmful(result.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("as\x1bk",),
        ("ask", "--\x1b[31m"),
        ("ask", "--lang", "\x9b", "x"),
        ("ask", "--source", "\x1b]0;x\x07", "x"),
        ("ask", "x source:\x1b[2J"),
        ("sources", "--corpus", "no\x1b[31mwhere"),
        ("--config", "no\u202ewhere", "sources"),
        ("coverage", "--png", "no\x1bwhere/x.png"),
        ("ask", "--batch", "no\x07where"),
    ],
)
def test_an_error_gives_back_what_was_typed_without_obeying_it(cli: Cli, arguments: tuple[str, ...]) -> None:
    result = cli(*arguments)
    assert result.code == 2
    assert result.err
    assert not harmful(result.err)


def test_a_help_page_shows_odd_names_harmlessly(cli: Cli, tmp_path: Path) -> None:
    config = tmp_path / "own\x1b[31m.toml"
    config.write_text("nonsense\x07 = 1", "utf-8")
    for arguments in (("--config", str(config), "ask", "--help"), ("--config", str(config), "sources")):
        result = cli(*arguments)
        assert not harmful(result.out + result.err)


# Where something is written, and by which names: the gate itself, and the one that paints beyond it.
_WRITERS = {"print", "echo", "secho", "echo_via_pager", "Console", "PromptSession", "beyond_gate", "print_exc"}
_STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
_ALLOWED = {
    "terminal.py": {"stdout", "stderr"},
    "console/console.py": {"Console", "beyond_gate", "print"},
    "console/prompt.py": {"PromptSession"},  # what a person types; completions show control characters as ^X
    "cli.py": {"stdout", "stderr"},  # flushed, and replaced when its reader is gone
    "commands/serving.py": {"stderr"},  # what logging writes to, by then a gate
}


def _written(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in _WRITERS:
                yield name
        elif isinstance(node, ast.Attribute) and node.attr in _STREAMS and getattr(node.value, "id", "") == "sys":
            yield node.attr


def test_nothing_is_printed_past_the_gate(root: Path) -> None:
    package = root / "src" / "cpecbot"
    for file in package.rglob("*.py"):
        name = file.relative_to(package).as_posix()
        source = file.read_text("utf-8")
        # Parsing takes longest, and most files name none of them.
        found = set(_written(ast.parse(source))) if any(each in source for each in _WRITERS | _STREAMS) else set()
        assert found <= _ALLOWED.get(name, set()), f"{name} writes past the gate, say() of cpecbot.terminal: {found}"


def test_a_trace_is_checked_like_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    beyond = StringIO()
    monkeypatch.setattr(sys, "stderr", Gate(beyond))
    sys.excepthook(ValueError, ValueError("\x1b[31mred"), None)
    assert beyond.getvalue() == "ValueError: \ufffd[31mred\n"


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


class TestMeanwhile:
    def test_who_watches_is_told_and_the_line_is_gone_afterwards(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", Gate(screen))
        with meanwhile("Reading \x1b[31m …"):
            assert screen.getvalue() == "Reading \ufffd[31m …"
        assert screen.getvalue().endswith("…\r\x1b[K")

    def test_it_is_gone_after_a_fault_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        with pytest.raises(ValueError, match="faulty"), meanwhile("Reading …"):
            raise ValueError("faulty")
        assert screen.getvalue() == "Reading …\r\x1b[K"

    def test_nothing_is_written_into_a_pipe(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pipe = StringIO()
        monkeypatch.setattr(sys, "stderr", pipe)
        with meanwhile("Reading …"):
            pass
        assert pipe.getvalue() == ""

    @pytest.mark.skipif(sys.platform == "win32", reason="terminals are POSIX's")
    def test_what_is_typed_meanwhile_is_not_shown_beside_it(self) -> None:
        """But before and after it is."""
        look = "print(bool(termios.tcgetattr(0)[3] & termios.ECHO), flush=True)"
        code = f"import termios; from cpecbot.terminal import meanwhile; {look}\nwith meanwhile('…'): {look}\n{look}"
        spawn = f"import pty, sys; pty.spawn([sys.executable, '-c', {code!r}])"
        done = subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-c", spawn], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
        )
        assert re.findall("True|False", done.stdout) == ["True", "False", "True"]
