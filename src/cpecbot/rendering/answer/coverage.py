"""Who speaks of what, in words: a line for each topic, and what the signs of a table mean."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.i18n import Message, format_list, format_number
from cpecbot.languages import Language
from cpecbot.models import Coverage, CoverageRow
from cpecbot.rendering.answer.context import Context
from cpecbot.rendering.answer.layout import heading, introduced, line
from cpecbot.rendering.richtext.text import RichText

_SILENT = "–"
_BETWEEN = " · "


def coverage_blocks(coverage: Coverage, context: Context, most: int | None = None) -> list[RichText]:
    """A line for each topic, or for the first ``most``, under a title; else why there is nothing to show."""
    if not coverage.rows:
        return [line(context.words.text(Message.COVERAGE_EMPTY), context)]
    told = [line(row_text(row, coverage, context), context) for row in coverage.rows[:most]]
    return [heading(context.words.text(Message.COVERAGE_TITLE), context), *told]


def row_text(row: CoverageRow, coverage: Coverage, context: Context) -> str:
    """``Gaza: 001 × 1 and 004 × 1 · silent: 000, 002 and 003``."""
    named = [
        f"{context.name(source)} × {format_number(count, context.language)}"
        for source, count in zip(coverage.sources, row.counts, strict=True)
        if count
    ]
    parts = [introduced(context.label(row.concept, context.language), format_list(named, context.language), context)]
    for state, message in ((0, Message.COVERAGE_SILENT), (None, Message.COVERAGE_UNPROVEN)):
        sources = [source for source, count in zip(coverage.sources, row.counts, strict=True) if count is state]
        if sources:
            parts.append(introduced(context.words.text(message), context.list_names(sources), context))
    return _BETWEEN.join(parts)


def cell(count: int | None, language: Language) -> str:
    """What a table shows of one source on one topic."""
    if count is None:
        return language.profile.punctuation.question
    return format_number(count, language) if count else _SILENT


def legend(context: Context) -> str:
    """What ``cell`` means: ``number of statements: 1+ · silent: – · …``."""
    return _BETWEEN.join(introduced(meaning, sign, context) for sign, meaning in signs(context))


def signs(context: Context) -> Iterator[tuple[str, str]]:
    """Each sign of a table with its meaning."""
    say = context.words.text
    yield f"{format_number(1, context.language)}+", say(Message.COVERAGE_SPEAKS)
    yield _SILENT, say(Message.COVERAGE_SILENT)
    yield context.language.profile.punctuation.question, say(Message.COVERAGE_UNPROVEN)
