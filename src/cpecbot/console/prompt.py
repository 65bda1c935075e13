"""The prompt of the console: line editing, history and completion, with prompt_toolkit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from cpecbot.files.private import private_file, private_folder

_PROMPT = "❯ "


class CommandCompleter(Completer):
    """Commands from their slash on, and sources after /source."""

    def __init__(self, commands: Collection[str], sources: Collection[str]) -> None:
        self._commands = commands
        self._sources = sources

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        typed = document.text_before_cursor
        command, space, argument = typed.partition(" ")
        if command.lower() == "/source" and space:
            candidates, begun = self._sources, argument
        else:
            candidates, begun = self._commands, typed
        for candidate in candidates:
            if typed.startswith("/") and candidate.lower().startswith(begun.lower()):
                yield Completion(candidate, start_position=-len(begun))


def prompted_lines(history: Path, commands: Collection[str], sources: Collection[str]) -> Iterator[str]:
    """What the person types, until the end of the input; Ctrl-C drops a line, as in a shell."""
    session: PromptSession[str] = PromptSession(
        history=open_history(history), completer=CommandCompleter(commands, sources), complete_while_typing=True
    )
    while True:
        try:
            yield session.prompt(_PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def open_history(file: Path) -> History:
    """What was typed before, for its owner alone; of this run where the file is no history or cannot be written."""
    try:
        if file.exists() and not _is_history(file):
            return InMemoryHistory()
        private_folder(file.parent, file.name)
        private_file(file)
        with file.open("ab"):
            return FileHistory(str(file))
    except OSError:
        return InMemoryHistory()


def _is_history(file: Path) -> bool:
    """Whether it begins as prompt_toolkit's; a path that was mistyped may lead to something dear."""
    with file.open("rb") as stream:
        return stream.read(2) in {b"", b"\n#"}
