"""What a terminal is given to show: an answer, a list or a table as blocks, whatever they are painted with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering import Library
from cpecbot.i18n import Message, Plural, format_date, isolate, language_name
from cpecbot.models import Answer, Article, Changes, Coverage, Disagreement, Moment, Omissions
from cpecbot.rendering.answer.changes import changes_blocks
from cpecbot.rendering.answer.closing import more_text
from cpecbot.rendering.answer.context import Context, link_to, shorten
from cpecbot.rendering.answer.coverage import cell, legend, row_text
from cpecbot.rendering.answer.differences import MOST_NOTES, further_notes, report_blocks
from cpecbot.rendering.answer.document import answer_blocks
from cpecbot.rendering.answer.layout import Limits, heading, introduced, line
from cpecbot.rendering.answer.omissions import omission_blocks
from cpecbot.rendering.answer.timeline import timeline_blocks
from cpecbot.rendering.richtext.text import RichText

NO_LIMITS = Limits()
MORE = "/more"


class Table(Struct, frozen=True):
    """Cells in rows under a header, which may be empty; the first column is words, and may link to an address.

    ``told`` is what each row says in words, its cells one after the other where nothing is given.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    links: tuple[str | None, ...] = ()
    told: tuple[str, ...] = ()


Shown = list[RichText | Table]


def answer_shown(answer: Answer, context: Context) -> Shown:
    """All that is at hand of an answer."""
    return [*answer_blocks(answer, context, NO_LIMITS)]


def glance_shown(answer: Answer, context: Context) -> Shown:
    """An answer with few notes, and how much more there is on request."""
    return [*answer_blocks(answer, context, NO_LIMITS, most_notes=MOST_NOTES), *more_line(answer, context)]


def more_line(answer: Answer, context: Context) -> Shown:
    more = more_text(answer, context, len(further_notes(answer.disagreements)))
    if not more:
        return []
    marks = context.language.profile.punctuation
    return [line(f"{more}{marks.colon}{marks.after_colon}{isolate(MORE, context.language)}", context)]


def comparison_shown(answer: Answer, topic: str, context: Context) -> Shown:
    """What each source says on ``topic``, or to a question where there is none, and where they part ways."""
    words, shown = context.words, shorten(topic)
    if topic and not answer.quotes:
        return [line(words.text(Message.COMPARE_NOTHING, topic=shown), context)]
    places = {source: place for place, source in enumerate(context.articles)}
    by_source = replace(answer, quotes=tuple(sorted(answer.quotes, key=lambda quote: places[quote.source])))
    asked = introduced(words.text(Message.BUTTON_COMPARE), isolate(shorten(answer.question), context.language), context)
    title = words.text(Message.COMPARE_TITLE, topic=shown) if topic else asked
    return [heading(title, context), *answer_shown(by_source, context)]


def disagreements_shown(found: Iterable[Disagreement], context: Context) -> Shown:
    return [*report_blocks(found, context, NO_LIMITS)]


def changes_shown(found: Sequence[Changes], context: Context, topic: str = "") -> Shown:
    return [*changes_blocks(found, context, topic)]


def omissions_shown(omissions: Omissions, context: Context, topic: str = "") -> Shown:
    return [*omission_blocks(omissions, context, topic)]


def coverage_shown(coverage: Coverage, context: Context) -> Shown:
    """A row for each topic, a column for each source."""
    words, language = context.words, context.language
    if not coverage.rows:
        return [line(words.text(Message.COVERAGE_EMPTY), context)]
    header = (words.text(Message.COVERAGE_TOPIC), *map(context.name, coverage.sources))
    rows = tuple(
        (context.label(row.concept, language), *(cell(count, language) for count in row.counts))
        for row in coverage.rows
    )
    told = tuple(row_text(row, coverage, context) for row in coverage.rows)
    return [Table(words.text(Message.COVERAGE_TITLE), header, rows, legend(context), told=told)]


def timeline_shown(moments: Sequence[Moment], context: Context, topic: str = "") -> Shown:
    return [*timeline_blocks(moments, context, topic)]


def sources_shown(library: Library, context: Context, sources: Sequence[str]) -> Shown:
    """A row for each of ``sources``, with what it states of itself, and of which other it is a copy."""
    words = context.words
    if not sources:
        return [line(words.text(Message.SOURCES_EMPTY), context)]
    headings = (Message.SOURCE_NUMBER, Message.OUTLET, Message.PLACE, Message.DATE, Message.LANGUAGE)
    originals = library.copies.originals
    header = (*map(words.text, headings), "", *([""] if originals else []))
    articles = [library.corpus.articles[source] for source in sources]
    rows = [_source_row(article, len(library.corpus.sentences[article.source]), context) for article in articles]
    if originals:
        copied = (originals.get(article.source) for article in articles)
        rows = [(*row, _copy_of(original, context)) for row, original in zip(rows, copied, strict=True)]
    links = tuple(map(link_to, articles))
    return [Table(words.text(Message.SOURCES_TITLE), header, tuple(rows), links=links)]


def _source_row(article: Article, statements: int, context: Context) -> tuple[str, ...]:
    words, language = context.words, context.language
    return (
        context.name(article.source),
        article.called(article.outlet, language) if article.outlet else words.text(Message.OUTLET_NOT_STATED),
        article.called(article.place, language) if article.place else "",
        format_date(article.published, language) if article.published else words.text(Message.DATE_NOT_STATED),
        language_name(article.language, language),
        words.plural(Plural.STATEMENTS_COUNT, statements),
    )


def _copy_of(original: str | None, context: Context) -> str:
    return context.words.text(Message.COPY_OF, source=context.name(original)) if original else ""
