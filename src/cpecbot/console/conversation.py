"""What is said to each line that a person types: an answer, or what a command shows. Knows nothing of a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rapidfuzz import fuzz, process

from cpecbot.answering import Library, turn_after
from cpecbot.errors import CorpusError, QuestionError
from cpecbot.i18n import Message, Plural, format_date, isolate, language_name
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.languages import Language
from cpecbot.models import (
    Answer,
    Article,
    AskOptions,
    Changes,
    Coverage,
    Disagreement,
    Omissions,
    Quote,
    Reason,
    Span,
    Turn,
)
from cpecbot.rendering.answer.changes import changes_blocks
from cpecbot.rendering.answer.closing import more_text
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.answer.copies import copied_blocks
from cpecbot.rendering.answer.coverage import cell, legend
from cpecbot.rendering.answer.differences import MOST_NOTES, further_notes, report_blocks
from cpecbot.rendering.answer.document import answer_blocks, further_blocks, quote_blocks
from cpecbot.rendering.answer.layout import Limits, line
from cpecbot.rendering.answer.omissions import omission_blocks
from cpecbot.rendering.richtext.text import RichText, join

_NEAREST_SCORE = 60
_NO_LIMITS = Limits()
_MORE = "/more"

COMMANDS: Mapping[str, Message] = MappingProxyType(
    {
        "/sources": Message.COMMAND_SOURCES,
        "/source": Message.COMMAND_SOURCE,
        _MORE: Message.BUTTON_MORE,
        "/disagreements": Message.COMMAND_DISAGREEMENTS,
        "/changes": Message.COMMAND_CHANGES,
        "/omissions": Message.COMMAND_OMISSIONS,
        "/compare": Message.COMMAND_COMPARE,
        "/coverage": Message.COMMAND_COVERAGE,
        "/help": Message.COMMAND_HELP,
        "/quit": Message.CONSOLE_QUIT,
    }
)


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows under a header, which may be empty; the first column is words."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


Shown = list[RichText | Table]


def answer_shown(answer: Answer, context: Context) -> Shown:
    """All that is at hand of an answer."""
    return [*answer_blocks(answer, context, _NO_LIMITS)]


def glance_shown(answer: Answer, context: Context) -> Shown:
    """An answer with few notes, and how much more there is on request."""
    return [*answer_blocks(answer, context, _NO_LIMITS, most_notes=MOST_NOTES), *_more_line(answer, context)]


def _more_line(answer: Answer, context: Context) -> Shown:
    more = more_text(answer, context, len(further_notes(answer.disagreements)))
    if not more:
        return []
    marks = context.language.profile.punctuation
    return [line(f"{more}{marks.colon}{marks.after_colon}{isolate(_MORE, context.language)}", context)]


def disagreements_shown(found: Iterable[Disagreement], context: Context) -> Shown:
    return [*report_blocks(found, context, _NO_LIMITS)]


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
    return [Table(words.text(Message.COVERAGE_TITLE), header, rows, legend(context))]


class Conversation:
    """One person's conversation: it remembers the last question for follow-ups, and the language it was in.

    ``language`` is the person's until a question is in another one. ``finished`` is set by /quit and by a goodbye, with
    a slash or without.
    """

    def __init__(
        self, library: Library, options: AskOptions, language: Language, clock: Callable[[], float] = time.time
    ) -> None:
        self.finished = False
        self._library = library
        self._options = options
        self._clock = clock
        self._context = make_context(library.corpus.articles, library.label, language)
        self._turn: Turn | None = None
        self._last: Answer | None = None
        self._handlers: Mapping[str, Callable[[str], Shown]] = {
            "/sources": self._sources,
            "/source": self._source,
            _MORE: self._more,
            "/disagreements": self._disagreements,
            "/changes": self._changes,
            "/omissions": self._omissions,
            "/compare": self._compare,
            "/coverage": self._coverage,
            "/help": self._help,
            "/quit": self._quit,
        }

    def welcome(self) -> Shown:
        return self._speak(Message.CONSOLE_WELCOME)

    def reply(self, typed: str) -> Shown:
        """Answer a question or run a command; what cannot be used is answered with the reason."""
        typed = typed.strip()
        try:
            return self._command(typed) if typed.startswith("/") else self._ask(typed)
        except (QuestionError, CorpusError) as error:
            return [self._lines(str(error))]

    def _ask(self, question: str) -> Shown:
        answer = self._library.ask(question, self._current_options())
        if answer.reason is Reason.MORE:
            self._context = replace(self._context, language=answer.language)
            return self._more("")
        self._turn = turn_after(answer, self._turn, self._clock())
        self.finished = answer.reason is Reason.LEAVING
        shown = self._show(answer)
        return [*shown, self._examples()] if answer.reason is Reason.GREETING else shown

    def _show(self, answer: Answer, shown: Callable[[Answer, Context], Shown] = glance_shown) -> Shown:
        self._last = answer
        self._context = replace(self._context, language=answer.language)
        return shown(answer, self._context)

    def _command(self, typed: str) -> Shown:
        name, _, argument = typed.partition(" ")
        handler = self._handlers.get(name.lower())
        if handler:
            return handler(argument.strip())
        if small_talk(self._library.languages).is_leaving(typed[1:]):
            return self._ask(typed[1:])
        nearest = process.extractOne(name.lower(), list(COMMANDS), scorer=fuzz.ratio, score_cutoff=_NEAREST_SCORE)
        if nearest:
            return self._speak(Message.UNKNOWN_COMMAND, command=name, nearest=nearest[0])
        return self._speak(Message.UNKNOWN_COMMAND_ALONE, command=name)

    def _sources(self, _: str) -> Shown:
        headings = (Message.SOURCE_NUMBER, Message.OUTLET, Message.PLACE, Message.DATE, Message.LANGUAGE)
        header = (*map(self._say, headings), "", *([""] if self._library.copies.originals else []))
        articles, sentences = self._library.corpus.articles, self._library.corpus.sentences
        rows = tuple(self._source_row(article, len(sentences[source])) for source, article in articles.items())
        return [Table(self._say(Message.SOURCES_TITLE), header, rows)]

    def _source_row(self, article: Article, statements: int) -> tuple[str, ...]:
        context, language = self._context, self._context.language
        row = (
            context.name(article.source),
            article.called(article.outlet, language) if article.outlet else self._say(Message.OUTLET_NOT_STATED),
            article.called(article.place, language) if article.place else "",
            format_date(article.published, language) if article.published else self._say(Message.DATE_NOT_STATED),
            language_name(article.language, language),
            context.words.plural(Plural.STATEMENTS_COUNT, statements),
        )
        return (*row, self._copied(article.source)) if self._library.copies.originals else row

    def _copied(self, source: str) -> str:
        original = self._library.copies.originals.get(source)
        return self._say(Message.COPY_OF, source=self._context.name(original)) if original else ""

    def _source(self, name: str) -> Shown:
        if not name:
            return self._speak(Message.SOURCE_USAGE, example="/source 4")
        source = self._library.corpus.resolve(name)
        article = self._library.corpus.articles[source]
        start, end = len(article.text) - len(article.text.lstrip()), len(article.text.rstrip())
        whole = Quote(source, Span(start, end), article.text[start:end], article.language)
        title = self._say(Message.FULL_TEXT_OF, source=self._context.name(source))
        return [*quote_blocks(whole, title, self._context, _NO_LIMITS)]

    def _more(self, _: str) -> Shown:
        """The next quotes, the first time with the notes that a glance left out, and how many quotes are left.

        The copies that were counted are named.
        """
        last = self._last
        notes = further_notes(last.disagreements) if last else []
        copied = copied_blocks(last.quotes, self._context) if last else []
        if last is None or not (last.more or notes or copied):
            return self._speak(Message.NOTHING_MORE)
        at_once = self._options.at_first or self._options.limit
        page, rest = last.more[:at_once], last.more[at_once:]
        kept = tuple(note for note in last.disagreements if note not in notes)
        told = tuple(replace(quote, copies=()) for quote in last.quotes)
        self._last = replace(last, quotes=(*told, *page), more=rest, disagreements=kept)
        shown: Shown = [*copied, *further_blocks(last, page, notes, self._context, _NO_LIMITS, len(last.quotes) + 1)]
        return shown + _more_line(self._last, self._context)

    def _disagreements(self, _: str) -> Shown:
        return disagreements_shown(self._library.disagreements(), self._context)

    def _changes(self, topic: str) -> Shown:
        return changes_shown(self._library.changes(topic, self._context.language), self._context, topic)

    def _omissions(self, topic: str) -> Shown:
        return omissions_shown(self._library.omissions(topic), self._context, topic)

    def _compare(self, topic: str) -> Shown:
        if not topic:
            return self._speak(Message.COMPARE_USAGE, example="/compare Gwadar")
        return self._show(self._library.compare(topic, self._current_options()), answer_shown)

    def _coverage(self, _: str) -> Shown:
        return coverage_shown(self._library.coverage(), self._context)

    def _help(self, _: str) -> Shown:
        narrowed = f"lang:{self._context.language}"
        how = {"filter_source": "source:004", "filter_language": narrowed, "filter_date": "from:2026-01-01"}
        listed = tuple((name, self._say(message)) for name, message in COMMANDS.items())
        return [
            *self._speak(Message.HELP, **how),
            Table(self._say(Message.HELP_COMMANDS), ("", ""), listed),
            self._examples(),
        ]

    def _examples(self) -> RichText:
        return self._lines(self._say(Message.EXAMPLES_TITLE), *self._context.words.examples())

    def _quit(self, _: str) -> Shown:
        self.finished = True
        return self._speak(Message.CONSOLE_GOODBYE)

    def _current_options(self) -> AskOptions:
        language = self._context.language
        return replace(self._options, fallback_language=language, previous=self._turn, now=self._clock())

    def _speak(self, message: Message, **placeholders: object) -> Shown:
        return [self._lines(self._say(message, **placeholders))]

    def _lines(self, *texts: str) -> RichText:
        return join([line(text, self._context) for text in texts], "\n")

    def _say(self, message: Message, **placeholders: object) -> str:
        return self._context.words.text(message, **placeholders)
