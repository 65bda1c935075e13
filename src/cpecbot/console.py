"""The terminal: a prompt with history and completion for a person, plain lines for a pipe."""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table as Painted

from cpecbot.answering import Library
from cpecbot.conversation import (
    COMMANDS,
    Conversation,
    Shown,
    Table,
    answer_shown,
    coverage_shown,
    disagreements_shown,
)
from cpecbot.models import Answer, AskOptions, Coverage, Disagreement, Language
from cpecbot.rendering.console import paint
from cpecbot.rendering.context import Context, make_context

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.history import History

_PROMPT = "❯ "
# A pipe has no width to fit a table into.
_PIPE_WIDTH = 1000


def show(shown: Shown) -> None:
    """Print blocks with an empty line after each; a pipe gets lines of any length and no colours."""
    console = _console()
    for block in shown:
        if isinstance(block, Table):
            console.print(_paint_table(block), width=None if console.is_terminal else _PIPE_WIDTH)
        else:
            for part in paint(block, console.is_terminal):
                console.print(part, soft_wrap=not console.is_terminal)
        console.print()


def show_answer(answer: Answer, library: Library) -> None:
    show(answer_shown(answer, _context(library, answer.language)))


def show_disagreements(found: Iterable[Disagreement], library: Library, language: Language) -> None:
    show(disagreements_shown(found, _context(library, language)))


def show_coverage(coverage: Coverage, library: Library, language: Language) -> None:
    show(coverage_shown(coverage, _context(library, language)))


def converse(library: Library, options: AskOptions, history: Path) -> None:
    """Talk until /quit or the end of the input; with a prompt only when a person sits at both ends."""
    conversation = Conversation(library, options, _locale_language())
    interactive = sys.stdin.isatty() and _console().is_terminal
    if interactive:
        show(conversation.welcome())
    for line in _prompted(history, library) if interactive else sys.stdin:
        if line.strip():
            show(conversation.reply(line))
        if conversation.finished:
            break


def _context(library: Library, language: Language) -> Context:
    return make_context(library.corpus.articles, library.label, language)


def _console() -> Console:
    return Console(highlight=False, emoji=False, markup=False)


def _paint_table(table: Table) -> Painted:
    """Words to the left, figures to the right; no lines, which right-to-left cells would bend."""
    painted = Painted(title=table.title, caption=table.caption, box=None, show_header=any(table.header))
    painted.title_justify = painted.caption_justify = "left"
    for number, heading in enumerate(table.header):
        figures = number > 0 and all(not row[number] or row[number].isdecimal() for row in table.rows)
        painted.add_column(heading, justify="right" if figures else "left", overflow="fold")
    for row in table.rows:
        painted.add_row(*row)
    return painted


def _locale_language() -> Language:
    code = (locale.getlocale()[0] or "").partition("_")[0].lower()
    return Language(code) if code in frozenset(Language) else Language.EN


def _prompted(history: Path, library: Library) -> Iterator[str]:
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - a pipe does not need it

    session: PromptSession[str] = PromptSession(
        history=_open_history(history), completer=_completer(library), complete_while_typing=True
    )
    while True:
        try:
            yield session.prompt(_PROMPT)
        except KeyboardInterrupt:
            # As in a shell: drop the line, stay.
            continue
        except EOFError:
            return


def _completer(library: Library) -> Completer:
    """Commands, and sources after /source."""
    from prompt_toolkit.completion import NestedCompleter  # noqa: PLC0415

    sources = dict.fromkeys(library.corpus.articles)
    return NestedCompleter.from_nested_dict({name: sources if name == "/source" else None for name in COMMANDS})


def _open_history(file: Path) -> History:
    """What was typed before, for its owner alone; kept for this run only where the file cannot be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory  # noqa: PLC0415

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        with file.open("ab"):
            return FileHistory(str(file))
    except OSError:
        return InMemoryHistory()
