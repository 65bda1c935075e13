"""Commands over the whole corpus: ``disagreements``, ``changes``, ``omissions``, ``coverage`` and ``eval``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from cpecbot.answering import Library
from cpecbot.commands.library import open_for_command
from cpecbot.commands.options import LanguageOption, answer_options, language_named, with_settings
from cpecbot.evaluation import evaluate, load_passages, load_questions
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language, Languages
from cpecbot.models import Coverage, Disagreement, Level
from cpecbot.rendering.surfaces.json import change_to_json, disagreement_to_json, omissions_to_json
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say

_judged = click.Path(path_type=Path)
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
_language = click.option(
    "--lang",
    "language",
    cls=LanguageOption,
    metavar="CODE",
    help="The language of what is not quoted (default: the fallback in config/languages).",
)


@click.command()
@_json
@click.option(
    "--level", "levels", multiple=True, type=click.Choice([level.value for level in Level]), help="Only this level."
)
@click.option("--topic", help="Only what is about this, such as: round, Gwadar.")
@_language
@with_settings
def disagreements(
    settings: Settings, levels: tuple[str, ...], topic: str | None, language: str | None, as_json: bool
) -> None:
    """List where the sources part ways, each side in its own words."""
    opening = open_for_command(settings)
    spoken = _spoken(language, opening.languages)
    library = opening.library
    found = [each for each in library.disagreements() if not levels or each.level in levels]
    if topic:
        found = list(_about(topic, found, library))
    if as_json:
        for each in found:
            say(dumps(disagreement_to_json(each, library.corpus.articles, library.label, spoken)))
    else:
        from cpecbot.console import show_disagreements  # noqa: PLC0415 - rich is for people, not for JSON

        show_disagreements(found, library, spoken)


@click.command()
@click.argument("topic", default="")
@_json
@_language
@with_settings
def changes(settings: Settings, topic: str, language: str | None, as_json: bool) -> None:
    """Set the rounds of one series side by side: what is new, dropped and reworded, in the articles' own words.

    Only on TOPIC, such as: Gwadar, where there is one.
    """
    opening = open_for_command(settings)
    spoken = _spoken(language, opening.languages)
    library = opening.library
    found = library.changes(topic, spoken)
    if as_json:
        for each in found:
            for change in each.changes:
                say(dumps(change_to_json(change, each, library.label, spoken)))
    else:
        from cpecbot.console import show_changes  # noqa: PLC0415 - rich is for people, not for JSON

        show_changes(found, library, spoken, topic)


@click.command()
@click.argument("topic", nargs=-1)
@_json
@_language
@with_settings
def omissions(settings: Settings, topic: tuple[str, ...], language: str | None, as_json: bool) -> None:
    """Show which points of the primary text each outlet tells, tells otherwise or leaves out.

    The primary text is the full text of a statement, marked with role = "primary" in config/sources.toml or in its line
    of a .jsonl file. With a TOPIC only the points on it are shown.
    """
    opening = open_for_command(settings)
    spoken = _spoken(language, opening.languages)
    library = opening.library
    wanted = " ".join(topic)
    found = library.omissions(wanted)
    if as_json:
        for each in omissions_to_json(found):
            say(dumps(each))
    else:
        from cpecbot.console import show_omissions  # noqa: PLC0415 - rich is for people, not for JSON

        show_omissions(found, library, spoken, wanted)


@click.command()
@_json
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), help="Draw it into this file instead.")
@_language
@with_settings
def coverage(settings: Settings, language: str | None, as_json: bool, png: Path | None) -> None:
    """Show which source speaks of what, and how much."""
    opening = open_for_command(settings)
    spoken = _spoken(language, opening.languages)
    library = opening.library
    table = library.coverage()
    if png:
        from cpecbot.rendering.pictures.chart import render_coverage  # noqa: PLC0415 - loads Pillow

        png.write_bytes(render_coverage(table, library.corpus.articles, library.label, spoken))
    if as_json:
        for row in _coverage_objects(table, library, spoken):
            say(dumps(row))
    elif not png:
        from cpecbot.console import show_coverage  # noqa: PLC0415 - rich is for people, not for JSON

        show_coverage(table, library, spoken)


@click.command("eval")
@click.option("--questions", type=_judged, required=True, help='Lines of {"id", "language", "question", "topics"}.')
@click.option("--passages", type=_judged, required=True, help='{"topic": [{"source", "text", "core"}, …]}')
@with_settings
def evaluation(settings: Settings, questions: Path, passages: Path) -> None:
    """Measure the answers to judged questions, per language and in all."""
    opening = open_for_command(settings)
    judged, relevant = load_questions(questions, opening.languages.codes), load_passages(passages)
    library = opening.library
    options = answer_options(settings)
    answers = [library.ask(question.text, options) for question in judged]
    report = evaluate(answers, judged, relevant, library.corpus)
    say(report.table())
    if report.failures:
        say(f"First quote not relevant, or answered what nothing answers: {', '.join(report.failures)}")


def _spoken(code: str | None, languages: Languages) -> Language:
    return languages.fallback if code is None else language_named(code, languages)


def _about(topic: str, found: Iterable[Disagreement], library: Library) -> Iterable[Disagreement]:
    """Those whose subject or quotes speak of ``topic``, by its concepts or its letters."""
    meant = {match.concept for match in library.glossary.match(topic, None)}
    letters = fold_text(topic)
    for each in found:
        texts = [quote.text for side in each.sides for quote in side.quotes]
        texts += [library.label(each.subject, language) for language in library.languages]
        if each.subject in meant or any(letters in fold_text(text) for text in texts):
            yield each


def _coverage_objects(table: Coverage, library: Library, language: Language) -> Iterable[dict[str, object]]:
    for row in table.rows:
        counts = dict(zip(table.sources, row.counts, strict=True))
        yield {"concept": row.concept, "label": library.label(row.concept, language), "counts": counts}


COMMANDS = {
    "disagreements": disagreements,
    "changes": changes,
    "omissions": omissions,
    "coverage": coverage,
    "eval": evaluation,
}
