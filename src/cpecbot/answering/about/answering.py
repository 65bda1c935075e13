"""From a question about the articles to its answer."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cpecbot.answering.about.mentions import Mentions
from cpecbot.answering.about.naming import Naming
from cpecbot.answering.about.recognising import Recogniser
from cpecbot.answering.about.requests import Request
from cpecbot.answering.about.telling import AnswerTopic, Teller
from cpecbot.answering.about.topics import Topics
from cpecbot.answering.changed import Changed
from cpecbot.answering.reading.followup import is_recent
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.silence import Silence
from cpecbot.corpus import Corpus
from cpecbot.disagreement import Comparer
from cpecbot.models import Answer, AskOptions, Filters, Turn, View
from cpecbot.store.store import Store


class AboutArticles:
    """Recognises questions about the articles of one corpus, and answers them."""

    def __init__(
        self,
        corpus: Corpus,
        store: Store,
        understanding: Understanding,
        comparer: Comparer,
        changed: Changed,
        silence: Silence,
    ) -> None:
        naming = Naming(corpus, understanding.analyzer.glossary, understanding.names)
        self.named = naming.find
        self._understanding = understanding
        self._changed = changed
        self._recogniser = Recogniser(naming, understanding.analyzer.languages)
        mentions = Mentions(store, understanding, silence)
        self._teller = Teller(naming, Topics(store, understanding), mentions, comparer, changed)

    def request(self, text: str, filters: Filters, options: AskOptions) -> Request | None:
        """What ``text`` asks of the articles; with nothing but a source that it is limited to, what that one says.

        What changed since a round, of articles that report no two of one series, is asked for as anything else is.
        """
        fallback, previous = options.fallback_language, _recent(options.previous, options.now)
        if not text.strip():
            language = fallback or self._understanding.analyzer.languages.fallback
            return Request(language, View.REPORT, filters.sources) if filters.sources else None
        found = self._recogniser.read(text, fallback)
        if found is None:
            return self._recogniser.continued(text, previous.question, fallback) if previous else None
        if found.view is View.CHANGES and not self._changed.on():
            return None
        if found.view is View.RIGHT and not found.topic and not found.sources and previous:
            last = self._recogniser.read(previous.question, fallback)
            if last is None:
                return replace(found, topic=previous.question)
            return replace(found, topic=last.topic, sources=last.sources if last.view is View.DIFFERENCES else ())
        return found

    def tell(self, request: Request, known: Sequence[str], limit: int, answer_topic: AnswerTopic) -> Answer:
        """The answer to ``request`` out of the sources that are ``known``."""
        return self._teller.tell(request, known, limit, answer_topic)


def _recent(turn: Turn | None, now: float) -> Turn | None:
    return turn if turn and turn.question and is_recent(turn, now) else None
