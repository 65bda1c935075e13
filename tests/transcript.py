"""The conversation that the README shows; ``python tests/transcript.py`` writes it there anew."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.console import show
from cpecbot.console.conversation import Conversation
from cpecbot.corpus.loading import load_corpus
from cpecbot.models import AskOptions
from fakes.languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PROMPT = "❯ "
SHOWN = re.compile(r"(?<=^```text\n).*?(?=^```)", re.MULTILINE | re.DOTALL)


def shown_in_readme() -> str:
    """The conversation as it stands in the README."""
    match = SHOWN.search(README.read_text("utf-8"))
    assert match is not None
    return match.group()


def typed_in(transcript: str) -> list[str]:
    return [line.removeprefix(PROMPT) for line in transcript.splitlines() if line.startswith(PROMPT)]


def hold(typed: list[str], library: Library) -> str:
    """What a terminal a hundred columns wide shows, without colours."""
    file = io.StringIO()
    console = Console(file=file, width=100, force_terminal=True, color_system=None, highlight=False)
    conversation = Conversation(library, AskOptions(at_first=3), EN, clock=lambda: 0.0)
    for line in typed:
        console.print(PROMPT + line, markup=False)
        show(conversation.reply(line), console)
    return "\n".join(line.rstrip() for line in file.getvalue().strip().splitlines()) + "\n"


def main() -> None:
    """Ask the same questions again and write what is answered now."""
    config = ROOT / "config"
    corpus = load_corpus(ROOT / "seeds", LANGUAGES, config / "sources.toml", config / "boilerplate.toml")
    held = hold(typed_in(shown_in_readme()), build_library(corpus, LANGUAGES, config))
    README.write_text(SHOWN.sub(lambda _: held, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
