"""The command ``completion``: the script that lets a shell complete what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from cpecbot.terminal import say

_SHELLS: Mapping[str, type[ShellComplete]] = MappingProxyType(
    {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
)


@click.command()
@click.argument("shell", metavar="SHELL", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, options, sources and languages in a SHELL: bash, zsh or fish.

    \b
    bash  in ~/.bashrc:  eval "$(cpecbot completion bash)"
    zsh   in ~/.zshrc:   eval "$(cpecbot completion zsh)"
    fish  once:          cpecbot completion fish > ~/.config/fish/completions/cpecbot.fish
    """  # noqa: D301 - click reads the backspace
    root = context.find_root()
    name = root.command_path
    say(_SHELLS[shell](root.command, {}, name, f"_{name.upper()}_COMPLETE").source())


COMMANDS = {"completion": completion}
