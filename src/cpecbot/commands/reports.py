"""Commands over the whole corpus: ``disagreements``, ``coverage`` and ``eval``."""

from __future__ import annotations

from pathlib import Path

import click

from cpecbot.commands.library import open_library
from cpecbot.commands.options import answer_options, with_settings
from cpecbot.evaluation import evaluate, load_passages, load_questions
from cpecbot.settings import Settings

_judged = click.Path(path_type=Path)


@click.command("eval")
@click.option("--questions", type=_judged, required=True, help='Lines of {"id", "language", "question", "topics"}.')
@click.option("--passages", type=_judged, required=True, help='{"topic": [{"source", "text", "core"}, …]}')
@with_settings
def evaluation(settings: Settings, questions: Path, passages: Path) -> None:
    """Measure the answers to judged questions, per language and in all."""
    judged, relevant = load_questions(questions), load_passages(passages)
    library = open_library(settings)
    options = answer_options(settings)
    answers = [library.ask(question.text, options) for question in judged]
    report = evaluate(answers, judged, relevant, library.corpus)
    click.echo(report.table())
    if report.failures:
        click.echo(f"First quote not relevant, or answered what nothing answers: {', '.join(report.failures)}")


COMMANDS = {"eval": evaluation}
