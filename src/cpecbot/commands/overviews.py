"""Commands that draw what the articles hold as a whole: ``coverage`` and ``timeline``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cpecbot.commands.library import open_for_command
from cpecbot.commands.options import json_option, language_option, topic_argument, with_settings, words_in
from cpecbot.languages import Language
from cpecbot.rendering.surfaces.lines import dumps
from cpecbot.settings import Settings
from cpecbot.terminal import say

if TYPE_CHECKING:
    from cpecbot.answering import Library
    from cpecbot.rendering.answer.context import Context
    from cpecbot.rendering.pictures.canvas import Picture

Function = Callable[..., Any]
_file = click.Path(path_type=Path, dir_okay=False)


def _picture_options(function: Function) -> Function:
    """Add ``--png`` and ``--svg``."""
    png = click.option("-o", "--png", type=_file, help="Draw it into this file instead, as a picture of pixels.")
    svg = click.option("--svg", type=_file, help="Draw it into this file instead, as a page can show it at any size.")
    return png(svg(function))


@click.command()
@json_option
@_picture_options
@language_option
@with_settings
def coverage(settings: Settings, language: str | None, as_json: bool, png: Path | None, svg: Path | None) -> None:
    """Show which source speaks of what, how much, and which are silent; first what parts the sources.

    A dash is proven silence, as in answers. A question mark says that the source does not name it, but may put it
    otherwise.
    """
    opening = open_for_command(settings)
    words = words_in(language, opening.languages)
    library = opening.library
    table = library.coverage()
    context = _context(library, words)
    if png or svg:
        from cpecbot.rendering.pictures.coverage import draw_coverage  # noqa: PLC0415 - loads HarfBuzz

        _draw(draw_coverage(table, context), png, svg)
    if as_json:
        from cpecbot.rendering.surfaces.json import coverage_to_json  # noqa: PLC0415 - loads Babel

        _say_all(coverage_to_json(table, context))
    elif not (png or svg):
        from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

        Screen(library, settings.bidi, words).coverage(table)


@click.command()
@topic_argument
@json_option
@_picture_options
@language_option
@with_settings
def timeline(
    settings: Settings, topic: tuple[str, ...], language: str | None, as_json: bool, png: Path | None, svg: Path | None
) -> None:
    """Show the days that the articles state, in order, with what each source says of them in its own words.

    Only what is on TOPIC, such as: Gwadar, where there is one. A weekday or "yesterday" is shown where the article
    tells which day that is. Days are marked that sources give otherwise for the same thing.
    """
    opening = open_for_command(settings)
    words = words_in(language, opening.languages)
    library = opening.library
    wanted = " ".join(topic)
    moments = library.timeline(wanted)
    context = _context(library, words)
    if png or svg:
        from cpecbot.rendering.pictures.timeline import draw_timeline  # noqa: PLC0415 - loads HarfBuzz

        _draw(draw_timeline(moments, context, wanted), png, svg)
    if as_json:
        from cpecbot.rendering.surfaces.json import timeline_to_json  # noqa: PLC0415 - loads Babel

        _say_all(timeline_to_json(moments, context))
    elif not (png or svg):
        from cpecbot.console import Screen  # noqa: PLC0415 - rich is for people, not for JSON

        Screen(library, settings.bidi, words).timeline(moments, wanted)


def _context(library: Library, language: Language) -> Context:
    from cpecbot.rendering.answer.context import make_context  # noqa: PLC0415 - loads Babel

    return make_context(library.corpus.articles, library.label, language)


def _draw(picture: Picture, png: Path | None, svg: Path | None) -> None:
    if png:
        png.write_bytes(picture.png)
    if svg:
        svg.write_text(picture.svg, "utf-8")


def _say_all(objects: Iterator[dict[str, Any]]) -> None:
    for each in objects:
        say(dumps(each))


COMMANDS = {"coverage": coverage, "timeline": timeline}
