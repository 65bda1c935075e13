"""The prompt of the console: line editing, history and completion, with prompt_toolkit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.layout.processors import Processor

from cpecbot.console.conversation import AUTO
from cpecbot.expressions import expression
from cpecbot.files.private import private_file, private_folder

_PROMPT = "❯ "
_OF_SOURCES = frozenset({"/source", "/sources"})
_OF_TOPICS = frozenset({"/compare", "/disagreements", "/changes", "/omissions", "/timeline"})
_OF_LANGUAGES = "/lang"
_FILTERS = ("source:", "lang:", "from:", "to:")
# Who has typed less may mean anything, and is offered it only on request.
_LEAST_WHILE_TYPING = 3
_OPENING = " \"'“‘«("
_IDEOGRAPH = expression("[\u3400-\u9fff]")


class Offered(Struct, frozen=True):
    """What a person may be typing; the topics of each language, that which is spoken at the moment first."""

    commands: Collection[str]
    sources: Collection[str]
    languages: Collection[str]
    topics: Callable[[], Iterable[Collection[str]]] = tuple

    def behind(self, command: str) -> Collection[str]:
        """What may follow a command, but for a topic."""
        if command in _OF_SOURCES:
            return self.sources
        return (*self.languages, AUTO) if command == _OF_LANGUAGES else ()

    def filters(self) -> Iterator[str]:
        """What narrows a question; a name of several words stands in quotation marks."""
        yield from (f'source:"{name}"' if " " in name else f"source:{name}" for name in self.sources)
        yield from (f"lang:{code}" for code in self.languages)


class LineCompleter(Completer):
    """Commands from their slash on and what follows them; in a question its filters and topics, a word or more long."""

    def __init__(self, offered: Offered) -> None:
        self._offered = offered

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor
        least = 1 if complete_event.completion_requested else _LEAST_WHILE_TYPING
        for begun, candidate in self._matching(typed, least):
            yield Completion(candidate, start_position=-len(begun))

    def _matching(self, typed: str, least: int) -> Iterator[tuple[str, str]]:
        command, space, argument = typed.partition(" ")
        if not typed.startswith("/"):
            yield from _begun_in(typed, _FILTERS, least)
            yield from self._topics(partial(_begun_in, typed, least=least))
            yield from _begun_in(typed, (each for each in self._offered.filters() if _named_filter(typed, each)), 1)
        elif space and command.lower() in _OF_TOPICS:
            yield from self._topics(partial(_begun, argument.lstrip()))
        elif space:
            yield from _begun(argument.lstrip(), self._offered.behind(command.lower()))
        else:
            yield from _begun(typed, self._offered.commands)

    def _topics(self, matching: Callable[[Collection[str]], Iterator[tuple[str, str]]]) -> Iterable[tuple[str, str]]:
        """Those of the first language that has any."""
        found = (list(matching(topics)) for topics in self._offered.topics())
        return next(filter(None, found), ())


def _begun(begun: str, candidates: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((begun, each) for each in candidates if each.casefold().startswith(begun.casefold()))


def _begun_in(typed: str, candidates: Iterable[str], least: int) -> Iterator[tuple[str, str]]:
    """The candidates that the end of ``typed`` begins, as much of it as fits, if at least so many letters."""
    ends = [typed[at:] for at in range(len(typed)) if _may_begin(typed, at)]
    ends = [end for end in ends if len(end) >= (1 if _IDEOGRAPH.match(end) else least)]
    for candidate in candidates:
        begun = next((end for end in ends if candidate.casefold().startswith(end.casefold())), None)
        if begun and begun != candidate:
            yield begun, candidate


def _may_begin(typed: str, at: int) -> bool:
    """Whether a word may begin there: behind a space or an opening mark, or anywhere in a script without spaces."""
    return not typed[at].isspace() and (at == 0 or typed[at - 1] in _OPENING or bool(_IDEOGRAPH.match(typed[at])))


def _named_filter(typed: str, candidate: str) -> bool:
    """Whether the name of a filter is typed already: not each of its values is offered before."""
    return candidate.partition(":")[0] + ":" in typed.casefold()


def prompted_lines(history: Path, offered: Offered, seen: bool = False) -> Iterator[str]:
    """What the person types, until the end of the input; Ctrl-C drops a line, as in a shell.

    It is shown as it is ``seen`` where the terminal does not put it into order.
    """
    session: PromptSession[str] = PromptSession(
        history=open_history(history),
        completer=LineCompleter(offered),
        complete_while_typing=True,
        input_processors=_processors() if seen else None,
    )
    while True:
        try:
            yield session.prompt(_PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _processors() -> list[Processor]:
    from cpecbot.console.typed import SeenInput  # noqa: PLC0415 - most terminals need it not

    return [SeenInput()]


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
