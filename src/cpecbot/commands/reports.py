"""Commands over the whole corpus: ``disagreements``, ``changes``, ``omissions`` and ``eval``."""

from __future__ import annotations

from pathlib import Path

import click

from cpecbot.commands.library import open_for_command
from cpecbot.commands.options import (
    answer_options,
    json_option,
    language_option,
    topic_argument,
    with_settings,
    words_in,
)
from cpecbot.models import Level
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import meanwhile, say

_judged = click.Path(path_type=Path)


@click.command()
@json_option
@click.option(
    "--level", "levels", multiple=True, type=click.Choice([level.value for level in Level]), help="Only this level."
)
@click.option("-t", "--topic", default="", help="Only what is about this, such as: round, Gwadar.")
@language_option
@with_settings
def disagreements(settings: Settings, levels: tuple[str, ...], topic: str, language: str | None, as_json: bool) -> None:
    """List where the sources part ways, each side in its own words."""
    opening = open_for_command(settings)
    words = words_in(language, opening.languages)
    library = opening.library
    found = [each for each in library.disagreements(topic) if not levels or each.level in levels]
    if as_json:
        from cpecbot.rendering.surfaces.json import disagreement_to_json  # noqa: PLC0415 - loads Babel

        for each in found:
            say(dumps(disagreement_to_json(each, library.corpus.articles, library.label, words)))
    else:
        from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

        Screen(library, settings.bidi, words).disagreements(found)


@click.command()
@topic_argument
@json_option
@language_option
@with_settings
def changes(settings: Settings, topic: tuple[str, ...], language: str | None, as_json: bool) -> None:
    """Set the rounds of one series side by side: what is new, dropped and reworded, in the articles' own words.

    Only on TOPIC, such as: Gwadar, where there is one.
    """
    opening = open_for_command(settings)
    words = words_in(language, opening.languages)
    library = opening.library
    wanted = " ".join(topic)
    with meanwhile("Setting the rounds side by side …"):
        found = library.changes(wanted, words)
    if as_json:
        from cpecbot.rendering.surfaces.json import change_to_json  # noqa: PLC0415 - loads Babel

        for each in found:
            for change in each.changes:
                say(dumps(change_to_json(change, each, library.label, words)))
    else:
        from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

        Screen(library, settings.bidi, words).changes(found, wanted)


@click.command()
@topic_argument
@json_option
@language_option
@with_settings
def omissions(settings: Settings, topic: tuple[str, ...], language: str | None, as_json: bool) -> None:
    """Show which points of the primary text each outlet tells, tells otherwise or leaves out.

    The primary text is the full text of a statement, marked with role = "primary" in config/sources.toml or in its line
    of a .jsonl file. With a TOPIC only the points on it are shown.
    """
    opening = open_for_command(settings)
    words = words_in(language, opening.languages)
    library = opening.library
    wanted = " ".join(topic)
    found = library.omissions(wanted)
    if as_json:
        from cpecbot.rendering.surfaces.json import omissions_to_json  # noqa: PLC0415 - loads Babel

        for each in omissions_to_json(found):
            say(dumps(each))
    else:
        from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

        Screen(library, settings.bidi, words).omissions(found, wanted)


@click.command("eval")
@click.option("--questions", type=_judged, required=True, help='Lines of {"id", "language", "question", "topics"}.')
@click.option("--passages", type=_judged, required=True, help='{"topic": [{"source", "text", "core"}, …]}')
@with_settings
def evaluation(settings: Settings, questions: Path, passages: Path) -> None:
    """Measure the answers to judged questions, per language and in all."""
    from cpecbot.evaluation import evaluate, load_passages, load_questions  # noqa: PLC0415 - few measure

    opening = open_for_command(settings)
    judged, relevant = load_questions(questions, opening.languages.codes), load_passages(passages)
    library = opening.library
    options = answer_options(settings)
    answers = [library.ask(question.text, options) for question in judged]
    report = evaluate(answers, judged, relevant, library.corpus)
    say(report.table())
    if report.failures:
        say(f"First quote not relevant, or answered what nothing answers: {', '.join(report.failures)}")


COMMANDS = {
    "disagreements": disagreements,
    "changes": changes,
    "omissions": omissions,
    "eval": evaluation,
}
