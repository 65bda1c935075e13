"""The conversations that the documentation shows, in words and as a picture.

``python tests/transcript.py`` makes both anew.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import CONSOLE_SVG_FORMAT, Console

from cpecbot.answering import Library
from cpecbot.console import show
from cpecbot.console.conversation import Conversation
from cpecbot.models import AskOptions
from fakes.languages import EN
from shipped import library as shipped_library

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "use.md"
PICTURE = ROOT / "docs" / "terminal.svg"
# Typed in the picture, whose letters are all as wide as each other.
TYPED = ("What is said about Kashmir?", "and Gwadar Port?", "Who won the World Cup?", "")
PROMPT = "❯ "
SHOWN = re.compile(r"(?<=^```text\n)❯.*?(?=^```)", re.MULTILINE | re.DOTALL)
# Nothing is fetched to look at it.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "Menlo, Consolas, 'DejaVu Sans Mono', monospace"
)


def shown_in_page() -> str:
    """The conversation as it stands in the page."""
    match = SHOWN.search(PAGE.read_text("utf-8"))
    assert match is not None
    return match.group()


def typed_in(transcript: str) -> list[str]:
    return [line.removeprefix(PROMPT) for line in transcript.splitlines() if line.startswith(PROMPT)]


def hold(typed: list[str], library: Library) -> str:
    """What a terminal a hundred columns wide shows, without colours."""
    file = io.StringIO()
    _converse(typed, library, Console(file=file, width=100, force_terminal=True, color_system=None, highlight=False))
    return "\n".join(line.rstrip() for line in file.getvalue().strip().splitlines()) + "\n"


def draw(typed: list[str], library: Library) -> str:
    """The same as a drawing (SVG)."""
    console = Console(file=io.StringIO(), width=100, force_terminal=True, highlight=False, record=True)
    _converse(typed, library, console)
    drawn = console.export_svg(title="cpecbot console", code_format=_FORMAT, unique_id="terminal")
    return "\n".join(line.rstrip() for line in drawn.splitlines() if line.strip()) + "\n"


def _converse(typed: list[str], library: Library, console: Console) -> None:
    conversation = Conversation(library, AskOptions(at_first=3), EN, clock=lambda: 0.0)
    for line in typed:
        console.print(PROMPT + line, markup=False)
        if line:
            show(conversation.reply(line), console)


def main() -> None:
    """Ask the same questions again, and write what is answered now."""
    held = hold(typed_in(shown_in_page()), shipped_library())
    PAGE.write_text(SHOWN.sub(lambda _: held, PAGE.read_text("utf-8")), "utf-8")
    PICTURE.write_text(draw([*TYPED], shipped_library()), "utf-8")


if __name__ == "__main__":
    main()
