"""The terminal: a prompt with history and completion for a person, plain lines for a pipe."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.text import Text

from cpecbot.answering import Library
from cpecbot.console.conversation import COMMANDS, Conversation
from cpecbot.console.painting import PIPE_WIDTH, paint_table
from cpecbot.console.showing import (
    Shown,
    Table,
    answer_shown,
    changes_shown,
    coverage_shown,
    disagreements_shown,
    omissions_shown,
    timeline_shown,
)
from cpecbot.files.bounded import bounded_lines
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Changes, Coverage, Disagreement, Moment, Omissions
from cpecbot.rendering.answer.context import Context, make_context, short_names
from cpecbot.rendering.surfaces.console import as_seen, paint
from cpecbot.rendering.surfaces.terminals import reorders
from cpecbot.settings.settings import Bidi
from cpecbot.terminal import beyond_gate, harmless, unechoed

# Of a question no more than LONGEST_QUESTION of answering is read.
_LONGEST_LINE = 100_000


def show(shown: Shown, console: Console | None = None, bidi: Bidi = "terminal") -> None:
    """Print blocks with an empty line after each; a pipe gets whole lines, as they are stored, and no colours."""
    console = console or _console()
    reordered = console.is_terminal and reorders(bidi, os.environ)
    for block in shown:
        if isinstance(block, Table):
            for part in paint_table(block, console, reordered):
                console.print(part)
        else:
            for part in paint(block, console.is_terminal, reordered):
                console.print(part, soft_wrap=not console.is_terminal)
        console.print()


def show_line(line: str) -> None:
    """Print a line of a listing as it is seen, in a terminal that does not put it into order."""
    _console().print(as_seen(Text(harmless(line)), reorders=True))


class Screen(Struct, frozen=True):
    """Where a command shows what it found, in ``language``; an answer has one of its own."""

    library: Library
    bidi: Bidi
    language: Language | None = None

    def answer(self, answer: Answer) -> None:
        self._show(answer_shown(answer, self._context(answer.told_in)))

    def disagreements(self, found: Iterable[Disagreement]) -> None:
        self._show(disagreements_shown(found, self._context()))

    def changes(self, found: Sequence[Changes], topic: str = "") -> None:
        self._show(changes_shown(found, self._context(), topic))

    def omissions(self, omissions: Omissions, topic: str) -> None:
        self._show(omissions_shown(omissions, self._context(), topic))

    def coverage(self, coverage: Coverage) -> None:
        self._show(coverage_shown(coverage, self._context()))

    def timeline(self, moments: Sequence[Moment], topic: str) -> None:
        self._show(timeline_shown(moments, self._context(), topic))

    def _show(self, shown: Shown) -> None:
        show(shown, bidi=self.bidi)

    def _context(self, language: Language | None = None) -> Context:
        spoken = language or self.language or self.library.languages.fallback
        return make_context(self.library.corpus.articles, self.library.label, spoken)


def converse(
    library: Library,
    options: AskOptions,
    history: Path,
    language: Language | None = None,
    *,
    bidi: Bidi = "terminal",
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
        show(conversation.welcome(), bidi=bidi)
    seen = interactive and reorders(bidi, os.environ)
    for line in _typed_lines(history, library, conversation, seen) if interactive else _piped_lines():
        if line.strip():
            with unechoed() if interactive else nullcontext():
                show(conversation.reply(line), bidi=bidi)
                meanwhile()
        if conversation.finished:
            break


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """What ends the program when its reader is gone is for the command line to say."""
        raise  # noqa: PLE0704 - called where BrokenPipeError is handled


def _console() -> Console:
    console = _Console(file=beyond_gate(), highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    return console


def _locale_language(languages: Languages) -> Language:
    code = (locale.getlocale()[0] or "").partition("_")[0].lower()
    return languages.get(code) or languages.fallback


def _piped_lines() -> Iterator[str]:
    return (line for line, _ in bounded_lines(sys.stdin, _LONGEST_LINE))


def _typed_lines(history: Path, library: Library, conversation: Conversation, seen: bool) -> Iterator[str]:
    from cpecbot.console.prompt import Offered, prompted_lines  # noqa: PLC0415 - a pipe does not need it

    articles = library.corpus.articles
    outlets = [article.outlet for article in articles.values() if article.outlet]
    sources = tuple(dict.fromkeys([*short_names(articles).values(), *outlets]))
    offered = Offered(COMMANDS, sources, library.languages.codes, conversation.topics)
    return prompted_lines(history, offered, seen)
