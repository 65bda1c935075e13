"""What is said to each line that a person types: an answer, or what a command shows. Knows nothing of a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from cpecbot.answering import Library, turn_after
from cpecbot.console.showing import (
    MORE,
    NO_LIMITS,
    Shown,
    Table,
    changes_shown,
    comparison_shown,
    coverage_shown,
    disagreements_shown,
    glance_shown,
    more_line,
    omissions_shown,
    sources_shown,
    timeline_shown,
)
from cpecbot.errors import CorpusError, QuestionError
from cpecbot.i18n import Message, language_name, native_name
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.languages import Language
from cpecbot.models import Answer, AskOptions, Quote, Reason, Span, Status, Turn
from cpecbot.rendering.answer.context import Context, make_context, shorten
from cpecbot.rendering.answer.copies import copied_blocks
from cpecbot.rendering.answer.differences import further_notes
from cpecbot.rendering.answer.document import further_blocks, quote_blocks
from cpecbot.rendering.answer.layout import line
from cpecbot.rendering.richtext.text import RichText, join

_NEAREST_SCORE = 60
# Who says one of these sees what may be asked.
_WELCOMED = frozenset({Reason.GREETING, Reason.ABILITIES})
# What stands for the language of each question.
AUTO = "auto"

COMMANDS: Mapping[str, Message] = MappingProxyType(
    {
        "/sources": Message.COMMAND_SOURCES,
        "/source": Message.COMMAND_SOURCE,
        MORE: Message.BUTTON_MORE,
        "/disagreements": Message.COMMAND_DISAGREEMENTS,
        "/changes": Message.COMMAND_CHANGES,
        "/omissions": Message.COMMAND_OMISSIONS,
        "/compare": Message.COMMAND_COMPARE,
        "/coverage": Message.COMMAND_COVERAGE,
        "/timeline": Message.COMMAND_TIMELINE,
        "/lang": Message.COMMAND_LANGUAGE,
        "/help": Message.COMMAND_HELP,
        "/quit": Message.CONSOLE_QUIT,
    }
)


class Conversation:
    """One person's conversation: it remembers the last question for follow-ups, and the language it was in.

    ``language`` is the person's until a question is in another one, unless it is ``chosen``. ``finished`` is set by
    /quit and by a goodbye, with a slash or without.
    """

    def __init__(
        self,
        library: Library,
        options: AskOptions,
        language: Language,
        clock: Callable[[], float] = time.time,
        *,
        chosen: bool = False,
    ) -> None:
        self.finished = False
        self._library = library
        self._options = options
        self._clock = clock
        self._context = make_context(library.corpus.articles, library.label, language)
        self._chosen = chosen
        self._topics: dict[Language, tuple[str, ...]] = {}
        self._turn: Turn | None = None
        self._last: Answer | None = None
        self._handlers: Mapping[str, Callable[[str], Shown]] = {
            "/sources": self._sources,
            "/source": self._source,
            MORE: self._more,
            "/disagreements": self._disagreements,
            "/changes": self._changes,
            "/omissions": self._omissions,
            "/compare": self._compare,
            "/coverage": self._coverage,
            "/timeline": self._timeline,
            "/lang": self._speak_in,
            "/help": self._help,
            "/quit": self._quit,
        }

    def topics(self) -> Iterator[tuple[str, ...]]:
        """What may be asked about, in the language that is spoken at the moment, then in each of the others."""
        spoken = self._context.language
        for language in sorted(self._library.languages, key=lambda each: each != spoken):
            if language not in self._topics:
                self._topics[language] = self._library.topics(language)
            yield self._topics[language]

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
            self._follow(answer.language)
            return self._more("")
        self._turn = turn_after(answer, self._turn, self._clock())
        self.finished = answer.reason is Reason.LEAVING
        shown = self._show(answer)
        return [*shown, self._examples()] if answer.reason in _WELCOMED else shown

    def _show(self, answer: Answer, shown: Callable[[Answer, Context], Shown] = glance_shown) -> Shown:
        self._last = answer
        self._follow(answer.language)
        return shown(answer, replace(self._context, language=answer.told_in))

    def _follow(self, language: Language) -> None:
        """Go on in the ``language`` of a question, unless the person chose one."""
        if not self._chosen:
            self._context = replace(self._context, language=language)

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

    def _sources(self, name: str) -> Shown:
        corpus = self._library.corpus
        chosen = tuple(corpus.articles)
        if name:
            try:
                chosen = corpus.resolve_all(name)
            except CorpusError:
                return self._no_such_source(name)
        return sources_shown(self._library, self._context, chosen)

    def _source(self, name: str) -> Shown:
        if not name:
            return self._speak(Message.SOURCE_USAGE, example="/source 4")
        try:
            source = self._library.corpus.resolve(name)
        except CorpusError:
            return self._no_such_source(name)
        article = self._library.corpus.articles[source]
        start, end = len(article.text) - len(article.text.lstrip()), len(article.text.rstrip())
        whole = Quote(source, Span(start, end), article.text[start:end], article.language)
        title = self._say(Message.FULL_TEXT_OF, source=self._context.name(source))
        return [*quote_blocks(whole, title, self._context, NO_LIMITS)]

    def _no_such_source(self, name: str) -> Shown:
        known = self._context.list_names(self._library.corpus.articles)
        return self._speak(Message.SOURCE_UNKNOWN, source=shorten(name), sources=known)

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
        shown: Shown = [*copied, *further_blocks(last, page, notes, self._context, NO_LIMITS, len(last.quotes) + 1)]
        return shown + more_line(self._last, self._context)

    def _disagreements(self, topic: str) -> Shown:
        return disagreements_shown(self._library.disagreements(topic), self._context)

    def _changes(self, topic: str) -> Shown:
        return changes_shown(self._library.changes(topic, self._context.language), self._context, topic)

    def _omissions(self, topic: str) -> Shown:
        return omissions_shown(self._library.omissions(topic), self._context, topic)

    def _compare(self, topic: str) -> Shown:
        """On ``topic``, or on what was asked last."""
        last = self._last
        asked = (last.understood or last.question) if last and last.status is Status.ANSWERED else ""
        if not (topic or asked):
            return self._speak(Message.COMPARE_USAGE, example="/compare Gwadar")
        found = self._library.compare(topic or asked, self._current_options())
        return self._show(found, lambda answer, context: comparison_shown(answer, topic, context))

    def _coverage(self, _: str) -> Shown:
        return coverage_shown(self._library.coverage(), self._context)

    def _timeline(self, topic: str) -> Shown:
        return timeline_shown(self._library.timeline(topic), self._context, topic)

    def _speak_in(self, wanted: str) -> Shown:
        """The language that is ``wanted`` by its code or name, that of each question, or the choice of them."""
        languages = self._library.languages
        if wanted.casefold() == AUTO:
            self._chosen = False
            return self._speak(Message.LANGUAGE_AUTO_SET)
        named = (each for each in languages if wanted.casefold() in self._names_of(each))
        if (language := next(named, None)) is None:
            choice = [(f"/lang {each.code}", native_name(each)) for each in languages]
            choice.append((f"/lang {AUTO}", self._say(Message.LANGUAGE_AUTO)))
            return [Table(self._say(Message.LANGUAGE_CHOOSE), ("", ""), tuple(choice))]
        self._chosen, self._context = True, replace(self._context, language=language)
        return self._speak(Message.LANGUAGE_SET, language=native_name(language))

    def _names_of(self, language: Language) -> tuple[str, ...]:
        spoken = (language, self._context.language, self._library.languages.fallback)
        return (language.code, *(language_name(language, each).casefold() for each in spoken))

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
        spoken = language if self._chosen else None
        now = self._clock()
        return replace(self._options, fallback_language=language, spoken=spoken, previous=self._turn, now=now)

    def _speak(self, message: Message, **placeholders: object) -> Shown:
        return [self._lines(self._say(message, **placeholders))]

    def _lines(self, *texts: str) -> RichText:
        return join([line(text, self._context) for text in texts], "\n")

    def _say(self, message: Message, **placeholders: object) -> str:
        return self._context.words.text(message, **placeholders)
