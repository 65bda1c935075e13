"""Answers to questions about the articles: which there are, what one says, where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.about.mentions import Mentions
from cpecbot.answering.about.naming import Naming
from cpecbot.answering.about.requests import Request
from cpecbot.answering.about.topics import Topics, in_reading_order
from cpecbot.answering.changed import Changed
from cpecbot.disagreement import Comparer
from cpecbot.languages import Language
from cpecbot.models import (
    About,
    Answer,
    Disagreement,
    Level,
    QuestionKind,
    Quote,
    Reason,
    Status,
    View,
)
from cpecbot.store.entries import Entry

# What is told of an article at most, shown and on request.
_MOST_TOLD = 12
_LEAST_OF_EACH = 2
# In a comparison so much is shown of each article.
_EACH = 2
_LONGEST_GLOSS = 5
# Of all that the sources differ in, so much is told to a question without a topic.
_MOST_NOTES = 6
_WEIGHTY = (Level.CONTRADICTION, Level.DIFFERING, Level.DEVELOPMENT)

AnswerTopic = Callable[[str, Language, Sequence[str], int], Answer]
"""Answers a topic in a language from some sources, with at most so many quotes at once."""


class Articles(Struct, frozen=True):
    """The articles that an answer may be taken from: all ``known`` ones, and the ``chosen`` of them that were named.

    ``limit`` quotes are shown at once.
    """

    known: tuple[str, ...]
    chosen: tuple[str, ...]
    limit: int
    answer_topic: AnswerTopic


class Teller(Struct, frozen=True):
    """Makes the answers."""

    naming: Naming
    topics: Topics
    mentions: Mentions
    comparer: Comparer
    changed: Changed

    def tell(self, request: Request, known: Sequence[str], limit: int, answer_topic: AnswerTopic) -> Answer:
        """The answer to ``request`` out of the sources that are ``known``, with ``limit`` quotes at once."""
        sources = tuple(each for each in known if not request.sources or each in request.sources)
        if request.tongue is not None:
            return self._in_language(request, request.tongue, known)
        if request.view is None:
            language, topic = request.language, request.topic
            abilities = _answer(language, None, reason=Reason.ABILITIES)
            return answer_topic(topic, language, sources, limit) if topic else abilities
        telling = {
            View.NEWEST: self._by_age,
            View.OLDEST: self._by_age,
            View.LONGEST: self._by_size,
            View.SHORTEST: self._by_size,
            View.MENTIONS: self._mentions,
            View.REPORT: self._report,
            View.ALONE: self._alone,
            View.DIFFERENCES: self._differences,
            View.RIGHT: self._differences,
            View.WHY: self._differences,
            View.CHANGES: self._changes,
        }.get(request.view, _listing)
        return telling(request, Articles(tuple(known), sources, limit, answer_topic))

    def _by_age(self, request: Request, articles: Articles) -> Answer:
        chosen, newest = articles.chosen, request.view is View.NEWEST
        of_day = self.naming.newest(chosen) if newest else self.naming.oldest(chosen)
        view = View.NEWEST if newest else View.OLDEST
        return _answer(request.language, About(view, of_day, self.naming.undated(chosen)))

    def _by_size(self, request: Request, articles: Articles) -> Answer:
        """The articles by how many statements they hold, the longest first, or the shortest."""
        sizes = {source: self.topics.size(source) for source in articles.chosen}
        view, sign = (View.LONGEST, -1) if request.view is View.LONGEST else (View.SHORTEST, 1)
        ordered = sorted(sizes, key=lambda source: (sign * sizes[source], source))
        first = tuple(source for source in ordered if sizes[source] == sizes[ordered[0]])
        about = About(view, first, tuple(ordered[len(first) :]), sizes=tuple(sizes[source] for source in ordered))
        return _answer(request.language, about)

    def _in_language(self, request: Request, tongue: Language, known: Sequence[str]) -> Answer:
        articles = self.naming.corpus.articles
        found = tuple(source for source in known if articles[source].language == tongue)
        if found:
            return _answer(request.language, About(request.view or View.LISTING, found))
        return _answer(request.language, About(View.NOT_IN_LANGUAGE, tuple(known), name=tongue.code))

    def _mentions(self, request: Request, articles: Articles) -> Answer:
        """Which speak of the topic, each with a passage, and which are proven not to."""
        found = self.mentions.on(request.topic, request.language, articles.chosen)
        if not found.speaking:
            return articles.answer_topic(request.topic, request.language, articles.chosen, articles.limit)
        about = About(View.MENTIONS, tuple(found.speaking), found.silent, name=request.topic, unsure=found.unsure)
        quotes = self._quotes(found.speaking.values(), request.language)
        return _answer(request.language, about, quotes, articles.limit)

    def _report(self, request: Request, articles: Articles) -> Answer:
        """The leads of all articles, or what the named ones say on the main topics, in the order of reading."""
        sources, whole = articles.chosen, not request.sources and len(articles.known) > 1
        each = 1 if whole else max(_LEAST_OF_EACH, articles.limit // max(1, len(sources)))
        shown: list[Entry] = []
        more: list[Entry] = []
        for source in sources:
            told = self.topics.main_statements(source, each if whole else _MOST_TOLD)
            shown += in_reading_order(told[:each])
            more += in_reading_order(told[each:])
        quotes = self._quotes([*shown, *more], request.language)
        return _answer(request.language, About(View.REPORT, sources), quotes, len(shown))

    def _alone(self, request: Request, articles: Articles) -> Answer:
        """What the named ones tell that the others do not; of all where only the others are named."""
        sources = articles.chosen
        if not request.sources:
            sources = tuple(each for each in sources if each not in request.others)
        named = tuple(each for each in articles.known if each in request.others and each not in sources)
        others = named or tuple(each for each in articles.known if each not in sources)
        found = self.topics.alone(sources, others, request.topic, request.language)
        quotes = self._quotes(found[:_MOST_TOLD], request.language)
        return _answer(request.language, About(View.ALONE, sources, others), quotes, articles.limit)

    def _differences(self, request: Request, articles: Articles) -> Answer:
        view, named = request.view or View.DIFFERENCES, articles.chosen if request.sources else ()
        about = About(view, named)
        among = named if len(named) > 1 else articles.known
        if not request.topic:
            notes = _weightiest(_between(self.comparer.all(), named))
            return _answer(request.language, about, notes=notes[:_MOST_NOTES])
        found = articles.answer_topic(request.topic, request.language, among, _EACH * len(among))
        if found.status is Status.NO_ANSWER:
            return found
        notes = _between(found.disagreements, named)
        quotes = () if view is View.RIGHT and notes else found.quotes
        return replace(found, about=about, disagreements=notes, quotes=quotes, more=())

    def _changes(self, request: Request, articles: Articles) -> Answer:
        """What changed between rounds of which all articles are ``known``: a side of a round is not left out."""
        found = self.changed.on(request.topic, request.language)
        known = [each for each in found if {*each.earlier.sources, *each.later.sources} <= {*articles.known}]
        return _answer(request.language, About(View.CHANGES, name=request.topic, changes=tuple(known)))

    def _quotes(self, entries: Iterable[Entry], language: Language) -> tuple[Quote, ...]:
        return tuple(self._quote(entry, language) for entry in entries)

    def _quote(self, entry: Entry, language: Language) -> Quote:
        sentence = entry.sentence
        named = self.topics.main_concepts(entry) if sentence.language != language else []
        gloss = dict.fromkeys(self.topics.glossary.label(each, language) for each in named)
        return Quote(
            sentence.source,
            sentence.span,
            sentence.text,
            sentence.language,
            gloss=tuple(gloss)[:_LONGEST_GLOSS],
            speaker=entry.said_by,
        )


def _listing(request: Request, articles: Articles) -> Answer:
    view = request.view or View.LISTING
    reason = Reason.FILTERED_OUT if view is View.UNKNOWN else None
    return _answer(request.language, About(view, articles.chosen, name=request.name), reason=reason)


def _answer(
    language: Language,
    about: About | None,
    quotes: Sequence[Quote] = (),
    limit: int = 0,
    *,
    notes: Sequence[Disagreement] = (),
    reason: Reason | None = None,
) -> Answer:
    return Answer(
        "",
        language,
        QuestionKind.TOPIC,
        Status.NO_ANSWER if reason else Status.ANSWERED,
        tuple(quotes[:limit]),
        tuple(quotes[limit:]),
        tuple(notes),
        reason=reason,
        about=about,
    )


def _between(notes: Iterable[Disagreement], sources: Sequence[str]) -> tuple[Disagreement, ...]:
    """Those of ``notes`` in which ``sources`` stand on two sides, with these sides alone; all notes without any.

    Of one source, those in which it stands on a side, whole.
    """
    if not sources:
        return tuple(notes)
    if len(sources) == 1:
        return tuple(note for note in notes if any(sources[0] in side.sources for side in note.sides))
    kept = (
        replace(note, sides=tuple(side for side in note.sides if not set(side.sources).isdisjoint(sources)))
        for note in notes
    )
    return tuple(note for note in kept if len(note.sides) > 1)


def _weightiest(notes: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Contradictions and differing accounts; where there are none, whatever there is."""
    weighty = tuple(note for note in notes if note.level in _WEIGHTY)
    return weighty or tuple(notes)
