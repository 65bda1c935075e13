"""The loaded snapshot that answers: immutable, shared by threads; a reload builds another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from cpecbot.answering.about import AboutArticles
from cpecbot.answering.asking import Asking, bounded
from cpecbot.answering.changed import Changed
from cpecbot.answering.coverage import StatementsByTopic, coverage, topics
from cpecbot.answering.explaining import Explanation
from cpecbot.answering.finding import Finding
from cpecbot.answering.partial import partial_answer
from cpecbot.answering.ranking.gathering import MOST, candidates, listed
from cpecbot.answering.ranking.weighing import weigh
from cpecbot.answering.reading.filters import split_filters
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.silence import Silence
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import NO_COPIES, Copies
from cpecbot.disagreement import Comparer, Contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.errors import StoreError
from cpecbot.language.analysis import concept_key
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Changes, Coverage, Disagreement, Hit, Moment, Omissions
from cpecbot.store.entries import Entry
from cpecbot.store.store import Store

if TYPE_CHECKING:
    from cpecbot.answering.omissions import PrimaryTexts
    from cpecbot.disagreement.reading.sentence import Reading
    from cpecbot.disagreement.retelling.retelling import Retellings


T = TypeVar("T")

# What a library works out once, out of its store.
_REMEMBERED = frozenset({"retellings", "_primary", "_by_topic"})


class Library:
    """A corpus with all that is needed to answer from it. ``ask`` does no I/O and changes nothing."""

    def __init__(
        self,
        corpus: Corpus,
        store: Store,
        understanding: Understanding,
        contrasts: Contrasts,
        copies: Copies = NO_COPIES,
    ) -> None:
        """``store`` holds the entries of ``corpus``, and ``copies`` are those among its passages."""
        self.corpus = corpus
        self.store = store
        self.understanding = understanding
        self.copies = copies
        self._contrasts = contrasts
        self._whole = Lock()
        self._begin()

    def _begin(self) -> None:
        """Put together what answers; what it remembers is worked out from the store."""
        self._gaps = self.store.gaps
        corpus, store, understanding = self.corpus, self.store, self.understanding
        self._comparer = Comparer(store, corpus.articles, self.glossary, self._contrasts, copies=self.copies)
        self._changed = Changed(corpus, store, understanding, self._contrasts)
        smalltalk = small_talk(self.languages)
        self._silence = Silence(store, corpus.articles, understanding.analyzer)
        self._finding = Finding(corpus, store, understanding, self._comparer, self.copies, self._silence)
        about = AboutArticles(corpus, store, understanding, self._comparer, self._changed, self._silence)
        self._asking = Asking(corpus, store, understanding, smalltalk, self._finding, about)
        for name in _REMEMBERED & self.__dict__.keys():
            del self.__dict__[name]

    def _begun(self) -> int:
        """How many gaps the store had when all was put together; anew where there is another since.

        What was worked out with a gap would be remembered for whole.
        """
        with self._whole:
            if self.store.gaps != self._gaps:
                self._begin()
            return self._gaps

    def _all_of(self, make: Callable[[], T]) -> T:
        """What ``make`` finds in all articles. Raises StoreError where some are out of reach."""
        gaps = self._begun()
        made = make()
        if self.store.gaps != gaps:
            raise StoreError("Some of the articles cannot be reached at the moment, and this takes all of them.")
        return made

    @property
    def glossary(self) -> Glossary:
        return self.understanding.analyzer.glossary

    @property
    def languages(self) -> Languages:
        return self.understanding.analyzer.languages

    @property
    def is_compared_whole(self) -> bool:
        """Whether the articles are few enough to be compared once and for all; else it is done for each answer."""
        return self._comparer.is_whole

    def label(self, concept: str, language: Language) -> str:
        """How ``concept`` of the glossary or of the contrasts is written in ``language``."""
        return self._comparer.label(concept, language)

    def ask(self, question: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        """Answer ``question``; QuestionError when a filter in it cannot be understood.

        Where some articles are out of reach, it is ``partial``. Raises StoreError where all are, or it takes all.
        """
        gaps = self._begun()
        answer = self._asking.ask(question, options)
        if self.store.gaps == gaps:
            return answer
        return partial_answer(answer) or self._all_of(lambda: self._asking.ask(question, options))

    def compare(self, topic: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        """Every statement on ``topic``, one of each source first, with every note of where they part ways."""
        return self.ask(topic, replace(options, limit=len(self.corpus.articles) * options.per_source, at_first=None))

    def disagreements(self, topic: str = "") -> tuple[Disagreement, ...]:
        """Every note over the corpus, contradictions first; of those on ``topic`` only, where there is one."""
        found = self._all_of(self._notes)
        return tuple(self._on_topic(topic, found)) if topic.strip() else found

    def _notes(self) -> tuple[Disagreement, ...]:
        return self._comparer.all()

    def _on_topic(self, topic: str, found: Iterable[Disagreement]) -> Iterator[Disagreement]:
        """Those whose subject or quotes speak of ``topic``, by its concepts or its letters."""
        meant = {match.concept for match in self.glossary.match(topic, None)}
        letters = fold_text(topic)
        for each in found:
            quotes = [quote for side in each.sides for quote in side.quotes]
            named = {match.concept for quote in quotes for match in self.glossary.match(quote.text, quote.language)}
            texts = [quote.text for quote in quotes] + [self.label(each.subject, to) for to in self.languages]
            if not meant.isdisjoint({each.subject, *named}) or any(letters in fold_text(text) for text in texts):
                yield each

    def changes(self, topic: str = "", language: Language | None = None) -> tuple[Changes, ...]:
        """What changed from round to round of each series that the articles report; on ``topic``, where there is one.

        ``language`` is what the topic may be in.
        """
        return self._all_of(lambda: self._changed.on(bounded(topic), language))

    def omissions(self, topic: str = "") -> Omissions:
        """What each article makes of the points of the primary text, all or those on ``topic``."""
        wanted = self._topic(topic)
        return self._all_of(lambda: self._primary.omissions(wanted if topic.strip() else None))

    @cached_property
    def retellings(self) -> Retellings:
        """What the articles make of each other's statements."""
        from cpecbot.disagreement.retelling.retelling import Retellings  # noqa: PLC0415 - few ask for it

        return Retellings(self.store, self._read, self._reader)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.glossary, self._contrasts)

    def _read(self, source: str) -> tuple[Reading, ...]:
        from cpecbot.disagreement.reading.antecedents import read_article  # noqa: PLC0415 - few ask for it

        published = self.corpus.articles[source].published
        return read_article(self.store.entries(source), published, self._reader)

    @cached_property
    def _primary(self) -> PrimaryTexts:
        from cpecbot.answering.omissions import PrimaryTexts  # noqa: PLC0415 - few ask for it

        return PrimaryTexts(self.corpus, self.store, self.retellings, self.glossary)

    def _topic(self, topic: str) -> Callable[[Entry], bool]:
        """Whether an entry is about ``topic``, by its concepts or its letters."""
        meant = {concept_key(match.concept) for match in self.glossary.match(topic, None)}
        letters = fold_text(topic)

        def concerns(entry: Entry) -> bool:
            return not entry.keys.isdisjoint(meant) or letters in fold_text(entry.sentence.reading)

        return concerns

    def search(
        self, question: str, limit: int, *, sources: tuple[str, ...] = (), across: bool = True
    ) -> tuple[Hit, ...]:
        """Sentences of ``sources`` ranked for ``question`` much as answers are, none refused; no sources means all.

        ``across`` languages, or by its own words alone.
        """
        text, filters = split_filters(bounded(question), self.corpus, self.languages)
        query = self.understanding.read(text, filters=filters)
        admitted = frozenset(self._finding.sources(filters, AskOptions(sources=sources)))
        most = max(limit, MOST)
        if across:
            weights = weigh(query, self.store, self.glossary)
            found = candidates(query, weights, self.store, self.glossary, admitted, most)
            ranked = listed(found, self.store.resemblance(query))
        else:
            hits = self.store.candidates(query, admitted, most, across=False).hits
            ranked = [(hit.entry, hit.relative) for hit in hits]
        return tuple(Hit(entry.sentence, score) for entry, score in ranked[: max(limit, 0)])

    def explain(self, question: str, options: AskOptions = AskOptions()) -> Explanation:  # noqa: B008 - frozen
        """How ``question`` was read and why it was or was not answered."""
        return self._asking.explain(question, options)

    def topics(self, language: Language) -> tuple[str, ...]:
        """What one may ask about, as ``language`` calls it, what is named most first."""
        found = self._all_of(lambda: self._by_topic)
        keys = sorted(found, key=lambda key: (-found[key].total(), key))
        return tuple(dict.fromkeys(self.label(key, language) for key in keys))

    def coverage(self) -> Coverage:
        """Which source speaks of which topic, and how often, and which are silent."""
        return self._all_of(lambda: coverage(self._by_topic, self._silence, self.store, self.understanding))

    @cached_property
    def _by_topic(self) -> StatementsByTopic:
        return topics(self.corpus, self.store, self.glossary, self._contrasts.general)

    def timeline(self, topic: str = "") -> tuple[Moment, ...]:
        """The days that the articles state, in order, all or those of what is on ``topic``."""
        from cpecbot.answering.timeline import timeline  # noqa: PLC0415 - few ask for it

        concerns = self._topic(bounded(topic)) if topic.strip() else None
        notes = self.disagreements()
        return self._all_of(lambda: timeline(self.corpus, self.store, self.copies, notes, concerns))
