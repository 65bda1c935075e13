"""The command line: which commands there are, and how errors reach the person."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

import click

from cpecbot.errors import CpecbotError
from cpecbot.terminal import guard, say

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
        "coverage": ("reports", "Show which source speaks of what."),
        "eval": ("reports", "Measure the answers to judged questions."),
        "run": ("serving", "Run the Telegram bot."),
        "doctor": ("doctor", "Look whether the bot can run here."),
        "preview": ("serving", "Write an answer as a Telegram-like page."),
        "glossary": ("glossary", "Look after the concepts and names."),
    }
)


class LazyGroup(click.Group):
    """A group whose commands live in ``cpecbot.commands.<module>`` under their own names."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, described) for name, (_, described) in _COMMANDS.items()])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # the signature is click's
        return list(_COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Offer what is spelt like it; click looks for that among commands that are loaded."""
        near = [] if args[0] in _COMMANDS else get_close_matches(args[0], _COMMANDS)
        if near and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {' or '.join(map(repr, near))}?")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"cpecbot.commands.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="cpecbot")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="A TOML file of settings, in place of config/local.toml.",
)
@click.pass_context
def app(context: click.Context, config: Path | None) -> None:
    """Ask what was said about the China-Pakistan Economic Corridor; get the articles' exact words.

    Start with: cpecbot console
    """
    context.obj = config


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some lines of a batch failed, 2 an error, 130 interrupted."""
    for name in ("stdin", "stdout", "stderr"):
        _use_utf8(name)
    guard("stdout", "stderr")
    try:
        code = app.main(prog_name="cpecbot", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except CpecbotError as error:
        say(f"Error: {error}", error=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        # The reader (head, less) is gone; what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        say(f"Error: {error.filename or 'output'}: {error.strerror or error}. Check the path.", error=True)
        code = 2
    sys.exit(code)


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
