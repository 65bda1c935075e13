"""The command line: which commands there are, and how errors reach the person."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

import click
from click.shell_completion import CompletionItem, shell_complete

from cpecbot.errors import CpecbotError
from cpecbot.terminal import guard, meanwhile, say

# The module of each command, and what the list of commands says of it. Modules are imported when their command is
# called: a question need not wait for the Telegram library, nor the list for any of them.
_COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "console": ("asking", "Ask one question after the other."),
        "ask": ("asking", "Answer one question, or a batch of them."),
        "search": ("asking", "Rank sentences for a question."),
        "explain": ("explaining", "Show how a question is understood."),
        "sources": ("articles", "List the articles."),
        "segment": ("articles", "Show the sentences of the articles."),
        "disagreements": ("reports", "List where the sources part ways."),
        "changes": ("reports", "Show what changed between rounds."),
        "omissions": ("reports", "Hold the outlets against the primary text."),
        "coverage": ("overviews", "Show which source speaks of what."),
        "timeline": ("overviews", "Show which dates the sources give."),
        "eval": ("reports", "Measure the answers to judged questions."),
        "run": ("serving", "Run the Telegram bot."),
        "doctor": ("doctor", "Look whether the bot can run here."),
        "index": ("cluster", "Put the articles into a cluster."),
        "preview": ("serving", "Write an answer as a Telegram-like page."),
        "glossary": ("glossary", "Look after the concepts and names."),
        "completion": ("completion", "Let a shell complete what is typed."),
    }
)
_PROGRAM = "cpecbot"
# What a shell sets to ask what may be typed, as the scripts of click have it.
_COMPLETION = f"_{_PROGRAM.upper()}_COMPLETE"
_ASK = "ask"
# A word of so many letters is another one where two of them differ: "was" is no "ask".
_SHORT = 6

EXIT_CODES: Mapping[int, str] = MappingProxyType(
    {
        0: "done: answered, listed, or a reader such as head that wanted no more",
        1: "no answer, some lines of a batch could not be used, or the doctor found something wrong",
        2: "an error, told in a line that says what to do",
        130: "stopped with Ctrl-C",
    }
)
"""What each status means that a command ends with; ``run`` knows one more, as a supervisor does."""


class LazyGroup(click.Group):
    """A group whose commands live in ``cpecbot.commands.<module>`` under their own names.

    What is no command, and not spelt like one, is a question.
    """

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in EXIT_CODES.items()])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, described) for name, (_, described) in _COMMANDS.items()])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # the signature is click's
        return list(_COMMANDS)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            told = f"{error.message} Options stand behind the command or the question."
            raise click.NoSuchOption(error.option_name, told, error.possibilities, ctx) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        first = args[0]
        if first == "help":
            return super().resolve_command(ctx, [*args[1:], "--help"])
        if first in _COMMANDS or first.startswith("-"):
            return super().resolve_command(ctx, args)
        near = None if ctx.resilient_parsing else _misspelt(first)
        if near:
            question = first if args == [first] else f"{first} …"
            ctx.fail(
                f'No such command {first!r}. Did you mean {near!r}? If it is a question: cpecbot ask "{question}".'
            )
        return super().resolve_command(ctx, [_ASK, *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Click would import every command for what the list says of it."""
        named = [
            CompletionItem(name, help=described)
            for name, (_, described) in _COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        # What a shell asks for to complete a line is no word to a person.
        with nullcontext() if ctx.resilient_parsing else meanwhile("Starting …"):
            module = importlib.import_module(f"cpecbot.commands.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command


def _misspelt(word: str) -> str | None:
    """The command that ``word`` is a letter or two away from; a question of several words is no such word."""
    from rapidfuzz import process  # noqa: PLC0415 - few misspell a command
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    slips = 1 if len(word) <= _SHORT else 2
    found = process.extractOne(word.casefold(), list(_COMMANDS), scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else None


@click.group(
    cls=LazyGroup,
    subcommand_metavar='COMMAND [ARGS]... | "QUESTION"',
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(None, "-V", "--version", package_name="cpecbot")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="A TOML file of settings, in place of config/local.toml.",
)
@click.pass_context
def app(context: click.Context, config: Path | None) -> None:
    """Ask what was said about the China-Pakistan Economic Corridor; get the articles' exact words.

    Start with: cpecbot console, or: cpecbot "When was the seventh round?"
    """
    context.obj = config


def main() -> None:
    """Run the command line, and end with one of ``EXIT_CODES``."""
    for name in ("stdin", "stdout", "stderr"):
        _use_utf8(name)
    guard("stdout", "stderr")
    try:
        code = _run()
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = error.exit_code
    except click.ClickException as error:
        say(f"Error: {_told(error)}", error=True)
        code = error.exit_code
    except CpecbotError as error:
        say(f"Error: {error}", error=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        _leave_closed_pipes()
        code = 0
    except OSError as error:
        say(f"Error: {error.filename or 'output'}: {error.strerror or error}. Check the path.", error=True)
        code = 2
    sys.exit(code)


def _run() -> int:
    """Do what was typed, or complete it where a shell asks for that.

    Click's own ``main`` takes a closed pipe for an error.
    """
    instruction = os.environ.get(_COMPLETION)
    if instruction:
        return shell_complete(app, {}, _PROGRAM, _COMPLETION, instruction)
    try:
        with app.make_context(_PROGRAM, sys.argv[1:]) as context:
            app.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return 0


def _told(error: click.ClickException) -> str:
    """One line that says what is wrong, and where more is said."""
    message = " ".join(error.format_message().split())
    message += "" if message.endswith((".", "?", ")")) else "."
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} See: {context.command_path} --help" if context else message


def _leave_closed_pipes() -> None:
    """The reader (head, less) is gone; what is still buffered must not raise again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _use_utf8(name: str) -> None:
    """UTF-8 whatever the locale; a lone surrogate is written as its escape, which is right in JSON too.

    A stream that whoever started us has closed is an empty one.
    """
    stream: TextIO | None = getattr(sys, name)
    if stream is None:
        stream = open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115, PTH123
        setattr(sys, name, stream)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")
