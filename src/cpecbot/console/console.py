"""The terminal: a prompt with history and completion for a person, plain lines for a pipe."""

from __future__ import annotations

import locale
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console, JustifyMethod
from rich.measure import Measurement
from rich.table import Table as Painted

from cpecbot.answering import Library
from cpecbot.console.conversation import COMMANDS, Conversation
from cpecbot.console.showing import (
    Shown,
    Table,
    answer_shown,
    changes_shown,
    coverage_shown,
    disagreements_shown,
    omissions_shown,
)
from cpecbot.files.bounded import bounded_lines
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Changes, Coverage, Disagreement, Omissions
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.surfaces.console import paint
from cpecbot.terminal import beyond_gate, harmless

# A pipe has no width to fit a table into.
_PIPE_WIDTH = 1000
# Of a question no more than LONGEST_QUESTION of answering is read.
_LONGEST_LINE = 100_000


def show(shown: Shown, console: Console | None = None) -> None:
    """Print blocks with an empty line after each; a pipe gets lines of any length and no colours."""
    console = console or _console()
    for block in shown:
        if isinstance(block, Table):
            painted = _paint_table(block)
            if console.is_terminal and not _fits(painted, block, console):
                painted = _paint_lines(block)
            console.print(painted, width=None if console.is_terminal else _PIPE_WIDTH)
        else:
            for part in paint(block, console.is_terminal):
                console.print(part, soft_wrap=not console.is_terminal)
        console.print()


def show_answer(answer: Answer, library: Library, language: Language | None = None) -> None:
    """In the ``language`` of the person, the question's when None."""
    show(answer_shown(answer, _context(library, language or answer.language)))


def show_disagreements(found: Iterable[Disagreement], library: Library, language: Language) -> None:
    show(disagreements_shown(found, _context(library, language)))


def show_changes(found: Sequence[Changes], library: Library, language: Language, topic: str = "") -> None:
    show(changes_shown(found, _context(library, language), topic))


def show_omissions(omissions: Omissions, library: Library, language: Language, topic: str) -> None:
    show(omissions_shown(omissions, _context(library, language), topic))


def show_coverage(coverage: Coverage, library: Library, language: Language) -> None:
    show(coverage_shown(coverage, _context(library, language)))


def converse(
    library: Library,
    options: AskOptions,
    history: Path,
    language: Language | None = None,
    *,
    meanwhile: Callable[[], object] = lambda: None,
) -> None:
    """Talk until /quit or the end of the input; with a prompt only when a person sits at both ends.

    In ``language``, or in that of the locale and then of each question.
    ``meanwhile`` is called while a reply is read; from the second time on it has nothing left to do.
    """
    conversation = Conversation(
        library, options, language or _locale_language(library.languages), chosen=language is not None
    )
    interactive = sys.stdin.isatty() and _console().is_terminal
    if interactive:
        show(conversation.welcome())
    for line in _typed_lines(history, library) if interactive else _piped_lines():
        if line.strip():
            show(conversation.reply(line))
            meanwhile()
        if conversation.finished:
            break


def _context(library: Library, language: Language) -> Context:
    return make_context(library.corpus.articles, library.label, language)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """What ends the program when its reader is gone is for the command line to say."""
        raise  # noqa: PLE0704 - called where BrokenPipeError is handled


def _console() -> Console:
    return _Console(file=beyond_gate(), highlight=False, emoji=False, markup=False)


def _paint_lines(table: Table) -> Painted:
    """Where the columns would cut words in two: what a row says, one after the other."""
    rows = tuple((" · ".join(cell for cell in row if cell),) for row in table.rows)
    return _paint_table(Table(table.title, ("",), rows, table.caption))


def _fits(painted: Painted, table: Table, console: Console) -> bool:
    """Whether no word is cut in two; figures are found in columns alone, whatever becomes of the words beside them."""
    least = Measurement.get(console, console.options.update_width(_PIPE_WIDTH), painted).minimum
    return least <= console.width or any(_are_figures(table, column) for column in range(len(table.header)))


def _are_figures(table: Table, column: int) -> bool:
    return column > 0 and all(not row[column] or row[column].isdecimal() for row in table.rows)


def _paint_table(table: Table) -> Painted:
    """Words to the left, figures to the right; no lines, which right-to-left cells would bend."""
    title, caption = harmless(table.title), harmless(table.caption)
    painted = Painted(title=title, caption=caption, box=None, show_header=any(table.header))
    painted.title_justify = painted.caption_justify = "left"
    for number, heading in enumerate(table.header):
        justify: JustifyMethod = "right" if _are_figures(table, number) else "left"
        painted.add_column(harmless(heading), justify=justify, overflow="fold")
    for row in table.rows:
        painted.add_row(*map(harmless, row))
    return painted


def _locale_language(languages: Languages) -> Language:
    code = (locale.getlocale()[0] or "").partition("_")[0].lower()
    return languages.get(code) or languages.fallback


def _piped_lines() -> Iterator[str]:
    return (line for line, _ in bounded_lines(sys.stdin, _LONGEST_LINE))


def _typed_lines(history: Path, library: Library) -> Iterator[str]:
    from cpecbot.console.prompt import prompted_lines  # noqa: PLC0415 - a pipe does not need it

    return prompted_lines(history, COMMANDS, library.corpus.articles)
