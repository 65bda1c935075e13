"""``doctor``: whether all that the bot needs is there, and how to mend what is not."""

from __future__ import annotations

import click

from cpecbot.commands.doctor import articles, storage, telegram, versions
from cpecbot.commands.doctor.findings import Examination, Finding, Level, examine
from cpecbot.commands.options import json_option, with_settings
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say

EXAMINATIONS = (
    Examination("versions", versions.look),
    Examination("storage", storage.look),
    Examination("telegram", telegram.look, seconds=30.0, overdue=telegram.without_it),
    Examination("corpus", articles.look, seconds=300.0),
)


@click.command()
@json_option
@with_settings
@click.pass_context
def doctor(context: click.Context, settings: Settings, as_json: bool) -> None:
    """Look whether the bot can run here, and say how to mend what is wrong.

    Nothing is changed, and Telegram is asked who the bot is and how its updates come. Exit code 1 when something is
    wrong, such as a Telegram that is not reached; 0 when nothing is or there are only warnings. Without a token there
    is no bot to look for: what concerns Telegram alone is a warning then.
    """
    wrong = False
    for finding in examine(EXAMINATIONS, settings):
        wrong |= finding.level is Level.WRONG
        say(dumps(finding.as_json()) if as_json else _line(finding))
    context.exit(1 if wrong else 0)


def _line(finding: Finding) -> str:
    line = f"{finding.level:<8} {finding.check:<9} {finding.found}"
    return f"{line}\n{'':18} → {finding.mend}" if finding.mend else line


COMMANDS = {"doctor": doctor}
